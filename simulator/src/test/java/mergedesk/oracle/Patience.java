package mergedesk.oracle;

import java.util.function.DoubleUnaryOperator;
import org.apache.commons.math3.distribution.LogNormalDistribution;

/** P(patience &gt; x) of the families of case 16, by mean. */
final class Patience {
    private Patience() {}

    static DoubleUnaryOperator exponential(double mean) {
        return x -> Math.exp(-x / mean);
    }

    static DoubleUnaryOperator erlang2(double mean) {
        return x -> (1 + 2 * x / mean) * Math.exp(-2 * x / mean);
    }

    static DoubleUnaryOperator uniform(double longest) {
        return x -> Math.max(0, 1 - x / longest);
    }

    /** With coefficient of variation {@code cv}. */
    static DoubleUnaryOperator lognormal(double mean, double cv) {
        double variance = Math.log(1 + cv * cv);
        LogNormalDistribution law = new LogNormalDistribution(null, Math.log(mean) - variance / 2, Math.sqrt(variance));
        return x -> 1 - law.cumulativeProbability(x);
    }
}
