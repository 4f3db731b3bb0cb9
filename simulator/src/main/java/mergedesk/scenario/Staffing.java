package mergedesk.scenario;

import java.time.DayOfWeek;
import java.time.LocalTime;
import java.util.EnumMap;
import java.util.Map;
import java.util.Set;

/**
 * Agents by time of week: present, or kept idle for people.
 *
 * <p>Written as a whole number ({@code 12}: whenever the desk is open), as {@code {mon-fri: {"08:30": 10, "12:00": 8}}} (each
 * number holds until the next time of the day; the last until the end of the day; zero before the first), or as
 * {@code {file: staffing.csv}} with columns time, mon … sun. {@code constant} is null in the last two forms and {@code byDay} empty in the first.
 */
public record Staffing(Integer constant, Map<DayOfWeek, Map<LocalTime, Integer>> byDay) {
    /** So many whenever the desk is open. */
    public static Staffing of(int agents) {
        return new Staffing(agents, Map.of());
    }

    /** By time of day, the same on all these days. */
    public static Staffing of(Set<DayOfWeek> days, Map<LocalTime, Integer> byTime) {
        Map<DayOfWeek, Map<LocalTime, Integer>> byDay = new EnumMap<>(DayOfWeek.class);
        days.forEach(day -> byDay.put(day, byTime));
        return new Staffing(null, byDay);
    }
}
