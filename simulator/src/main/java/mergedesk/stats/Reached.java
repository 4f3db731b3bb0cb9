package mergedesk.stats;

import java.util.List;
import java.util.Optional;
import mergedesk.observe.RunSummary;

/** In how many replications a goal for periods was kept: in all of them, and in each. */
final class Reached {
    private final PeriodGoal goal;
    private int inAll;
    private int[] kept = {};
    private int[] judged = {};

    Reached(PeriodGoal goal) {
        this.goal = goal;
    }

    /** The next replication. */
    void add(RunSummary run) {
        List<PeriodGoal.Result> results = goal.results(run.by(goal.period()));
        if (kept.length == 0) {
            kept = new int[results.size()];
            judged = new int[results.size()];
        }
        for (int period = 0; period < results.size(); period++) {
            kept[period] += results.get(period) == PeriodGoal.Result.KEPT ? 1 : 0;
            judged[period] += results.get(period) == PeriodGoal.Result.QUIET ? 0 : 1;
        }
        inAll += results.contains(PeriodGoal.Result.MISSED) ? 0 : 1;
    }

    int inAll() {
        return inAll;
    }

    Optional<Chance> in(int period) {
        return period >= judged.length || judged[period] == 0 ? Optional.empty() : Optional.of(new Chance(kept[period], judged[period]));
    }
}
