package mergedesk.stats;

import java.util.List;
import mergedesk.observe.RunSummary;

/**
 * Independent observations of one Program, kept one by one: replications, or batches of steady-state runs, joined as {@link Batches} says. Turns them into estimates. For
 * any number of them see {@link Observations}.
 *
 * <p>With observations r = 1 … n, numerators x, denominators y and Student quantile t of n − 1 degrees of freedom at 97.5 %:
 *
 * <pre>
 * mean:  x̄,                 half-width t s(x) / √n          (both times the number of batches in a replication)
 * ratio: R = Σx / Σy,        half-width t s(x − R y) / (√n ȳ)        (Cochran 1977, section 6.3; Law 2015, section 9.4.5)
 * </pre>
 *
 * <p>A ratio that rests on one observation, because y is 0 in all others, has no interval: x − R y is 0 in each of them, which says nothing of how far the next would be off.
 */
public final class Sample {
    private static final double ROUNDING = 1e-12;

    private final List<RunSummary> summaries;
    private final List<RunSummary> joined;
    private final boolean batches;

    /** {@code batches}: whether the summaries are batches of steady-state runs; each replication has as many, one after the other. */
    public Sample(List<RunSummary> summaries, boolean batches) {
        this.summaries = List.copyOf(summaries);
        this.batches = batches;
        joined = batches ? Batches.joined(this.summaries) : this.summaries;
    }

    /** Number of observations: of batches after they have been joined. */
    public int count() {
        return joined.size();
    }

    /** What the runs left, in order: batches before they are joined. */
    public List<RunSummary> summaries() {
        return summaries;
    }

    /** The observations, in order. */
    List<RunSummary> joined() {
        return joined;
    }

    /** Number of observations in a replication. */
    int perReplication() {
        return batches ? Batches.perReplication(joined) : 1;
    }

    /**
     * A total or ratio in the scope of one row, or an exact measure where runs differ in what is given; for quantiles see {@link WaitQuantiles}, for exact measures that are the same in all runs
     * {@link Staff}.
     */
    public Estimate estimate(Measure measure, int row) {
        if (measure.isExact()) {
            return GivenSums.estimate(given(measure, row));
        }
        double[] x = column(measure.numerator(), row);
        if (measure.denominator() == null) {
            return mean(x, measure.scale(perReplication()), batches ? Estimate.Method.BATCH_MEAN : Estimate.Method.MEAN);
        }
        return ratio(x, column(measure.denominator(), row), measure.scale(), batches ? Estimate.Method.BATCH_RATIO : Estimate.Method.RATIO);
    }

    /** A sum of columns in one row, by observation. */
    public double[] column(Measure.Sum sum, int row) {
        double[] values = new double[joined.size()];
        for (int r = 0; r < values.length; r++) {
            values[r] = sum.of(joined.get(r), row);
        }
        return values;
    }

    /** An exact measure in one row, by observation. */
    private double[] given(Measure measure, int row) {
        return joined.stream().mapToDouble(run -> GivenSums.of(run, measure, row)).toArray();
    }

    /** Mean of x times scale, with its interval. */
    public static Estimate mean(double[] x, double scale, Estimate.Method method) {
        if (x.length == 0) {
            return Estimate.EMPTY;
        }
        double mean = Sums.total(x) / x.length;
        return new Estimate(mean * scale, Sums.halfWidth(x, mean, 1) * scale, x.length, method);
    }

    /** Sum of x over sum of y, times scale, with its interval; empty when y sums to 0. */
    public static Estimate ratio(double[] x, double[] y, double scale, Estimate.Method method) {
        double below = Sums.total(y);
        if (below == 0) {
            return Estimate.EMPTY;
        }
        double ratio = Sums.total(x) / below;
        double[] rest = new double[x.length];
        for (int r = 0; r < x.length; r++) {
            rest[r] = x[r] - ratio * y[r];
        }
        double halfWidth = Sums.restOnOne(y) ? Double.NaN : Sums.halfWidth(rest, 0, below / y.length);
        boolean exact = halfWidth <= ROUNDING * Math.abs(ratio); // x is a multiple of y, up to the last bits of a double
        return new Estimate(ratio * scale, exact ? 0 : halfWidth * scale, x.length, method);
    }

    /**
     * How far neighbouring batches hang together in a mean or ratio, up to 1; 0 when they may as well be independent. If not, the batches are too short and
     * the half-width too small.
     */
    public double correlation(Measure measure, int row) {
        if (!batches || measure.numerator() == null || estimate(measure, row).isEmpty()) {
            return 0;
        }
        return Batches.correlation(deviations(measure, row, estimate(measure, row)), perReplication());
    }

    /** What each observation adds to the error of a mean or ratio, up to a factor: terms whose mean is 0. */
    private double[] deviations(Measure measure, int row, Estimate value) {
        double[] x = column(measure.numerator(), row);
        double[] y = measure.denominator() == null ? null : column(measure.denominator(), row);
        double[] deviations = new double[x.length];
        for (int r = 0; r < x.length; r++) {
            deviations[r] = y == null ? x[r] * measure.scale(perReplication()) - value.value() : x[r] * measure.scale() - value.value() * y[r];
        }
        return deviations;
    }

    /** Whether the observations are batches. */
    public boolean areBatches() {
        return batches;
    }
}
