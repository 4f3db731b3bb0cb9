package mergedesk.stats;

import org.apache.commons.math3.distribution.TDistribution;

/**
 * How sure an estimate makes a statement, one-sided, by Student's distribution of n − 1 degrees of freedom.
 *
 * <p>Observations that are all equal have no spread, but are not certain: five days without a blocked call do not prove that there never is one. Then the sign test
 * speaks (Arbuthnott 1710): were the bound exceeded
 * on half of all days, n days on the same side would have a chance of 2^−n.
 */
public final class Confidence {
    private Confidence() {}

    /** Confidence that the true value is at least, or at most, {@code bound}, 0 .. 1; 0.5 when the estimate says nothing. */
    public static double holds(Estimate estimate, double bound, boolean atLeast) {
        if (estimate.method() == Estimate.Method.EXACT) {
            return (atLeast ? estimate.value() >= bound : estimate.value() <= bound) ? 1 : 0;
        }
        double above = above(estimate, bound);
        return atLeast ? above : 1 - above;
    }

    /** Confidence that the true value is above {@code bound}. */
    static double above(Estimate estimate, double bound) {
        if (estimate.isEmpty() || Double.isNaN(estimate.halfWidth())) {
            return 0.5;
        }
        int n = (int) Math.min(Integer.MAX_VALUE, estimate.n());
        double error = estimate.halfWidth() / Sums.student(n);
        double distance = estimate.value() - bound;
        if (error == 0) {
            double chance = StrictMath.pow(0.5, n);
            return distance == 0 ? 0.5 : distance > 0 ? 1 - chance : chance;
        }
        return new TDistribution(null, n - 1).cumulativeProbability(distance / error);
    }
}
