package mergedesk.law;

import org.apache.commons.math3.distribution.NormalDistribution;
import org.apache.commons.math3.distribution.TDistribution;

/**
 * The chance of a false alarm that a test with many comparisons may spend, shared out among them (Bonferroni): one in ten thousand for all together, so
 * that a failure is a reason to look for the error and not for another seed.
 *
 * @param comparisons how many statements are made
 */
record ErrorBudget(int comparisons) {
    private static final double TOTAL = 1e-4;

    /** Standard errors, from n paired observations, beyond which one of the comparisons fails; on either side. */
    double standardErrors(int n) {
        return new TDistribution(null, n - 1.0).inverseCumulativeProbability(1 - TOTAL / 2 / comparisons);
    }

    /** The same for a sum over many scenarios. */
    double standardErrors() {
        return new NormalDistribution(null, 0, 1).inverseCumulativeProbability(1 - TOTAL / 2 / comparisons);
    }
}
