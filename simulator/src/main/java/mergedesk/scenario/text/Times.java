package mergedesk.scenario.text;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import mergedesk.scenario.CalendarSpan;
import mergedesk.scenario.Rate;

/** Lengths of time, dates, times of day and rates as people write them. */
public final class Times {
    /** No length of time, and no horizon, is longer: more is a slip of the pen, and the clock of a run must hold sums of them. */
    public static final int LONGEST_YEARS = 100;

    private static final long YEAR_SECONDS = 31_557_600;
    private static final BigDecimal LONGEST_SECONDS = BigDecimal.valueOf(LONGEST_YEARS * YEAR_SECONDS);

    private static final Map<String, Duration> LENGTHS = Map.of(
            "ms", Duration.ofMillis(1),
            "s", Duration.ofSeconds(1),
            "min", Duration.ofMinutes(1),
            "h", Duration.ofHours(1),
            "day", Duration.ofDays(1),
            "days", Duration.ofDays(1),
            "week", Duration.ofDays(7),
            "weeks", Duration.ofDays(7));
    private static final Map<String, Rate.Per> PERIODS = Map.of(
            "s", Rate.Per.SECOND,
            "min", Rate.Per.MINUTE,
            "h", Rate.Per.HOUR,
            "hour", Rate.Per.HOUR,
            "day", Rate.Per.DAY,
            "week", Rate.Per.WEEK,
            "month", Rate.Per.MONTH,
            "year", Rate.Per.YEAR);
    private static final Map<String, ChronoUnit> SPANS = Map.of(
            "min", ChronoUnit.MINUTES,
            "h", ChronoUnit.HOURS,
            "day", ChronoUnit.DAYS,
            "days", ChronoUnit.DAYS,
            "week", ChronoUnit.WEEKS,
            "weeks", ChronoUnit.WEEKS,
            "month", ChronoUnit.MONTHS,
            "months", ChronoUnit.MONTHS,
            "year", ChronoUnit.YEARS,
            "years", ChronoUnit.YEARS);
    /** Spellings that people try, and the unit they mean. */
    private static final Map<String, String> MEANT = Map.ofEntries(
            Map.entry("sec", "s"),
            Map.entry("secs", "s"),
            Map.entry("second", "s"),
            Map.entry("seconds", "s"),
            Map.entry("m", "min"),
            Map.entry("mins", "min"),
            Map.entry("minute", "min"),
            Map.entry("minutes", "min"),
            Map.entry("hr", "h"),
            Map.entry("hrs", "h"),
            Map.entry("hour", "h"),
            Map.entry("hours", "h"),
            Map.entry("d", "days"),
            Map.entry("w", "weeks"),
            Map.entry("y", "year"),
            Map.entry("yr", "year"));

    private static final Pattern LENGTH = Pattern.compile("(" + Numbers.ANY + ")\\s*([A-Za-z]+)");
    private static final Pattern RATE_TEXT = Pattern.compile("(" + Numbers.ANY + ")\\s*(?:/|per)\\s*([A-Za-z]+)");
    private static final String END_OF_DAY = "24:00";
    private static final Pattern CLOCK = Pattern.compile("([0-9]{1,2}):([0-9]{2})");

    public static final Syntax<Duration> DURATION = new Syntax<>(
            "^" + Numbers.UNSIGNED + "\\s*(ms|s|min|h|days?|weeks?)$", "5 min", Times::duration, Times::seconds);
    /** A length of time, as a number of seconds. */
    public static final Syntax<Double> SECONDS =
            new Syntax<>(DURATION.pattern(), DURATION.example(), text -> seconds(duration(text)), Double::doubleValue);

    static final Syntax<CalendarSpan> SPAN = new Syntax<>(
            "^[0-9]+\\s*(min|h|days?|weeks?|months?|years?)$", "28 days", Times::span, CalendarSpan::amount);
    public static final Syntax<Rate> RATE = new Syntax<>(
            "^" + Numbers.UNSIGNED + "\\s*(/|per)\\s*(s|min|h|hour|day|week|month|year)$",
            "10 / min",
            Times::rate,
            Rate::perMeanYear);
    /** A time of day at which something begins. */
    public static final Syntax<LocalTime> TIME =
            Syntax.word("^([0-9]|[01][0-9]|2[0-3]):[0-5][0-9]$", "08:30", Times::timeOfDay);
    /** A time of day at which something ends: 24:00, read as 00:00, is the end of the day. */
    public static final Syntax<LocalTime> END_TIME =
            Syntax.word("^([0-9]|[01][0-9]|2[0-3]):[0-5][0-9]$|^24:00$", "17:00", Times::endOfDay);

