package mergedesk.scenario.first;

import java.util.Locale;

/**
 * When the lines of a desk are open: Monday to Friday, and on Saturday if at all. Times in minutes of the day, on quarters of an hour.
 *
 * @param saturdayCloses 0 when they are closed on Saturday
 */
record OpeningWeek(int opens, int closes, int saturdayOpens, int saturdayCloses) {
    private static final int WORKING_DAYS = 5;

    /** From answers that pass their checks. */
    static OpeningWeek of(String weekdays, String saturday) {
        String[] ends = weekdays.split("-", -1);
        String[] saturdays = saturday.equals(FirstQuestions.CLOSED) ? new String[] {"00:00", "00:00"} : saturday.split("-", -1);
        return new OpeningWeek(
                FirstQuestions.quarter(ends[0]),
                FirstQuestions.quarter(ends[1]),
                FirstQuestions.quarter(saturdays[0]),
                FirstQuestions.quarter(saturdays[1]));
    }

    double openSecondsPerYear() {
        return (WORKING_DAYS * (closes - opens) + saturdayCloses - saturdayOpens) * 60.0 * 365.25 / 7;
    }

    private boolean onSaturday() {
        return saturdayCloses > 0;
    }

    /** The opening hours of a desk, in YAML. */
    String opening() {
        return "{mon-fri: \"" + clock(opens) + "-" + clock(closes) + '"'
                + (onSaturday() ? ", sat: \"" + clock(saturdayOpens) + "-" + clock(saturdayCloses) + '"' : "") + "}";
    }

    /** The weights of a profile, the same in each quarter of an hour, in YAML lines. */
    String weights() {
        StringBuilder yaml = new StringBuilder();
        append(yaml, "mon-fri", opens, closes);
        if (onSaturday()) {
            append(yaml, "sat", saturdayOpens, saturdayCloses);
        }
        return yaml.toString();
    }

    private static void append(StringBuilder yaml, String days, int from, int to) {
        yaml.append("      ").append(days).append(": {\n");
        for (int minute = from; minute < to; minute += 60) {
            yaml.append("       ");
            for (int quarter = minute; quarter < Math.min(minute + 60, to); quarter += 15) {
                yaml.append(" \"").append(clock(quarter)).append("\": 1,");
            }
            yaml.append('\n');
        }
        yaml.append("      }\n");
    }

    private static String clock(int minute) {
        return String.format(Locale.ROOT, "%02d:%02d", minute / 60, minute % 60);
    }
}
