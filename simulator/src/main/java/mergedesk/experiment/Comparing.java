package mergedesk.experiment;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import mergedesk.observe.Scopes;
import mergedesk.observe.Scopes.Kind;
import mergedesk.program.Program;
import mergedesk.results.Comparison;
import mergedesk.results.Kpi;
import mergedesk.results.Study;
import mergedesk.stats.Differences;
import mergedesk.stats.Estimate;
import mergedesk.stats.Measure;
import mergedesk.stats.Observations;

/**
 * Paired differences between two scenarios that met the same people: observation i of both has the same seed and number, and flows of the same
 * names have the same draws. Compared are scopes that both have: overall, and councils, services, desks of the same names.
 */
public final class Comparing {
    private static final List<Kind> KINDS = List.of(Kind.OVERALL, Kind.COUNCIL, Kind.SERVICE, Kind.DESK);

    /** One side: what ran, and what came out. */
    public record Side(Program program, Observations observations, Study.Manifest manifest, String name, String description) {}

    private final Side a;
    private final Side b;

    public Comparing(Side a, Side b) {
        this.a = a;
        this.b = b;
    }

    /** B minus A in every measure that is a mean or a ratio. */
    public Comparison compare(String question, List<String> warnings) {
        List<Comparison.Difference> differences = new ArrayList<>();
        Map<Scopes.Row, Integer> rowsOfB = rows(b);
        Function<Scopes.Row, String> nameInA = row -> name(a.program, row);
        for (Scopes.Row row : new Scopes(a.program).rows()) {
            if (!KINDS.contains(row.kind())) {
                continue;
            }
            Integer rowB = rowsOfB.entrySet().stream()
                    .filter(e -> e.getKey().kind() == row.kind() && name(b.program, e.getKey()).equals(nameInA.apply(row)))
                    .map(Map.Entry::getValue)
                    .findFirst()
                    .orElse(null);
            if (rowB != null) {
                add(differences, row, rowB);
            }
        }
        return new Comparison(
                question,
                new Comparison.Side(a.manifest, a.name, a.description),
                new Comparison.Side(b.manifest, b.name, b.description),
                differences,
                Measure.all().stream()
                        .filter(m -> differences.stream().anyMatch(d -> d.measure().equals(m.id())))
                        .map(StudyBuilder::line)
                        .toList(),
                warnings);
    }

    private static Map<Scopes.Row, Integer> rows(Side side) {
        Scopes scopes = new Scopes(side.program);
        return scopes.rows().stream().collect(Collectors.toMap(row -> row, row -> scopes.row(row.kind(), row.index())));
    }

    private static String name(Program program, Scopes.Row row) {
        return switch (row.kind()) {
            case COUNCIL -> program.names().councils().get(row.index());
            case SERVICE -> program.names().services().get(row.index());
            case DESK -> program.names().desks().get(row.index());
            default -> "";
        };
    }

    private void add(List<Comparison.Difference> differences, Scopes.Row row, int rowB) {
        int rowA = new Scopes(a.program).row(row.kind(), row.index());
        KpiTable tableA = new KpiTable(a.program);
        KpiTable tableB = new KpiTable(b.program);
        Kpi scope = tableA.kpi("", row, Estimate.EMPTY);
        for (Measure measure : Measure.all()) {
            if (measure.isQuantile() || !measure.existsFor(row.kind())) {
                continue;
            }
            Estimate ofA = tableA.estimate(a.observations, measure, rowA);
            Estimate ofB = tableB.estimate(b.observations, measure, rowB);
            Estimate difference = measure.isExact()
                    ? Estimate.exact(ofB.value() - ofA.value(), ofA.n())
                    : Differences.of(measure, b.observations, rowB, a.observations, rowA);
            if (!difference.isEmpty()) {
                differences.add(new Comparison.Difference(
                        measure.id(), scope.scope(), scope.council(), scope.service(), scope.channel(), scope.desk(), scope.group(),
                        scope.interval(), ofA.value(), ofB.value(), difference, ""));
            }
        }
    }
}
