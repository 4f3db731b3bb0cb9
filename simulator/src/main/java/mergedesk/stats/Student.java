package mergedesk.stats;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.commons.math3.distribution.TDistribution;

/** The factor of a 95 % half-width by number of observations, remembered: it is slow to find, and the same for all measures of a table. Thread-safe. */
public final class Student {
    private static final double MISSED = 0.025; // on each side of a 95 % interval
    private static final Map<Integer, Double> KNOWN = new ConcurrentHashMap<>();

    private Student() {}

    /** Quantile 0.975 of Student's distribution with n − 1 degrees of freedom; NaN below two observations. */
    public static double of(int n) {
        return n < 2 ? Double.NaN : KNOWN.computeIfAbsent(n, any -> of(any, 1));
    }

    /** The same for one of {@code several} intervals that hold together; not remembered. */
    static double of(int n, int several) {
        return new TDistribution(null, n - 1).inverseCumulativeProbability(1 - MISSED / several);
    }
}
