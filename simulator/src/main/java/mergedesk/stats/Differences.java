package mergedesk.stats;

/**
 * Paired differences of two sets of observations on common random numbers.
 *
 * <p>Means: the mean of x(r) − u(r). Ratios R = Σx / Σy and Q = Σu / Σv: R − Q, with the half-width of the mean of the linearised terms
 * (x − R y) / ȳ − (u − Q v) / v̄.
 */
public final class Differences {
    private Differences() {}

    /** The measure in row {@code rowA} of a minus that in row {@code rowB} of b; both have the same number of sample. */
    public static Estimate of(Measure measure, Sample a, int rowA, Sample b, int rowB) {
        if (a.count() != b.count()) {
            throw new IllegalArgumentException("observations: " + a.count() + " and " + b.count() + ", must be pairs");
        }
        Estimate valueA = a.estimate(measure, rowA);
        Estimate valueB = b.estimate(measure, rowB);
        if (valueA.isEmpty() || valueB.isEmpty()) {
            return Estimate.EMPTY;
        }
        double[] termsA = terms(measure, a, rowA, valueA);
        double[] termsB = terms(measure, b, rowB, valueB);
        double[] pairs = new double[termsA.length];
        for (int r = 0; r < pairs.length; r++) {
            pairs[r] = termsA[r] - termsB[r];
        }
        boolean known = !Double.isNaN(valueA.halfWidth() + valueB.halfWidth());
        double halfWidth = known ? Sums.halfWidth(pairs, Sums.total(pairs) / pairs.length, 1) : Double.NaN;
        return new Estimate(valueA.value() - valueB.value(), halfWidth, pairs.length, Estimate.Method.PAIRED);
    }

    /** The mean of differences of pairs of values. */
    public static Estimate of(double[] a, double[] b) {
        double[] pairs = new double[a.length];
        for (int r = 0; r < pairs.length; r++) {
            pairs[r] = a[r] - b[r];
        }
        Estimate mean = GivenSums.estimate(pairs);
        return mean.isEmpty() ? mean : new Estimate(mean.value(), mean.halfWidth(), mean.n(), Estimate.Method.PAIRED);
    }

    private static double[] terms(Measure measure, Sample sample, int row, Estimate value) {
        double[] terms = sample.column(measure.numerator(), row);
        if (measure.denominator() == null) {
            for (int r = 0; r < terms.length; r++) {
                terms[r] *= measure.scale(sample.perReplication());
            }
            return terms;
        }
        double[] y = sample.column(measure.denominator(), row);
        double mean = Sums.total(y) / y.length;
        for (int r = 0; r < terms.length; r++) {
            terms[r] = (terms[r] * measure.scale() - value.value() * y[r]) / mean;
        }
        return terms;
    }

    /** What each observation adds to the error of a mean or ratio: terms whose mean is 0. */
    static double[] deviations(Measure measure, Sample sample, int row, Estimate value) {
        double[] terms = terms(measure, sample, row, value);
        double centre = measure.denominator() == null ? value.value() : 0;
        for (int r = 0; r < terms.length; r++) {
            terms[r] -= centre;
        }
        return terms;
    }
}
