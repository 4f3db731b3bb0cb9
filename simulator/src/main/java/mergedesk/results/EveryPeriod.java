package mergedesk.results;

import java.util.Comparator;
import java.util.List;
import java.util.function.ToDoubleFunction;
import mergedesk.results.Study.Verdict.State;
import mergedesk.stats.Bonferroni;

/**
 * A measure in every period of a kind, such as every month, each with an interval that holds for all of them together with 95 % at least (Bonferroni).
 *
 * @param periods those in which it has a value; one or more
 */
public record EveryPeriod(List<Kpi> periods) {
    /** From intervals that hold for each period by itself. */
    public static EveryPeriod of(List<Kpi> single) {
        Bonferroni together = new Bonferroni(single.size());
        return new EveryPeriod(single.stream().map(kpi -> new Kpi(kpi.measure(), kpi.scope(), together.of(kpi.estimate()))).toList());
    }

    /** The one with the lowest value, where the bound is a smallest one, else with the highest. */
    public Kpi worst(boolean atLeast) {
        return Kpi.worst(periods, atLeast).orElseThrow();
    }

    /** Whether none has a worse value. */
    public boolean isWorst(Kpi one, boolean atLeast) {
        return worst(atLeast).estimate().value() == one.estimate().value();
    }

    /** Whether none is worse than another. */
    public boolean areAlike() {
        return periods.stream().mapToDouble(period -> period.estimate().value()).distinct().count() < 2;
    }

    /** Met when every period meets it, missed when one misses it. */
    public State state(double bound, boolean atLeast) {
        List<State> states = periods.stream().map(period -> State.of(period.estimate(), bound, atLeast)).toList();
        return states.contains(State.MISSED) ? State.MISSED : states.contains(State.UNSURE) ? State.UNSURE : State.MET;
    }

    /**
     * The one that shows why: missed, the one whose whole interval is furthest beyond the bound; unsure, the one whose interval reaches furthest beyond it; met, the worst. A period
     * with a wide interval may have a worse value than that.
     */
    public Kpi deciding(double bound, boolean atLeast) {
        double side = atLeast ? 1 : -1;
        ToDoubleFunction<Kpi> nearEnd = kpi -> side * kpi.estimate().value() + half(kpi);
        ToDoubleFunction<Kpi> farEnd = kpi -> side * kpi.estimate().value() - half(kpi);
        return switch (state(bound, atLeast)) {
            case MISSED -> lowest(nearEnd);
            case UNSURE -> lowest(farEnd);
            case MET -> worst(atLeast);
        };
    }

    private Kpi lowest(ToDoubleFunction<Kpi> end) {
        return periods.stream().min(Comparator.comparingDouble(end)).orElseThrow();
    }

    /** Without an interval anything may be. */
    private static double half(Kpi kpi) {
        return Double.isNaN(kpi.estimate().halfWidth()) ? Double.POSITIVE_INFINITY : kpi.estimate().halfWidth();
    }
}
