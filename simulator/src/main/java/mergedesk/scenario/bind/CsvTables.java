package mergedesk.scenario.bind;

import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import mergedesk.scenario.Distribution;
import mergedesk.scenario.Limits;
import mergedesk.scenario.Trace;
import mergedesk.scenario.text.Days;
import mergedesk.scenario.text.Misread;
import mergedesk.scenario.text.Numbers;
import mergedesk.scenario.text.Syntax;
import mergedesk.scenario.text.Times;
import mergedesk.scenario.tree.Faults;
import mergedesk.scenario.tree.Place;
import mergedesk.scenario.tree.Tree;
import mergedesk.scenario.tree.TreePath;

/** Values that stand in CSV files beside the scenario: weeks of numbers, recorded arrivals, observed lengths. */
final class CsvTables {
    private static final Syntax<Duration> SECONDS =
            new Syntax<>(Numbers.NUMBER.pattern(), "61.5", CsvTables::seconds, Times::seconds);
    private static final Limits COUNT = Key.of(Cells.class).get(0).limits();

    private final CsvContents contents;
    private final Faults faults;
    private final Leaves leaves;
    /** That of an earlier reading of the same files, or null. */
    private final CsvTables earlier;

    private final Map<List<?>, RowPlaces> rowPlaces = new IdentityHashMap<>();
    private final Map<List<Trace.Count>, Duration> intervals = new IdentityHashMap<>();

    /** Where the rows of a list stand, by their order in the list. */
    private record RowPlaces(String file, int[] lines) {}

    CsvTables(CsvContents contents, Faults faults, CsvTables earlier) {
        this.contents = contents;
        this.faults = faults;
        this.earlier = earlier;
        this.leaves = new Leaves(faults);
    }

    /** Carries the limits of cells. */
    private record Cells(
            @Limits(least = 0, most = 10_000_000) int count) {}

    private static Duration seconds(String text) {
        BigDecimal seconds = Numbers.decimal(text);
        if (seconds == null) {
            throw new Misread("this is not a number of seconds", "write one such as 61.5");
        }
        if (seconds.signum() < 0) {
            throw new Misread("a time cannot be negative", "check the column");
        }
        return Times.ofSeconds(seconds);
    }

    /** A week of numbers from {@code {file: week.csv}} with the columns time, mon ... sun; an empty cell says nothing. */
    <N extends Number> Map<DayOfWeek, Map<LocalTime, N>> week(
            Tree.Table table, String path, Syntax<N> syntax, Limits limits) {
        Tree.Leaf name = CsvFile.only(table, path, faults);
        return name == null
                ? null
                : contents.of(name, TreePath.join(path, "file"), syntax, file -> week(file, syntax, limits));
    }

    private <N extends Number> Map<DayOfWeek, Map<LocalTime, N>> week(CsvFile file, Syntax<N> syntax, Limits limits) {
        Map<DayOfWeek, Map<LocalTime, N>> week = new EnumMap<>(DayOfWeek.class);
        boolean sound = file.read(List.of("time"), Days.NAMES, row -> {
            LocalTime time = row.need("time", Times.TIME, null, leaves);
            for (DayOfWeek day : DayOfWeek.values()) {
                String column = Days.NAMES.get(day.ordinal());
                N number = row.read(column, syntax, limits, leaves);
                if (time != null
                        && number != null
                        && week.computeIfAbsent(day, d -> new TreeMap<>()).put(time, number) != null) {
                    row.fault(
                            "time",
                            Tree.quote(time.toString()),
                            "this time stands here a second time",
                            "keep one of the two rows");
                }
            }
        });
        week.replaceAll((day, byTime) -> Collections.unmodifiableMap(byTime));
        return sound ? Collections.unmodifiableMap(week) : null;
    }

    /** Puts what files hold into the components of a record that the reader fills; {@code values} in the order of the components. */
    Object[] fill(Class<?> type, Object[] values, Tree.Table table, String path) {
        if (type == Trace.class) {
            List<String> keys = Key.of(type).stream().map(Key::name).toList();
            values[keys.indexOf("times")] = list(table, "times_file", path, this::times);
            List<Trace.Count> counts = list(table, "counts_file", path, this::counts);
            values[keys.indexOf("counts")] = counts;
            if (table.get("interval") == null) {
                values[keys.indexOf("interval")] = interval(counts);
            }
        } else if (type == Distribution.class && table.get("file") != null) {
            values[Key.of(type).stream().map(Key::name).toList().indexOf("values")] = list(table, "file", path, this::lengths);
        }
        return values;
    }

