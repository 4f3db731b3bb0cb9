package mergedesk.dsol.reference;

import java.util.Arrays;
import mergedesk.program.Program;

/** Which civil day and interval of the week a tick lies in. */
final class WallClock {
    private final Program.Calendar calendar;

    WallClock(Program program) {
        calendar = program.calendar();
    }

    /** The civil day of a tick; the last one for ticks after the calendar. */
    int day(long tick) {
        int found = Arrays.binarySearch(calendar.dayStartTick, tick);
        return Math.min(found >= 0 ? found : -found - 2, calendar.dayCount() - 1);
    }

    /** The interval of the week, for rules that vary by interval of arrival; the last one for ticks after the calendar. */
    int intervalOfWeek(long tick) {
        return calendar.intervalOfWeek[row(tick)];
    }

    /** The end of the interval that a tick lies in. */
    long intervalEnd(long tick) {
        return calendar.dayStartTick[day(tick)] + calendar.intervalEndTicks[row(tick)];
    }

    /** The end of the calendar. */
    long end() {
        return calendar.dayStartTick[calendar.dayCount()];
    }

    private int row(long tick) {
        int day = day(tick);
        int kind = calendar.dayKind[day];
        int row = calendar.kindOffset[kind];
        while (row + 1 < calendar.kindOffset[kind + 1]
                && calendar.dayStartTick[day] + calendar.intervalEndTicks[row] <= tick) {
            row++;
        }
        return row;
    }
}
