package mergedesk.program;

import java.util.List;

/**
 * How the days of the window that counts are divided: into calendar months, say. Several days, one after the other or not, are one period. A day that the window has a part of is one of its days.
 *
 * @param ofDay by civil day, which period it belongs to; −1 for days outside of the window
 * @param names how results call each, such as {@code 2026-03}
 */
public record Periods(int[] ofDay, List<String> names) {
    /** No periods. */
    public static final Periods NONE = new Periods(new int[0], List.of());

    /** Number of periods. */
    public int count() {
        return names.size();
    }

    /** Which period the day belongs to; −1 when there are none or it is not in the window. */
    public int of(int day) {
        return day < ofDay.length ? ofDay[day] : -1;
    }
}
