package mergedesk.compile;

import java.time.Duration;
import java.util.List;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.IntStream;
import mergedesk.scenario.Distribution;
import org.apache.commons.math3.distribution.BetaDistribution;
import org.apache.commons.math3.distribution.ExponentialDistribution;
import org.apache.commons.math3.distribution.GammaDistribution;
import org.apache.commons.math3.distribution.LogNormalDistribution;
import org.apache.commons.math3.distribution.RealDistribution;
import org.apache.commons.math3.distribution.TriangularDistribution;
import org.apache.commons.math3.distribution.UniformRealDistribution;
import org.apache.commons.math3.distribution.WeibullDistribution;
import org.apache.commons.math3.special.Gamma;

/** How many days a step slips by, as a quantile: what is drawn for steps together is a probability for each. Parameters as {@link LengthRow} has them. */
final class SlipLaw {
    private static final double DAY_SECONDS = 86_400;
    private static final double MOST_DAYS = 36_525; // beyond every horizon
    private static final int HALVINGS = 60;

    private final Distribution of;
    private final DoubleUnaryOperator family;

    SlipLaw(Distribution of) {
        this.of = of;
        family = quantile(of);
    }

    /** Whole days, the nearest to the quantile at {@code probability}. */
    long days(double probability) {
        return StrictMath.round(StrictMath.min(MOST_DAYS, at(probability)));
    }

    private double at(double probability) {
        return probability <= of.atZero() ? 0 : days(of.shift()) + family.applyAsDouble((probability - of.atZero()) / (1 - of.atZero()));
    }

    /** The part above zero, in days. */
    private static DoubleUnaryOperator quantile(Distribution d) {
        return switch (d.family()) {
            case CONSTANT -> probability -> days(d.mean());
            case EXPONENTIAL -> of(days(d.mean()), new ExponentialDistribution(null, 1));
            case LOGNORMAL -> d.cv() == 0 ? probability -> days(d.mean()) : lognormal(days(d.mean()), StrictMath.log1p(d.cv() * d.cv()));
            case GAMMA -> d.cv() == 0 ? probability -> days(d.mean()) : of(days(d.mean()) * d.cv() * d.cv(), new GammaDistribution(null, 1 / (d.cv() * d.cv()), 1));
            case ERLANG -> of(days(d.mean()) / d.phases(), new GammaDistribution(null, d.phases(), 1));
            case WEIBULL -> of(days(d.mean()) / Gamma.gamma(1 + 1 / d.shape()), new WeibullDistribution(null, d.shape(), 1));
            case UNIFORM -> between(d.low(), d.high(), new UniformRealDistribution(null, 0, 1));
            case TRIANGULAR, PERT -> judged(d);
            case EMPIRICAL -> empirical(d.values().stream().mapToDouble(SlipLaw::days).sorted().toArray());
            case HYPEREXPONENTIAL -> hyperexponential(d);
            case MIXTURE -> mixed(d.mixture().stream().map(part -> new SlipLaw(part.length())).toList(), d.mixture().stream().mapToDouble(Distribution.Part::share).toArray());
        };
    }

    private static DoubleUnaryOperator of(double scale, RealDistribution family) {
        return probability -> scale * family.inverseCumulativeProbability(StrictMath.min(1, probability));
    }

    private static DoubleUnaryOperator lognormal(double mean, double variance) {
        return of(mean * StrictMath.exp(-variance / 2), new LogNormalDistribution(null, 0, StrictMath.sqrt(variance)));
    }

    private static DoubleUnaryOperator between(Duration low, Duration high, RealDistribution share) {
        return probability -> days(low) + (days(high) - days(low)) * share.inverseCumulativeProbability(StrictMath.min(1, probability));
    }

    private static DoubleUnaryOperator judged(Distribution d) {
        double width = days(d.high()) - days(d.low());
        if (width == 0) {
            return probability -> days(d.low());
        }
        double share = (days(d.likely()) - days(d.low())) / width;
        return between(
                d.low(), d.high(), d.family() == Distribution.Shape.TRIANGULAR ? new TriangularDistribution(null, 0, share, 1) : new BetaDistribution(null, 1 + 4 * share, 1 + 4 * (1 - share)));
    }

    private static DoubleUnaryOperator empirical(double[] sorted) {
        return probability -> {
            double place = StrictMath.min(1, probability) * (sorted.length - 1);
            int below = (int) place;
            return below + 1 < sorted.length ? sorted[below] + (place - below) * (sorted[below + 1] - sorted[below]) : sorted[below];
        };
    }

    private static DoubleUnaryOperator hyperexponential(Distribution d) {
        LengthRow row = LengthRow.of(d);
        List<SlipLaw> parts = IntStream.range(0, row.table().size() / 2)
                .mapToObj(i -> new SlipLaw(Distribution.exponential(Duration.ofNanos(StrictMath.round(row.table().get(2 * i + 1) * 1_000)))))
                .toList();
        double[] shares = IntStream.range(0, parts.size()).mapToDouble(i -> row.table().get(2 * i) - (i == 0 ? 0 : row.table().get(2 * i - 2))).toArray();
        return mixed(parts, shares);
    }

    /** By halving: the probability of no more than x is that of the parts, weighted. */
    private static DoubleUnaryOperator mixed(List<SlipLaw> parts, double[] shares) {
        return probability -> {
            double low = 0;
            double high = MOST_DAYS;
            for (int i = 0; i < HALVINGS; i++) {
                double middle = (low + high) / 2;
                double below = 0;
                for (int part = 0; part < shares.length; part++) {
                    below += shares[part] * parts.get(part).upTo(middle);
                }
                low = below < probability ? middle : low;
                high = below < probability ? high : middle;
            }
            return high;
        };
    }

    /** The probability of no more than so many days, the other way round. */
    private double upTo(double days) {
        double low = 0;
        double high = 1;
        for (int i = 0; i < HALVINGS; i++) {
            double middle = (low + high) / 2;
            low = at(middle) <= days ? middle : low;
            high = at(middle) <= days ? high : middle;
        }
        return low;
    }

    private static double days(Duration length) {
        return (length.getSeconds() + length.getNano() * 1e-9) / DAY_SECONDS;
    }
}
