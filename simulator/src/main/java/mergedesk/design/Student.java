package mergedesk.design;

import org.apache.commons.math3.distribution.TDistribution;

/** Means of answers and how far they may be off, in sums of a fixed order. */
final class Student {
    private static final double MISSED = 0.025; // on each side of a 95 % interval

    private Student() {}

    /** The 97.5 % quantile of Student's distribution. */
    static double quantile(int degrees) {
        return new TDistribution(null, degrees).inverseCumulativeProbability(1 - MISSED);
    }

    /** NaN of none. */
    static double mean(double[] x) {
        double sum = 0;
        for (double v : x) {
            sum += v;
        }
        return sum / x.length;
    }

    /** Σ (x − x̄)². */
    static double squares(double[] x) {
        double mean = mean(x);
        double squares = 0;
        for (double v : x) {
            squares += (v - mean) * (v - mean);
        }
        return squares;
    }

    /** s of n − 1 degrees of freedom; NaN for fewer than two. */
    static double deviation(double[] x) {
        return x.length < 2 ? Double.NaN : Math.sqrt(squares(x) / (x.length - 1));
    }

    /** t s ÷ √n of a 95 % interval of the mean; NaN for fewer than two. */
    static double halfWidth(double[] x) {
        return x.length < 2 ? Double.NaN : quantile(x.length - 1) * deviation(x) / Math.sqrt(x.length);
    }
}
