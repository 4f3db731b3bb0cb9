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
    /** The one with the lowest or highest value, the first of equals; none where none has a value. */
    public static Optional<Kpi> worst(List<Kpi> kpis, boolean lowIsWorse) {
        Comparator<Kpi> byValue = Comparator.comparingDouble(kpi -> lowIsWorse ? kpi.estimate().value() : -kpi.estimate().value());
        return kpis.stream().filter(kpi -> !kpi.estimate().isEmpty()).min(byValue);
    }
}
