package mergedesk.api;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import mergedesk.store.RunBatch;
import mergedesk.store.RunFailure;
import mergedesk.store.RunRow;
import mergedesk.sweep.Chunk;
import mergedesk.sweep.PointRunner;
import mergedesk.units.Internal;

/**
 * A few runs of a sweep, to tell about how long all take and how much room: the first, the middle and the last point.
 *
 * @param secondsOfRun processor time of a run
 * @param secondsOfPoint time to prepare a point
 * @param bytesOfRun what a run takes on the disk, roughly
 * @param points number of points
 * @param failures of these few runs
 */
@Internal
public record SweepTrial(double secondsOfRun, double secondsOfPoint, double bytesOfRun, int points, List<RunFailure> failures) {
    private static final double NUMBER_BYTES = 6; // of a column in the store, seen in sweeps of council desks
    private static final double TABLE_BYTES = 2_600_000; // of an empty store
    private static final double LONGEST = 3; // seconds that it may take
    private static final int REPEATED = 5; // runs of a point, of which the fastest counts, as Java gets faster
    private static final double SECOND = 1e-9;

    /** Makes these runs. */
    public static SweepTrial of(SweepFile sweep) {
        PointRunner runner = new PointRunner(new SweepPoints(sweep), sweep.layout(), () -> false);
        int last = sweep.design().size() - 1;
        List<RunFailure> failures = new ArrayList<>();
        double fastest = 0; // of each point, added up
        double prepare = Double.POSITIVE_INFINITY;
        double bytes = 0;
        int seen = 0;
        long start = System.nanoTime();
        for (int point : IntStream.of(0, last / 2, last).distinct().toArray()) {
            double run = Double.POSITIVE_INFINITY;
            for (int i = 0; i == 0 || i < REPEATED && (System.nanoTime() - start) * SECOND < LONGEST; i++) {
                long begun = System.nanoTime();
                RunBatch batch = runner.run(new Chunk(point, i, i + 1)).orElseThrow();
                prepare = i == 0 ? Math.min(prepare, (System.nanoTime() - begun) * SECOND - batch.seconds()) : prepare;
                failures.addAll(batch.failures());
                for (RunRow row : batch.rows()) {
                    run = Math.min(run, row.seconds());
                    bytes = bytes(row);
                }
            }
            seen += Double.isInfinite(run) ? 0 : 1;
            fastest += Double.isInfinite(run) ? 0 : run;
        }
        return new SweepTrial(seen == 0 ? 0 : fastest / seen, Math.max(0, prepare), bytes, last + 1, List.copyOf(failures));
    }

    private static double bytes(RunRow row) {
        return NUMBER_BYTES * (row.wholes().length + row.reals().length) + Arrays.stream(row.times()).filter(Objects::nonNull).mapToInt(times -> times.length).sum();
    }

    /** Processor time of so many runs, in seconds. */
    public double seconds(long runs) {
        return runs * secondsOfRun + points * secondsOfPoint;
    }

    /** What so many runs take on the disk. */
    public double bytes(long runs) {
        return TABLE_BYTES + runs * bytesOfRun;
    }
}
