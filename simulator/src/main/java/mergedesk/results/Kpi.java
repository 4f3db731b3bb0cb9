package mergedesk.results;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import mergedesk.stats.Estimate;

/**
 * One row of kpis.csv: a measure in a scope.
 *
 * @param measure identifier such as sl_answered_of_offered
 */
public record Kpi(String measure, Scope scope, Estimate estimate) {
    /** The estimate of a measure in a scope; empty when there is none. */
    public static Estimate estimate(List<Kpi> kpis, String measure, Scope scope) {
        return kpis.stream()
                .filter(kpi -> kpi.measure().equals(measure) && kpi.scope().isSameAs(scope))
                .map(Kpi::estimate)
                .findFirst()
                .orElse(Estimate.EMPTY);
    }

    /** A measure of a place in each calendar month, in order; none where it is not kept by month. */
    public static List<Kpi> months(List<Kpi> kpis, String measure, Scope place) {
        return kpis.stream()
                .filter(kpi -> kpi.scope().kind() == Scope.Kind.MONTH && kpi.measure().equals(measure) && kpi.scope().place().isSameAs(place))
                .toList();
    }

    /** The one with the lowest or highest value, the first of equals; none where none has a value. */
    public static Optional<Kpi> worst(List<Kpi> kpis, boolean lowIsWorse) {
        Comparator<Kpi> byValue = Comparator.comparingDouble(kpi -> lowIsWorse ? kpi.estimate().value() : -kpi.estimate().value());
        return kpis.stream().filter(kpi -> !kpi.estimate().isEmpty()).min(byValue);
    }
}
