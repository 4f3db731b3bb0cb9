package mergedesk.observe;

import java.util.Arrays;

/** Waits of answered contacts by flow, in the bins of {@link WaitBins}. Flows lie side by side in each bin: most people of all flows fall into few bins. */
final class WaitCounts {
    private static final int BLOCK = 64; // bins; there are at most 64 blocks

    private final int flows;
    private final int[] counts; // [bin × flows + flow]
    private final short[] packedBins = new short[WaitBins.BINS]; // while a flow is packed
    private final int[] packedCounts = new int[WaitBins.BINS]; // the same
    private final int[] told = new int[128]; // counters to be raised: one after the other they would be waited for, far away as they are; many at once the processor fetches side by side
    private int toldCount;
    private long begun; // blocks into which anybody fell, a bit each

    WaitCounts(int flows) {
        this.flows = flows;
        counts = new int[WaitBins.BINS * flows];
    }

    /** Bytes that it takes. */
    static long bytes(int flows) {
        return WaitBins.BINS * (long) flows * Integer.BYTES;
    }

    void clear() {
        toldCount = 0;
        for (long left = begun; left != 0; left &= left - 1) {
            int first = Long.numberOfTrailingZeros(left) * BLOCK * flows;
            Arrays.fill(counts, first, first + BLOCK * flows, 0);
        }
        begun = 0;
    }

    void add(int flow, long waitTicks) {
        int bin = WaitBins.of(waitTicks);
        begun |= 1L << (bin / BLOCK);
        told[toldCount++] = bin * flows + flow;
        if (toldCount == told.length) {
            count();
        }
    }

    /** Counts what was told. */
    private void count() {
        for (int i = 0; i < toldCount; i++) {
            counts[told[i]]++;
        }
        toldCount = 0;
    }

    /**
     * The bins of a flow that anybody fell into, bin 0 in any case, and how many did; looks no further than to the longest wait. Counters of bins are small: all together must be
     * the {@code answered}.
     */
    void pack(int flow, long answered, short[][] bins, int[][] counted) {
        count();
        int used = 0;
        long left = answered;
        for (long blocks = begun | 1; used == 0 || blocks != 0 && left > 0; blocks &= blocks - 1) {
            int first = Long.numberOfTrailingZeros(blocks) * BLOCK;
            for (int bin = first; bin < first + BLOCK; bin++) {
                int count = counts[bin * flows + flow];
                if (count > 0 || bin == 0) {
                    packedBins[used] = (short) bin;
                    packedCounts[used++] = count;
                    left -= count;
                }
            }
        }
        if (left != 0) {
            throw Exact.tooMany();
        }
        bins[flow] = Arrays.copyOf(packedBins, used);
        counted[flow] = Arrays.copyOf(packedCounts, used);
    }
}
