package mergedesk.observe;

import java.util.Arrays;

/** Waits of answered contacts by flow, in the bins of {@link WaitBins}. Flows lie side by side in each bin: most people of all flows fall into few bins. */
final class WaitCounts {
    private final int flows;
    private final int[] counts; // [bin × flows + flow]

    WaitCounts(int flows) {
        this.flows = flows;
        counts = new int[WaitBins.BINS * flows];
    }

    /** Bytes that it takes. */
    static long bytes(int flows) {
        return WaitBins.BINS * (long) flows * Integer.BYTES;
    }

    void clear() {
        Arrays.fill(counts, 0);
    }

    void add(int flow, long waitTicks) {
        counts[WaitBins.of(waitTicks) * flows + flow]++;
    }

    /**
     * The bins of a flow that anybody fell into, bin 0 in any case, and how many did; looks no further than to the longest wait. Counters of bins are small: all together must be
     * the {@code answered}.
     */
    void pack(int flow, long answered, short[][] bins, int[][] counted) {
        int used = 1;
        int end = 1;
        long left = answered - counts[flow];
        for (; left > 0 && end < WaitBins.BINS; end++) {
            int count = counts[end * flows + flow];
            left -= count;
            used += count == 0 ? 0 : 1;
        }
        if (left != 0) {
            throw Exact.tooMany();
        }
        bins[flow] = new short[used];
        counted[flow] = new int[used];
        counted[flow][0] = counts[flow];
        int at = 1;
        for (int bin = 1; bin < end; bin++) {
            int count = counts[bin * flows + flow];
            if (count > 0) {
                bins[flow][at] = (short) bin;
                counted[flow][at++] = count;
            }
        }
    }
}
