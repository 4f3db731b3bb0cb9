package mergedesk.random;

import org.apache.commons.math3.distribution.GammaDistribution;
import org.apache.commons.math3.special.Erf;

/**
 * Which correlation two standard normal numbers must have for gamma numbers made of them, as {@link DailyFactor} makes them, to have the one
 * asked for: a gamma number hangs together less than the normal number behind it, the less the more skewed it is.
 *
 * <p>With g(z) the gamma quantile of z's probability, correlation ρ of the gamma numbers follows from r of the normal ones by Mehler's formula:
 *
 * <pre>
 * ρ(r) = Σ aₙ rⁿ,   aₙ = (∫ g(z) hₙ(z) φ(z) dz)² ÷ variance,   n = 1, 2 …
 * </pre>
 *
 * with the normalised Hermite polynomials hₙ; aₙ add up to 1. It rises from 0 to 1 and is inverted by halving. The integrals are sums over an even grid, which
 * for such integrands converge faster than any power of its step. Sixty terms leave less than 0.00001 for a coefficient of variation of 1,000 %, and
 * less than 1e-10 up to 200 %.
 *
 * <p>Cost: 79 gamma quantiles. Bits: the same on every processor.
 */
public final class NormalCorrelation {
    private static final int TERMS = 60;
    /** Beyond it the probability is too near to 1 for a quantile; what lies there is less than 1e-9 of the variance. */
    private static final double EDGE = 7.8;
    private static final double STEP = 0.2;

    private NormalCorrelation() {}

    /**
     * The normal correlation, in [0, 1).
     *
     * @param shape of the gamma numbers, 1 / cv²
     * @param correlation asked of them, in [0, 1)
     */
    public static double of(double shape, double correlation) {
        if (correlation == 0) {
            return 0;
        }
        double[] shares = shares(shape);
        double low = correlation;
        double high = Math.nextDown(1.0);
        for (double middle = (low + high) / 2; low < middle && middle < high; middle = (low + high) / 2) {
            if (correlation(shares, middle) < correlation) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return low;
    }

    private static double correlation(double[] shares, double r) {
        double sum = 0;
        for (int n = shares.length - 1; n >= 1; n--) {
            sum = (sum + shares[n]) * r;
        }
        return sum;
    }

    /** Of n = 0, 1 … TERMS: the share of the variance that the n-th polynomial explains. What is left beyond the last is given to it. */
    private static double[] shares(double shape) {
        double[] integral = new double[TERMS + 1];
        GammaDistribution gamma = new GammaDistribution(null, shape, 1 / shape);
        for (double z = -EDGE; z < EDGE + STEP / 2; z += STEP) {
            double g = gamma.inverseCumulativeProbability(0.5 * Erf.erfc(-z / StrictMath.sqrt(2)));
            double weight = g * StrictMath.exp(-z * z / 2) / StrictMath.sqrt(2 * StrictMath.PI) * STEP;
            double before = 0;
            double hermite = 1;
            for (int n = 0; n <= TERMS; n++) {
                integral[n] += weight * hermite;
                double next = (z * hermite - StrictMath.sqrt(n) * before) / StrictMath.sqrt(n + 1);
                before = hermite;
                hermite = next;
            }
        }
        double[] shares = new double[TERMS + 1];
        double left = 1;
        for (int n = 1; n <= TERMS; n++) {
            shares[n] = integral[n] * integral[n] * shape;
            left -= shares[n];
        }
        shares[TERMS] += Math.max(0, left);
        return shares;
    }
}
