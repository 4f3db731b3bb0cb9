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

/** How many whole days a step slips by, as a quantile: what is drawn for steps together is a probability for each. Parameters as {@link LengthRow} has them. */
final class SlipLaw {
    private static final double DAY_SECONDS = 86_400;
    private static final int MOST_DAYS = 36_525; // beyond every horizon

    private final Distribution of;
    private final DoubleUnaryOperator upTo; // probability of no more than so many days, of the family alone

    SlipLaw(Distribution of) {
        this.of = of;
        upTo = family(of);
    }

    /** The fewest days d for which a slip of less than d + ½ days is as likely as {@code probability}: the quantile, to the nearest day. */
    long days(double probability) {
        int low = 0;
        int high = MOST_DAYS;
        while (low < high) {
            int middle = (low + high) / 2;
            if (upTo(middle + 0.5) >= probability) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        return high;
    }

    /** The probability of no more than so many days, none or more. */
    private double upTo(double days) {
        double left = days - days(of.shift());
        return of.atZero() + (1 - of.atZero()) * (left < 0 ? 0 : upTo.applyAsDouble(left));
    }

    private static DoubleUnaryOperator family(Distribution d) {
        return switch (d.family()) {
            case CONSTANT -> from(days(d.mean()));
            case EXPONENTIAL -> of(days(d.mean()), new ExponentialDistribution(null, 1));
            case LOGNORMAL -> d.cv() == 0 ? from(days(d.mean())) : lognormal(days(d.mean()), StrictMath.log1p(d.cv() * d.cv()));
            case GAMMA -> d.cv() == 0 ? from(days(d.mean())) : of(days(d.mean()) * d.cv() * d.cv(), new GammaDistribution(null, 1 / (d.cv() * d.cv()), 1));
            case ERLANG -> of(days(d.mean()) / d.phases(), new GammaDistribution(null, d.phases(), 1));
            case WEIBULL -> of(days(d.mean()) / Gamma.gamma(1 + 1 / d.shape()), new WeibullDistribution(null, d.shape(), 1));
            case UNIFORM -> between(d, new UniformRealDistribution(null, 0, 1));
            case TRIANGULAR, PERT -> judged(d);
            case EMPIRICAL -> empirical(d.values().stream().mapToDouble(SlipLaw::days).sorted().toArray());
            case HYPEREXPONENTIAL -> hyperexponential(d);
            case MIXTURE -> mixed(d.mixture().stream().map(part -> new SlipLaw(part.length())).toList(), d.mixture().stream().mapToDouble(Distribution.Part::share).toArray());
        };
    }

    /** A length that is always the same. */
    private static DoubleUnaryOperator from(double length) {
        return days -> days < length ? 0 : 1;
    }

    private static DoubleUnaryOperator of(double scale, RealDistribution family) {
        return scale == 0 ? from(0) : days -> family.cumulativeProbability(days / scale);
    }

    private static DoubleUnaryOperator lognormal(double mean, double variance) {
        return of(mean * StrictMath.exp(-variance / 2), new LogNormalDistribution(null, 0, StrictMath.sqrt(variance)));
    }

    private static DoubleUnaryOperator between(Distribution d, RealDistribution share) {
        double low = days(d.low());
        double width = days(d.high()) - low;
        return width == 0 ? from(low) : days -> days < low ? 0 : days >= low + width ? 1 : share.cumulativeProbability((days - low) / width);
    }

    private static DoubleUnaryOperator judged(Distribution d) {
        double width = days(d.high()) - days(d.low());
        double share = width == 0 ? 0 : (days(d.likely()) - days(d.low())) / width;
        return between(d, d.family() == Distribution.Shape.TRIANGULAR ? new TriangularDistribution(null, 0, share, 1) : new BetaDistribution(null, 1 + 4 * share, 1 + 4 * (1 - share)));
    }

    /** Between neighbours all values are as likely as each other. */
    private static DoubleUnaryOperator empirical(double[] sorted) {
        return days -> {
            int above = 0;
            while (above < sorted.length && sorted[above] <= days) {
                above++;
            }
            if (above == 0 || above == sorted.length) {
                return above == 0 ? 0 : 1;
            }
            return (above - 1 + (days - sorted[above - 1]) / (sorted[above] - sorted[above - 1])) / (sorted.length - 1);
        };
    }

    private static DoubleUnaryOperator hyperexponential(Distribution d) {
        List<Double> rows = LengthRow.of(d.with(Distribution::shift, Duration.ZERO)).table(); // cumulative share, mean in ticks
        List<SlipLaw> parts = IntStream.range(0, rows.size() / 2).mapToObj(i -> new SlipLaw(Distribution.exponential(Duration.ofNanos(StrictMath.round(rows.get(2 * i + 1) * 1_000))))).toList();
        return mixed(parts, IntStream.range(0, parts.size()).mapToDouble(i -> rows.get(2 * i) - (i == 0 ? 0 : rows.get(2 * i - 2))).toArray());
    }

    private static DoubleUnaryOperator mixed(List<SlipLaw> parts, double[] shares) {
        double all = IntStream.range(0, shares.length).mapToDouble(part -> shares[part]).sum();
        return days -> IntStream.range(0, shares.length).mapToDouble(part -> shares[part] / all * parts.get(part).upTo(days)).sum();
    }

    private static double days(Duration length) {
        return (length.getSeconds() + length.getNano() * 1e-9) / DAY_SECONDS;
    }
}
