package mergedesk.design;

import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import org.apache.commons.math3.distribution.BinomialDistribution;

/** Answers of functions whose truth is known, and how often intervals must hold it. */
final class Answers {
    /** How many standard errors an estimate may be off: the style guide's. */
    static final double ERRORS = 4.5;

    private Answers() {}

    static double[] of(Design.OfPoints design, ToDoubleFunction<double[]> f) {
        return IntStream.range(0, design.size()).mapToDouble(row -> f.applyAsDouble(design.row(row))).toArray();
    }

    static double[] of(Design.OfLevels design, ToDoubleFunction<int[]> f) {
        return IntStream.range(0, design.size()).mapToDouble(row -> f.applyAsDouble(design.row(row))).toArray();
    }

    /** Fewer of {@code many} intervals of 95 % hold the truth once in ten thousand times. */
    static int leastHits(int many) {
        return new BinomialDistribution(null, many, 0.95).inverseCumulativeProbability(1e-4);
    }

    static double mean(double[] x) {
        return IntStream.range(0, x.length).mapToDouble(i -> x[i]).sum() / x.length;
    }

    static double deviation(double[] x) {
        double mean = mean(x);
        return Math.sqrt(IntStream.range(0, x.length).mapToDouble(i -> (x[i] - mean) * (x[i] - mean)).sum() / (x.length - 1));
    }
}
