package mergedesk.stats;

import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import mergedesk.observe.WaitBins;
import mergedesk.observe.Waits;

/**
 * Quantiles of the waits of answered contacts, pooled over observations, from histograms.
 *
 * <p>F(q) = Σ (answered with wait ≤ q) / Σ answered is a ratio of totals. The p-quantile is where F reaches p, interpolated inside the bin; its
 * interval is the set of q for which p lies within the half-width of F(q), ends interpolated too. As a rule it reaches farther up than down, and the half-width is
 * the longer side. Bins are at most 1/64 wide, see {@link WaitBins}.
 */
public final class WaitQuantiles {
    private final int n;
    private final boolean batches;
    private final boolean empty; // nobody was answered
    private final int[] bins; // bin 0, and those that anybody fell into, ascending
    private final double[] share; // F at the upper end of each of them, and of those behind it up to the next
    private final double[] halfWidth;

    private WaitQuantiles(int n, boolean batches, boolean empty, int[] bins) {
        this.n = n;
        this.batches = batches;
        this.empty = empty;
        this.bins = bins;
        share = new double[bins.length];
        halfWidth = new double[bins.length];
    }

    /** Waits of the contacts of these flows. */
    public static WaitQuantiles of(Sample sample, int[] flows) {
        return of(sample.joined().stream().map(run -> run.waits(flows)).toList(), sample.areBatches());
    }

    /** Waits of one run. */
    public static WaitQuantiles of(Waits run) {
        return of(List.of(run), false);
    }

    private static WaitQuantiles of(List<Waits> runs, boolean batches) {
        int n = runs.size();
        int[] bins = bins(runs);
        double[][] inside = new double[n][bins.length]; // by observation, then by place among the bins: answered with a wait inside the bin
        double[] answered = new double[n]; // by observation
        for (int r = 0; r < n; r++) {
            Waits run = runs.get(r);
            int place = 0;
            for (int i = 0; i < run.bins().length; i++) {
                while (bins[place] < run.bins()[i]) {
                    place++;
                }
                inside[r][place] += run.counts()[i];
                answered[r] += run.counts()[i];
            }
        }
        WaitQuantiles quantiles = new WaitQuantiles(n, batches, Sums.total(answered) == 0, bins);
        quantiles.accumulate(answered, inside);
        return quantiles;
    }

    /** Bin 0, and those that anybody fell into, ascending. */
    private static int[] bins(List<Waits> runs) {
        BitSet any = new BitSet(WaitBins.BINS);
        any.set(0);
        for (Waits run : runs) {
            for (short bin : run.bins()) {
                any.set(bin);
            }
        }
        return any.stream().toArray();
    }

    /** From the sums of any number of observations. */
    static WaitQuantiles of(WaitSums sums, int n, boolean batches) {
        Estimate[] shares = sums.shares(n, Student.of(n));
        WaitQuantiles quantiles = new WaitQuantiles(n, batches, shares[0].isEmpty(), sums.bins());
        for (int place = 0; place < shares.length; place++) {
            quantiles.share[place] = shares[place].value();
            quantiles.halfWidth[place] = shares[place].halfWidth();
        }
        return quantiles;
    }

    private void accumulate(double[] answered, double[][] inside) {
        double[] sum = new double[n];
        double all = Sums.total(answered);
        double student = Sums.restOnOne(answered) ? Double.NaN : Student.of(n);
        for (int bin = 0; bin < bins.length && all > 0; bin++) {
            for (int r = 0; r < n; r++) {
                sum[r] += inside[r][bin];
            }
            share[bin] = Sums.total(sum) / all;
            double squares = 0;
            for (int r = 0; r < n; r++) {
                double rest = sum[r] - share[bin] * answered[r];
                squares += rest * rest;
            }
            halfWidth[bin] = student * Math.sqrt(squares / (n - 1) * n) / all;
        }
    }

    /** Share of answered contacts with a wait of at most the upper end of a bin; NaN without any. */
    public double shareUpTo(int bin) {
        int found = Arrays.binarySearch(bins, bin);
        return empty ? Double.NaN : share[found >= 0 ? found : -found - 2];
    }

    /** The p-quantile in ticks times scale. */
    public Estimate quantile(double p, double scale) {
        if (empty) {
            return Estimate.EMPTY;
        }
        double value = where(share, p);
        double half = Double.NaN;
        if (!Double.isNaN(halfWidth[0])) {
            double[] upper = new double[share.length];
            double[] lower = new double[share.length];
            Arrays.setAll(upper, b -> share[b] + halfWidth[b]);
            Arrays.setAll(lower, b -> share[b] - halfWidth[b]);
            half = Math.max(where(lower, p) - value, value - where(upper, p));
        }
        return new Estimate(value * scale, half * scale, n, batches ? Estimate.Method.BATCH_QUANTILE : Estimate.Method.QUANTILE);
    }

    /** The wait at which a curve over bins reaches p first; the longest of all where it does not. */
    private double where(double[] curve, double p) {
        int place = 0;
        while (place < bins.length && curve[place] < p) {
            place++;
        }
        if (place == 0) {
            return 0;
        }
        if (place == bins.length) {
            return WaitBins.floor(WaitBins.BINS - 1);
        }
        double before = curve[place - 1];
        double part = curve[place] > before ? Math.min(1, (p - before) / (curve[place] - before)) : 1;
        double floor = WaitBins.floor(bins[place]);
        double ceiling = bins[place] + 1 < WaitBins.BINS ? WaitBins.floor(bins[place] + 1) : floor;
        return floor + part * (ceiling - floor);
    }
}
