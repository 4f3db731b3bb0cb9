package mergedesk.scenario;

import java.time.Duration;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.Set;
import mergedesk.units.With;

/** How a length of time varies from one person to the next. */
public record Distribution(
        @Meaning("Family of the distribution; absent beside by_time, and may be beside likely, which then means pert, and beside mixture.")
        Shape distribution,

        @Meaning("Mean of the family, before shift is added (of the part above zero when at_zero is given).") @Limits(above = 0)
        Duration mean,

        @Meaning(
                value =
                        "Coefficient of variation, standard deviation over mean: lognormal, gamma, hyperexponential (balanced means).",
                form = Meaning.Form.RATIO)
        @Limits(above = 0, most = 100)
        Double cv,

        @Meaning("Weibull shape; 1 is exponential.") @Limits(least = 0.05, most = 100)
        Double shape,

        @Meaning("Erlang: number of phases.") @Limits(least = 1, most = 1000)
        Integer phases,

        @Meaning("Uniform, triangular, pert: shortest.") Duration low,
        @Meaning("Triangular, pert: most likely.") Duration likely,
        @Meaning("Uniform, triangular, pert: longest.") @Limits(above = 0) Duration high,

        @Meaning("Hyperexponential: branches instead of mean and cv; shares add up to 100 %.")
        List<Branch> branches,

        @Meaning("Empirical: sorted or unsorted observed lengths; quantiles are interpolated between them.")
        List<Duration> values,

        @Meaning("Empirical: CSV file with a column seconds, instead of values.")
        String file,

        @Meaning("Mixture: distributions of which each length has one, by chance; shares add up to 100 %.")
        List<Part> mixture,

        @Meaning(value = "Added to every length of the family: none is shorter, but those that are zero by at_zero.", byDefault = "0 s")
        Duration shift,

        @Meaning(value = "Chance of exactly zero.", byDefault = "0 %", form = Meaning.Form.SHARE)
        @Limits(least = 0, most = 1)
        double atZero,

        @Meaning("Distributions by time of arrival: each holds from its own minute until the next, the last of the day also before the first.")
        Map<LocalTime, Distribution> byTime) implements With<Distribution> {
    /** A family of which nothing is said yet. */
    public static Distribution of(Shape shape) {
        return new Distribution(shape, null, null, null, null, null, null, null, List.of(), List.of(), null, List.of(), Duration.ZERO, 0, Map.of());
    }

    /** A family whose mean says all: exponential, constant. */
    public static Distribution of(Shape shape, Duration mean) {
        return of(shape).with(Distribution::mean, mean);
    }

    /** A family with a mean and a coefficient of variation: lognormal, gamma, hyperexponential. */
    public static Distribution of(Shape shape, Duration mean, double cv) {
        return of(shape, mean).with(Distribution::cv, cv);
    }

    /** Exponential. */
    public static Distribution exponential(Duration mean) {
        return of(Shape.EXPONENTIAL, mean);
    }

    /** Observed lengths. */
    public static Distribution empirical(List<Duration> values) {
        return of(Shape.EMPIRICAL).with(Distribution::values, values);
    }

    /** What a judge knows: the shortest, the most likely and the longest; triangular or pert. */
    public static Distribution judged(Shape shape, Duration low, Duration likely, Duration high) {
        return of(shape).with(Distribution::low, low).with(Distribution::likely, likely).with(Distribution::high, high);
    }

    /** One of several distributions, by chance. */
    public static Distribution mixture(List<Part> parts) {
        return of(Shape.MIXTURE).with(Distribution::mixture, parts);
    }

    /** Another distribution by time of arrival: each holds from its own minute until the next. */
    public static Distribution byTime(Map<LocalTime, Distribution> parts) {
        return of(null).with(Distribution::byTime, parts);
    }

    /** The family that {@code distribution} names, or that the other keys mean without it; null when nothing does. */
    public Shape family() {
        if (distribution != null || (likely == null && mixture.isEmpty())) {
            return distribution;
        }
        return likely != null ? Shape.PERT : Shape.MIXTURE;
    }

    /** The same; exponential where nothing but a mean says which family it is. */
    public Distribution orExponential() {
        return family() == null && mean != null && byTime.isEmpty() ? with(Distribution::distribution, Shape.EXPONENTIAL) : this;
    }

    /** Mean in seconds; of a distribution that is the same at all times and has what its family needs. */
    public double meanSeconds() {
        double ofFamily = switch (family()) {
            case UNIFORM -> (seconds(low) + seconds(high)) / 2;
            case TRIANGULAR -> (seconds(low) + seconds(likely) + seconds(high)) / 3;
            case PERT -> (seconds(low) + 4 * seconds(likely) + seconds(high)) / 6;
            case EMPIRICAL -> empiricalMean(values.stream().mapToDouble(Distribution::seconds).sorted().toArray());
            case HYPEREXPONENTIAL -> branches.isEmpty() ? seconds(mean) : branches.stream().mapToDouble(branch -> branch.share() * seconds(branch.mean())).sum();
            case MIXTURE -> mixture.stream().mapToDouble(part -> part.share() * part.length().meanSeconds()).sum();
            case EXPONENTIAL, LOGNORMAL, GAMMA, WEIBULL, ERLANG, CONSTANT -> seconds(mean);
        };
        return (1 - atZero) * (seconds(shift) + ofFamily);
    }

    /** Values between neighbours are as likely as each other, so that the first and the last count half. */
    private static double empiricalMean(double[] sorted) {
        double sum = 0;
        for (double value : sorted) {
            sum += value;
        }
        double ends = (sorted[0] + sorted[sorted.length - 1]) / 2;
        return sorted.length == 1 ? sum : (sum - ends) / (sorted.length - 1);
    }

    private static double seconds(Duration length) {
        return length.getSeconds() + length.getNano() * 1e-9;
    }

    /** The families that scenarios may use, each with the keys that it may have beside {@code shift} and {@code at_zero}. */
    public enum Shape {
        EXPONENTIAL("mean"),
        LOGNORMAL("mean", "cv"),
        GAMMA("mean", "cv"),
        WEIBULL("mean", "shape"),
        ERLANG("mean", "phases"),
        UNIFORM("low", "high"),
        TRIANGULAR("low", "likely", "high"),
        PERT("low", "likely", "high"),
        HYPEREXPONENTIAL("mean", "cv", "branches"),
        EMPIRICAL("values", "file"),
        CONSTANT("mean"),
        MIXTURE("mixture");

        private final Set<String> keys;

        Shape(String... keys) {
            this.keys = Set.of(keys);
        }

        /** Whether lengths of the family may have this key. */
        public boolean uses(String key) {
            return keys.contains(key);
        }

        /** All that lengths of the family have; of hyperexponential and empirical, one of several ways to say it. */
        public Set<String> keys() {
            return keys;
        }
    }

    /** One branch of a hyperexponential. */
    public record Branch(
            @Meaning(value = "Chance of this branch.", required = true, form = Meaning.Form.SHARE)
            @Limits(least = 0, most = 1)
            double share,

            @Meaning(value = "Mean of this branch.", required = true) @Limits(above = 0)
            Duration mean) {}

    /** One distribution of a mixture. */
    public record Part(
            @Meaning(value = "Chance of this distribution.", required = true, form = Meaning.Form.SHARE)
            @Limits(least = 0, most = 1)
            double share,

            @Meaning(value = "Lengths of these; any family, the same at all times.", required = true)
            Distribution length) {}
}
