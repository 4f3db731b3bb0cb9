package mergedesk.sweep;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.concurrent.TimeUnit;
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
     * @param failures those that failed, in the order of points; a point without any run counts once
     * @param complete all rounds were made
     */
    public record Outcome(int points, long runs, long done, List<RunFailure> failures, boolean complete) {}

    private final ResultStore store;
    private final Rounds rounds;
    private final int decider;
    private final Layout layout;
    private final BitSet[] done; // by point; null: none
    private final List<long[]> early = new ArrayList<>(); // what the store had of the deciding measure: point, replication, numerator, denominator
    private final List<RunFailure> failures = new ArrayList<>();
    private final List<Chunk> latest = new ArrayList<>(); // of this round, where there may be another
    private long runs;
    private long lastCommit = System.nanoTime() - COMMIT_NANOS; // the first result is there as soon as it can be

    /** @param rule the measure that decides in it is the first that is kept */
    public Sweeping(ResultStore store, Rounds.Rule rule) {
        this.store = store;
        layout = store.contents().layout();
        decider = rule.isAdaptive() ? 0 : -1;
        rounds = new Rounds(rule, store.contents().points(), measure());
        done = new BitSet[store.contents().points()];
        store.eachRun(this::found);
    }

    private Measure measure() {
        Kept first = layout.kept().get(0);
        return first.measure();
    }

    private void found(RunRow row) {
        done(row.point()).set(row.replication());
        runs++;
        if (decider >= 0) {
            early.add(deciding(row));
        }
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
        while (complete && rounds.next()) {
            progress.planned(rounds.runs() - planned);
            progress.advanced(tellEarly());
            planned = rounds.runs();
            executor.run(new Chunks(done.length, rounds::asked, point -> done[point]), batch -> take(batch, progress), progress);
            store.commit();
            latest.forEach(chunk -> done(chunk.point()).set(chunk.from(), chunk.to()));
            latest.clear();
            complete = !progress.stopped();
        }
        failures.sort((a, b) -> a.point() != b.point() ? Integer.compare(a.point(), b.point()) : Integer.compare(a.replication(), b.replication()));
        return new Outcome(done.length, rounds.runs(), runs, List.copyOf(failures), complete);
    }

    /** Runs of this round that the store had count in it; returns how many runs it had. */
    private long tellEarly() {
        List<long[]> of = early.stream().filter(run -> run[1] < rounds.asked((int) run[0])).toList();
        early.removeIf(run -> run[1] < rounds.asked((int) run[0]));
        of.forEach(this::tell);
        return decider >= 0 ? of.size() : runs;
    }

    private void tell(long[] run) {
        if (run[2] != RunRow.NONE) {
            rounds.tell((int) run[0], run[2], run[3]);
        }
    }

    private void take(RunBatch batch, Progress progress) {
        store.add(batch);
        runs += batch.rows().size();
        failures.addAll(batch.failures());
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
