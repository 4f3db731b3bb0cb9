package mergedesk.compile;

import java.time.LocalDate;
import mergedesk.program.Program;
import mergedesk.scenario.TimeFrame;
import mergedesk.units.Common;
import mergedesk.units.Ticks;

/**
 * The clock, the calendar and the horizon of a scenario.
 *
 * <p>The calendar goes on for 7 days after the day of the end, so that whoever is left then can be served. With {@code drain} people come back for 24 hours
 * after the end, with {@code cut} as long as there are days.
 */
record TimeAxis(CivilClock clock, Days days, Program.Horizon horizon, ReferenceYear year) {
    static final Common<TimeFrame, TimeAxis> COMMON = Common.of(TimeAxis::of);

    static final int DAYS_AFTER_END = 7;
    private static final long RETURN_TICKS = WallTime.DAY_TICKS;

    static TimeAxis of(TimeFrame time) {
        CivilClock clock = new CivilClock(time.zone(), time.start());
        long endTick = Ticks.of(time.duration());
        LocalDate end = time.start().toLocalDate();
        while (clock.dayStart(end) < endTick) {
            end = end.plusDays(1);
        }
        Days days = new Days(clock, Ticks.of(time.interval()), time.start().toLocalDate(), end.plusDays(DAYS_AFTER_END));
        return new TimeAxis(clock, days, horizon(time, endTick, days.endTick()), new ReferenceYear(clock, time.start().toLocalDate(), days.dates()));
    }

    /** First tick at which nobody arrives any more for the first time. */
    long arrivalsEndTick() {
        return horizon.cut() ? days.endTick() : horizon.endTick();
    }

    /** Batches are rounded up to whole ticks, so that their number is exact and the last one ends up to a few ticks early. */
    private static Program.Horizon horizon(TimeFrame time, long endTick, long calendarEndTick) {
        boolean cut = time.end() == TimeFrame.End.CUT;
        long warmUpTicks = cut ? Ticks.of(time.warmUp()) : 0;
        long window = endTick - warmUpTicks;
        long batches = cut ? time.batches() : 1;
        return new Program.Horizon(endTick, cut, warmUpTicks, (window + batches - 1) / batches, cut ? calendarEndTick : endTick + RETURN_TICKS);
    }
}
