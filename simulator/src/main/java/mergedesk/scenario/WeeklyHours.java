package mergedesk.scenario;

import java.time.DayOfWeek;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;

/** Opening hours by day of the week; a day without an entry is closed. Ranges of a day are sorted and disjoint. */
public record WeeklyHours(Map<DayOfWeek, List<TimeRange>> byDay) {
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
