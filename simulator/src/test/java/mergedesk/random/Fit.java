package mergedesk.random;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.function.DoubleUnaryOperator;
import java.util.function.LongToDoubleFunction;
import org.apache.commons.math3.distribution.PoissonDistribution;

/** Whether draws follow a distribution: Kolmogorov and Smirnov's distance, both tails, moments. Every key is fixed, so a test passes always or never. */
final class Fit {
    /** A right sampler fails one of these checks on one in ten thousand sets of keys. */
    private static final double LEAST_PROBABILITY = 1e-4;

    private static final double ERRORS = 4.5;

    private Fit() {}

    /** Draws with the bits of ordinals 0, 1 … of a purpose that no other test uses. */
    static double[] draws(int count, long purpose, LongToDoubleFunction sampler) {
        long key = Streams.dayKey(Streams.runKey(20_110_404, 0), purpose, 0x5eedL, 0);
        double[] draws = new double[count];
        Arrays.setAll(draws, i -> sampler.applyAsDouble(Streams.ordinalKey(key, i)));
        return draws;
    }

    /** The largest distance of the empirical distribution from {@code cdf} has a probability above 1e-4 (limit law of Kolmogorov 1933). */
    static void assertFollows(double[] draws, DoubleUnaryOperator cdf) {
        double[] sorted = draws.clone();
        Arrays.sort(sorted);
        double n = sorted.length;
        double distance = 0;
        for (int i = 0; i < n; i++) {
            double p = cdf.applyAsDouble(sorted[i]);
            distance = Math.max(distance, Math.max(p - i / n, (i + 1) / n - p));
        }
        assertThat(kolmogorov(distance * Math.sqrt(n))).as("probability of a distance of %s", distance).isGreaterThan(LEAST_PROBABILITY);
    }

    private static double kolmogorov(double x) {
        double p = 0;
        for (int k = 1; k <= 100; k++) {
            p += (k % 2 == 1 ? 2 : -2) * Math.exp(-2.0 * k * k * x * x);
        }
        return x < 0.2 ? 1 : p;
    }

    /** As many draws as there should be lie below the 1e-4 and above the 1 − 1e-4 quantile. */
    static void assertTails(double[] draws, DoubleUnaryOperator cdf) {
        double low = quantile(cdf, 1e-4);
        double high = quantile(cdf, 1 - 1e-4);
        long below = Arrays.stream(draws).filter(x -> x < low).count();
        long above = Arrays.stream(draws).filter(x -> x > high).count();
        assertCount(below, draws.length * 1e-4);
        assertCount(above, draws.length * 1e-4);
    }

    /** By halving the bits between −1e9 and 1e9, so that tiny quantiles are as exact as large ones. */
    private static double quantile(DoubleUnaryOperator cdf, double p) {
        if (cdf.applyAsDouble(0) > p) {
            return -quantile(x -> 1 - cdf.applyAsDouble(-x), 1 - p);
        }
        long low = 0;
        long high = Double.doubleToLongBits(1e9);
        while (high - low > 1) {
            long middle = (low + high) >>> 1;
            if (cdf.applyAsDouble(Double.longBitsToDouble(middle)) < p) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return Double.longBitsToDouble(high);
    }

    /** A count of rare things whose expected number is known. */
    static void assertCount(long count, double expected) {
        PoissonDistribution law = new PoissonDistribution(expected);
        assertThat(law.cumulativeProbability((int) count)).as("P(N <= %s) of %s", count, expected).isGreaterThan(LEAST_PROBABILITY);
        assertThat(1 - law.cumulativeProbability((int) count - 1)).as("P(N >= %s) of %s", count, expected).isGreaterThan(LEAST_PROBABILITY);
    }

    /** The sample mean of x^power lies within 4.5 of its own standard errors of what it should be. */
    static void assertMoment(double[] draws, int power, double expected) {
        double n = draws.length;
        double sum = 0;
        double squares = 0;
        for (double x : draws) {
            double moment = x;
            for (int k = 1; k < power; k++) {
                moment *= x;
            }
            sum += moment;
            squares += moment * moment;
        }
        double mean = sum / n;
        double error = Math.sqrt((squares / n - mean * mean) / n);
        assertThat(Math.abs(mean - expected)).as("mean of x^%s is %s, not %s", power, mean, expected).isLessThanOrEqualTo(ERRORS * error);
    }

    /** Pearson's correlation of pairs, in its own standard errors when there is none. */
    static double correlation(double[] x, double[] y) {
        double meanX = Arrays.stream(x).average().orElseThrow();
        double meanY = Arrays.stream(y).average().orElseThrow();
        double xy = 0;
        double xx = 0;
        double yy = 0;
        for (int i = 0; i < x.length; i++) {
            xy += (x[i] - meanX) * (y[i] - meanY);
            xx += (x[i] - meanX) * (x[i] - meanX);
            yy += (y[i] - meanY) * (y[i] - meanY);
        }
        return xy / Math.sqrt(xx * yy);
    }
}