    public static final Syntax<LocalDate> DATE = Syntax.word("^[0-9]{4}-[0-9]{2}-[0-9]{2}$", "2011-04-04", Times::date);
    public static final Syntax<LocalDateTime> DATE_TIME = Syntax.word(
            "^[0-9]{4}-[0-9]{2}-[0-9]{2}([T ][0-9]{2}:[0-9]{2}(:[0-9]{2}(\\.[0-9]{1,9})?)?)?$",
            "2011-04-04T08:00", Times::dateTime);
    static final Syntax<ZoneId> ZONE = Syntax.word("^[A-Za-z_+\\-/0-9]+$", "Europe/London", Times::zone);

    private Times() {}

    public static double seconds(Duration duration) {
        return duration.toNanos() / 1e9;
    }

    /** A rate as the language has it. */
    public static String written(Rate rate) {
        String unit = PERIODS.entrySet().stream()
                .filter(entry -> entry.getValue() == rate.per())
                .map(Map.Entry::getKey)
                .max(Comparator.comparingInt(String::length))
                .orElseThrow();
        return Numbers.withoutZeros(Numbers.plain(rate.count())) + " / " + unit;
    }

    /** A length of time as the language has it, in the largest unit in which it is whole: 90 min, 2 h. */
    public static String written(Duration length) {
        return Stream.of("h", "min", "s", "ms")
                .filter(unit -> length.toNanos() % LENGTHS.get(unit).toNanos() == 0)
                .findFirst()
                .map(unit -> length.toNanos() / LENGTHS.get(unit).toNanos() + " " + unit)
                .orElse(Numbers.plain(seconds(length)) + " s");
    }

    private static Duration duration(String text) {
        Matcher matcher = LENGTH.matcher(text);
        if (!matcher.matches()) {
            throw Numbers.decimal(text) != null
                    ? new Misread("a time needs a unit", "write \"" + text + " s\" or \"" + text + " min\"")
                    : new Misread(
                            "this is not a length of time",
                            "write a number and a unit: \"20 s\", \"5 min\", \"1.5 h\", \"2 days\"");
        }
        BigDecimal number = Numbers.decimal(matcher.group(1));
        Duration unit = LENGTHS.get(matcher.group(2));
        if (unit == null) {
            throw unknownUnit(matcher, LENGTHS, "ms, s, min, h, days or weeks");
        }
        if (number.signum() < 0) {
            throw new Misread(
                    "a time cannot be negative", "write \"" + text.substring(1).strip() + "\"");
        }
        return ofSeconds(number.multiply(BigDecimal.valueOf(unit.toNanos()).movePointLeft(9)));
    }

    /** The length of {@code seconds}, which are not negative, in whole nanoseconds. */
    public static Duration ofSeconds(BigDecimal seconds) {
        if (seconds.compareTo(LONGEST_SECONDS) > 0) {
            throw new Misread("the time is longer than " + LONGEST_YEARS + " years", "check the unit");
        }
        return Duration.ofNanos(seconds.movePointRight(9).longValue());
    }

    private static CalendarSpan span(String text) {
        Matcher matcher = LENGTH.matcher(text);
        if (!matcher.matches()) {
            throw new Misread(
                    "a length of calendar time needs a number and a unit",
                    "write \"8 h\", \"28 days\", \"12 months\" or \"1 year\"");
        }
        BigDecimal number = Numbers.decimal(matcher.group(1));
        ChronoUnit unit = SPANS.get(matcher.group(2));
        if (unit == null) {
            throw unknownUnit(matcher, SPANS, "min, h, days, weeks, months or years");
        }
        if (number.signum() <= 0
                || number.stripTrailingZeros().scale() > 0
                || number.precision() - number.scale() > 9) {
            throw new Misread(
                    "a length of calendar time is a whole number, 1 or more, of its unit",
                    "write \"8 h\", \"28 days\" or \"12 months\"");
        }
        return new CalendarSpan(number.longValueExact(), unit);
    }

