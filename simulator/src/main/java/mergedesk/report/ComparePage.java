package mergedesk.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import mergedesk.report.text.DifferenceText;
import mergedesk.report.text.Measures;
import mergedesk.report.text.NumberText;
import mergedesk.report.text.ValueText;
import mergedesk.results.Comparison;
import mergedesk.results.Comparison.Difference;
import mergedesk.results.Scope;

/** report.html of a comparison as the templates of its sections read it; made when asked for, as {@link StudyPage} is. */
public final class ComparePage {
    /** Sentences under the headline; the tables have the rest. */
    private static final int MOST_SENTENCES = 8;

    private final Comparison comparison;
    private final DifferenceText text;

    ComparePage(Comparison comparison) {
        this.comparison = comparison;
        text = new DifferenceText(comparison);
    }

    /** A or B. */
    public record Side(String letter, String name, String description, List<Fact> facts) {}

    public String title() {
        return comparison.a().name() + " against " + comparison.b().name();
    }

    public String question() {
        return comparison.question();
    }

    /** The one sentence to take home. */
    public String headline() {
        return text.headline();
    }

    /** What else differs. */
    public List<String> sentences() {
        return text.further().stream().limit(MOST_SENTENCES).toList();
    }

    public Optional<Grid> equations() {
        return Equations.grid(comparison.measures());
    }

    public List<Side> sides() {
        return List.of(side("A", comparison.a()), side("B", comparison.b()));
    }

    public List<String> methods() {
        return RunFacts.methods(comparison.differences().stream().map(Difference::difference));
    }

    /** Overall first, then by kind of scope in the order of the data; intervals of the week are left to the file. */
    public List<Grid> tables() {
        Map<Scope.Kind, List<Difference>> byKind = comparison.differences().stream()
                .filter(difference -> difference.scope().kind() != Scope.Kind.INTERVAL)
                .collect(Collectors.groupingBy(difference -> difference.scope().kind(), LinkedHashMap::new, Collectors.toList()));
        List<Grid> grids = new ArrayList<>();
        byKind.forEach((kind, differences) -> grids.add(grid(kind, differences)));
        return grids;
    }

    private Grid grid(Scope.Kind kind, List<Difference> differences) {
        boolean overall = kind == Scope.Kind.OVERALL;
        int most = overall ? differences.size() : 3 * ScopeGrids.MOST_ROWS;
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
        columns.add(Grid.number("B"));
        columns.add(Grid.number("Difference"));
        columns.add(Grid.number("n"));
        columns.add(Grid.words("Shown by these runs"));
        String note = differences.size() > most
                ? "The first " + most + " of " + NumberText.whole(differences.size()) + "; all are in differences.csv."
                : "";
        return new Grid("by-" + kind.id(), overall ? "Everything together" : "By " + kind.id(), note, columns, rows);
    }

    private List<String> row(Difference difference, boolean overall) {
        ValueText values = ValueText.of(difference.measure());
        List<String> row = new ArrayList<>();
        if (!overall) {
            row.add(comparison.names().of(difference.scope()));
        }
        row.add(Measures.title(difference.measure()));
        row.add(values.text(difference.valueA()));
        row.add(values.text(difference.valueB()));
        row.add(values.difference(difference.difference()));
        row.add(NumberText.count(difference.difference().n()));
        row.add(difference.isShown() ? "yes" : "no");
        return row;
    }

    private static Side side(String letter, Comparison.Side side) {
        return new Side(letter, side.name(), side.description(), RunFacts.of(side.manifest()));
    }
}
