package mergedesk.sweep;

import java.util.BitSet;
import java.util.Optional;
import java.util.function.IntFunction;
import java.util.function.IntUnaryOperator;
import java.util.stream.IntStream;

/**
 * The runs that are still to be made in a round, in the order of points and replications, a piece at a time. The pieces are as long as takes a good part of a second, as far as is known how long a run takes: their length
 * changes no result. Thread-safe.
 */
public final class Chunks {
    private static final double SECONDS = 0.25;
    private static final double FORGOTTEN = 0.9; // weight of what was known before, at each further piece

    private final int points;
    private final IntUnaryOperator asked;
    private final IntFunction<BitSet> done;
    private int point;
    private int replication;
    private long left = -1; // unknown until somebody asks
    private long given;
    private double runs; // the latest count most
    private double seconds;

    /**
     * @param asked how many replications of a point there are to be in all
     * @param done those that there are already; null for none
     */
    Chunks(int points, IntUnaryOperator asked, IntFunction<BitSet> done) {
        this.points = points;
        this.asked = asked;
        this.done = done;
    }

    /** Tells how long runs took. */
    public synchronized void ran(long more, double moreSeconds) {
        runs = FORGOTTEN * runs + more;
        seconds = FORGOTTEN * seconds + moreSeconds;
    }

    /** How many runs have not been given out. */
    public synchronized long left() {
        if (left < 0) {
            left = IntStream.range(0, points).mapToLong(this::open).sum() - given;
        }
        return left;
    }

    private long open(int of) {
        BitSet there = done.apply(of);
        int end = asked.applyAsInt(of);
        return end - (there == null ? 0 : there.get(0, end).cardinality());
    }

    /** The next piece; empty when all have been given out. */
    public Optional<Chunk> next() {
        return next(Integer.MAX_VALUE);
    }

    /** The next piece, of so many runs at most. */
    public synchronized Optional<Chunk> next(int longest) {
        for (; point < points; point++, replication = 0) {
            BitSet there = done.apply(point);
            int from = there == null ? replication : there.nextClearBit(replication);
            int end = asked.applyAsInt(point);
            if (from < end) {
                int next = there == null ? -1 : there.nextSetBit(from);
                int to = Math.min(Math.min(end, next < 0 ? end : next), from + Math.min(longest, most()));
                replication = to;
                given += to - from;
                left -= left < 0 ? 0 : to - from;
                return Optional.of(new Chunk(point, from, to));
            }
        }
        return Optional.empty();
    }

    private int most() {
        return runs == 0 ? 1 : (int) Math.max(1, Math.min(10_000, SECONDS * runs / Math.max(seconds, 1e-9)));
    }
}
