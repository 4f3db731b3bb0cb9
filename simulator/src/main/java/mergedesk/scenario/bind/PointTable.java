package mergedesk.scenario.bind;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import mergedesk.scenario.text.Misread;
import mergedesk.scenario.tree.Faults;
import mergedesk.scenario.tree.Place;
import mergedesk.scenario.tree.SourceFiles;
import mergedesk.scenario.tree.Tree;

/** Points that somebody wrote into a CSV file: a column for each factor, a row for each point. */
public final class PointTable {
    private PointTable() {}

    /** The cells of each row, in the order of the factors; those of other columns than {@code point} are faults. */
    public static List<List<String>> read(Path file, List<String> factors, SourceFiles files, Faults faults) {
        List<List<String>> points = new ArrayList<>();
        try {
            new CsvFile(files, faults, file).read(factors, List.of("point"), row -> {
                List<String> cells = new ArrayList<>();
                for (String factor : factors) {
                    Tree.Leaf cell = row.cell(factor);
                    if (cell == null) {
                        row.fault(factor, "", "the cell is empty", "write the value of the factor at this point");
                    }
                    cells.add(cell == null ? "" : cell.text());
                }
                points.add(cells);
            });
        } catch (Misread misread) {
            faults.add(Place.fileAsWhole(file.toString(), Path.of("")), "", "", misread.rule(), misread.advice());
        }
        return points;
    }
}
