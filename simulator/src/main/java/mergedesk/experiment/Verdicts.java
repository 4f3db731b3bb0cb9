package mergedesk.experiment;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import mergedesk.results.Kpi;
import mergedesk.results.Kpis;
import mergedesk.results.Scope;
import mergedesk.results.Study.Verdict;
import mergedesk.results.Study.Verdict.State;
import mergedesk.scenario.Scenario;
import mergedesk.scenario.ServiceTarget;
import mergedesk.stats.Estimate;
import mergedesk.stats.Measure;
import mergedesk.stats.Observations;

/** Whether the targets of a scenario hold, in all of the time together or in every month. */
final class Verdicts {
    private final Scenario scenario;
    private final KpiTable table;
    private final Observations observations;
    private final Kpis kpis;

    /** @param kpis the table of the observations */
    Verdicts(Scenario scenario, KpiTable table, Observations observations, Kpis kpis) {
        this.scenario = scenario;
        this.table = table;
        this.observations = observations;
        this.kpis = kpis;
    }

    List<Verdict> all() {
        List<Verdict> verdicts = new ArrayList<>();
        for (ServiceTarget target : scenario.targets()) {
            List<Kpi> months = target.every() == null ? List.of() : months(target);
            verdicts.add(months.isEmpty() ? verdict(target) : monthly(target, months));
        }
        return verdicts;
    }

    private Verdict verdict(ServiceTarget target) {
        Scope scope = Targets.scopeOf(target);
        Estimate estimate = kpis.estimate(Targets.measure(target).id(), scope);
        return verdict(target, scope, estimate, State.of(estimate, target.bound(), target.isAtLeast()), Optional.empty());
    }

    private static Verdict verdict(ServiceTarget target, Scope scope, Estimate estimate, State state, Optional<Verdict.Monthly> monthly) {
        Measure measure = Targets.measure(target);
        String bound = measure.unit().written(target.bound());
        return new Verdict(measure.id(), scope, bound, target.bound(), target.isAtLeast(), estimate, state, monthly);
    }

    /** The months in which the measure has a value. */
    private List<Kpi> months(ServiceTarget target) {
        return kpis.months(Targets.measure(target).id(), Targets.scopeOf(target)).stream()
                .filter(month -> !month.estimate().isEmpty())
                .toList();
    }

    /** Every month is judged by an interval that holds for all of them together; the verdict shows the worst. */
    private Verdict monthly(ServiceTarget target, List<Kpi> months) {
        double bound = target.bound();
        List<Kpi> together = months.stream().map(kpi -> new Kpi(kpi.measure(), kpi.scope(), kpi.estimate().amongst(months.size()))).toList();
        List<State> states = together.stream().map(month -> State.of(month.estimate(), bound, target.isAtLeast())).toList();
        State state = states.contains(State.MISSED) ? State.MISSED : states.contains(State.UNSURE) ? State.UNSURE : State.MET;
        Kpi worst = Kpi.worst(together, target.isAtLeast()).orElseThrow();
        int reached = observations.reached(Targets.goal(target, Targets.row(target, table).orElseThrow()));
        return verdict(target, worst.scope(), worst.estimate(), state, Optional.of(new Verdict.Monthly(months.size(), reached, observations.replications())));
    }
}
