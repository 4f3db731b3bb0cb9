package mergedesk.experiment;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import mergedesk.results.EveryPeriod;
import mergedesk.results.Kpi;
import mergedesk.results.Kpis;
import mergedesk.results.Scope;
import mergedesk.results.Study.Verdict;
import mergedesk.results.Study.Verdict.State;
import mergedesk.scenario.Scenario;
import mergedesk.scenario.ServiceTarget;
import mergedesk.stats.Chance;
import mergedesk.stats.Estimate;
import mergedesk.stats.Measure;
import mergedesk.stats.Observations;
import mergedesk.stats.PeriodGoal;

/** Whether the targets of a scenario hold, in all of the time together or in every period of a kind. */
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
            Optional<PeriodGoal> goal = Targets.goal(target, scenario, table);
            List<Kpi> periods = goal.map(of -> periods(target, of)).orElse(List.of());
            if (!periods.isEmpty()) {
                verdicts.add(verdict(target, goal.orElseThrow(), periods));
            } else {
                verdicts.add(target.isDated() ? verdict(target, Targets.scopeOf(target), Estimate.EMPTY, State.UNSURE, Optional.empty(), Map.of()) : verdict(target));
            }
        }
        return verdicts;
    }

    private Verdict verdict(ServiceTarget target) {
        Scope scope = Targets.scopeOf(target);
        Estimate estimate = kpis.estimate(Targets.measure(target).id(), scope);
        return verdict(target, scope, estimate, State.of(estimate, target.bound(), target.isAtLeast()), Optional.empty(), Map.of());
    }

    private Verdict verdict(ServiceTarget target, Scope scope, Estimate estimate, State state, Optional<Verdict.Every> every, Map<String, Chance> each) {
        Measure measure = Targets.measure(target);
        String bound = measure.unit().written(target.bound());
        Optional<Scope.Kind> asked = Targets.period(target).map(KpiTable::kind);
        return new Verdict(measure.id(), scope, bound, target.bound(), target.isAtLeast(), estimate, state, asked, every, each, Targets.dates(target, scenario));
    }

    private Map<String, Chance> each(PeriodGoal goal) {
        Map<String, Chance> each = new LinkedHashMap<>();
        List<String> names = table.names(goal.period());
        for (int period = 0; period < names.size(); period++) {
            int at = period;
            observations.reached(goal, period).ifPresent(chance -> each.put(names.get(at), chance));
        }
        return each;
    }

    private List<Kpi> periods(ServiceTarget target, PeriodGoal goal) {
        return asked(goal, kpis.busy(KpiTable.kind(goal.period()), goal.measure().id(), Targets.scopeOf(target)));
    }

    /** Those of the periods that must keep the goal. */
    private List<Kpi> asked(PeriodGoal goal, List<Kpi> periods) {
        List<String> names = table.names(goal.period());
        return periods.stream().filter(kpi -> goal.asks(names.indexOf(kpi.scope().interval()))).toList();
    }

    /** Every period is judged by an interval that holds for all of them together; the verdict shows the one that decides. */
    private Verdict verdict(ServiceTarget target, PeriodGoal goal, List<Kpi> periods) {
        EveryPeriod all = EveryPeriod.of(periods);
        Kpi shown = all.deciding(target.bound(), target.isAtLeast());
        Scope.Kind kind = KpiTable.kind(goal.period());
        int quiet = asked(goal, kpis.known(kind, goal.measure().id(), Targets.scopeOf(target))).size() - periods.size();
        Verdict.Every every = new Verdict.Every(kind, periods.size(), quiet, observations.reached(goal), observations.replications(), all.isWorst(shown, target.isAtLeast()));
        return verdict(target, shown.scope(), shown.estimate(), all.state(target.bound(), target.isAtLeast()), Optional.of(every), each(goal));
    }
}
