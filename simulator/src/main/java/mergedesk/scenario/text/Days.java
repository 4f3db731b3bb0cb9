package mergedesk.scenario.text;

import java.time.DayOfWeek;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** Days of the week as people write them: mon, mon-fri, "sat, sun", daily. */
public final class Days {
    /** The names of the days, Monday first; also the columns of CSV files by day. */
    public static final List<String> NAMES = List.of("mon", "tue", "wed", "thu", "fri", "sat", "sun");

    private static final String DAY = "(mon|tue|wed|thu|fri|sat|sun)";
    private static final String PART = DAY + "(-" + DAY + ")?";

    public static final Syntax<Set<DayOfWeek>> SYNTAX =
            Syntax.word("^(daily|" + PART + "(,\\s*" + PART + ")*)$", "mon-fri", Days::read);

    private Days() {}

    private static Set<DayOfWeek> read(String text) {
        if (text.equals("daily")) {
            return EnumSet.allOf(DayOfWeek.class);
        }
        Set<DayOfWeek> days = EnumSet.noneOf(DayOfWeek.class);
        for (String part : text.split(",", -1)) {
            String[] ends = part.strip().split("-", -1);
            if (ends.length > 2) {
                throw notDays(part);
            }
            DayOfWeek last = day(ends[ends.length - 1]);
            DayOfWeek day = day(ends[0]);
            days.add(day);
            while (day != last) {
                day = day.plus(1);
                days.add(day);
            }
        }
        return days;
    }

    private static DayOfWeek day(String text) {
        int index = NAMES.indexOf(text.strip());
        if (index < 0) {
            throw notDays(text.strip());
        }
        return DayOfWeek.of(index + 1);
    }

    private static Misread notDays(String text) {
        return new Misread(
                "these are not days of the week",
                Suggestion.of(text, NAMES, "write mon, mon-fri, \"sat, sun\" or daily"));
    }
}
