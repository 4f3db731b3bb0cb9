package mergedesk.experiment;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.IntStream;
import mergedesk.observe.Period;
import mergedesk.observe.Scopes;
import mergedesk.results.Scope;
import mergedesk.scenario.Scenario;
import mergedesk.scenario.ServiceTarget;
import mergedesk.stats.KeptMeasures;
import mergedesk.stats.KeptPeriods;
import mergedesk.stats.Measure;
import mergedesk.stats.MeasureWords;
import mergedesk.stats.PeriodGoal;

/** What a target speaks of. */
public final class Targets {
    /** What is looked at where no target says otherwise. */
    public static final Measure SERVICE_LEVEL = Measure.byId("sl_answered_of_offered").orElseThrow();

    private static final Set<Measure.Subject> NOT_BY_INTERVAL = Set.of(Measure.Subject.DEFERRED_WORK, Measure.Subject.APPLICATIONS, Measure.Subject.AVAILABILITY);

    private Targets() {}

    /** The estimate that decides how many replications are needed: the first target's measure, else the service level of all. */
    public static Experiment.Decider decider(Scenario scenario, KpiTable table) {
        return deciding(scenario, table)
                .map(target -> new Experiment.Decider(measure(target), row(target, table).orElseThrow()))
                .orElse(new Experiment.Decider(SERVICE_LEVEL, 0));
    }

    /** The first target that something is counted for. */
    public static Optional<ServiceTarget> deciding(Scenario scenario, KpiTable table) {
        return scenario.targets().stream().filter(target -> row(target, table).isPresent()).findFirst();
    }

    /** The row of the scopes of which a target speaks; none where nothing is counted there. */
    static OptionalInt row(ServiceTarget target, KpiTable table) {
        Scope scope = scopeOf(target);
        List<Scopes.Row> rows = table.scopes().rows();
        return IntStream.range(0, rows.size()).filter(row -> scope.isSameAs(table.scope(rows.get(row)))).findFirst();
    }

    /** What a run keeps: everything, what targets ask of every period, and weeks and intervals of the week of the places of targets, of which the worst stand beside their verdicts. */
    public static KeptMeasures kept(Scenario scenario, KpiTable table) {
        List<PeriodGoal> goals = scenario.targets().stream().flatMap(target -> goal(target, table).stream()).toList();
        KeptMeasures kept = KeptMeasures.all(table.scopes()).counting(goals);
        for (ServiceTarget target : scenario.targets()) {
            OptionalInt row = row(target, table);
            for (Period period : List.of(Period.WEEK, Period.INTERVAL)) {
                if (row.isPresent() && !table.names(period).isEmpty() && isKeptBy(period, measure(target), table.scopes().rows().get(row.getAsInt()).kind())) {
                    kept = kept.andBy(period, KeptPeriods.mainAnd(measure(target)), row.getAsInt());
                }
            }
        }
        return kept;
    }

    /** The same of one target; none where it speaks of all of the time, or there are no such periods. */
    static Optional<PeriodGoal> goal(ServiceTarget target, KpiTable table) {
        if (target.every() == null || table.names(period(target.every())).isEmpty()) {
            return Optional.empty();
        }
        OptionalInt row = row(target, table);
        return row.isEmpty()
                ? Optional.empty()
                : Optional.of(new PeriodGoal(period(target.every()), measure(target), row.getAsInt(), target.bound(), target.isAtLeast()));
    }

    static Period period(ServiceTarget.Every every) {
        return Period.valueOf(every.name());
    }

    /** Whether a measure is counted by such periods in scopes of the kind: what groups do is not by interval of the week, and time of agents only by desk. */
    public static boolean isKeptBy(Period period, Measure measure, Scopes.Kind kind) {
        boolean byInterval = !NOT_BY_INTERVAL.contains(measure.subject()) && (kind == Scopes.Kind.OVERALL || kind == Scopes.Kind.DESK || measure.subject() != Measure.Subject.AGENTS && kind != Scopes.Kind.GROUP);
        return measure.isByPeriod() && measure.existsFor(kind) && kind != Scopes.Kind.APPLICATION && (period != Period.INTERVAL || byInterval);
    }

    /** What a target asks for, by whichever word. */
    public static Measure measure(ServiceTarget target) {
        return MeasureWords.measure(target.measure()).orElseThrow();
    }

    /** Where a target holds. */
    public static Scope scopeOf(ServiceTarget target) {
        if (target.council() != null) {
            return Scope.council(target.council());
        }
        if (target.service() != null) {
            return Scope.service(target.service());
        }
        if (target.desk() != null) {
            return Scope.desk(target.desk());
        }
        if (target.application() != null) {
            return Scope.application(target.application());
        }
        return target.group() != null ? Scope.group(target.group()) : Scope.OVERALL;
    }
}
