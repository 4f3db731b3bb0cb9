package mergedesk.observe;

import java.util.Arrays;

/**
 * Numbers that change in time, and their time integrals since they were last taken.
 *
 * <p>With changes d(i) at ticks t(i) the integral up to t is {@code level × t − Σ d(i) t(i)}, so that changes may be told in any order. Sums
 * stay exact up to 10^5 at once for 2 years, 10^3 for 200.
 */
final class Levels {
    private final long[] level;
    private final long[] moment;

    Levels(int count) {
        level = new long[count];
        moment = new long[count];
    }

    void clear() {
        Arrays.fill(level, 0);
        Arrays.fill(moment, 0);
    }

    void change(int i, int by, long tick) {
        level[i] += by;
        moment[i] += by * tick;
    }

    /** The integral up to {@code tick}; it begins again from zero. All changes before the tick must have been told, and no later ones. */
    long take(int i, long tick) {
        long taken = level[i] * tick - moment[i];
        moment[i] = level[i] * tick;
        return taken;
    }
}
