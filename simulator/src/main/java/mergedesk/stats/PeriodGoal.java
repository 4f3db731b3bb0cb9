package mergedesk.stats;

import java.util.List;
import mergedesk.observe.Count;
import mergedesk.observe.Period;
import mergedesk.observe.RunSummary;

/**
 * A bound that a measure must keep in every period of a kind, such as every calendar month.
 *
 * @param row place, a row of the scopes that is kept by such periods
 * @param atLeast whether the bound is the smallest acceptable value, not the largest
 */
public record PeriodGoal(Period period, Measure measure, int row, double bound, boolean atLeast) {
    /** Periods with fewer contacts than this share of the mean period's are left out of account where the measure is one per contact. */
    public static final double FEW = 0.1;

    /** Whether a period of one replication keeps it. */
    public enum Result {
        KEPT,
        MISSED,
        /** The measure has no value there, or hardly anybody comes. */
        QUIET
    }

    /** Each period of one replication. Where none misses it, every one keeps it. */
    List<Result> results(List<RunSummary> periods) {
        double few = FEW * periods.stream().mapToLong(this::contacts).filter(contacts -> contacts > 0).average().orElse(0);
        return periods.stream().map(one -> measure.isPerContact() && contacts(one) < few ? Result.QUIET : of(one)).toList();
    }

    /** Groups are offered none. */
    private long contacts(RunSummary one) {
        return Math.max(one.total(row, Count.OFFERED), one.total(row, Count.ANSWERED));
    }

    /** One period by itself: quiet only where the measure has no value. */
    public Result of(RunSummary one) {
        long below = measure.denominator() == null ? 1 : measure.denominator().of(one, row);
        if (below == 0) {
            return Result.QUIET;
        }
        double value = measure.scale() * measure.numerator().of(one, row) / below;
        return (atLeast ? value >= bound : value <= bound) ? Result.KEPT : Result.MISSED;
    }
}
