package mergedesk.compile;

import java.time.LocalTime;
import mergedesk.units.Ticks;

/** Times of day as ticks since 00:00 on the wall clock. */
final class WallTime {
    /** Ticks of 24 hours. */
    static final long DAY_TICKS = 86_400 * Ticks.PER_SECOND;

    private WallTime() {}

    /** Ticks from midnight, rounded down. Range: 0 up to but excluding 24 hours. */
    static long ticks(LocalTime time) {
        return time.toNanoOfDay() / 1_000;
    }

    /** Ticks from midnight to the end of a range, whose 00:00 is the end of the day. Range: above 0 up to 24 hours. */
    static long endTicks(LocalTime end) {
        return end.equals(LocalTime.MIDNIGHT) ? DAY_TICKS : ticks(end);
    }
}
