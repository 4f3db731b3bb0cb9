package mergedesk.compile;

import java.time.LocalDate;
import mergedesk.program.Program;
import mergedesk.scenario.TimeFrame;
import mergedesk.units.Ticks;

/**
 * The clock, the calendar and the horizon of a scenario.
 *
 * <p>With {@code drain} the calendar covers the returns that may come within
 * 24 hours after the end; with {@code cut} it goes on for 7 days after the day of the end.
 */
record TimeAxis(CivilClock clock, Days days, Program.Horizon horizon) {
    private static final int DAYS_AFTER_CUT = 7;
    private static final long RETURN_TICKS = WallTime.DAY_TICKS;

    static TimeAxis of(TimeFrame time) {
        CivilClock clock = new CivilClock(time.zone(), time.start());
        boolean cut = time.end() == TimeFrame.End.CUT;
        long endTick = Ticks.of(time.duration());
        LocalDate end = time.start().toLocalDate();
        long covered = cut ? endTick : endTick + RETURN_TICKS + 1;
        while (clock.dayStart(end) < covered) {
            end = end.plusDays(1);
        }
        if (cut) {
            end = end.plusDays(DAYS_AFTER_CUT);
        }
        Days days = new Days(clock, Ticks.of(time.interval()), time.start().toLocalDate(), end);
        return new TimeAxis(clock, days, horizon(time, endTick, cut ? days.endTick() : endTick + RETURN_TICKS));
    }

    /** First tick at which nothing is planned any more: no step of the timetable is at or after it. */
    long planEndTick() {
        return horizon.cut() ? days.endTick() : horizon.endTick();
    }

    /** Batches are rounded up to whole ticks, so that their number is exact and the last one ends up to a few ticks early. */
    private static Program.Horizon horizon(TimeFrame time, long endTick, long lastReturnTick) {
        boolean cut = time.end() == TimeFrame.End.CUT;
        long warmUpTicks = cut ? Ticks.of(time.warmUp()) : 0;
        long window = endTick - warmUpTicks;
        long batches = cut ? time.batches() : 1;
        return new Program.Horizon(endTick, cut, warmUpTicks, (window + batches - 1) / batches, lastReturnTick);
    }
}
