package mergedesk.dsol.reference;

import java.util.Arrays;
import mergedesk.program.Program;

/** Which civil day and interval a tick lies in, and what the wall clock shows. */
final class WallClock {
    private final Program.Calendar calendar;

    WallClock(Program program) {
        calendar = program.calendar();
    }

    /** The civil day of a tick; the last one for ticks after the calendar. */
    int day(long tick) {
        int found = Arrays.binarySearch(calendar.dayStartTick(), tick);
        return Math.min(found >= 0 ? found : -found - 2, calendar.dayCount() - 1);
    }

    /** What the wall clock shows at a tick, in ticks since midnight. */
    long wallTicks(long tick) {
        return calendar.intervalWallTicks()[row(tick)] + tick - intervalStart(tick);
    }

    /** The length of time that a flow's table says for the time of day at a tick: that of the last row that has begun by then. */
    int inForce(Program.ByTime table, int flow, long tick) {
        long wallTicks = wallTicks(tick);
        int length = -1;
        for (int row = table.offset()[flow]; row < table.offset()[flow + 1]; row++) {
            if (table.fromTicks()[row] <= wallTicks) {
                length = table.length()[row];
            }
        }
        return length;
    }

    private long intervalStart(long tick) {
        return calendar.dayStartTick()[day(tick)] + calendar.intervalStartTicks()[row(tick)];
    }

    /** The end of the interval that a tick lies in. */
    long intervalEnd(long tick) {
        return calendar.dayStartTick()[day(tick)] + calendar.intervalEndTicks()[row(tick)];
    }

    /** The end of the calendar. */
    long end() {
        return calendar.dayStartTick()[calendar.dayCount()];
    }

    private int row(long tick) {
        int day = day(tick);
        int kind = calendar.dayKind()[day];
        int row = calendar.kindOffset()[kind];
        while (row + 1 < calendar.kindOffset()[kind + 1]
                && calendar.dayStartTick()[day] + calendar.intervalEndTicks()[row] <= tick) {
            row++;
        }
        return row;
    }
}
