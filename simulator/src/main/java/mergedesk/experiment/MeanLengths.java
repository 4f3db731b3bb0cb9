package mergedesk.experiment;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.DoubleUnaryOperator;
import mergedesk.program.Program.Contacts;
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

    /** Mean of talk and after-call work of a contact of the flow that comes at this time of day, at speed 1 with the group for which talk is shortest. */
    double leastHandling(Contacts contacts, int flow, long wallTicks) {
        double talk = seconds(contacts.work().at(flow, wallTicks));
        for (int row = contacts.workByGroup().offset()[flow]; row < contacts.workByGroup().offset()[flow + 1]; row++) {
            talk = Math.min(talk, seconds(contacts.workByGroup().length()[row]));
        }
        int afterCall = contacts.afterCall()[flow];
        return talk + (afterCall < 0 ? 0 : seconds(afterCall));
    }

    /**
     * How people leave whose patience has this distribution: those with none at once, the others at rates 1 ÷ mean, per second. Exponential branches and
     * parts of a mixture keep their own rates; any other distribution is taken for an exponential one.
     */
    List<Patience> patience(int distribution) {
        List<Patience> parts = new ArrayList<>();
        addPatience(distribution, 1, parts);
        return parts;
    }

    private void addPatience(int distribution, double ofAll, List<Patience> parts) {
        double atZero = lengths.atZero()[distribution];
        int kind = lengths.kind()[distribution];
        parts.add(new Patience(ofAll * atZero, Double.POSITIVE_INFINITY));
        if (kind != Lengths.HYPEREXPONENTIAL && kind != Lengths.MIXTURE || lengths.shift()[distribution] > 0) {
            parts.add(new Patience(ofAll * (1 - atZero), 1 / aboveZero(distribution)));
            return;
        }
        double before = 0;
        for (int row = lengths.tableOffset()[distribution]; row < lengths.tableOffset()[distribution + 1]; row += 2) {
            double share = ofAll * (1 - atZero) * (lengths.table()[row] - before);
            double value = lengths.table()[row + 1];
            if (kind == Lengths.MIXTURE) {
                addPatience((int) value, share, parts);
            } else {
                parts.add(new Patience(share, 1 / (value * SECOND)));
            }
            before = lengths.table()[row];
        }
    }

    /** Whether lengths of this distribution are what {@link #patience} makes of them: exponential ones, several of them, zero or endless. */
    boolean isExponential(int distribution) {
        if (lengths.atZero()[distribution] == 1) {
            return true;
        }
        boolean isFamily = switch (lengths.kind()[distribution]) {
            case Lengths.NEVER -> true;
            case Lengths.EXPONENTIAL, Lengths.HYPEREXPONENTIAL -> lengths.shift()[distribution] == 0;
            case Lengths.CONSTANT -> lengths.a()[distribution] + lengths.shift()[distribution] == 0;
            case Lengths.MIXTURE -> lengths.shift()[distribution] == 0 && areExponential(distribution);
            default -> false;
        };
        return isFamily;
    }

    private boolean areExponential(int mixture) {
        boolean all = true;
        for (int row = lengths.tableOffset()[mixture]; row < lengths.tableOffset()[mixture + 1]; row += 2) {
            all &= isExponential((int) lengths.table()[row + 1]);
        }
        return all;
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
                    case Lengths.TRIANGULAR -> a + b * (1 + lengths.table()[from]) / 3;
                    case Lengths.BETA -> a + b * lengths.table()[from] / (lengths.table()[from] + lengths.table()[from + 1]);
                    case Lengths.HYPEREXPONENTIAL -> ofRows(from, to, value -> value);
                    case Lengths.MIXTURE -> ofRows(from, to, number -> seconds((int) number) / SECOND);
                    case Lengths.EMPIRICAL -> interpolated(from, to);
                    default -> throw new IllegalStateException("kind of length " + lengths.kind()[distribution]);
                };
        return (ticks + lengths.shift()[distribution]) * SECOND;
    }

    /** The mean of rows of cumulative share and what has this mean. */
    private double ofRows(int from, int to, DoubleUnaryOperator mean) {
        double sum = 0;
        double before = 0;
        for (int row = from; row < to; row += 2) {
            sum += (lengths.table()[row] - before) * mean.applyAsDouble(lengths.table()[row + 1]);
            before = lengths.table()[row];
        }
        return sum;
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
