package mergedesk.stats;

import java.util.Arrays;
import java.util.List;
import mergedesk.observe.RunSummary;
import mergedesk.observe.WaitBins;

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
    private final double[] share; // F at the upper end of each bin
    private final double[] halfWidth;

    private WaitQuantiles(int n, boolean batches, boolean empty) {
        this.n = n;
        this.batches = batches;
        this.empty = empty;
        share = new double[WaitBins.BINS];
        halfWidth = new double[WaitBins.BINS];
    }

    /** Waits of the contacts of these flows. */
    public static WaitQuantiles of(Sample sample, int[] flows) {
        List<RunSummary> summaries = sample.joined();
        int n = summaries.size();
        double[] answered = new double[n]; // by observation
        double[][] below = new double[WaitBins.BINS][]; // by bin: answered with a wait inside the bin, by observation
        for (int r = 0; r < n; r++) {
            RunSummary run = summaries.get(r);
            for (int flow : flows) {
                short[] bins = run.waitBins()[flow];
                for (int i = 0; i < bins.length; i++) {
                    if (below[bins[i]] == null) {
                        below[bins[i]] = new double[n];
                    }
                    below[bins[i]][r] += run.waitCounts()[flow][i];
                    answered[r] += run.waitCounts()[flow][i];
                }
            }
        }
        WaitQuantiles quantiles = new WaitQuantiles(n, sample.areBatches(), Sums.total(answered) == 0);
        quantiles.accumulate(answered, below);
        return quantiles;
    }

    /** From the sums of any number of observations. */
    static WaitQuantiles of(WaitSums sums, int n, boolean batches) {
        Estimate[] shares = sums.shares(n, n < 2 ? Double.NaN : Sums.student(n));
        WaitQuantiles quantiles = new WaitQuantiles(n, batches, shares[0].isEmpty());
        for (int bin = 0; bin < shares.length; bin++) {
            quantiles.share[bin] = shares[bin].value();
            quantiles.halfWidth[bin] = shares[bin].halfWidth();
        }
        return quantiles;
    }

    private void accumulate(double[] answered, double[][] below) {
        double[] sum = new double[n];
        double all = Sums.total(answered);
        double student = n < 2 || Sums.restOnOne(answered) ? Double.NaN : Sums.student(n);
        double ofNobody = 0 * student;
        for (int bin = 0; bin < WaitBins.BINS && all > 0; bin++) {
            if (below[bin] == null) {
                share[bin] = bin == 0 ? 0 : share[bin - 1];
                halfWidth[bin] = bin == 0 ? ofNobody : halfWidth[bin - 1];
                continue;
            }
            for (int r = 0; r < n; r++) {
                sum[r] += below[bin][r];
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
        return empty ? Double.NaN : share[bin];
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

    /** The wait at which a curve over bins reaches p first. */
    private static double where(double[] curve, double p) {
        int bin = 0;
        while (bin < curve.length - 1 && curve[bin] < p) {
            bin++;
        }
        if (bin == 0) {
            return 0;
        }
        double before = curve[bin - 1];
        double part = curve[bin] > before ? Math.min(1, (p - before) / (curve[bin] - before)) : 1;
        double floor = WaitBins.floor(bin);
        double ceiling = bin + 1 < WaitBins.BINS ? WaitBins.floor(bin + 1) : floor;
        return floor + part * (ceiling - floor);
    }
}
