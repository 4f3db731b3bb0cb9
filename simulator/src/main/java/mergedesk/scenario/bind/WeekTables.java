package mergedesk.scenario.bind;

import java.lang.reflect.Type;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.time.Month;
import java.util.Collections;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.BiFunction;
import java.util.stream.Stream;
import mergedesk.scenario.Limits;
import mergedesk.scenario.Meaning;
import mergedesk.scenario.Profile;
import mergedesk.scenario.Season;
import mergedesk.scenario.Staffing;
import mergedesk.scenario.WeeklyHours;
import mergedesk.scenario.WeeklyHours.TimeRange;
import mergedesk.scenario.WeeklyShare;
import mergedesk.scenario.text.Days;
import mergedesk.scenario.text.Numbers;
import mergedesk.scenario.text.Syntax;
import mergedesk.scenario.text.Syntaxes;
import mergedesk.scenario.text.Times;
import mergedesk.scenario.tree.Faults;
import mergedesk.scenario.tree.Tree;
import mergedesk.scenario.tree.TreePath;

/** Reads what is written by day of the week, by time of day or by month: opening hours, staffing, profiles, seasons, sets of days. */
public final class WeekTables {
    public static final List<String> MONTHS = Stream.of(Month.values())
            .map(month -> month.name().substring(0, 3).toLowerCase(Locale.ROOT))
            .toList();

    /** The key of a profile beside its days or its file. */
    public static final String WEIGHTS = "weights";

    private static final Set<Class<?>> NUMBERS = Set.of(Staffing.class, WeeklyShare.class, Profile.class, Season.class);
    private static final Limits AGENTS = limits("agents");
    private static final Limits SHARE = limits("share");
    private static final Limits WEIGHT = limits("weight");

    private final Faults faults;
    private final Leaves leaves;
    private final CsvTables csv;
    private final HoursOfDay hoursOfDay;

    WeekTables(Faults faults, Leaves leaves, CsvTables csv) {
        this.faults = faults;
        this.leaves = leaves;
        this.csv = csv;
        hoursOfDay = new HoursOfDay(faults, leaves);
    }

    /** Carries the limits of the numbers inside the tables, in the form that components of records carry theirs. */
    private record Cells(
            @Limits(least = 0, most = 100_000) int agents,
            @Limits(least = 0, most = 1) double share,
            @Limits(least = 0, most = 1e9) double weight) {}

    private static Limits limits(String cell) {
        return Key.of(Cells.class).stream()
                .filter(key -> key.name().equals(cell))
                .findFirst()
                .orElseThrow()
                .limits();
    }

    /** Whether {@code type} is read here. */
    static boolean reads(Type type) {
        return ofNumbers(type) || type == WeeklyHours.class || isDays(type);
    }

    /** Whether the table is one of numbers, which may cite a source. */
    static boolean ofNumbers(Type type) {
        return type instanceof Class<?> raw && NUMBERS.contains(raw);
    }

    /** The syntax of one number in place of a table, for all of the week, and of each in the table; null where there must be a table. */
    public static Syntax<?> single(Type type) {
        return type == Staffing.class ? Numbers.WHOLE : type == WeeklyShare.class ? Numbers.SHARE : null;
    }

    public static boolean isDays(Type type) {
        return Key.rawType(type) == Set.class && Key.argument(type, 0) == DayOfWeek.class;
    }

    /** The value, or null with a fault. */
    Object read(Class<?> type, Tree node, String path) {
        if (type == WeeklyHours.class) {
            return hours(node, path);
        }
        if (type == Staffing.class) {
            return staffing(node, path);
        }
        if (type == WeeklyShare.class) {
            return share(node, path);
        }
        if (type == Profile.class) {
            return profile(node, path);
        }
        return type == Season.class ? season(node, path) : days(node, path);
    }

    private Profile profile(Tree node, String path) {
        Profile.Weights weights = Profile.Weights.HEIGHTS;
        Tree numbers = node;
        if (node instanceof Tree.Table table && table.get(WEIGHTS) != null) {
            Syntax<?> syntax = Syntaxes.of(Profile.Weights.class, Meaning.Form.NUMBER);
            weights = (Profile.Weights) leaves.read(syntax, null, table.get(WEIGHTS), TreePath.join(path, WEIGHTS));
            numbers = table.without(WEIGHTS);
        }
        Map<DayOfWeek, Map<LocalTime, Double>> week =
                numbers(numbers, path, Numbers.NUMBER, WEIGHT, "{mon-fri: {\"08:30\": 4, \"09:00\": 7}}");
        return week == null || weights == null ? null : new Profile(weights, week);
    }

    private Staffing staffing(Tree node, String path) {
        if (node instanceof Tree.Leaf) {
            Integer agents = leaves.read(Numbers.WHOLE, AGENTS, node, path);
            return agents == null ? null : new Staffing(agents, Map.of());
        }
        Map<DayOfWeek, Map<LocalTime, Integer>> week =
                numbers(node, path, Numbers.WHOLE, AGENTS, "12, or {mon-fri: {\"08:30\": 10, \"12:00\": 8}}");
        return week == null ? null : new Staffing(null, week);
    }

