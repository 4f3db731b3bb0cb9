package mergedesk.compile;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/**
 * A civil day, its date left out: two Mondays without a clock change are of the same kind.
 *
 * @param stretches the parts of the day in which the wall clock runs evenly, in order: one, unless the clock changes
 */
record DayKind(List<Part> stretches) {

    /**
     * A part of the day in which the wall clock runs evenly.
     *
     * @param startTicks ticks from the start of the day
     * @param endTicks ticks from the start of the day to the end of the part
     * @param weekday day that the calendar shows
     * @param wallTicks what the clock shows at the start, in ticks since midnight
     */
    record Part(long startTicks, long endTicks, DayOfWeek weekday, long wallTicks) {
        /** What the clock shows just before the part ends; at most 24 hours. */
        long wallEndTicks() {
            return wallTicks + endTicks - startTicks;
        }

        /** The part of this part between two times on the wall clock, which lie inside. */
        Part between(long wallFrom, long wallTo) {
            return new Part(startTicks + wallFrom - wallTicks, startTicks + wallTo - wallTicks, weekday, wallFrom);
        }

        /** The interval of the week, counted from Monday 00:00. */
        int intervalOfWeek(long intervalTicks) {
            long intervalsPerDay = WallTime.DAY_TICKS / intervalTicks;
            return (int) ((weekday.getValue() - 1) * intervalsPerDay + wallTicks / intervalTicks);
        }
    }

    static DayKind of(CivilClock clock, LocalDate date) {
        long dayStart = clock.dayStart(date);
        return new DayKind(clock.stretches(date).stream()
                .map(stretch -> new Part(
                        stretch.fromTick() - dayStart,
                        stretch.toTick() - dayStart,
                        stretch.date().getDayOfWeek(),
                        stretch.wallTicks()))
                .toList());
    }

    /** The intervals of the day: cut at the wall clock's multiples of {@code intervalTicks}, and where the clock changes. */
    List<Part> intervals(long intervalTicks) {
        List<Part> intervals = new ArrayList<>();
        for (Part stretch : stretches) {
            long from = stretch.wallTicks();
            while (from < stretch.wallEndTicks()) {
                long to = Math.min(from + intervalTicks - from % intervalTicks, stretch.wallEndTicks());
                intervals.add(stretch.between(from, to));
                from = to;
            }
        }
        return intervals;
    }
}