    /** The list in the file that stands under {@code key}; empty when there is none. */
    private <T> List<T> list(Tree.Table table, String key, String path, Function<CsvFile, List<T>> reading) {
        List<T> list = table.get(key) instanceof Tree.Leaf name && name.text() != null
                ? contents.of(name, TreePath.join(path, key), key, reading)
                : null;
        return list == null ? List.of() : list;
    }

    private List<LocalDateTime> times(CsvFile file) {
        List<LocalDateTime> times = new ArrayList<>();
        IntStream.Builder lines = IntStream.builder();
        boolean sound = file.read(List.of("time"), List.of(), row -> {
            LocalDateTime time = row.need("time", Times.DATE_TIME, null, leaves);
            if (time != null) {
                times.add(time);
                lines.add(row.place().line());
            }
        });
        return sound ? inOrder(times, Comparator.naturalOrder(), file, lines.build().toArray()) : null;
    }

    /** The rows in order; remembers where they stand. */
    private <T> List<T> inOrder(List<T> rows, Comparator<T> order, CsvFile file, int[] lines) {
        boolean ordered =
                IntStream.range(1, rows.size()).allMatch(i -> order.compare(rows.get(i - 1), rows.get(i)) <= 0);
        if (ordered) {
            List<T> kept = Collections.unmodifiableList(rows);
            rowPlaces.put(kept, new RowPlaces(file.file().toString(), lines));
            return kept;
        }
        Integer[] places = new Integer[rows.size()];
        Arrays.setAll(places, i -> i);
        Arrays.sort(places, Comparator.comparing(rows::get, order));
        List<T> sorted = Stream.of(places).map(rows::get).toList();
        int[] sortedLines = Stream.of(places).mapToInt(i -> lines[i]).toArray();
        rowPlaces.put(sorted, new RowPlaces(file.file().toString(), sortedLines));
        return sorted;
    }

    /** Where a row stands that became the {@code index}-th of a list. */
    Place placeOf(List<?> rows, int index) {
        RowPlaces places = rowPlaces.get(rows);
        if (places == null) {
            return earlier.placeOf(rows, index);
        }
        return new Place(places.file(), null, places.lines()[index], 0);
    }

    private Duration interval(List<Trace.Count> counts) {
        return earlier != null && earlier.intervals.containsKey(counts) ? earlier.intervals.get(counts) : intervals.computeIfAbsent(counts, CsvTables::usualDistance);
    }

    /** The distance that most neighbouring intervals are apart, of several the shortest; null for fewer than two. */
    private static Duration usualDistance(List<Trace.Count> counts) {
        Map<Duration, Integer> times = new TreeMap<>();
        for (int i = 1; i < counts.size(); i++) {
            times.merge(
                    Duration.between(counts.get(i - 1).start(), counts.get(i).start()), 1, Integer::sum);
        }
        return times.entrySet().stream()
                .max(Map.Entry.<Duration, Integer>comparingByValue()
                        .thenComparing(Map.Entry.comparingByKey(Comparator.reverseOrder())))
                .map(Map.Entry::getKey)
                .orElse(null);
    }

    private List<Trace.Count> counts(CsvFile file) {
        List<Trace.Count> counts = new ArrayList<>();
        IntStream.Builder lines = IntStream.builder();
        Set<LocalDateTime> starts = new HashSet<>();
        boolean sound = file.read(List.of("start", "count"), List.of(), row -> {
            LocalDateTime start = row.need("start", Times.DATE_TIME, null, leaves);
            Integer count = row.need("count", Numbers.WHOLE, COUNT, leaves);
            if (start != null && !starts.add(start)) {
                row.fault(
                        "start",
                        Tree.quote(start.toString()),
                        "this interval stands here a second time",
                        "add up the counts");
            } else if (start != null && count != null) {
                counts.add(new Trace.Count(start, count));
                lines.add(row.place().line());
            }
        });
        return sound ? inOrder(counts, Comparator.comparing(Trace.Count::start), file, lines.build().toArray()) : null;
    }

    private List<Duration> lengths(CsvFile file) {
        List<Duration> lengths = new ArrayList<>();
        boolean sound = file.read(List.of("seconds"), List.of(), row -> {
            Duration length = row.need("seconds", SECONDS, null, leaves);
            if (length != null) {
                lengths.add(length);
            }
        });
        return sound ? Collections.unmodifiableList(lengths) : null;
    }
}
