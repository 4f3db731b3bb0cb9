package mergedesk.experiment;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import mergedesk.observe.RunSummary;
import mergedesk.observe.Scopes;
import mergedesk.observe.Scopes.Kind;
import mergedesk.program.Program;
import mergedesk.results.Comparison;
import mergedesk.results.PlaceNames;
import mergedesk.results.Scope;
import mergedesk.results.Study;
import mergedesk.stats.Differences;
import mergedesk.stats.Estimate;
import mergedesk.stats.KeptMeasures;
import mergedesk.stats.Measure;
import mergedesk.stats.Sample;

/**
 * Paired differences between two scenarios that met the same people: observation i of both has the same seed and number, and flows of the same
 * names have the same draws. Compared are scopes that both have: overall, and councils, services, desks of the same names.
 */
public final class Comparing {
    static final List<Kind> KINDS = List.of(Kind.OVERALL, Kind.COUNCIL, Kind.SERVICE, Kind.DESK);

    /** One side: what ran, and what came out. */
    public record Side(Program program, Sample sample, Study.Manifest manifest, String name, String description, PlaceNames names) {}

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

    /**
     * What runs that are compared keep: every measure but quantiles in the scopes that may have the same names on both sides, and in flows, whose calls are told as the size of the
     * run; and what decides on the number of replications.
     */
    public static KeptMeasures kept(Program program, Experiment.Decider decider) {
        Scopes scopes = new Scopes(program);
        List<Measure> measures = Measure.all().stream().filter(measure -> !measure.isQuantile() || measure.equals(decider.measure())).toList();
        return KeptMeasures.of(scopes, measures, row -> {
            Kind kind = scopes.rows().get(row).kind();
            return KINDS.contains(kind) || kind == Kind.FLOW || row == decider.row();
        });
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
        Map<Scope, Integer> rowsOfB = rows(tableB);
        rows(tableA).forEach((scope, rowA) -> {
            Integer rowB = rowsOfB.get(scope);
            if (rowB != null) {
                add(differences, scope, rowA, rowB);
            }
        });
        return new Comparison(
                question,
                new Comparison.Side(a.manifest, a.name, a.description),
                new Comparison.Side(b.manifest, b.name, b.description),
                differences,
                Measure.all().stream()
                        .filter(m -> differences.stream().anyMatch(d -> d.measure().equals(m.id())))
                        .toList(),
                warnings,
                a.names.or(b.names));
    }

    /** The rows that may have a counterpart on the other side, in their order. */
    private static Map<Scope, Integer> rows(KpiTable table) {
        Map<Scope, Integer> rows = new LinkedHashMap<>();
        for (Scopes.Row row : table.scopes().rows()) {
            if (KINDS.contains(row.kind())) {
                rows.put(table.scope(row), table.scopes().row(row.kind(), row.index()));
            }
        }
        return rows;
    }

    private void add(List<Comparison.Difference> differences, Scope scope, int rowA, int rowB) {
        Kind kind = tableA.scopes().rows().get(rowA).kind();
        for (Measure measure : Measure.all()) {
            if (measure.isQuantile() || !measure.existsFor(kind)) {
                continue;
            }
            Estimate ofA = tableA.estimate(a.sample, measure, rowA);
            Estimate ofB = tableB.estimate(b.sample, measure, rowB);
            Estimate difference = measure.isExact()
                    ? Estimate.exact(ofB.value() - ofA.value(), ofA.n())
                    : Differences.of(measure, b.sample, rowB, a.sample, rowA);
            if (!difference.isEmpty()) {
                differences.add(new Comparison.Difference(measure.id(), scope, ofA.value(), ofB.value(), difference, ""));
            }
        }
    }
}
