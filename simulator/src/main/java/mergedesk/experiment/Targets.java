package mergedesk.experiment;

import mergedesk.results.Scope;
import mergedesk.results.Study.Verdict.State;
import mergedesk.scenario.Scenario;
import mergedesk.scenario.ServiceTarget;
import mergedesk.stats.Estimate;
import mergedesk.stats.Measure;
import mergedesk.stats.MeasureWords;

/** What a target speaks of, and whether an estimate meets it. */
public final class Targets {
    private Targets() {}

    /** The estimate that decides how many replications are needed: the first target's measure, else the service level of all. */
    public static Experiment.Decider decider(Scenario scenario, KpiTable table) {
        for (ServiceTarget target : scenario.targets()) {
            Measure measure = measure(target);
            Scope scope = scopeOf(target);
            for (int row = 0; row < table.scopes().rows().size(); row++) {
                if (scope.isSameAs(table.scope(table.scopes().rows().get(row)))) {
                    return new Experiment.Decider(measure, row);
                }
            }
        }
        return new Experiment.Decider(Measure.byId("sl_answered_of_offered").orElseThrow(), 0);
    }

    /** What a target asks for, by whichever word. */
    static Measure measure(ServiceTarget target) {
        return MeasureWords.measure(target.measure()).orElseThrow();
    }

    /** Where a target holds. */
    static Scope scopeOf(ServiceTarget target) {
        if (target.council() != null) {
            return Scope.council(target.council());
        }
        if (target.service() != null) {
            return Scope.service(target.service());
        }
        if (target.desk() != null) {
            return Scope.desk(target.desk());
        }
        return target.group() != null ? Scope.group(target.group()) : Scope.OVERALL;
    }

    /** Met or missed when the whole interval lies on one side of the bound, which itself meets the target; unsure otherwise, or without an interval. */
    static State judge(Estimate estimate, double bound, boolean atLeast) {
        double distance = atLeast ? estimate.value() - bound : bound - estimate.value();
        if (distance >= estimate.halfWidth()) {
            return State.MET;
        }
        return distance < -estimate.halfWidth() ? State.MISSED : State.UNSURE;
    }
}
