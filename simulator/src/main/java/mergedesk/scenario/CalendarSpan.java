package mergedesk.scenario;

import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;

/** A length of calendar time such as 28 days or 12 months; {@code amount} is positive. */
public record CalendarSpan(long amount, ChronoUnit unit) {
    /** So many days. */
    public static CalendarSpan ofDays(long days) {
        return new CalendarSpan(days, ChronoUnit.DAYS);
    }

    /** The local date and time at which a span that begins at {@code start} ends. */
    public LocalDateTime endFrom(LocalDateTime start) {
        return start.plus(amount, unit);
    }
}
