package mergedesk.stats;

import java.util.List;
import mergedesk.observe.RunSummary;

/**
 * A bound that a measure must keep in every calendar month.
 *
 * @param row place, a row of the scopes that is kept by month
 * @param atLeast whether the bound is the smallest acceptable value, not the largest
 */
public record MonthlyGoal(Measure measure, int row, double bound, boolean atLeast) {
    /** Whether all months of one replication keep it; months in which the measure has no value do. */
    boolean isReached(List<RunSummary> months) {
        return months.stream().allMatch(this::isReached);
    }

    private boolean isReached(RunSummary month) {
        long below = measure.denominator() == null ? 1 : measure.denominator().of(month, row);
        double value = measure.scale() * measure.numerator().of(month, row) / below;
        return below == 0 || (atLeast ? value >= bound : value <= bound);
    }
}
