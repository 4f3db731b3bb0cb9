package mergedesk.observe;

import java.util.Arrays;
import java.util.List;

/**
 * A histogram of waits of answered contacts, or of times that deferred work took.
 *
 * @param bins of {@link WaitBins}, ascending; those that nobody fell into are left out, but for bin 0
 * @param counts how many fell into each
 */
public record Waits(short[] bins, int[] counts) {
    /** Several together. */
    static Waits sum(List<Waits> several) {
        int[] byBin = new int[1 + several.stream().mapToInt(Waits::last).max().orElse(0)];
        for (Waits waits : several) {
            for (int i = 0; i < waits.bins.length; i++) {
                byBin[waits.bins[i]] = Exact.sum(byBin[waits.bins[i]], waits.counts[i]);
            }
        }
        short[] bins = new short[byBin.length];
        int[] counts = new int[byBin.length];
        int used = 0;
        for (int bin = 0; bin < byBin.length; bin++) {
            if (bin == 0 || byBin[bin] != 0) {
                bins[used] = (short) bin;
                counts[used++] = byBin[bin];
            }
        }
        return new Waits(Arrays.copyOf(bins, used), Arrays.copyOf(counts, used));
    }

    /** The last of the bins; 0 without any. */
    private int last() {
        return bins.length == 0 ? 0 : bins[bins.length - 1];
    }
}