    private WeeklyShare share(Tree node, String path) {
        if (node instanceof Tree.Leaf) {
            Double share = leaves.read(Numbers.SHARE, SHARE, node, path);
            return share == null ? null : WeeklyShare.of(share);
        }
        Map<DayOfWeek, Map<LocalTime, Double>> week =
                numbers(node, path, Numbers.SHARE, SHARE, "20 %, or {mon-fri: {\"08:30\": 10 %, \"14:00\": 50 %}}");
        return week == null ? null : new WeeklyShare(null, week);
    }

    private <N extends Number> Map<DayOfWeek, Map<LocalTime, N>> numbers(
            Tree node, String path, Syntax<N> syntax, Limits limits, String example) {
        if (node instanceof Tree.Table table && table.get("file") != null) {
            return csv.week(table, path, syntax, limits);
        }
        return byDay(node, path, example, (day, dayPath) -> byTime(day, dayPath, syntax, limits));
    }

    private <N extends Number> Map<LocalTime, N> byTime(Tree node, String path, Syntax<N> syntax, Limits limits) {
        if (!(node instanceof Tree.Table table)) {
            faults.add(
                    node,
                    path,
                    "a table of times of day is needed here",
                    "write {\"08:30\": " + syntax.example() + "}");
            return null;
        }
        Map<LocalTime, N> byTime = new TreeMap<>();
        table.entries().forEach((name, entry) -> {
            String timePath = TreePath.join(path, name);
            Tree.Leaf key = new Tree.Leaf(entry.keyPlace(), name);
            LocalTime time = leaves.read(Times.TIME, null, key, timePath);
            N number = leaves.read(syntax, limits, entry.value(), timePath);
            if (time != null && number != null && byTime.put(time, number) != null) {
                faults.add(key, timePath, "this time stands here a second time", "keep one of the two");
            }
        });
        return Collections.unmodifiableMap(byTime);
    }

    private WeeklyHours hours(Tree node, String path) {
        if (node instanceof Tree.Leaf leaf && leaf.text() != null) {
            if (!leaf.text().equals("always")) {
                faults.add(
                        leaf,
                        path,
                        "opening hours are a table by day, or always",
                        "write {mon-fri: 08:30-17:00} or always");
                return null;
            }
            Map<DayOfWeek, List<TimeRange>> week = new EnumMap<>(DayOfWeek.class);
            for (DayOfWeek day : DayOfWeek.values()) {
                week.put(day, List.of(new TimeRange(LocalTime.MIDNIGHT, LocalTime.MIDNIGHT)));
            }
            return new WeeklyHours(Collections.unmodifiableMap(week));
        }
        Map<DayOfWeek, List<TimeRange>> week = byDay(node, path, "{mon-fri: 08:30-17:00}, or always", hoursOfDay::read);
        return week == null ? null : new WeeklyHours(week);
    }

    private <V> Map<DayOfWeek, V> byDay(Tree node, String path, String example, BiFunction<Tree, String, V> reader) {
        if (!(node instanceof Tree.Table table)) {
            faults.add(node, path, "a table by day is needed here", "write " + example);
            return null;
        }
        Map<DayOfWeek, V> week = new EnumMap<>(DayOfWeek.class);
        table.entries().forEach((name, entry) -> {
            String dayPath = TreePath.join(path, name);
            Tree.Leaf key = new Tree.Leaf(entry.keyPlace(), name);
            Set<DayOfWeek> days = leaves.read(Days.SYNTAX, null, key, dayPath);
            V value = reader.apply(entry.value(), dayPath);
            if (days == null || value == null) {
                return;
            }
            for (DayOfWeek day : days) {
                if (week.put(day, value) != null) {
                    faults.add(
                            key,
                            dayPath,
                            Days.NAMES.get(day.ordinal()) + " stands here a second time",
                            "name each day once");
                }
            }
        });
        return Collections.unmodifiableMap(week);
    }

    private Season season(Tree node, String path) {
        if (!(node instanceof Tree.Table table)) {
            faults.add(node, path, "a table by month is needed here", "write {mar: 1.3, aug: 0.8}");
            return null;
        }
        Map<Month, Double> byMonth = new EnumMap<>(Month.class);
        table.entries().forEach((name, entry) -> {
            String monthPath = TreePath.join(path, name);
            int month = MONTHS.indexOf(name);
            if (month < 0) {
                faults.add(
                        entry.keyPlace(),
                        monthPath,
                        Tree.quote(name),
                        "this is not a month",
                        faults.suggestion(name, MONTHS, "write jan to dec"));
            }
            Double weight = leaves.read(Numbers.NUMBER, WEIGHT, entry.value(), monthPath);
            if (month >= 0 && weight != null) {
                byMonth.put(Month.of(month + 1), weight);
            }
        });
        return new Season(Collections.unmodifiableMap(byMonth));
    }

    private Set<DayOfWeek> days(Tree node, String path) {
        if (!(node instanceof Tree.Items list)) {
            return leaves.read(Days.SYNTAX, null, node, path);
        }
        Set<DayOfWeek> days = EnumSet.noneOf(DayOfWeek.class);
        for (int i = 0; i < list.items().size(); i++) {
            Set<DayOfWeek> some = leaves.read(Days.SYNTAX, null, list.items().get(i), path + "[" + i + "]");
            if (some != null) {
                days.addAll(some);
            }
        }
        return days;
    }
}
