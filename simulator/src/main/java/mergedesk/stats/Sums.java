package mergedesk.stats;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.commons.math3.distribution.TDistribution;

/** Sums in a fixed order, so that the same numbers give the same bits, and the half-width that follows from them. */
final class Sums {
    private static final double MISSED = 0.025; // on each side of a 95 % interval
    private static final Map<Integer, Double> STUDENT = new ConcurrentHashMap<>(); // by number of observations

    private Sums() {}

    static double total(double[] x) {
        double sum = 0;
        for (double v : x) {
            sum += v;
        }
        return sum;
    }

    /** Whether one value only is other than 0. */
    static boolean restOnOne(double[] x) {
        int found = 0;
        for (double v : x) {
            found += v == 0 ? 0 : 1;
        }
        return found == 1;
    }

    /** t s / (√n scale) for deviations of x from {@code centre}; NaN for fewer than two values. */
    static double halfWidth(double[] x, double centre, double scale) {
        int n = x.length;
        if (n < 2) {
            return Double.NaN;
        }
        double squares = 0;
        for (double v : x) {
            squares += (v - centre) * (v - centre);
        }
        return student(n) * Math.sqrt(squares / (n - 1) / n) / scale;
    }

    /** The 97.5 % quantile of Student's distribution for n observations; remembered, as it is slow to find and the same for all measures of a table. */
    static double student(int n) {
        return STUDENT.computeIfAbsent(n, any -> student(any, 1));
    }

    /** The same for one of {@code several} intervals that hold together. */
    static double student(int n, int several) {
        return new TDistribution(null, n - 1).inverseCumulativeProbability(1 - MISSED / several);
    }
}
