package mergedesk.scenario.io;

import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import mergedesk.scenario.Distribution;
import mergedesk.scenario.Limits;
import mergedesk.scenario.Rate;
import mergedesk.scenario.Trace;

/** Values that stand in CSV files beside the scenario: weeks of numbers, volumes by flow, recorded arrivals, observed lengths. */
final class CsvTables {
    private static final Syntax<Duration> SECONDS =
            new Syntax<>(Numbers.NUMBER.pattern(), "61.5", CsvTables::seconds, Times::seconds);
    private static final Limits COUNT = Key.of(Cells.class).get(0).limits();

    private final SourceFiles files;
    private final Faults faults;
    private final Leaves leaves;
    private final Map<Path, Map<String, CsvFile.Row>> volumes = new HashMap<>();

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

    /** The volume of a flow from {@code {file: volumes.csv}} with the columns flow, volume[, low, high, source, status]. */
    Rate volume(Tree.Table table, String path, String column, Figures figures, Leaves leaves) {
        Tree.Leaf name = onlyFile(table, path);
        if (name == null) {
            return null;
        }
        Map<String, CsvFile.Row> rows = volumeRows(name, path, column);
        if (rows == null) {
            return null;
        }
        String flow = path.split("\\.")[1];
        CsvFile.Row row = rows.get(flow);
        if (row == null) {
            faults.add(
                    name,
                    path,
                    "the file has no row for the flow " + Tree.quote(flow),
                    Suggestion.of(flow, rows.keySet(), "add a row"));
            return null;
        }
        Rate rate = row.need(column, Times.RATE, null, leaves);
        if (rate != null) {
            Tree low = row.cell("low");
            Tree high = row.cell("high");
            Tree range = low == null && high == null ? null : new Tree.Items(row.place(), pair(low, high, row));
            Stated stated = new Stated(row.cell(column), range, row.cell("source"), row.cell("status"));
            figures.add(path, stated, end -> {
                Rate bound = leaves.read(Times.RATE, null, end, path);
                return bound == null ? null : bound.perYear();
            });
        }
        return rate;
    }

    private static List<Tree> pair(Tree low, Tree high, CsvFile.Row row) {
        Tree nothing = new Tree.Leaf(row.place(), null);
        return List.of(low == null ? nothing : low, high == null ? nothing : high);
    }

    /** All rows by flow; read once for all flows that name the file. */
    private Map<String, CsvFile.Row> volumeRows(Tree.Leaf name, String path, String column) {
        try {
            CsvFile file = CsvFile.named(name, files, faults);
            if (!volumes.containsKey(file.file())) {
                Map<String, CsvFile.Row> rows = new LinkedHashMap<>();
                volumes.put(file.file(), null);
                boolean read = file.read(List.of("flow", column), List.of("low", "high", "source", "status"), row -> {
                    Tree.Leaf flow = row.cell("flow");
                    if (flow == null || rows.put(flow.text(), row) != null) {
                        row.fault(
                                "flow",
                                flow == null ? "" : flow.shown(),
                                flow == null ? "the cell is empty" : "this flow stands here a second time",
                                "name each flow once");
                    }
                });
                volumes.put(file.file(), read ? rows : null);
            }
            if (volumes.get(file.file()) == null) {
                faults.spoil(path);
            }
            return volumes.get(file.file());
        } catch (Misread misread) {
            faults.add(name, Key.join(path, "file"), misread);
            return null;
        }
    }

    /** Refuses rows of volume files that no flow of the scenario has, which are mistyped as a rule. */
    void checkVolumeRows(java.util.Collection<String> flows) {
        volumes.values().stream()
                .filter(rows -> rows != null)
                .forEach(rows -> rows.forEach((flow, row) -> {
                    if (!flows.contains(flow)) {
                        row.fault(
                                "flow",
                                Tree.quote(flow),
                                "the scenario has no such flow",
                                Suggestion.of(flow, flows, "remove the row"));
                    }
                }));
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
        return Collections.unmodifiableList(times);
    }

    private List<Trace.Count> counts(Tree name, String path) {
        List<Trace.Count> counts = new ArrayList<>();
        read(name, path, List.of("start", "count"), List.of(), row -> {
            LocalDateTime start = row.need("start", Times.DATE_TIME, null, leaves);
            Integer count = row.need("count", Numbers.WHOLE, COUNT, leaves);
            if (start != null && count != null) {
                counts.add(new Trace.Count(start, count));
            }
        });
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
        Tree.Leaf name = onlyFile(table, path);
        return name != null && read(name, Key.join(path, "file"), required, optional, rows);
    }

    /** The name in {@code {file: name}}, or null with a fault. */
    private Tree.Leaf onlyFile(Tree.Table table, String path) {
        Tree name = table.get("file");
        for (Map.Entry<String, Tree.Entry> entry : table.entries().entrySet()) {
            if (!entry.getKey().equals("file")) {
                faults.add(
                        entry.getValue().keyPlace(),
                        Key.join(path, entry.getKey()),
                        "",
                        "this key cannot stand here",
                        "write {file: name.csv} alone");
                return null;
            }
        }
        if (!(name instanceof Tree.Leaf leaf) || leaf.text() == null) {
            faults.add(
                    name == null ? table : name,
                    Key.join(path, "file"),
                    "the name of a CSV file is needed here",
                    "write {file: name.csv}");
            return null;
        }
        return leaf;
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
