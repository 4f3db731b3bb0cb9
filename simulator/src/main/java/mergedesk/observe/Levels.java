package mergedesk.observe;

import java.util.Arrays;

/** Numbers that change in time, and their time integrals since they were last taken. */
final class Levels {
    private final long[] level;
    private final long[] area;
    private final long[] tick;

    Levels(int count) {
        level = new long[count];
        area = new long[count];
        tick = new long[count];
    }

    void clear() {
        Arrays.fill(level, 0);
        Arrays.fill(area, 0);
        Arrays.fill(tick, 0);
    }

    void change(int i, int by, long now) {
        area[i] += level[i] * (now - tick[i]);
        tick[i] = now;
        level[i] += by;
    }

    /** The integral up to now; it begins again from zero. */
    long take(int i, long now) {
        long taken = area[i] + level[i] * (now - tick[i]);
        area[i] = 0;
        tick[i] = now;
        return taken;
    }

    /** The latest tick of a change. */
    long lastTick() {
        long last = 0;
        for (long t : tick) {
            last = Math.max(last, t);
        }
        return last;
    }
}
