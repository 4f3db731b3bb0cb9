package mergedesk.experiment;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import mergedesk.observe.RunSummary;
import mergedesk.observe.Scopes;
import mergedesk.observe.Scopes.Kind;
import mergedesk.program.Program;
import mergedesk.results.Comparison;
import mergedesk.results.Kpi;
import mergedesk.results.Study;
import mergedesk.stats.Differences;
import mergedesk.stats.Estimate;
import mergedesk.stats.Measure;
import mergedesk.stats.Sample;

/**
 * Paired differences between two scenarios that met the same people: observation i of both has the same seed and number, and flows of the same
 * names have the same draws. Compared are scopes that both have: overall, and councils, services, desks of the same names.
 */
public final class Comparing {
    static final List<Kind> KINDS = List.of(Kind.OVERALL, Kind.COUNCIL, Kind.SERVICE, Kind.DESK);

    /** One side: what ran, and what came out. */
    public record Side(Program program, Sample sample, Study.Manifest manifest, String name, String description) {}

    private final Side a;
    private final Side b;
    private final KpiTable tableA;
    private final KpiTable tableB;

    public Comparing(Side a, Side b) {
        this.a = a;
        this.b = b;
        tableA = new KpiTable(a.program);
        tableB = new KpiTable(b.program);
    }

    /** Keeps of each replication what is compared: the scopes that may have the same names on both sides. */
    public static Consumer<List<RunSummary>> keeping(Program program, List<List<RunSummary>> kept) {
        List<Scopes.Row> rows = new Scopes(program).rows();
        return replication -> kept.add(
                replication.stream().map(run -> run.only(row -> KINDS.contains(rows.get(row).kind()))).toList());
    }

    /** B minus A in every measure but quantiles. */
    public Comparison compare(String question, List<String> warnings) {
        List<Comparison.Difference> differences = new ArrayList<>();
        Map<Scopes.Row, Integer> rowsOfB = rows(tableB.scopes());
        Function<Scopes.Row, String> nameInA = row -> name(a.program, row);
        for (Scopes.Row row : tableA.scopes().rows()) {
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

    private static Map<Scopes.Row, Integer> rows(Scopes scopes) {
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
        int rowA = tableA.scopes().row(row.kind(), row.index());
        Kpi scope = tableA.kpi("", row, Estimate.EMPTY);
        for (Measure measure : Measure.all()) {
            if (measure.isQuantile() || !measure.existsFor(row.kind())) {
                continue;
            }
            Estimate ofA = tableA.estimate(a.sample, measure, rowA);
            Estimate ofB = tableB.estimate(b.sample, measure, rowB);
            Estimate difference = measure.isExact()
                    ? Estimate.exact(ofB.value() - ofA.value(), ofA.n())
                    : Differences.of(measure, b.sample, rowB, a.sample, rowA);
            if (!difference.isEmpty()) {
                differences.add(new Comparison.Difference(
                        measure.id(), scope.scope(), scope.council(), scope.service(), scope.channel(), scope.desk(), scope.group(),
                        scope.interval(), ofA.value(), ofB.value(), difference, ""));
            }
        }
    }
}
