package mergedesk.stats;

import java.util.List;
import java.util.stream.IntStream;
import mergedesk.observe.Count;
import mergedesk.observe.Period;
import mergedesk.observe.RunSummary;

/**
 * A bound that a measure must keep in every period of a kind, such as every calendar month.
 *
 * @param row place, a row of the scopes that is kept by such periods
 * @param atLeast whether the bound is the smallest acceptable value, not the largest
 * @param from number of the first period that must keep it
 * @param to number of the one after the last
 */
public record PeriodGoal(Period period, Measure measure, int row, double bound, boolean atLeast, int from, int to) {
    /** Periods with fewer contacts than this share of the mean period's are left out of account where the measure is one per contact. */
    public static final double FEW = 0.1;

    /** Whether a period of one replication keeps it. */
    public enum Result {
        KEPT,
        MISSED,
        /** The measure has no value there, hardly anybody comes, or nothing is asked of the period. */
        QUIET
    }

    /** For every period. */
    public PeriodGoal(Period period, Measure measure, int row, double bound, boolean atLeast) {
        this(period, measure, row, bound, atLeast, 0, Integer.MAX_VALUE);
    }

    /** The same for some of the periods, one after the other. */
    public PeriodGoal between(int first, int end) {
        return new PeriodGoal(period, measure, row, bound, atLeast, first, end);
    }

    /** Whether a period must keep it. */
    public boolean asks(int number) {
        return number >= from && number < to;
    }

    /** Each period of one replication. Where none misses it, every one keeps it. */
    List<Result> results(List<RunSummary> periods) {
        double few = FEW * periods.stream().mapToLong(this::contacts).filter(contacts -> contacts > 0).average().orElse(0);
        return IntStream.range(0, periods.size()).mapToObj(number -> !asks(number) || measure.isPerContact() && contacts(periods.get(number)) < few ? Result.QUIET : of(periods.get(number))).toList();
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
