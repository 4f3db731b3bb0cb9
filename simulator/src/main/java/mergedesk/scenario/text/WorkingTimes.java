package mergedesk.scenario.text;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import mergedesk.scenario.Meaning;
import mergedesk.scenario.WorkingTime;

/** Lengths of time that may be counted by opening hours, as people write them. */
final class WorkingTimes {
    static final Syntax<WorkingTime> SYNTAX = new Syntax<>(
            "^" + Numbers.UNSIGNED + "\\s*(ms|s|min|h|days?|weeks?|working (min|h|hours?|days?))$", "2 working days", WorkingTimes::read, WorkingTimes::seconds);

    private static final int MOST_DAYS = 1000;
    private static final Pattern WORKING = Pattern.compile("(" + Numbers.ANY + ")\\s*(?:working|business)[ _-]?\\s*([A-Za-z]+)");

    private WorkingTimes() {}

    private static double seconds(WorkingTime time) {
        return Times.seconds(time.length());
    }

    private static WorkingTime read(String text) {
        Matcher matcher = WORKING.matcher(text);
        if (!matcher.matches()) {
            if (Numbers.decimal(text) != null) {
                throw new Misread("a time needs a unit", "write \"" + text + " working days\" or \"" + text + " h\"");
            }
            return WorkingTime.of(Times.DURATION.reader().apply(text));
        }
        String number = matcher.group(1);
        return switch (matcher.group(2)) {
            case "min", "h" -> WorkingTime.ofOpen(Times.DURATION.reader().apply(number + " " + matcher.group(2)));
            case "hour", "hours" -> WorkingTime.ofOpen(Times.DURATION.reader().apply(number + " h"));
            case "day", "days" -> days(Numbers.decimal(number));
            default -> throw new Misread("working time is counted in hours or days", "write \"8 working hours\" or \"2 working days\"");
        };
    }

    private static WorkingTime days(BigDecimal number) {
        if (number.signum() < 0 || number.stripTrailingZeros().scale() > 0 || number.compareTo(BigDecimal.valueOf(MOST_DAYS)) > 0) {
            throw new Misread("working days are a whole number up to 1,000", "write \"2 working days\" or \"8 working hours\"");
        }
        return WorkingTime.ofDays(number.intValueExact());
    }

    /** As the language has it. */
    static String written(WorkingTime time) {
        return switch (time.clock()) {
            case ROUND_THE_CLOCK -> Written.of(time.length(), Meaning.Form.NUMBER);
            case WORKING_HOURS -> hours(time.length()) + " working hours";
            case WORKING_DAYS -> time.length().toDays() + (time.length().toDays() == 1 ? " working day" : " working days");
        };
    }

    private static String hours(Duration length) {
        return Numbers.withoutZeros(Numbers.plain(Times.seconds(length) / 3_600));
    }
}
