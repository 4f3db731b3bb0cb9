package mergedesk.scenario.bind;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import mergedesk.scenario.Rate;
import mergedesk.scenario.Scenario;
import mergedesk.scenario.text.Misread;
import mergedesk.scenario.text.Times;
import mergedesk.scenario.tree.Faults;
import mergedesk.scenario.tree.Tree;

/**
 * Volumes by flow from CSV files with the columns flow, volume[, low, high, source, status].
 *
 * <p>The column of the volume has the name of the key, so {@code volume_per_head} can come from a file too. A file is read once for all flows.
 */
final class VolumeFiles {
    private final CsvContents contents;
    private final Faults faults;
    private final Leaves leaves;
    /** Rows by flow of every file without faults. */
    private final List<Map<String, CsvFile.Row>> read = new ArrayList<>();

    /** The flows of the scenario. */
    private Set<String> flows = Set.of();

    VolumeFiles(CsvContents contents, Faults faults) {
        this.contents = contents;
        this.faults = faults;
        this.leaves = new Leaves(faults);
    }

    /** The flows that the scenario has. */
    void expect(Set<String> flows) {
        this.flows = flows;
    }

    /**
     * The volume of the flow at {@code path} from {@code {file: volumes.csv}}, or null with a fault.
     *
     * @param outer what the scenario says around the file; its source and status hold where the row has none
     */
    Rate read(Tree.Table table, Stated outer, Key key, String path, Figures figures) {
        Tree.Leaf name = CsvFile.only(table, path, faults);
        Map<String, CsvFile.Row> rows =
                name == null ? null : contents.ofThisReading(name, path, key.name(), file -> rows(file, key.name()));
        if (rows == null) {
            return null;
        }
        String flow = path.split("\\.")[1];
        CsvFile.Row row = rows.get(flow);
        if (row == null) {
            String advice = faults.suggestion(flow, rows.keySet(), flows, "add a row");
            faults.add(name, path, "the file has no row for the flow " + Tree.quote(flow), advice);
            return null;
        }
        Rate rate = row.need(key.name(), Times.RATE, key.limits(), leaves);
        if (rate != null) {
            figures.add(path, stated(row, outer, key.name()), end -> leaves.size(Times.RATE, key.limits(), end, path));
        }
        return rate;
    }

    private static Stated stated(CsvFile.Row row, Stated outer, String column) {
        Tree low = row.amount("low");
        Tree high = row.amount("high");
        Tree nothing = new Tree.Leaf(row.place(), null);
        Tree range = low == null && high == null
                ? outer.range()
                : new Tree.Items(
                        row.place(),
                        List.of(Objects.requireNonNullElse(low, nothing), Objects.requireNonNullElse(high, nothing)));
        Tree source = row.cell("source");
        Tree status = row.cell("status");
        return new Stated(
                row.amount(column),
                range,
                source == null ? outer.source() : source,
                status == null ? outer.status() : status);
    }

    private Map<String, CsvFile.Row> rows(CsvFile file, String column) {
        Map<String, CsvFile.Row> rows = new LinkedHashMap<>();
        boolean sound = file.read(List.of("flow", column), List.of("low", "high", "source", "status"), row -> {
            Tree.Leaf flow = row.cell("flow");
            if (flow == null) {
                row.fault("flow", "", "the cell is empty", "write the key of a flow");
            } else if (rows.put(flow.text(), row) != null) {
                row.fault("flow", flow.shown(), "this flow stands here a second time", "name each flow once");
            } else if (rows.size() > Scenario.MOST_ENTRIES) {
                throw new Misread(
                        "the file has more rows than a scenario may have flows", "check that it is the right file");
            }
        });
        if (!sound) {
            return null;
        }
        read.add(rows);
        return rows;
    }

    /** Refuses rows that no flow of the scenario has: they are mistyped as a rule. */
    void refuseRowsWithout() {
        read.forEach(rows -> rows.forEach((flow, row) -> {
            if (!flows.contains(flow)) {
                String advice = faults.suggestion(flow, flows, rows.keySet(), "remove the row");
                row.fault("flow", Tree.quote(flow), "the scenario has no such flow", advice);
            }
        }));
    }
}
