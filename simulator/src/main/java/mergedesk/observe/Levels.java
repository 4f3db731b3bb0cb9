package mergedesk.observe;

import java.util.Arrays;

/**
 * Numbers that change in time, and their time integrals since they were last taken.
 *
 * <p>With changes d(i) at ticks t(i) the integral up to t is {@code level × t − Σ d(i) t(i)}, so that changes may be told in any order. Sums may
 * wrap; what is taken is exact as long as it fits in a {@code long} itself.
 */
final class Levels {
    private final long[] levels; // level and Σ d t, alternating

    Levels(int count) {
        levels = new long[2 * count];
    }

    void clear() {
        Arrays.fill(levels, 0);
    }

    void change(int i, int by, long tick) {
        levels[2 * i] += by;
        levels[2 * i + 1] += by * tick;
    }

    /** All levels together. */
    long sum() {
        long sum = 0;
        for (int i = 0; i < levels.length; i += 2) {
            sum += levels[i];
        }
        return sum;
    }

    /** The integral up to {@code tick}; it begins again from zero. All changes before the tick must have been told, and no later ones. */
    long take(int i, long tick) {
        long upToTick = levels[2 * i] * tick;
        long taken = upToTick - levels[2 * i + 1];
        levels[2 * i + 1] = upToTick;
        return taken;
    }
}
