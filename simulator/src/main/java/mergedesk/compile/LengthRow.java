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
 * </pre>
 *
 * <p>A mean of zero, or c = 0, is a constant. The chance of exactly zero stands beside all this: m is the mean of the part above zero.
 */
record LengthRow(int kind, double a, double b, double atZero, List<Double> table) {
    static final LengthRow NEVER = new LengthRow(Program.Lengths.NEVER, 0, 0, 0, List.of());

    /** Throws IllegalArgumentException for a distribution by time of arrival, which only work and patience may be. */
    static LengthRow of(Distribution distribution) {
        if (distribution.distribution() == null) {
            throw new IllegalArgumentException("by_time is for work and patience only, and is not nested");
        }
        LengthRow row = aboveZero(distribution);
        return new LengthRow(row.kind, row.a, row.b, distribution.atZero(), row.table);
    }

    private static LengthRow aboveZero(Distribution d) {
        return switch (d.distribution()) {
            case CONSTANT -> constant(ticks(d.mean()));
            case EXPONENTIAL -> row(Program.Lengths.EXPONENTIAL, ticks(d.mean()), 0);
            case LOGNORMAL -> lognormal(ticks(d.mean()), d.cv());
            case GAMMA -> gamma(ticks(d.mean()), d.cv());
            case ERLANG -> row(Program.Lengths.GAMMA, d.phases(), ticks(d.mean()) / d.phases());
            case WEIBULL -> weibull(ticks(d.mean()), d.shape());
            case UNIFORM -> row(Program.Lengths.UNIFORM, ticks(d.low()), ticks(d.high()) - ticks(d.low()));
            case HYPEREXPONENTIAL -> hyperexponential(d);
            case EMPIRICAL -> empirical(d.values());
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
        return new LengthRow(Program.Lengths.HYPEREXPONENTIAL, 0, 0, 0, List.copyOf(table));
    }

    private static LengthRow empirical(List<Duration> values) {
        List<Double> sorted = values.stream().map(LengthRow::ticks).sorted().toList();
        return new LengthRow(Program.Lengths.EMPIRICAL, 0, 0, 0, sorted);
    }

    private static LengthRow row(int kind, double a, double b) {
        return new LengthRow(kind, a, b, 0, List.of());
    }

    private static double ticks(Duration length) {
        return Ticks.of(length);
    }
}
