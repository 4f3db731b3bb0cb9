package mergedesk.stats;

import java.util.stream.IntStream;
import mergedesk.observe.RunSummary;

/** Observations of which only sums are left: what every measure needs in every scope, whatever their number. */
final class Folded {
    private final RowSums sums;
    private final WaitSums[] waits; // by row; null where waits are not asked for

    Folded(KeptMeasures kept) {
        sums = new RowSums(kept.summed(), IntStream.range(0, kept.rowCount()).toArray());
        waits = new WaitSums[kept.rowCount()];
        for (int row = 0; row < waits.length; row++) {
            waits[row] = kept.flows(row).length == 0 ? null : new WaitSums(kept.flows(row));
        }
    }

    /** The next observation; {@code follows}: on the one before, in the same replication. */
    void add(RunSummary run, boolean follows) {
        sums.add(run, follows);
        for (WaitSums ofRow : waits) {
            if (ofRow != null) {
                ofRow.add(run);
            }
        }
    }

    int count() {
        return sums.count();
    }

    /** Means and ratios. */
    RowSums sums() {
        return sums;
    }

    WaitQuantiles waits(int row, boolean batches) {
        return WaitQuantiles.of(waits[row], count(), batches);
    }
}
