package mergedesk.experiment;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import mergedesk.program.Program.Lengths;
import mergedesk.stats.Erlang.Patience;
import org.apache.commons.math3.special.Gamma;
import org.apache.commons.math3.util.FastMath;

/** What formulas take of a distribution of lengths of time. */
final class MeanLengths {
    private static final double SECOND = 1e-6;

    private final Lengths lengths;
    private final double[] means; // NaN: not asked for yet

    MeanLengths(Lengths lengths) {
        this.lengths = lengths;
        means = new double[lengths.kind().length];
        Arrays.fill(means, Double.NaN);
    }

    /** Mean in seconds; infinite for endless. */
    double seconds(int distribution) {
        if (Double.isNaN(means[distribution])) {
            means[distribution] = aboveZero(distribution) * (1 - lengths.atZero()[distribution]);
        }
        return means[distribution];
    }

    /**
     * How people leave whose patience has this distribution: those with none at once, the others at rates 1 ÷ mean, per second. Exponential branches keep
     * their own rates; any other distribution is taken for an exponential one.
     */
    List<Patience> patience(int distribution) {
        double atZero = lengths.atZero()[distribution];
        if (lengths.kind()[distribution] != Lengths.HYPEREXPONENTIAL) {
            return List.of(new Patience(atZero, Double.POSITIVE_INFINITY), new Patience(1 - atZero, 1 / aboveZero(distribution)));
        }
        List<Patience> parts = new ArrayList<>(List.of(new Patience(atZero, Double.POSITIVE_INFINITY)));
        double before = 0;
        for (int row = lengths.tableOffset()[distribution]; row < lengths.tableOffset()[distribution + 1]; row += 2) {
            double share = lengths.table()[row] - before;
            parts.add(new Patience((1 - atZero) * share, 1 / (lengths.table()[row + 1] * SECOND)));
            before = lengths.table()[row];
        }
        return parts;
    }

    /** Mean in seconds of those that are not zero by the chance of exactly zero. */
    private double aboveZero(int distribution) {
        double a = lengths.a()[distribution];
        double b = lengths.b()[distribution];
        int from = lengths.tableOffset()[distribution];
        int to = lengths.tableOffset()[distribution + 1];
        double ticks =
                switch (lengths.kind()[distribution]) {
                    case Lengths.NEVER -> Double.POSITIVE_INFINITY;
                    case Lengths.CONSTANT, Lengths.EXPONENTIAL -> a;
                    case Lengths.LOGNORMAL -> FastMath.exp(a + b * b / 2);
                    case Lengths.GAMMA -> a * b;
                    case Lengths.WEIBULL -> b * Gamma.gamma(1 + a);
                    case Lengths.UNIFORM -> a + b / 2;
                    case Lengths.HYPEREXPONENTIAL -> branches(from, to);
                    case Lengths.EMPIRICAL -> interpolated(from, to);
                    default -> throw new IllegalStateException("kind of length " + lengths.kind()[distribution]);
                };
        return ticks * SECOND;
    }

    private double branches(int from, int to) {
        double mean = 0;
        double before = 0;
        for (int row = from; row < to; row += 2) {
            mean += (lengths.table()[row] - before) * lengths.table()[row + 1];
            before = lengths.table()[row];
        }
        return mean;
    }

    /** Of the observed values, straight between neighbours. */
    private double interpolated(int from, int to) {
        if (to - from == 1) {
            return lengths.table()[from];
        }
        double sum = (lengths.table()[from] + lengths.table()[to - 1]) / 2;
        for (int row = from + 1; row < to - 1; row++) {
            sum += lengths.table()[row];
        }
        return sum / (to - from - 1);
    }
}
