package mergedesk.scenario;

import java.time.Duration;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import mergedesk.units.With;

/** How a length of time varies from one person to the next. */
public record Distribution(
        @Meaning("Shape of the distribution; required unless by_time is given.")
        Shape distribution,

        @Meaning("Mean (of the part above zero when at_zero is given).") @Limits(above = 0)
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

        @Meaning("Uniform: shortest.") Duration low,
        @Meaning("Uniform: longest.") @Limits(above = 0) Duration high,

        @Meaning("Hyperexponential: branches instead of mean and cv; shares add up to 100 %.")
        List<Branch> branches,

        @Meaning("Empirical: sorted or unsorted observed lengths; quantiles are interpolated between them.")
        List<Duration> values,

        @Meaning("Empirical: CSV file with a column seconds, instead of values.")
        String file,

        @Meaning(value = "Chance of exactly zero.", byDefault = "0 %", form = Meaning.Form.SHARE)
        @Limits(least = 0, most = 1)
        double atZero,

        @Meaning("Distributions by time of arrival: each holds from its own minute until the next, the last of the day also before the first.")
        Map<LocalTime, Distribution> byTime) implements With<Distribution> {
    /** A family of which nothing is said yet. */
    public static Distribution of(Shape shape) {
        return new Distribution(shape, null, null, null, null, null, null, List.of(), List.of(), null, 0, Map.of());
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

    /** Another distribution by time of arrival: each holds from its own minute until the next. */
    public static Distribution byTime(Map<LocalTime, Distribution> parts) {
        return of(null).with(Distribution::byTime, parts);
    }

    /** Mean in seconds; of a distribution that is the same at all times and has what its family needs. */
    public double meanSeconds() {
        double aboveZero = switch (distribution) {
            case UNIFORM -> (seconds(low) + seconds(high)) / 2;
            case EMPIRICAL -> empiricalMean(values.stream().mapToDouble(Distribution::seconds).sorted().toArray());
            case HYPEREXPONENTIAL -> branches.isEmpty() ? seconds(mean) : branches.stream().mapToDouble(branch -> branch.share() * seconds(branch.mean())).sum();
            case EXPONENTIAL, LOGNORMAL, GAMMA, WEIBULL, ERLANG, CONSTANT -> seconds(mean);
        };
        return (1 - atZero) * aboveZero;
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

    /** The families that scenarios may use. */
    public enum Shape {
        EXPONENTIAL,
        LOGNORMAL,
        GAMMA,
        WEIBULL,
        ERLANG,
        UNIFORM,
        HYPEREXPONENTIAL,
        EMPIRICAL,
        CONSTANT
    }

    /** One branch of a hyperexponential. */
    public record Branch(
            @Meaning(value = "Chance of this branch.", required = true, form = Meaning.Form.SHARE)
            @Limits(least = 0, most = 1)
            double share,

            @Meaning(value = "Mean of this branch.", required = true) @Limits(above = 0)
            Duration mean) {}
}
