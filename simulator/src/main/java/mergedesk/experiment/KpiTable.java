package mergedesk.experiment;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import mergedesk.observe.Scopes;
import mergedesk.observe.Scopes.Kind;
import mergedesk.program.Names;
import mergedesk.program.Program;
import mergedesk.results.Kpi;
import mergedesk.stats.Estimate;
import mergedesk.stats.Measure;
import mergedesk.stats.Observations;
import mergedesk.stats.WaitQuantiles;

/** Every measure in every scope, with the user's names: the rows of kpis.csv. */
public final class KpiTable {
    private final Program program;
    private final Scopes scopes;
    private final StaffTable staff;

    public KpiTable(Program program) {
        this.program = program;
        scopes = new Scopes(program);
        staff = new StaffTable(program, scopes);
    }

    /**
     * The rows, by scope, then by measure. Intervals of the week in which nothing happens are left out; whatever has a name has rows, if only
     * of zeros. No rows at all without an observation.
     */
    public List<Kpi> of(Observations observations) {
        List<Kpi> rows = new ArrayList<>();
        if (observations.count() == 0) {
            return rows;
        }
        for (int row = 0; row < scopes.rows().size(); row++) {
            Scopes.Row scope = scopes.rows().get(row);
            if (scope.kind() == Kind.INTERVAL && isEmpty(observations, row)) {
                continue;
            }
            WaitQuantiles waits = hasWaits(scope.kind()) ? new WaitQuantiles(observations, flowsOf(scope)) : null;
            for (Measure measure : Measure.all()) {
                if (exists(measure, scope.kind())) {
                    Estimate estimate = measure.isQuantile()
                            ? waits.quantile(measure.probability(), measure.scale())
                            : estimate(observations, measure, row);
                    rows.add(kpi(measure.id(), scope, estimate));
                }
            }
        }
        return rows;
    }

    /** Whether the measure has rows in scopes of this kind: of money only when some group has a cost. */
    boolean exists(Measure measure, Kind kind) {
        return measure.existsFor(kind) && (measure.unit() != Measure.Unit.POUNDS || staff.hasCost());
    }

    /** Groups whose cost is not given, where others' is: sums over them are not known. */
    public List<String> groupsWithoutCost() {
        return staff.hasCost() ? staff.withoutCost().mapToObj(program.names().groups()::get).toList() : List.of();
    }

    /** One measure in the scope of one row. */
    public Estimate estimate(Observations observations, Measure measure, int row) {
        if (measure.isExact()) {
            return Estimate.exact(measure.exact().applyAsDouble(staff.of(row)), observations.count());
        }
        return measure.isQuantile()
                ? new WaitQuantiles(observations, flowsOf(scopes.rows().get(row))).quantile(measure.probability(), measure.scale())
                : observations.estimate(measure, row);
    }

    private static boolean isEmpty(Observations observations, int row) {
        return observations.summaries().stream()
                .allMatch(run -> IntStream.range(0, mergedesk.observe.Count.WINDOW).allMatch(column -> run.total(row, column) == 0));
    }

    private static boolean hasWaits(Kind kind) {
        return kind != Kind.INTERVAL && kind != Kind.GROUP;
    }

    /** Flows that count for a scope. */
    public int[] flowsOf(Scopes.Row scope) {
        return IntStream.range(0, program.flowCount())
                .filter(flow -> switch (scope.kind()) {
                    case OVERALL -> true;
                    case COUNCIL -> program.names().flowCouncil()[flow] == scope.index();
                    case SERVICE -> program.contacts().flowService[flow] == scope.index();
                    case CHANNEL -> program.names().flowChannel()[flow] == scope.index();
                    case DESK -> program.contacts().flowDesk[flow] == scope.index();
                    case FLOW -> flow == scope.index();
                    case GROUP, INTERVAL -> false;
                })
                .toArray();
    }

    /** A measure of a scope under the user's names. */
    Kpi kpi(String measure, Scopes.Row scope, Estimate estimate) {
        Names names = program.names();
        int i = scope.index();
        String kind = scope.kind().name().toLowerCase(Locale.ROOT);
        return switch (scope.kind()) {
            case OVERALL -> new Kpi(measure, kind, "", "", "", "", "", "", estimate);
            case COUNCIL -> new Kpi(measure, kind, names.councils().get(i), "", "", "", "", "", estimate);
            case SERVICE -> new Kpi(measure, kind, "", names.services().get(i), "", "", "", "", estimate);
            case CHANNEL -> new Kpi(measure, kind, "", "", names.channels().get(i), "", "", "", estimate);
            case DESK -> new Kpi(measure, kind, "", "", "", names.desks().get(i), "", "", estimate);
            case GROUP -> new Kpi(
                    measure, kind, employer(i), "", "", names.desks().get(program.groups().desk[i]), names.groups().get(i), "", estimate);
            case FLOW -> new Kpi(
                    measure,
                    kind,
                    names.councils().get(names.flowCouncil()[i]),
                    names.services().get(program.contacts().flowService[i]),
                    names.channels().get(names.flowChannel()[i]),
                    names.desks().get(program.contacts().flowDesk[i]),
                    "",
                    "",
                    estimate);
            case INTERVAL -> new Kpi(measure, kind, "", "", "", "", "", names.intervals().get(i), estimate);
        };
    }

    private String employer(int group) {
        int employer = program.names().groupEmployer()[group];
        return employer < 0 ? "" : program.names().councils().get(employer);
    }

    /** The scopes of the table. */
    public Scopes scopes() {
        return scopes;
    }
}
