package mergedesk.scenario.text;

import java.lang.reflect.Type;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import mergedesk.scenario.CalendarSpan;
import mergedesk.scenario.CarbonFactor;
import mergedesk.scenario.Meaning;
import mergedesk.scenario.Money;
import mergedesk.scenario.Rate;
import mergedesk.scenario.Watts;
import mergedesk.scenario.WorkingTime;
import mergedesk.units.PlainText;

/** Which syntax a component of a record has: by its type, numbers also by their {@link Meaning.Form}. */
public final class Syntaxes {
    /** Any text; it may be printed as it is. */
    public static final Syntax<String> TEXT = Syntax.word(".*", "a text", PlainText::line);

    private static final Syntax<Boolean> TRUTH = Syntax.word("^(true|false)$", "true", Syntaxes::truth);

    private static final Map<Type, Syntax<?>> BY_TYPE = Map.ofEntries(
            Map.entry(String.class, TEXT),
            Map.entry(boolean.class, TRUTH),
            Map.entry(int.class, Numbers.WHOLE),
            Map.entry(Integer.class, Numbers.WHOLE),
            Map.entry(long.class, Numbers.LONG),
            Map.entry(Long.class, Numbers.LONG),
            Map.entry(Money.class, Numbers.MONEY),
            Map.entry(Watts.class, PowerUnits.WATTS),
            Map.entry(CarbonFactor.class, PowerUnits.CARBON),
            Map.entry(Duration.class, Times.DURATION),
            Map.entry(CalendarSpan.class, Times.SPAN),
            Map.entry(WorkingTime.class, WorkingTimes.SYNTAX),
            Map.entry(Rate.class, Times.RATE),
            Map.entry(LocalDate.class, Times.DATE),
            Map.entry(LocalDateTime.class, Times.DATE_TIME),
            Map.entry(ZoneId.class, Times.ZONE));

    private static final ClassValue<Syntax<Object>> WORDS = new ClassValue<>() {
        @Override
        protected Syntax<Object> computeValue(Class<?> type) {
            return words(type);
        }
    };

    private Syntaxes() {}

    /** The syntax of a single value of {@code type}, or null when the type is written as a table or list. */
    public static Syntax<?> of(Type type, Meaning.Form form) {
        if (type == double.class || type == Double.class) {
            return switch (form) {
                case NUMBER, OF_MEASURE, END -> Numbers.NUMBER;
                case COUNT -> Numbers.COUNT;
                case SHARE -> Numbers.SHARE;
                case RATIO -> Numbers.RATIO;
            };
        }
        if (type == LocalTime.class) {
            return form == Meaning.Form.END ? Times.END_TIME : Times.TIME;
        }
        if (type instanceof Class<?> type1 && type1.isEnum()) {
            return WORDS.get(type1);
        }
        return BY_TYPE.get(type);
    }

    private static Syntax<Object> words(Class<?> type) {
        List<String> names = names(type);
        return Syntax.word("^(" + String.join("|", names) + ")$", names.get(0), text -> {
            int index = names.indexOf(text);
            if (index < 0) {
                throw new Misread(
                        "this word is not known here",
                        Suggestion.of(text, names, "write one of " + String.join(", ", names)));
            }
            return type.getEnumConstants()[index];
        });
    }

    /** The words for the constants of an enum, in their order. */
    public static List<String> names(Class<?> type) {
        return Arrays.stream(type.getEnumConstants())
                .map(constant -> ((Enum<?>) constant).name().toLowerCase(Locale.ROOT))
                .toList();
    }

    private static Boolean truth(String text) {
        return switch (text) {
            case "true" -> true;
            case "false" -> false;
            default -> throw new Misread("this is neither true nor false", "write true or false");
        };
    }
}
