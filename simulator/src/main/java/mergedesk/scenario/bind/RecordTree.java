package mergedesk.scenario.bind;

import java.lang.reflect.Type;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import mergedesk.scenario.Change;
import mergedesk.scenario.Distribution;
import mergedesk.scenario.Meaning;
import mergedesk.scenario.Profile;
import mergedesk.scenario.Season;
import mergedesk.scenario.ServiceTarget;
import mergedesk.scenario.Staffing;
import mergedesk.scenario.WeeklyHours;
import mergedesk.scenario.WeeklyShare;
import mergedesk.scenario.text.Days;
import mergedesk.scenario.text.KnownMeasure;
import mergedesk.scenario.text.Numbers;
import mergedesk.scenario.text.Syntax;
import mergedesk.scenario.text.Syntaxes;
import mergedesk.scenario.text.Times;
import mergedesk.scenario.text.Written;
import mergedesk.scenario.tree.Place;
import mergedesk.scenario.tree.Tree;
import mergedesk.units.Components;

/**
 * The tree of a scenario or sweep that stands in no file, as {@link Binder} reads it; single values that are the language's defaults are left out.
 *
 * <p>Ranges and sources of numbers are not part of it. What a file held is written out where the language can say it, and is the name of the file where it cannot.
 */
public final class RecordTree {
    private static final Place NOWHERE = Place.fileAsWhole("", Path.of(""));

    private final Map<String, KnownMeasure> measures;

    private RecordTree(Map<String, KnownMeasure> measures) {
        this.measures = measures;
    }

    /** The tree of a scenario, or of a sweep; {@code measures} say how bounds of targets are written. */
    public static Tree.Table of(Record whole, Map<String, KnownMeasure> measures) {
        return new RecordTree(measures).record(whole, "");
    }

    private Tree.Table record(Record record, String ownKey) {
        Map<String, Tree> entries = new LinkedHashMap<>();
        List<Key> keys = Key.of(record.getClass());
        Object[] values = Components.of(record.getClass()).values(record);
        for (int i = 0; i < values.length; i++) {
            Key key = keys.get(i);
            Object value = values[i];
            if (!key.filledByReader() && isSaid(key, value, ownKey)) {
                entries.put(key.name(), key.form() == Meaning.Form.OF_MEASURE ? bound((ServiceTarget) record, (Double) value) : tree(key, key.type(), value, ownKey));
            }
        }
        if (record instanceof Distribution length && length.file() != null) {
            entries.remove("values");
        }
        return table(entries);
    }

    /** Whether a value is there, and another than what holds without it. */
    private static boolean isSaid(Key key, Object value, String ownKey) {
        if (value == null || value instanceof Collection<?> list && list.isEmpty() || value instanceof Map<?, ?> map && map.isEmpty()) {
            return false;
        }
        String byDefault = key.byDefault();
        Syntax<?> syntax = Syntaxes.of(key.type(), key.form());
        if (syntax == null || byDefault.isEmpty()) {
            return !(value.equals(0.0) || value.equals(false)) || key.required();
        }
        return !value.equals(byDefault.equals(Meaning.OWN_KEY) ? ownKey : syntax.reader().apply(byDefault));
    }

    private Tree tree(Key key, Type type, Object value, String ownKey) {
        if (Syntaxes.of(type, key.form()) != null) {
            return leaf(Written.of(value, key.form()));
        }
        if (WeekTables.reads(type)) {
            return week(value);
        }
        if (value instanceof Change change) {
            return plain(change.keys());
        }
        if (value instanceof Map<?, ?> map) {
            Map<String, Tree> entries = new LinkedHashMap<>();
            map.forEach((id, entry) -> entries.put(id.toString(), tree(key, Key.argument(type, 1), entry, id.toString())));
            return table(entries);
        }
        if (value instanceof List<?> list) {
            return new Tree.Items(NOWHERE, list.stream().map(item -> tree(key, Key.argument(type, 0), item, ownKey)).toList());
        }
        return record((Record) value, ownKey);
    }

    private static Tree plain(Object value) {
        if (value instanceof Map<?, ?> keys) {
            Map<String, Tree> entries = new LinkedHashMap<>();
            keys.forEach((key, entry) -> entries.put(key.toString(), plain(entry)));
            return table(entries);
        }
        return value instanceof List<?> list ? new Tree.Items(NOWHERE, list.stream().map(RecordTree::plain).toList()) : leaf((String) value);
    }

    private Tree bound(ServiceTarget target, Double bound) {
        KnownMeasure measure = measures.get(target.measure());
        if (measure != null && measure.bound() == Times.SECONDS) {
            return leaf(Written.of(bound, Meaning.Form.NUMBER) + " s");
        }
        return leaf(Written.of(bound, measure != null && measure.bound() == Numbers.SHARE ? Meaning.Form.SHARE : Meaning.Form.NUMBER));
    }

    private static Tree week(Object value) {
        if (value instanceof WeeklyHours hours) {
            return hours.always() ? leaf("always") : byDay(hours.byDay(), ranges -> leaf(ranges.stream().map(RecordTree::range).collect(Collectors.joining(", "))));
        }
        if (value instanceof Staffing staffing) {
            return staffing.constant() != null ? leaf(staffing.constant().toString()) : byDay(staffing.byDay(), day -> byTime(day, Meaning.Form.NUMBER));
        }
        if (value instanceof WeeklyShare share) {
            return share.constant() != null ? leaf(Written.of(share.constant(), Meaning.Form.SHARE)) : byDay(share.byDay(), day -> byTime(day, Meaning.Form.SHARE));
        }
        if (value instanceof Profile profile) {
            Tree.Table days = byDay(profile.byDay(), day -> byTime(day, Meaning.Form.NUMBER));
            return profile.weights() == Profile.Weights.HEIGHTS
                    ? days
                    : days.with(WeekTables.WEIGHTS, new Tree.Entry(NOWHERE, leaf(Written.of(profile.weights(), Meaning.Form.NUMBER))));
        }
        if (value instanceof Season season) {
            Map<String, Tree> months = new LinkedHashMap<>();
            season.byMonth().forEach((month, weight) -> months.put(WeekTables.MONTHS.get(month.ordinal()), leaf(Written.of(weight, Meaning.Form.NUMBER))));
            return table(months);
        }
        return leaf(((Set<?>) value).stream().map(day -> name((DayOfWeek) day)).collect(Collectors.joining(", ")));
    }

    private static String range(WeeklyHours.TimeRange range) {
        return range.from() + "-" + Written.of(range.to(), Meaning.Form.END);
    }

    private static <V> Tree.Table byDay(Map<DayOfWeek, V> week, Function<V, Tree> written) {
        Map<String, Tree> days = new LinkedHashMap<>();
        week.forEach((day, value) -> days.put(name(day), written.apply(value)));
        return table(days);
    }

    private static Tree byTime(Map<LocalTime, ? extends Number> day, Meaning.Form form) {
        Map<String, Tree> times = new LinkedHashMap<>();
        day.forEach((time, number) -> times.put(time.toString(), leaf(Written.of(number, form))));
        return table(times);
    }

    private static String name(DayOfWeek day) {
        return Days.NAMES.get(day.ordinal());
    }

    private static Tree.Leaf leaf(String text) {
        return new Tree.Leaf(NOWHERE, text);
    }

    private static Tree.Table table(Map<String, Tree> values) {
        Map<String, Tree.Entry> entries = new LinkedHashMap<>();
        values.forEach((key, value) -> entries.put(key, new Tree.Entry(NOWHERE, value)));
        return new Tree.Table(NOWHERE, entries);
    }
}
