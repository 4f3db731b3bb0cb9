package mergedesk.scenario.io;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import mergedesk.scenario.Distribution;
import mergedesk.scenario.Limits;
import mergedesk.scenario.Trace;

/** Values that stand in CSV files beside the scenario: weeks of numbers, recorded arrivals, observed lengths. */
final class CsvTables {
    private static final Syntax<Duration> SECONDS =
            new Syntax<>(Numbers.NUMBER.pattern(), "61.5", CsvTables::seconds, Times::seconds);
    private static final Limits COUNT = Key.of(Cells.class).get(0).limits();

    private final SourceFiles files;
    private final Faults faults;
    private final Leaves leaves;

    CsvTables(SourceFiles files, Faults faults) {
        this.files = files;
        this.faults = faults;
        this.leaves = new Leaves(faults);
    }

    /** Carries the limits of cells. */
    private record Cells(
            @Limits(least = 0, most = 10_000_000) int count) {}

    private static Duration seconds(String text) {
        double seconds = Numbers.NUMBER.reader().apply(text);
        if (seconds < 0 || seconds > 1e9) {
            throw new Misread("the number of seconds is not between 0 and 1,000,000,000", "check the column");
        }
        return Duration.ofNanos(Math.round(seconds * 1e9));
    }

    /** A week of numbers from {@code {file: week.csv}} with the columns time, mon ... sun; an empty cell says nothing. */
    <N extends Number> Map<DayOfWeek, Map<LocalTime, N>> week(
            Tree.Table table, String path, Syntax<N> syntax, Limits limits, Leaves leaves) {
        Map<DayOfWeek, Map<LocalTime, N>> week = new EnumMap<>(DayOfWeek.class);
        boolean read = readOnly(table, path, List.of("time"), Days.NAMES, row -> {
            LocalTime time = row.need("time", Times.TIME, null, leaves);
            for (DayOfWeek day : DayOfWeek.values()) {
                String column = Days.NAMES.get(day.ordinal());
                Tree.Leaf cell = row.cell(column);
                N number = cell == null ? null : row.read(column, cell, syntax, limits, leaves);
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
        return read ? Collections.unmodifiableMap(week) : null;
    }

    /** Puts what files hold into the components of a record that the reader fills; {@code values} in the order of the components. */
    Object[] fill(Class<?> type, Object[] values, Tree.Table table, String path) {
        List<String> keys = Key.of(type).stream().map(Key::name).toList();
        if (type == Trace.class) {
            values[keys.indexOf("times")] = times(table.get("times_file"), Key.join(path, "times_file"));
            values[keys.indexOf("counts")] = counts(table.get("counts_file"), Key.join(path, "counts_file"));
        } else if (type == Distribution.class && table.get("file") != null) {
            values[keys.indexOf("values")] = lengths(table.get("file"), Key.join(path, "file"));
        }
        return values;
    }

    private List<LocalDateTime> times(Tree name, String path) {
        List<LocalDateTime> times = new ArrayList<>();
        read(name, path, List.of("time"), List.of(), row -> {
            LocalDateTime time = row.need("time", Times.DATE_TIME, null, leaves);
            if (time != null) {
                times.add(time);
            }
        });
        times.sort(Comparator.naturalOrder());
        return Collections.unmodifiableList(times);
    }

    private List<Trace.Count> counts(Tree name, String path) {
        List<Trace.Count> counts = new ArrayList<>();
        Set<LocalDateTime> starts = new HashSet<>();
        read(name, path, List.of("start", "count"), List.of(), row -> {
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
            }
        });
        counts.sort(Comparator.comparing(Trace.Count::start));
        return Collections.unmodifiableList(counts);
    }

    private List<Duration> lengths(Tree name, String path) {
        List<Duration> lengths = new ArrayList<>();
        read(name, path, List.of("seconds"), List.of(), row -> {
            Duration length = row.need("seconds", SECONDS, null, leaves);
            if (length != null) {
                lengths.add(length);
            }
        });
        return Collections.unmodifiableList(lengths);
    }

    private boolean readOnly(
            Tree.Table table, String path, List<String> required, List<String> optional, Consumer<CsvFile.Row> rows) {
        Tree.Leaf name = CsvFile.only(table, path, faults);
        return name != null && read(name, Key.join(path, "file"), required, optional, rows);
    }

    private boolean read(
            Tree name, String path, List<String> required, List<String> optional, Consumer<CsvFile.Row> rows) {
        if (!(name instanceof Tree.Leaf leaf) || leaf.text() == null) {
            return false;
        }
        try {
            boolean sound = CsvFile.named(leaf, files, faults).read(required, optional, rows);
            if (!sound) {
                faults.spoil(path);
            }
            return sound;
        } catch (Misread misread) {
            faults.add(name, path, misread);
            return false;
        }
    }
}
