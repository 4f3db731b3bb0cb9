package mergedesk.compile;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** A civil day's intervals, dates left out: two Mondays without a clock change are of the same kind. */
record DayKind(List<Slot> slots) {

    /**
     * One interval of the day, or the part of it that a clock change left.
     *
     * @param startTicks ticks from the start of the day
     * @param endTicks ticks from the start of the day to the end of the slot
     * @param weekday day that the calendar shows
     * @param wallTicks what the clock shows at the start, in ticks since midnight
     */
    record Slot(long startTicks, long endTicks, DayOfWeek weekday, long wallTicks) {
        /** What the clock shows just before the slot ends; at most 24 hours. */
        long wallEndTicks() {
            return wallTicks + endTicks - startTicks;
        }

        /** The interval of the week, counted from Monday 00:00. */
        int intervalOfWeek(long intervalTicks) {
            long intervalsPerDay = WallTime.DAY_TICKS / intervalTicks;
            return (int) ((weekday.getValue() - 1) * intervalsPerDay + wallTicks / intervalTicks);
        }
    }

    /** Cuts a civil day at the wall clock's multiples of the interval and where the clock changes. */
    static DayKind of(CivilClock clock, LocalDate date, long intervalTicks) {
        long dayStart = clock.dayStart(date);
        List<Slot> slots = new ArrayList<>();
        for (CivilClock.Stretch stretch : clock.stretches(date)) {
            DayOfWeek weekday = stretch.date().getDayOfWeek();
            long wall = stretch.wallTicks();
            long from = stretch.fromTick();
            while (from < stretch.toTick()) {
                long to = from + intervalTicks - wall % intervalTicks;
                if (to > stretch.toTick()) {
                    to = stretch.toTick();
                }
                slots.add(new Slot(from - dayStart, to - dayStart, weekday, wall));
                wall += to - from;
                from = to;
            }
        }
        return new DayKind(List.copyOf(slots));
    }
}
