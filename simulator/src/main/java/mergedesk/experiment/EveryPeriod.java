package mergedesk.experiment;

import java.util.List;
import mergedesk.results.Kpi;
import mergedesk.results.Study.Verdict.State;

/**
 * A measure in every period of a kind, such as every month, each with an interval that holds for all of them together with 95 % at least (Bonferroni).
 *
 * @param periods those in which it has a value; one or more
 */
public record EveryPeriod(List<Kpi> periods) {
    /** From intervals that hold for each period by itself. */
    public static EveryPeriod of(List<Kpi> single) {
        return new EveryPeriod(single.stream().map(kpi -> new Kpi(kpi.measure(), kpi.scope(), kpi.estimate().amongst(single.size()))).toList());
    }

    /** The worst of them: the lowest where the bound is a smallest value. */
    public Kpi worst(boolean atLeast) {
        return Kpi.worst(periods, atLeast).orElseThrow();
    }

    /** Met when every period meets it, missed when one misses it. */
    State state(double bound, boolean atLeast) {
        List<State> states = periods.stream().map(period -> State.of(period.estimate(), bound, atLeast)).toList();
        return states.contains(State.MISSED) ? State.MISSED : states.contains(State.UNSURE) ? State.UNSURE : State.MET;
    }
}
