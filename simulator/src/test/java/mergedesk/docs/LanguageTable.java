package mergedesk.docs;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import mergedesk.scenario.CalendarSpan;
import mergedesk.scenario.CarbonFactor;
import mergedesk.scenario.Change;
import mergedesk.scenario.Limits;
import mergedesk.scenario.Meaning;
import mergedesk.scenario.Money;
import mergedesk.scenario.Profile;
import mergedesk.scenario.Rate;
import mergedesk.scenario.Scenario;
import mergedesk.scenario.Season;
import mergedesk.scenario.Staffing;
import mergedesk.scenario.Watts;
import mergedesk.scenario.WeeklyHours;
import mergedesk.scenario.WeeklyShare;
import mergedesk.scenario.WorkingTime;

/** The table of a record's keys for scenario-language.md, made from what the record says about itself. */
final class LanguageTable {
    private static final Map<Type, String> VALUES = Map.ofEntries(
            Map.entry(String.class, "text"),
            Map.entry(boolean.class, "`true` or `false`"),
            Map.entry(int.class, "whole number"),
            Map.entry(Integer.class, "whole number"),
            Map.entry(long.class, "whole number"),
            Map.entry(Long.class, "whole number"),
            Map.entry(Money.class, "money"),
            Map.entry(Watts.class, "power"),
            Map.entry(CarbonFactor.class, "carbon factor"),
            Map.entry(Duration.class, "time"),
            Map.entry(CalendarSpan.class, "calendar length"),
            Map.entry(Rate.class, "volume"),
            Map.entry(WorkingTime.class, "working time"),
            Map.entry(LocalTime.class, "time of day"),
            Map.entry(LocalDate.class, "date"),
            Map.entry(LocalDateTime.class, "date and time"),
            Map.entry(ZoneId.class, "time zone"),
            Map.entry(DayOfWeek.class, "days"),
            Map.entry(Staffing.class, "staffing"),
            Map.entry(WeeklyShare.class, "share by time"),
            Map.entry(Profile.class, "profile"),
            Map.entry(Season.class, "season"),
            Map.entry(Change.class, "keys of a scenario"),
            Map.entry(WeeklyHours.class, "opening hours"));

    private LanguageTable() {}

    /** Every record that a scenario is made of, by its simple name, outermost first. */
    static Map<String, Class<?>> records() {
        return records(Scenario.class);
    }

    /** The same of another file. */
    static Map<String, Class<?>> records(Class<?> whole) {
        Map<String, Class<?>> records = new LinkedHashMap<>();
        collect(whole, records);
        return records;
    }

    private static void collect(Class<?> record, Map<String, Class<?>> records) {
        if (records.putIfAbsent(record.getSimpleName(), record) == null) {
            for (RecordComponent component : written(record)) {
                Class<?> inner = innermost(component.getGenericType());
                if (isTable(inner)) {
                    collect(inner, records);
                }
            }
        }
    }

    static List<RecordComponent> written(Class<?> record) {
        return Arrays.stream(record.getRecordComponents())
                .filter(component -> !component.getAnnotation(Meaning.class).filledByReader())
                .toList();
    }

    static boolean isTable(Class<?> type) {
        return type.isRecord() && !VALUES.containsKey(type);
    }

    static Class<?> innermost(Type type) {
        if (type instanceof ParameterizedType generic) {
            Type[] arguments = generic.getActualTypeArguments();
            return innermost(arguments[arguments.length - 1]);
        }
        return (Class<?>) type;
    }

    /** The keys of a record in snake_case. */
    static List<String> keys(Class<?> record) {
        return written(record).stream()
                .map(component -> snake(component.getName()))
                .toList();
    }

    /** The table in Markdown. */
    static String of(Class<?> record) {
        StringBuilder table = new StringBuilder("| Key | Value | Default | Meaning |\n|---|---|---|---|\n");
        for (RecordComponent component : written(record)) {
            Meaning meaning = component.getAnnotation(Meaning.class);
            table.append("| `")
                    .append(snake(component.getName()))
                    .append("` | ")
                    .append(value(component.getGenericType(), meaning.form()))
                    .append(limits(component, meaning))
                    .append(" | ")
                    .append(byDefault(meaning))
                    .append(" | ")
                    .append(meaning.value().replace("|", "\\|"))
                    .append(" |\n");
        }
        return table.toString();
    }

    static String byDefault(Meaning meaning) {
        if (meaning.required()) {
            return "required";
        }
        String text = meaning.byDefault();
        return text.isEmpty() ? "" : text.equals(Meaning.OWN_KEY) ? "the key" : "`" + text + "`";
    }

    /** The words for a type; those for single values stand in the document's table of values. */
    static String value(Type type, Meaning.Form form) {
        if (type instanceof ParameterizedType generic) {
            Class<?> raw = (Class<?>) generic.getRawType();
            Type[] arguments = generic.getActualTypeArguments();
            if (raw == Set.class) {
                return value(arguments[0], form);
            }
            return raw == Map.class
                    ? "table by " + (arguments[0] == LocalTime.class ? "time of day" : "name") + ": "
                            + value(arguments[1], form)
                    : "list: " + value(arguments[0], form);
        }
        Class<?> plain = (Class<?>) type;
        if (plain == double.class || plain == Double.class) {
            return switch (form) {
                case NUMBER, COUNT, END -> "number";
                case SHARE -> "share";
                case RATIO -> "ratio";
                case OF_MEASURE -> "share, time or number";
            };
        }
        if (plain.isEnum()) {
            return String.join(
                    ", ",
                    Arrays.stream(plain.getEnumConstants())
                            .map(word -> "`" + ((Enum<?>) word).name().toLowerCase(Locale.ROOT) + "`")
                            .toList());
        }
        if (form == Meaning.Form.END) {
            return "time of day, or `24:00`";
        }
        String known = VALUES.get(plain);
        return known != null ? known : "[" + title(plain) + "](#" + title(plain).replace(' ', '-') + ")";
    }

    static String limits(RecordComponent component, Meaning meaning) {
        Limits limits = component.getAnnotation(Limits.class);
        if (limits == null) {
            return "";
        }
        Class<?> type = innermost(component.getGenericType());
        boolean share = meaning.form() == Meaning.Form.SHARE;
        String unit = share
                ? " %"
                : type == Duration.class ? " s" : type == Rate.class ? " / year" : type == Money.class ? " pounds" : type == Watts.class ? " W" : type == CarbonFactor.class ? " g / kWh" : "";
        double factor = share ? 100 : 1;
        List<String> words = new ArrayList<>();
        add(words, limits.least(), "at least ", factor, unit);
        add(words, limits.above(), "more than ", factor, unit);
        add(words, limits.most(), "at most ", factor, unit);
        add(words, limits.below(), "less than ", factor, unit);
        return "; " + String.join(", ", words);
    }

    private static void add(List<String> words, double bound, String relation, double factor, String unit) {
        if (!Double.isInfinite(bound)) {
            words.add(relation
                    + BigDecimal.valueOf(bound * factor).stripTrailingZeros().toPlainString()
                    + unit);
        }
    }

    /** {@code AgentGroup} to {@code agent group}: the heading of its section. */
    static String title(Class<?> record) {
        return record.getSimpleName().replaceAll("(?<=[a-z])([A-Z])", " $1").toLowerCase(Locale.ROOT);
    }

    static String snake(String camel) {
        return camel.replaceAll("([A-Z])", "_$1").toLowerCase(Locale.ROOT);
    }
}
