package mergedesk.compile;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import mergedesk.program.Program;
import mergedesk.scenario.Distribution;
import mergedesk.units.Ticks;
import org.apache.commons.math3.special.Gamma;

/**
 * The parameters of one distribution, as {@link Program.Lengths} documents them. With mean m and coefficient of variation c:
 *
 * <pre>
 * lognormal         sigma² = ln(1 + c²), mu = ln m − sigma² ÷ 2
 * gamma             shape 1 ÷ c², scale m × c²
 * erlang            gamma of shape phases, scale m ÷ phases
 * weibull           scale = m ÷ Γ(1 + 1 ÷ shape)
 * hyperexponential  of m and c: two branches of equal weight in the mean (balanced means),
 *                   share₁ = (1 + √((c² − 1) ÷ (c² + 1))) ÷ 2, meanᵢ = m ÷ (2 × shareᵢ)
 * triangular        share of the way at which the most likely lies: (likely − low) ÷ (high − low)
 * pert              a beta on [low, high] of shapes 1 + 4 (likely − low) ÷ (high − low) and 1 + 4 (high − likely) ÷ (high − low)
 * </pre>
 *
 * <p>Of a mixture {@link LengthTable} makes the row, which numbers its parts. A mean of zero, c = 0, or low = high, is a constant. The shift and the chance of exactly zero stand beside all this: m is the
 * mean of the family alone.
 */
record LengthRow(int kind, double a, double b, double atZero, long shift, List<Double> table) {
    static final LengthRow NEVER = new LengthRow(Program.Lengths.NEVER, 0, 0, 0, 0, List.of());

    /** Throws IllegalArgumentException for a distribution by time of arrival, which only work and patience may be. */
    static LengthRow of(Distribution distribution) {
        if (distribution.family() == null) {
            throw new IllegalArgumentException("by_time is for work and patience only, and is not nested");
        }
        return ofFamily(distribution).moved(distribution);
    }

    /** A mixture of numbered distributions: rows of cumulative share and number. */
    static LengthRow mixture(Distribution distribution, List<Integer> numbers) {
        List<Double> table = new ArrayList<>();
        double through = 0;
        for (int i = 0; i < numbers.size(); i++) {
            through += distribution.mixture().get(i).share();
            table.add(through);
            table.add((double) numbers.get(i));
        }
        table.set(table.size() - 2, 1.0);
        return row(Program.Lengths.MIXTURE, 0, 0, table).moved(distribution);
    }

    /** The family with the shift and the chance of zero. */
    private LengthRow moved(Distribution d) {
        return new LengthRow(kind, a, b, d.atZero(), Ticks.of(d.shift()), table);
    }

    private static LengthRow ofFamily(Distribution d) {
        return switch (d.family()) {
            case CONSTANT -> constant(ticks(d.mean()));
            case EXPONENTIAL -> row(Program.Lengths.EXPONENTIAL, ticks(d.mean()), 0);
            case LOGNORMAL -> lognormal(ticks(d.mean()), d.cv());
            case GAMMA -> gamma(ticks(d.mean()), d.cv());
            case ERLANG -> row(Program.Lengths.GAMMA, d.phases(), ticks(d.mean()) / d.phases());
            case WEIBULL -> weibull(ticks(d.mean()), d.shape());
            case UNIFORM -> row(Program.Lengths.UNIFORM, ticks(d.low()), ticks(d.high()) - ticks(d.low()));
            case TRIANGULAR, PERT -> judged(d);
            case HYPEREXPONENTIAL -> hyperexponential(d);
            case EMPIRICAL -> empirical(d.values());
            case MIXTURE -> throw new IllegalArgumentException("a mixture has parts with numbers of their own");
        };
    }

    private static LengthRow constant(double ticks) {
        return row(Program.Lengths.CONSTANT, ticks, 0);
    }

    private static LengthRow lognormal(double mean, double cv) {
        if (mean == 0 || cv == 0) {
            return constant(mean);
        }
        double variance = StrictMath.log1p(cv * cv);
        return row(Program.Lengths.LOGNORMAL, StrictMath.log(mean) - variance / 2, StrictMath.sqrt(variance));
    }

    private static LengthRow gamma(double mean, double cv) {
        if (mean == 0 || cv == 0) {
            return constant(mean);
        }
        return row(Program.Lengths.GAMMA, 1 / (cv * cv), mean * (cv * cv));
    }

    private static LengthRow weibull(double mean, double shape) {
        return row(Program.Lengths.WEIBULL, 1 / shape, mean / Gamma.gamma(1 + 1 / shape));
    }

    private static LengthRow hyperexponential(Distribution d) {
        List<Double> table = new ArrayList<>();
        if (d.branches().isEmpty()) {
            double square = d.cv() * d.cv();
            double share = (1 + StrictMath.sqrt((square - 1) / (square + 1))) / 2;
            table.addAll(List.of(share, ticks(d.mean()) / (2 * share), 1.0, ticks(d.mean()) / (2 * (1 - share))));
        } else {
            double through = 0;
            for (Distribution.Branch branch : d.branches()) {
                through += branch.share();
                table.add(through);
                table.add(ticks(branch.mean()));
            }
            table.set(table.size() - 2, 1.0);
        }
        return row(Program.Lengths.HYPEREXPONENTIAL, 0, 0, table);
    }

    private static LengthRow empirical(List<Duration> values) {
        List<Double> sorted = values.stream().map(LengthRow::ticks).sorted().toList();
        return row(Program.Lengths.EMPIRICAL, 0, 0, sorted);
    }

    private static LengthRow judged(Distribution d) {
        double low = ticks(d.low());
        double width = ticks(d.high()) - low;
        if (width == 0) {
            return constant(low);
        }
        double share = (ticks(d.likely()) - low) / width;
        return d.family() == Distribution.Shape.TRIANGULAR
                ? row(Program.Lengths.TRIANGULAR, low, width, List.of(share))
                : row(Program.Lengths.BETA, low, width, List.of(1 + 4 * share, 1 + 4 * (1 - share)));
    }

    private static LengthRow row(int kind, double a, double b) {
        return row(kind, a, b, List.of());
    }

    private static LengthRow row(int kind, double a, double b, List<Double> table) {
        return new LengthRow(kind, a, b, 0, 0, List.copyOf(table));
    }

    private static double ticks(Duration length) {
        return Ticks.of(length);
    }
}
