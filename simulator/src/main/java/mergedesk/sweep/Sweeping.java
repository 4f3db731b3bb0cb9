package mergedesk.sweep;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.NavigableSet;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import mergedesk.experiment.Progress;
import mergedesk.stats.Measure;
import mergedesk.store.Kept;
import mergedesk.store.Layout;
import mergedesk.store.ResultStore;
import mergedesk.store.RunBatch;
import mergedesk.store.RunFailure;
import mergedesk.store.RunRow;

/**
 * Runs the points of a sweep, round by round, into a store. Runs that the store has are not made again, so that it goes on where another process ended, however that was.
 */
public final class Sweeping {
    private static final double NANOS = 1e9;
    private static final long COMMIT_NANOS = TimeUnit.MILLISECONDS.toNanos(500);

    /**
     * What came of it.
     *
     * @param points number of points
     * @param runs runs of all rounds so far
     * @param done of them, those that the store has
     * @param failed how many failed; a point without any run counts once
     * @param failures the first of those that failed, in the order of points; the store has all
     * @param complete all rounds were made
     */
    public record Outcome(int points, long runs, long done, long failed, List<RunFailure> failures, boolean complete) {}

    private static final int MOST_FAILURES = 100; // that are told

    private final ResultStore store;
    private final Onlooker onlooker;
    private final Rounds rounds;
    private final int decider;
    private final Layout layout;
    private final BitSet[] done; // by point; null: none
    private final NavigableSet<RunFailure> failures = new TreeSet<>(Comparator.comparingInt(RunFailure::point).thenComparingInt(RunFailure::replication));
    private final List<Chunk> latest = new ArrayList<>(); // of this round, where there may be another
    private long runs;
    private long early; // runs that the store had and that count in a round to come
    private long failed;
    private long lastCommit = System.nanoTime() - COMMIT_NANOS; // the first result is there as soon as it can be

    /** @param rule the measure that decides in it is the first that is kept */
    public Sweeping(ResultStore store, Rounds.Rule rule, Onlooker onlooker) {
        this.store = store;
        this.onlooker = onlooker;
        layout = store.contents().layout();
        decider = rule.isAdaptive() ? 0 : -1;
        rounds = new Rounds(rule, store.contents().points(), measure());
        done = new BitSet[store.contents().points()];
        store.eachRun(0, this::found);
    }

    private Measure measure() {
        Kept first = layout.kept().get(0);
        return first.measure();
    }

    private void found(RunRow row) {
        done(row.point()).set(row.replication());
        runs++;
        onlooker.wasThere(row);
        early++;
    }

    private BitSet done(int point) {
        if (done[point] == null) {
            done[point] = new BitSet();
        }
        return done[point];
    }

    private long[] deciding(RunRow row) {
        int at = layout.first(decider);
        return new long[] {row.point(), row.replication(), row.wholes()[at], layout.kept().get(decider).isRatio() ? row.wholes()[at + 1] : 1};
    }

    /** Runs to the end, or until progress says stop. What was finished is in the store, whatever happens. */
    public Outcome run(RunExecutor executor, Progress progress) {
        long planned = 0;
        boolean complete = true;
        int[] before = new int[done.length];
        while (complete && rounds.next()) {
            progress.planned(rounds.runs() - planned);
            progress.advanced(tellEarly(before));
            planned = rounds.runs();
            Arrays.setAll(before, rounds::asked);
            executor.run(new Chunks(done.length, rounds::asked, point -> done[point]), batch -> take(batch, progress), progress);
            store.commit();
            latest.forEach(chunk -> done(chunk.point()).set(chunk.from(), chunk.to()));
            latest.clear();
            complete = !progress.stopped();
        }
        return new Outcome(done.length, rounds.runs(), runs, failed, List.copyOf(failures), complete);
    }

    /** Runs of this round that the store had count in it; returns how many runs it had. {@code before}: how many replications of each point were asked for in the rounds before. */
    private long tellEarly(int[] before) {
        if (decider < 0 || early == 0) {
            return decider < 0 ? runs : 0;
        }
        long left = early;
        int least = IntStream.range(0, before.length).filter(point -> rounds.asked(point) > before[point]).map(point -> before[point]).min().orElse(0);
        store.eachRun(least, row -> {
            if (row.replication() >= before[row.point()] && row.replication() < rounds.asked(row.point())) {
                early--;
                tell(deciding(row));
            }
        });
        return left - early;
    }

    private void tell(long[] run) {
        if (run[2] != RunRow.NONE) {
            rounds.tell((int) run[0], run[2], run[3]);
        }
    }

    private void take(RunBatch batch, Progress progress) {
        store.add(batch);
        runs += batch.rows().size();
        failed += batch.failures().size();
        failures.addAll(batch.failures());
        while (failures.size() > MOST_FAILURES) {
            failures.pollLast();
        }
        batch.rows().forEach(onlooker::found);
        onlooker.failed(batch.failures().size());
        if (decider >= 0) {
            batch.rows().forEach(row -> tell(deciding(row)));
            latest.add(new Chunk(batch.point(), batch.from(), batch.to()));
        }
        if (System.nanoTime() - lastCommit > COMMIT_NANOS || batch.seconds() * NANOS > COMMIT_NANOS) {
            store.commit();
            lastCommit = System.nanoTime();
        }
        progress.advanced(batch.size());
    }
}
