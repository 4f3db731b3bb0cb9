package mergedesk.observe;

/**
 * Logarithmic bins for waits: 64 to each doubling, so that a bin is at most 1/64 of its lower edge wide and its middle within 0.8 % of every
 * value in it. Values up to 128 ticks have bins of their own; bin 0 is a wait of exactly zero.
 */
public final class WaitBins {
    private static final int BITS = 6;
    private static final int PER_DOUBLING = 1 << BITS;
    private static final int LARGEST_SHIFT = 49 - BITS;

    /** Number of bins; the last also takes everything from about 35 years on. */
    public static final int BINS = (LARGEST_SHIFT + 2) * PER_DOUBLING;

    private WaitBins() {}

    /** The bin of a wait in ticks, 0 or more. */
    public static int of(long ticks) {
        int shift = 64 - BITS - 1 - Long.numberOfLeadingZeros(ticks | 2 * PER_DOUBLING - 1);
        return shift > LARGEST_SHIFT ? BINS - 1 : (shift << BITS) + (int) (ticks >>> shift);
    }

    /** Smallest wait of a bin, in ticks. */
    public static long floor(int bin) {
        int shift = Math.max(0, (bin >>> BITS) - 1);
        return (long) (bin - (shift << BITS)) << shift;
    }
}
