package mergedesk.scenario;

import java.time.DayOfWeek;
import java.time.LocalTime;
import java.util.EnumMap;
import java.util.Map;
import java.util.Set;

/**
 * The shape of the week: weights by day and time of day, of which only the ratios count.
 *
 * <p>Written by day ({@code {mon-fri: {"08:30": 4, "09:00": 7}}}) or as {@code {file: profile.csv}} with columns time, mon … sun; {@code weights: totals}
 * beside the days or the file says that the numbers are totals. A weight holds from its time until the next time of the day; the last one
 * until the desk closes for the last time that day. Before the first, and on a day without entries, nobody comes. Midnight ends every day.
 */
public record Profile(Weights weights, Map<DayOfWeek, Map<LocalTime, Double>> byDay) {
    /** Heights by time of day, the same on all these days. */
    public static Profile of(Set<DayOfWeek> days, Map<LocalTime, Double> byTime) {
        Map<DayOfWeek, Map<LocalTime, Double>> byDay = new EnumMap<>(DayOfWeek.class);
        days.forEach(day -> byDay.put(day, byTime));
        return new Profile(Weights.HEIGHTS, byDay);
    }

    /** What a weight measures. */
    public enum Weights {
        /** How often contacts come, per equal stretch of time: the height of the curve. */
        HEIGHTS,
        /** How many come from the weight's time until it ends. */
        TOTALS
    }
}
