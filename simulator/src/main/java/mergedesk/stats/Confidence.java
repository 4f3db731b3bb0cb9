package mergedesk.stats;

import org.apache.commons.math3.distribution.TDistribution;

/** How sure an estimate makes a statement, one-sided, by Student's distribution of n − 1 degrees of freedom. */
public final class Confidence {
    private Confidence() {}

    /** Confidence that the true value is above {@code bound}, 0 .. 1; 0.5 when the estimate says nothing. */
    public static double above(Estimate estimate, double bound) {
        if (estimate.isEmpty() || Double.isNaN(estimate.halfWidth())) {
            return 0.5;
        }
        int n = (int) Math.min(Integer.MAX_VALUE, estimate.n());
        double error = estimate.halfWidth() / Sums.student(n);
        double distance = estimate.value() - bound;
        if (error == 0) {
            return distance == 0 ? 0.5 : distance > 0 ? 1 : 0;
        }
        return new TDistribution(null, n - 1).cumulativeProbability(distance / error);
    }
}