    private static Rate rate(String text) {
        Matcher matcher = RATE_TEXT.matcher(text);
        if (!matcher.matches()) {
            throw Numbers.decimal(text) != null
                    ? new Misread(
                            "a volume needs to say per what", "write \"" + text + " / year\" or \"" + text + " / day\"")
                    : new Misread("this is not a rate", "write \"10 / min\" or \"120,000 / year\"");
        }
        BigDecimal number = Numbers.decimal(matcher.group(1));
        Rate.Per period = PERIODS.get(matcher.group(2));
        if (period == null) {
            throw unknownUnit(matcher, PERIODS, "/ s, / min, / hour, / day, / week, / month or / year");
        }
        if (number.signum() < 0) {
            throw new Misread(
                    "a volume cannot be negative",
                    "write \"" + text.substring(1).strip() + "\"");
        }
        return new Rate(number.doubleValue(), period);
    }

    private static Misread unknownUnit(Matcher matcher, Map<String, ?> units, String all) {
        String typed = matcher.group(2);
        String word = typed.toLowerCase(Locale.ROOT);
        String singular = word.endsWith("s") && word.length() > 2 ? word.substring(0, word.length() - 1) : word;
        for (String candidate :
                new String[] {word, MEANT.getOrDefault(word, word), singular, MEANT.getOrDefault(singular, word)}) {
            if (units.containsKey(candidate)) {
                String text = matcher.group().substring(0, matcher.start(2)) + candidate;
                return new Misread("the unit '" + typed + "' is not known", "write \"" + text + "\"");
            }
        }
        return new Misread(
                "the unit '" + (typed.length() > 20 ? typed.substring(0, 20) : typed) + "' is not known",
                "write " + all);
    }

    /** The time of day that {@code text} says, or null when it says none. */
    public static LocalTime timeOrNull(String text) {
        try {
            return timeOfDay(text);
        } catch (Misread misread) {
            return null;
        }
    }

    private static LocalTime timeOfDay(String text) {
        if (text.equals(END_OF_DAY)) {
            throw new Misread("nothing begins at the end of the day", "write 00:00 under the next day");
        }
        Matcher matcher = CLOCK.matcher(text);
        if (matcher.matches()) {
            int hour = Integer.parseInt(matcher.group(1));
            int minute = Integer.parseInt(matcher.group(2));
            if (hour < 24 && minute < 60) {
                return LocalTime.of(hour, minute);
            }
        }
        throw new Misread("this is not a time of day", "write hours and minutes such as \"08:30\"");
    }

    private static LocalTime endOfDay(String text) {
        return text.equals(END_OF_DAY) ? LocalTime.MIDNIGHT : timeOfDay(text);
    }

    private static LocalDate date(String text) {
        try {
            return sensible(LocalDate.parse(text));
        } catch (DateTimeException e) {
            throw new Misread("this is not a date of the calendar", "write year-month-day such as 2011-04-04");
        }
    }

    private static LocalDateTime dateTime(String text) {
        if (text.length() == "2011-04-04".length()) {
            return date(text).atStartOfDay();
        }
        try {
            LocalDateTime value = LocalDateTime.parse(text.replace(' ', 'T'));
            sensible(value.toLocalDate());
            return value;
        } catch (DateTimeException e) {
            throw new Misread(
                    "this is not a date and time of the calendar", "write 2011-04-04 or \"2011-04-04 08:00\"");
        }
    }

    private static LocalDate sensible(LocalDate date) {
        if (date.getYear() < 1900 || date.getYear() > 2200) {
            throw new Misread("the year is not between 1900 and 2200", "check the date");
        }
        return date;
    }

    private static ZoneId zone(String text) {
        try {
            return ZoneId.of(text);
        } catch (DateTimeException e) {
            throw new Misread(
                    "this time zone is not known",
                    Suggestion.of(
                            text,
                            ZoneId.getAvailableZoneIds().stream().sorted().toList(),
                            "write a name such as Europe/London"));
        }
    }
}
