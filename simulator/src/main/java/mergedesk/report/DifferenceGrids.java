package mergedesk.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import mergedesk.report.text.DifferenceText;
import mergedesk.report.text.Measures;
import mergedesk.report.text.NumberText;
import mergedesk.report.text.ValueText;
import mergedesk.results.Comparison;
import mergedesk.results.Comparison.Difference;
import mergedesk.results.Scope;

/** Every measure of one side beside the base's: everything together first, then by kind of scope. */
final class DifferenceGrids {
    private static final int MOST_ROWS = 60;

    private final Comparison comparison;
    private final Comparison.Side side;

    DifferenceGrids(Comparison comparison, Comparison.Side side) {
        this.comparison = comparison;
        this.side = side;
    }

    List<Grid> all() {
        Map<Scope.Kind, List<Difference>> byKind = side.all().filter(difference -> !DifferenceText.isOfDays(side, difference)).collect(Collectors.groupingBy(difference -> difference.scope().kind(), LinkedHashMap::new, Collectors.toList()));
        List<Grid> grids = new ArrayList<>();
        byKind.forEach((kind, differences) -> grids.add(grid(kind, differences)));
        return grids;
    }

    private Grid grid(Scope.Kind kind, List<Difference> differences) {
        boolean overall = kind == Scope.Kind.OVERALL;
        int most = overall ? differences.size() : MOST_ROWS;
        List<List<String>> rows = differences.stream()
                .limit(most)
                .map(difference -> row(difference, overall))
                .toList();
        List<Grid.Column> columns = new ArrayList<>();
        if (!overall) {
            columns.add(Grid.words("Where"));
        }
        columns.add(Grid.words("Measure"));
        columns.add(Grid.number("A"));
        columns.add(Grid.number(side.letter()));
        columns.add(Grid.number("Difference"));
        columns.add(Grid.number("n"));
        columns.add(Grid.words("Shown by these runs"));
        String note = differences.size() > most
                ? "The first " + most + " of " + NumberText.whole(differences.size()) + "; all are in differences.csv."
                : "";
        return new Grid("by-" + kind.id() + "-" + side.letter(), overall ? "Everything together" : "By " + kind.id(), note, columns, rows).folding();
    }

    private List<String> row(Difference difference, boolean overall) {
        ValueText values = ValueText.of(difference.measure());
        List<String> row = new ArrayList<>();
        if (!overall) {
            row.add(comparison.names().of(difference.scope()));
        }
        row.add(Measures.title(difference.measure(), comparison.contacts()));
        row.add(values.text(difference.base()));
        row.add(values.text(difference.value()));
        row.add(values.difference(difference.difference(), difference.base(), difference.value()));
        row.add(NumberText.count(difference.difference().n()));
        row.add(difference.isShown() ? "yes" : difference.difference().value() == 0 && difference.difference().halfWidth() == 0 ? "equal" : "no");
        return row;
    }
}
