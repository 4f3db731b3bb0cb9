package mergedesk.random;

import org.apache.commons.math3.distribution.GammaDistribution;
import org.apache.commons.math3.special.Erf;

/**
 * Busyness: one factor a civil day, gamma distributed with mean 1.
 *
 * <p>Correlated days hang together through normal numbers X(d) = r X(d−1) + sqrt(1 − r²) Z(d), each mapped to the gamma quantile of its
 * probability (a Gaussian copula). The factors' own correlation is a little less; {@link NormalCorrelation} says which r gives it.
 */
public final class DailyFactor {
    private final double shape;
    private final double correlation;
    private final GammaDistribution gamma;
    private double normal;

    /** Factors of gamma shape {@code shape} (1 / cv²) whose normal numbers have the day-to-day correlation r, in [0, 1). */
    public DailyFactor(double shape, double correlation) {
        this.shape = shape;
        this.correlation = correlation;
        gamma = new GammaDistribution(null, shape, 1 / shape);
    }

    /** The factor of day {@code day}; call for days 0, 1, 2 … in order, with the day's bits. */
    public double of(int day, long bits) {
        if (correlation == 0) {
            return Gamma.of(shape, bits) / shape;
        }
        double fresh = Normal.of(bits);
        normal = day == 0 ? fresh : correlation * normal + Math.sqrt(1 - correlation * correlation) * fresh;
        return gamma.inverseCumulativeProbability(0.5 * Erf.erfc(-normal / Math.sqrt(2)));
    }
}
