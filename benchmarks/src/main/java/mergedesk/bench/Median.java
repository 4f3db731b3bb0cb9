package mergedesk.bench;

import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/** Medians, of numbers and of ratios taken pair by pair. */
public final class Median {
    private Median() {}

    /** The middle one, or the mean of the two in the middle. */
    public static double of(DoubleStream numbers) {
        double[] sorted = numbers.sorted().toArray();
        int half = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[half] : (sorted[half - 1] + sorted[half]) / 2;
    }

    /** The median of a[i] / b[i]. */
    public static double ofRatios(double[] a, double[] b) {
        return of(ratios(a, b));
    }

    static DoubleStream ratios(double[] a, double[] b) {
        return IntStream.range(0, Math.min(a.length, b.length)).mapToDouble(i -> a[i] / b[i]);
    }
}
