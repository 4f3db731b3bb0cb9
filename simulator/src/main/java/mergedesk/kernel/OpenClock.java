package mergedesk.kernel;

import java.util.Arrays;

/** How long each desk has been open since the start: the clock that working hours are read from. Moves at doors only. */
final class OpenClock {
    private final boolean[] open;
    private final long[] ticks; // up to sinceTick
    private final long[] sinceTick;

    OpenClock(int desks) {
        open = new boolean[desks];
        ticks = new long[desks];
        sinceTick = new long[desks];
    }

    void clear() {
        Arrays.fill(open, false);
        Arrays.fill(ticks, 0);
        Arrays.fill(sinceTick, 0);
    }

    /** The desk opens or closes. */
    void turn(int desk, boolean opens, long now) {
        ticks[desk] = read(desk, now);
        sinceTick[desk] = now;
        open[desk] = opens;
    }

    /** Ticks from the start to now in which the desk was open. */
    long read(int desk, long now) {
        return ticks[desk] + (open[desk] ? now - sinceTick[desk] : 0);
    }
}
