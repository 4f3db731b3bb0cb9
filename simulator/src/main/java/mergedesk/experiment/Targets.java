package mergedesk.experiment;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import mergedesk.observe.Period;
import mergedesk.observe.Scopes;
import mergedesk.results.Scope;
import mergedesk.results.Study.Verdict.Dates;
import mergedesk.scenario.PlanTimes;
import mergedesk.scenario.Scenario;
import mergedesk.scenario.ServiceTarget;
import mergedesk.scenario.TimeFrame;
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
        List<PeriodGoal> goals = scenario.targets().stream().flatMap(target -> goal(target, scenario, table).stream()).toList();
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
    static Optional<PeriodGoal> goal(ServiceTarget target, Scenario scenario, KpiTable table) {
        if (!target.isDated()) {
            return goal(target, table);
        }
        return goal(target, table).map(goal -> {
            int[] asked = table.within(goal.period(), dates(target, scenario));
            return goal.between(asked[0], asked[1]);
        });
    }

    /** The same of one that holds all the time. */
    static Optional<PeriodGoal> goal(ServiceTarget target, KpiTable table) {
        Optional<Period> period = period(target).filter(kind -> !table.names(kind).isEmpty());
        OptionalInt row = row(target, table);
        return period.isEmpty() || row.isEmpty()
                ? Optional.empty()
                : Optional.of(new PeriodGoal(period.get(), measure(target), row.getAsInt(), target.bound(), target.isAtLeast()));
    }

    /** From which to which step of the plan a target holds, by the first whole day under the step. One that never holds, as its step does not come about, ends on the day on which it begins. */
    static Dates dates(ServiceTarget target, Scenario scenario) {
        if (!target.isDated()) {
            return Dates.ALWAYS;
        }
        PlanTimes times = PlanTimes.planned(scenario.plan());
        Optional<LocalDate> ends = Stream.of(Optional.ofNullable(times.begins().get(target.until())), Optional.ofNullable(times.ends().get(target.from())))
                .flatMap(Optional::stream)
                .min(Comparator.naturalOrder())
                .map(TimeFrame::firstWholeDay);
        LocalDateTime from = target.from() == null ? scenario.time().start() : times.begins().getOrDefault(target.from(), scenario.time().ends());
        return new Dates(target.from() == null ? Optional.empty() : Optional.of(TimeFrame.firstWholeDay(from)), ends);
    }

    /** In every which period a target must hold; empty where it speaks of all of the time. */
    static Optional<Period> period(ServiceTarget target) {
        return Optional.ofNullable(target.judgedIn()).map(every -> Period.valueOf(every.name()));
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
