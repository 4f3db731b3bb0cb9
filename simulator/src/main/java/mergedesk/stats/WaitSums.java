package mergedesk.stats;

import java.math.BigInteger;
import java.util.Arrays;
import mergedesk.observe.RunSummary;
import mergedesk.observe.WaitBins;

/**
 * What quantiles of waits need of any number of observations: for each bin b that any of them has, the sums of {@link RatioSums} with x the answered with a wait in b or below, and y all
 * answered.
 *
 * <p>A bin that comes up for the first time has had, in all observations before, as many at or below as the next lower known bin: its sums begin as that one's. Memory: some 90 bytes a bin.
 */
final class WaitSums {
    private static final int X = 0;
    private static final int XX = 1;
    private static final int XY = 2;
    private static final int EACH = 3; // sums of a bin
    private static final int Y = 0;
    private static final int YY = 1;
    private static final int FEWEST = 8; // bins for which there is room

    private final int[] flows;
    private int[] counts; // of one observation, by bin; zeros between observations
    private int known;
    private short[] bins = new short[0]; // known ones, ascending
    private short[] slots = new short[0]; // where the sums of each of them stand
    private final WholeSums sums = new WholeSums(0);
    private final WholeSums answered = new WholeSums(2);

    /** Waits of the contacts of these flows; of none takes no room. {@code scratch}: a number for each bin, zeros, which several may use in turn. */
    WaitSums(int[] flows, int[] scratch) {
        this.flows = flows;
        counts = scratch;
    }

    /** Waits that are told by bin, with {@link #count} and {@link #close}. */
    WaitSums() {
        this(new int[0], new int[0]);
    }

    /** The next observation. */
    void add(RunSummary run) {
        if (flows.length == 0) {
            return;
        }
        long all = 0;
        for (int flow : flows) {
            all += count(run.waitBins()[flow], run.waitCounts()[flow]);
        }
        close(all);
    }

    /** Adds waits to the next observation, by bins; returns how many. */
    long count(short[] used, int[] of) {
        long all = 0;
        if (counts.length == 0 && used.length > 0) {
            counts = new int[WaitBins.BINS];
        }
        for (int i = 0; i < used.length; i++) {
            learn(used[i]);
            counts[used[i]] += of[i];
            all += of[i];
        }
        return all;
    }

    /** The next observation is complete: so many were answered. */
    void close(long all) {
        long below = 0;
        for (int i = 0; i < known; i++) {
            below += counts[bins[i]];
            counts[bins[i]] = 0;
            int at = EACH * slots[i];
            sums.add(at + X, below);
            sums.addProduct(at + XX, below, below);
            sums.addProduct(at + XY, below, all);
        }
        answered.add(Y, all);
        answered.addProduct(YY, all, all);
    }

    private void learn(short bin) {
        int place = Arrays.binarySearch(bins, 0, known, bin);
        if (place >= 0) {
            return;
        }
        int at = -place - 1;
        if (known == bins.length) {
            int room = Math.max(FEWEST, known + known / 2);
            bins = Arrays.copyOf(bins, room);
            slots = Arrays.copyOf(slots, room);
            sums.widen(EACH * room);
        }
        System.arraycopy(bins, at, bins, at + 1, known - at);
        System.arraycopy(slots, at, slots, at + 1, known - at);
        bins[at] = bin;
        slots[at] = (short) known;
        if (at > 0) { // nobody was below all known ones
            sums.copy(EACH * slots[at - 1], EACH * known, EACH);
        }
        known++;
    }

    /** Bin 0, and those that any observation has, ascending. */
    int[] bins() {
        int first = startsAtZero() ? 0 : 1;
        int[] all = new int[first + known];
        for (int i = 0; i < known; i++) {
            all[first + i] = bins[i];
        }
        return all;
    }

    private boolean startsAtZero() {
        return known > 0 && bins[0] == 0;
    }

    /** Share answered up to each of these bins and its half-width, of n observations, for {@link WaitQuantiles}; NaN without anybody. */
    Estimate[] shares(int n, double student) {
        BigInteger y = answered.of(Y);
        BigInteger yy = answered.of(YY);
        int first = startsAtZero() ? 0 : 1;
        Estimate[] shares = new Estimate[first + known];
        if (first > 0) {
            shares[0] = RatioSums.estimate(BigInteger.ZERO, y, BigInteger.ZERO, BigInteger.ZERO, yy, n, student, 1, Estimate.Method.RATIO);
        }
        for (int i = 0; i < known; i++) {
            int at = EACH * slots[i];
            shares[first + i] = RatioSums.estimate(sums.of(at + X), y, sums.of(at + XX), sums.of(at + XY), yy, n, student, 1, Estimate.Method.RATIO);
        }
        return shares;
    }
}
