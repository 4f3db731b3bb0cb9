package mergedesk.stats;

import java.util.ArrayList;
import java.util.List;
import mergedesk.observe.RunSummary;

/**
 * What replications left of each period of a kind, and the estimates from it. Only sums are kept: a replication leaves twelve months of a year, and hundreds of dates.
 *
 * <p>Memory: some 200 bytes for each measure that is kept in each row and period in which anything happened; the number of replications does not matter.
 */
public final class PeriodObservations {
    private final KeptPeriods kept;
    private final List<RowSums> periods = new ArrayList<>();

    PeriodObservations(KeptPeriods kept) {
        this.kept = kept;
    }

    /** What the next replication left of each period. */
    void add(List<RunSummary> replication) {
        for (int period = 0; period < replication.size(); period++) {
            if (period == periods.size()) {
                periods.add(new RowSums(kept.measures(), kept.rows()));
            }
            periods.get(period).add(replication.get(period), false);
        }
    }

    /** Which measures are kept, and in which rows. */
    public KeptPeriods kept() {
        return kept;
    }

    /** Number of periods; 0 before the first replication. */
    public int count() {
        return periods.size();
    }

    /** Whether nothing was counted in the row, in that period of any replication. */
    public boolean isEmpty(int period, int row) {
        return periods.get(period).isEmpty(row);
    }

    /** What stands above the fraction of a ratio, or a total, summed over all replications. */
    public double above(int period, Measure measure, int row) {
        kept.require(measure, row);
        return periods.get(period).above(measure, row);
    }

    /** What stands below the fraction of a ratio, summed over all replications. */
    public double below(int period, Measure measure, int row) {
        kept.require(measure, row);
        return periods.get(period).below(measure, row);
    }

    /** A total or ratio in the scope of one row. */
    public Estimate estimate(int period, Measure measure, int row) {
        kept.require(measure, row);
        return periods.get(period).estimate(measure, row, 1, Estimate.Method.MEAN, Estimate.Method.RATIO);
    }
}
