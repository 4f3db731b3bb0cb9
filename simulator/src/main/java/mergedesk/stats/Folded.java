package mergedesk.stats;

import java.util.stream.IntStream;
import mergedesk.observe.RunSummary;
import mergedesk.observe.WaitBins;

/** Observations of which only sums are left: what every measure needs in every scope, whatever their number. */
final class Folded {
    private final RowSums sums;
    private final GivenSums given = new GivenSums();
    private final WaitSums[] waits; // by row
    private final WaitSums[] resolutions; // the same, of deferred work

    Folded(KeptMeasures kept) {
        sums = new RowSums(kept.summed(), IntStream.range(0, kept.rowCount()).toArray());
        waits = new WaitSums[kept.rowCount()];
        resolutions = new WaitSums[kept.rowCount()];
        int[] scratch = new int[WaitBins.BINS];
        for (int row = 0; row < waits.length; row++) {
            waits[row] = new WaitSums(kept.flows(row), scratch);
            resolutions[row] = new WaitSums(kept.deferred(row), scratch);
        }
    }

    /** The next observation; {@code follows}: on the one before, in the same replication. */
    void add(RunSummary run, boolean follows) {
        sums.add(run, follows);
        given.add(run);
        for (int row = 0; row < waits.length; row++) {
            waits[row].add(run);
            resolutions[row].add(run);
        }
    }

    int count() {
        return sums.count();
    }

    /** Exact measures of runs that go by plans of their own. */
    GivenSums given() {
        return given;
    }

    /** Means and ratios. */
    RowSums sums() {
        return sums;
    }

    WaitQuantiles waits(int row, boolean batches) {
        return WaitQuantiles.of(waits[row], count(), batches);
    }

    WaitQuantiles resolutions(int row, boolean batches) {
        return WaitQuantiles.of(resolutions[row], count(), batches);
    }
}
