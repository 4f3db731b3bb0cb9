package mergedesk.experiment;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import mergedesk.observe.Period;
import mergedesk.observe.RunSummary;
import mergedesk.observe.Scopes;
import mergedesk.observe.Scopes.Kind;
import mergedesk.program.Program;
import mergedesk.program.Programs;
import mergedesk.results.Comparison;
import mergedesk.results.Scope;
import mergedesk.stats.Differences;
import mergedesk.stats.Estimate;
import mergedesk.stats.Measure;
import mergedesk.stats.Sample;

/**
 * Paired differences between two scenarios that met the same people: observation i of both has the same seed and number, and flows of the same
 * names have the same draws. Compared are scopes that both have: overall, and councils, services, desks and applications of the same names.
 */
public final class Comparing {
    static final List<Kind> KINDS = List.of(Kind.OVERALL, Kind.COUNCIL, Kind.SERVICE, Kind.DESK, Kind.APPLICATION);

    private final Program program;
    private final KpiTable table;
    private final List<List<RunSummary>> kept = new ArrayList<>();
    private final List<double[][]> levels = new ArrayList<>(); // by replication, month and council; NaN where nobody of it comes

    /** One of the scenarios, of which nothing has run yet. */
    public Comparing(Programs programs) {
        program = programs.planned();
        table = new KpiTable(programs);
    }

    /** Keeps of a replication what is compared, batch by batch: totals of the scopes that may have the same names in another scenario. */
    public void keep(List<RunSummary> replication) {
        List<Scopes.Row> rows = table.scopes().rows();
        levels.add(replication.size() == 1 ? replication.get(0).by(Period.MONTH).stream().map(this::levels).toArray(double[][]::new) : new double[0][]);
        kept.add(replication.stream().map(run -> run.only(row -> KINDS.contains(rows.get(row).kind()))).toList());
    }

    /** This minus a base in every measure but quantiles, by scope and measure, from the pairs that there are. */
    public Map<Scope, Map<String, Comparison.Difference>> minus(Comparing base) {
        int pairs = Math.min(kept.size(), base.kept.size());
        Sample mine = sample(pairs);
        Sample others = base.sample(pairs);
        Map<Scope, Integer> rows = rows();
        Map<Scope, Map<String, Comparison.Difference>> differences = new LinkedHashMap<>();
        base.rows().forEach((scope, baseRow) -> {
            Integer row = rows.get(scope);
            if (pairs > 0 && row != null) {
                differences.put(scope, base.differences(scope, others, baseRow, this, mine, row));
            }
        });
        return differences;
    }

    private double[] levels(RunSummary month) {
        return IntStream.range(0, program.names().councils().size())
                .map(council -> table.scopes().row(Kind.COUNCIL, council))
                .mapToDouble(row -> Targets.SERVICE_LEVEL.of(month, row))
                .toArray();
    }

    /** Months in which each council that both have is worse off than in a base, pair by pair; none where the two have not the same months. */
    public List<Comparison.WorseMonths> worseThan(Comparing base) {
        if (!Period.MONTH.names(program).equals(Period.MONTH.names(base.program)) || Period.MONTH.names(program).isEmpty()) {
            return List.of();
        }
        List<Comparison.WorseMonths> worse = new ArrayList<>();
        for (String council : program.names().councils()) {
            int other = base.program.names().councils().indexOf(council);
            if (other >= 0) {
                worse.add(worseThan(base, Scope.council(council), program.names().councils().indexOf(council), other));
            }
        }
        return worse;
    }

    private Comparison.WorseMonths worseThan(Comparing base, Scope council, int mine, int other) {
        int pairs = Math.min(levels.size(), base.levels.size());
        double[] worse = new double[pairs];
        int months = 0;
        for (int pair = 0; pair < pairs; pair++) {
            for (int month = 0; month < levels.get(pair).length; month++) {
                double difference = levels.get(pair)[month][mine] - base.levels.get(pair)[month][other];
                months += Double.isNaN(difference) ? 0 : 1;
                worse[pair] += difference <= -Comparison.WorseMonths.WORSE_POINTS / 100.0 ? 1 : 0;
            }
        }
        return new Comparison.WorseMonths(council, pairs == 0 ? 0 : months / (double) pairs, pairs == 0 ? Estimate.EMPTY : Sample.mean(worse, 1, Estimate.Method.PAIRED));
    }

    /** How many flows of another scenario meet people whom nobody here meets. */
    public long strangers(Comparing other) {
        Set<Long> known = LongStream.of(program.demand().flowKey()).boxed().collect(Collectors.toSet());
        return LongStream.of(other.program.demand().flowKey()).filter(key -> !known.contains(key)).count();
    }

    private Sample sample(int pairs) {
        return new Sample(kept.subList(0, pairs).stream().flatMap(List::stream).toList(), program.horizon().cut());
    }

    /** The rows that may have a counterpart on another side, in their order. */
    private Map<Scope, Integer> rows() {
        Map<Scope, Integer> rows = new LinkedHashMap<>();
        for (Scopes.Row row : table.scopes().rows()) {
            if (KINDS.contains(row.kind())) {
                rows.put(table.scope(row), table.scopes().row(row.kind(), row.index()));
            }
        }
        return rows;
    }

    private Map<String, Comparison.Difference> differences(Scope scope, Sample ofBase, int baseRow, Comparing other, Sample ofOther, int row) {
        Map<String, Comparison.Difference> differences = new LinkedHashMap<>();
        Kind kind = table.scopes().rows().get(baseRow).kind();
        for (Measure measure : Measure.all()) {
            if (measure.isQuantile() || !measure.existsFor(kind) || !measure.existsIn(table.scopes()) && !measure.existsIn(other.table.scopes())) {
                continue;
            }
            Estimate base = table.estimate(ofBase, measure, baseRow);
            Estimate value = other.table.estimate(ofOther, measure, row);
            Estimate difference = !measure.isExact()
                    ? Differences.of(measure, ofOther, row, ofBase, baseRow)
                    : table.isExact(measure) && other.table.isExact(measure)
                            ? Estimate.exact(value.value() - base.value(), base.n())
                            : Differences.of(other.table.values(ofOther, measure, row), table.values(ofBase, measure, baseRow));
            if (!difference.isEmpty()) {
                differences.put(measure.id(), new Comparison.Difference(measure.id(), scope, base.value(), value.value(), difference));
            }
        }
        return differences;
    }
}
