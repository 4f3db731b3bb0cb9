package mergedesk.scenario;

import java.time.DayOfWeek;
import java.time.LocalTime;
import java.util.Map;

/**
 * A share, from 0 to 1, by time of week.
 *
 * <p>Written as {@code 20 %}, at all times, as {@code {mon-fri: {"08:30": 10 %, "14:00": 50 %}}} (each holds until the next time of the day; the last until the end of the day; 0 before
 * the first), or as {@code {file: share.csv}} with columns time, mon … sun. {@code constant} is null in the last two forms and {@code byDay} empty in the first.
 */
public record WeeklyShare(Double constant, Map<DayOfWeek, Map<LocalTime, Double>> byDay) {
    /** The same share at all times. */
    public static WeeklyShare of(double share) {
        return new WeeklyShare(share, Map.of());
    }
}
