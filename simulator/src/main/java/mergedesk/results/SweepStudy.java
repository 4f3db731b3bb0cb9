package mergedesk.results;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import mergedesk.stats.Estimate;
import mergedesk.stats.Measure;

/**
 * A sweep as its report shows it: what was run, and what came of each measure at the points and on average over them. Immutable; the same sweep gives the same study.
 *
 * @param question what it is to answer; empty when it does not say
 * @param points those whose estimates are kept: all, or some that are chosen evenly where there are very many
 * @param responses one for each measure that was kept, in order
 * @param aliases effects that a fraction cannot tell apart; empty for other designs
 * @param together factors that a table moves together; empty for other designs
 * @param failures the first of what failed, in the order of points
 */
public record SweepStudy(String title, String question, Ran ran, List<Factor> factors, List<Point> points, List<Response> responses, List<Alias> aliases, List<Together> together, List<Failure> failures) {
    /** The lists are copied. */
    public SweepStudy {
        factors = List.copyOf(factors);
        points = List.copyOf(points);
        responses = List.copyOf(responses);
        aliases = List.copyOf(aliases);
        together = List.copyOf(together);
        failures = List.copyOf(failures);
    }

    /**
     * Two factors that go together, so that what is shown of the one by itself is partly due to the other.
     *
     * @param first number of a factor
     * @param second that of another
     * @param correlation of their values over the points, −1 to 1
     */
    public record Together(int first, int second, double correlation) {}

    /** Kinds of designs. */
    public enum Kind {
        FULL,
        FRACTION,
        TABLE,
        LATIN_HYPERCUBE,
        SOBOL,
        MORRIS,
        SALTELLI;

        /** Whether its points are spread over ranges, so that means over them are draws of chance. */
        public boolean isSpread() {
            return ordinal() >= LATIN_HYPERCUBE.ordinal();
        }
    }

    /**
     * What was run.
     *
     * @param file the sweep file, as it was named
     * @param points number of points
     * @param reached points that have a run
     * @param done runs that there are
     * @param failed runs that failed, and points that have none
     * @param asked runs that there are to be, as far as is known
     * @param least fewest replications of a point that has any
     * @param most most replications of a point
     * @param sameCallers whether all points meet the same people at the same moments
     * @param complete whether it came to its end
     */
    public record Ran(String file, String version, Kind kind, int points, int reached, long done, long failed, long asked, int least, int most, long seed, boolean sameCallers, boolean complete) {}

    /**
     * What a sweep varies.
     *
     * @param unit what follows its numbers; empty for none
     * @param isNumber whether its values are numbers; else texts
     * @param moves what of the scenario it moves
     * @param levels its values, or bands of them where it has very many, in order
     */
    public record Factor(String name, String unit, boolean isNumber, String moves, List<Level> levels) {
        /** Whether levels are bands of values. */
        public boolean isBanded() {
            return levels.stream().anyMatch(level -> level.low() < level.high());
        }
    }

    /** A value of a factor, or all between two; as numbers NaN where it is none. */
    public record Level(String text, double low, double high) {
        /** Its middle. */
        public double middle() {
            return (low + high) / 2;
        }
    }

    /** A value of a factor at a point; {@code number} is NaN where it is none. */
    public record Value(String text, double number) {}

    /** A point, by its number in the design, with the value of each factor. */
    public record Point(int number, List<Value> values) {}

    /** An estimate at a point. */
    public record Spot(Point point, Estimate estimate) {}

    /**
     * What came of a measure.
     *
     * @param column its column in tables of the store
     * @param estimates at the points of the study, in order; empty ones where there are none
     * @param valued points of the sweep at which it has a value
     * @param lowest the point of the whole sweep at which it is lowest; empty when it has no value anywhere
     * @param highest and highest
     * @param effects means at levels of the factors
     * @param elementary of a Morris design
     * @param indices of a Saltelli design
     */
    public record Response(
            String column,
            Measure measure,
            Scope place,
            List<Estimate> estimates,
            int valued,
            Optional<Spot> lowest,
            Optional<Spot> highest,
            Effects effects,
            Optional<Elementary> elementary,
            Optional<Indices> indices) {
        /** How much a factor moves it: by which amount on average, or to which share of its variance; NaN where unknown. */
        public double strength(int factor) {
            if (elementary.isPresent()) {
                return elementary.get().factors().get(factor).muStar();
            }
            return indices.isPresent() ? indices.get().total().get(factor).value() : effects.range(factor);
        }

        /** Numbers of the factors, those first that move it most. */
        public List<Integer> byStrength() {
            return IntStream.range(0, effects.byFactor().size()).boxed().sorted(Comparator.comparingDouble(factor -> Double.isNaN(strength(factor)) ? 1 : -strength(factor))).toList();
        }
    }

    /**
     * A mean of a measure over points.
     *
     * @param noise half of a 95 % interval for what other random numbers would do to it, at most; for one point that of its estimate
     * @param spread the same for what other points would, random numbers included
     * @param points over how many
     */
    public record Mean(double value, double noise, double spread, int points) {}

    /**
     * Means of a measure at levels of one factor and of two, over all points that have them.
     *
     * @param byFactor by factor, then by level
     * @param strongest pairs of factors, those first that do most beyond what each does alone
     * @param heat the two factors that move it most; empty when there is but one
     * @param counted points with a value
     * @param leftOut points without
     */
    public record Effects(List<List<Mean>> byFactor, List<Pair> strongest, Optional<Pair> heat, int counted, int leftOut) {
        /** From the lowest mean at a level of a factor to the highest. */
        public double range(int factor) {
            double[] values = byFactor.get(factor).stream().mapToDouble(Mean::value).filter(value -> !Double.isNaN(value)).sorted().toArray();
            return values.length == 0 ? Double.NaN : values[values.length - 1] - values[0];
        }
    }

    /**
     * Two factors together.
     *
     * @param means by level of the first, then of the other
     * @param departure how far a mean is at most from what the two levels do on average, each by itself; NaN where a mean is missing
     */
    public record Pair(int one, int other, List<List<Mean>> means, double departure) {}

    /** What trajectories of one factor at a time say: one for each factor, and how many counted. */
    public record Elementary(List<OfFactor> factors, int counted, int leftOut) {}

    /** Mean elementary effect, mean of its size with a half-width, and its standard deviation, over the whole range of the factor. */
    public record OfFactor(double mu, double muStar, double halfWidth, double sigma) {}

    /**
     * Shares of the variance over all points.
     *
     * @param second of pairs; empty when not asked for
     * @param noise share of the variance that is due to random numbers, roughly; NaN where unknown
     * @param counted base samples that have all their values
     * @param leftOut those that have not
     */
    public record Indices(List<Index> first, List<Index> total, List<Second> second, double noise, int counted, int leftOut) {}

    /** A share with the ends of its 95 % interval. */
    public record Index(double value, double low, double high) {}

    /** What two factors have together beyond each alone. */
    public record Second(int one, int other, Index index) {}

    /** An effect, by the names of its factors, and those that it cannot be told from. */
    public record Alias(String effect, List<String> others) {}

    /**
     * A failed run.
     *
     * @param replication -1 when the point cannot be run at all
     */
    public record Failure(int point, int replication, String message, String command) {}
}
