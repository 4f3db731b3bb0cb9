package mergedesk.random;

import java.util.Arrays;
import org.apache.commons.math3.distribution.ChiSquaredDistribution;
import org.apache.commons.math3.distribution.PoissonDistribution;

/** Counts in cells against those that are expected: the probability of a smaller statistic. */
final class Cells {
    private static final double LEAST_EXPECTED = 8;

    private Cells() {}

    static double[] even(int cells, long all) {
        double[] expected = new double[cells];
        Arrays.fill(expected, all / (double) cells);
        return expected;
    }

    /** Chi-square; cells of which fewer than {@value #LEAST_EXPECTED} are expected are taken together, in order. */
    static double chi(long[] count, double[] expected) {
        double chi = 0;
        int cells = 0;
        double sum = 0;
        double of = 0;
        double left = Arrays.stream(expected).sum();
        for (int i = 0; i < count.length; i++) {
            sum += count[i];
            of += expected[i];
            left -= expected[i];
            if (of >= LEAST_EXPECTED && left >= LEAST_EXPECTED || i == count.length - 1) {
                chi += (sum - of) * (sum - of) / of;
                cells++;
                sum = 0;
                of = 0;
            }
        }
        return cells < 2 ? 1 : chi(chi, cells - 1); // too little to judge by is wrong as well
    }

    static double chi(double chi, int freedom) {
        return new ChiSquaredDistribution(null, freedom).cumulativeProbability(chi);
    }

    /** Halfway between P(N &lt; n) and P(N &lt;= n). */
    static double poisson(long n, double mean) {
        PoissonDistribution law = new PoissonDistribution(mean);
        return (law.cumulativeProbability((int) n) + law.cumulativeProbability((int) n - 1)) / 2;
    }
}
