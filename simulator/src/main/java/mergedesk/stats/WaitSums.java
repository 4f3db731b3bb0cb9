package mergedesk.stats;

import java.util.Arrays;
import mergedesk.observe.RunSummary;
import mergedesk.observe.WaitBins;

/**
 * What quantiles of waits need of any number of observations: for each bin b that any of them has, the {@link RatioSums} of the answered with a wait in b or below, over all
 * answered.
 *
 * <p>A bin that comes up for the first time has had, in all observations before, as many at or below as the next lower known bin: its sums begin as that one's.
 */
final class WaitSums {
    private final int[] flows;
    private short[] bins = new short[0]; // known bins, ascending
    private RatioSums[] sums = new RatioSums[0];
    private final RatioSums nobody = new RatioSums(); // what a bin below all known ones begins with
    private final int[] counts; // of one observation

    /** Waits of the contacts of these flows; of none takes no room. */
    WaitSums(int[] flows) {
        this.flows = flows;
        counts = new int[flows.length == 0 ? 0 : WaitBins.BINS];
    }

    /** Waits that are told by bin, with {@link #count} and {@link #close}. */
    WaitSums() {
        flows = new int[0];
        counts = new int[WaitBins.BINS];
    }

    /** The next observation. */
    void add(RunSummary run) {
        if (flows.length == 0) {
            return;
        }
        long answered = 0;
        for (int flow : flows) {
            answered += count(run.waitBins()[flow], run.waitCounts()[flow]);
        }
        close(answered);
    }

    /** Adds waits to the next observation, by bins; returns how many. */
    long count(short[] used, int[] of) {
        long answered = 0;
        for (int i = 0; i < used.length; i++) {
            learn(used[i]);
            counts[used[i]] += of[i];
            answered += of[i];
        }
        return answered;
    }

    /** The next observation is complete: so many were answered. */
    void close(long answered) {
        long below = 0;
        for (int i = 0; i < bins.length; i++) {
            below += counts[bins[i]];
            counts[bins[i]] = 0;
            sums[i].add(below, answered, false);
        }
        nobody.add(0, answered, false);
    }

    private void learn(short bin) {
        int place = Arrays.binarySearch(bins, bin);
        if (place >= 0) {
            return;
        }
        int at = -place - 1;
        RatioSums before = at == 0 ? nobody : sums[at - 1];
        bins = Arrays.copyOf(bins, bins.length + 1);
        sums = Arrays.copyOf(sums, bins.length);
        System.arraycopy(bins, at, bins, at + 1, bins.length - 1 - at);
        System.arraycopy(sums, at, sums, at + 1, bins.length - 1 - at);
        bins[at] = bin;
        sums[at] = before.copy();
    }

    /** Share answered up to each bin and its half-width, of n observations, for {@link WaitQuantiles}; NaN without anybody. */
    Estimate[] shares(int n, double student) {
        Estimate[] shares = new Estimate[WaitBins.BINS];
        Estimate last = nobody.estimate(n, student, 1, Estimate.Method.RATIO);
        int known = 0;
        for (int bin = 0; bin < shares.length; bin++) {
            if (known < bins.length && bins[known] == bin) {
                last = sums[known++].estimate(n, student, 1, Estimate.Method.RATIO);
            }
            shares[bin] = last;
        }
        return shares;
    }
}
