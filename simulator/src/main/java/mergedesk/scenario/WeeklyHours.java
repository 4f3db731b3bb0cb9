package mergedesk.scenario;

import java.time.DayOfWeek;
import java.time.LocalTime;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Opening hours by day of the week; a day without an entry is closed. Ranges of a day are sorted and disjoint. */
public record WeeklyHours(Map<DayOfWeek, List<TimeRange>> byDay) {
    /** Every minute of the week. */
    public static final WeeklyHours ALWAYS = of(EnumSet.allOf(DayOfWeek.class), LocalTime.MIDNIGHT, LocalTime.MIDNIGHT);

    /** The same hours on all these days; {@code to} of 00:00 is the end of the day. */
    public static WeeklyHours of(Set<DayOfWeek> days, LocalTime from, LocalTime to) {
        Map<DayOfWeek, List<TimeRange>> byDay = new EnumMap<>(DayOfWeek.class);
        days.forEach(day -> byDay.put(day, List.of(new TimeRange(from, to))));
        return new WeeklyHours(byDay);
    }

    /** From {@code from} up to but excluding {@code to}; {@code to} of 00:00 is the end of the day. */
    public record TimeRange(LocalTime from, LocalTime to) {}

    /** Whether every minute of the week is inside. */
    public boolean always() {
        if (byDay.size() < 7) {
            return false;
        }
        return byDay.values().stream()
                .allMatch(ranges -> ranges.equals(List.of(new TimeRange(LocalTime.MIDNIGHT, LocalTime.MIDNIGHT))));
    }
}
