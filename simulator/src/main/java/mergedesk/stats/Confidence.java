package mergedesk.stats;

import java.util.List;
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

    /** Confidence that all of several true values are at least, or at most, {@code bound}: whatever each may err by is added up (Bonferroni). Never less than 0. */
    public static double allHold(List<Estimate> estimates, double bound, boolean atLeast) {
        return Math.max(0, 1 - estimates.stream().mapToDouble(estimate -> 1 - holds(estimate, bound, atLeast)).sum());
    }

    /** Confidence that one of several true values at least does not hold, picked out as the surest of them; 0 when none is sure enough to stand out. */
    public static double oneFails(List<Estimate> estimates, double bound, boolean atLeast) {
        return Math.max(0, 1 - estimates.size() * estimates.stream().mapToDouble(estimate -> holds(estimate, bound, atLeast)).min().orElse(1));
    }

    /** Confidence that the true value is above {@code bound}. */
    static double above(Estimate estimate, double bound) {
        if (estimate.isEmpty() || Double.isNaN(estimate.halfWidth())) {
            return 0.5;
        }
        int n = (int) Math.min(Integer.MAX_VALUE, estimate.n());
        double error = estimate.halfWidth() / Student.of(n);
        double distance = estimate.value() - bound;
        if (error == 0) {
            double chance = StrictMath.pow(0.5, n);
            return distance == 0 ? 0.5 : distance > 0 ? 1 - chance : chance;
        }
        return new TDistribution(null, n - 1).cumulativeProbability(distance / error);
    }
}
