package mergedesk.sweep;

import java.util.Arrays;
import java.util.Comparator;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.stream.IntStream;
import mergedesk.stats.Accumulated;
import mergedesk.stats.Estimate;
import mergedesk.stats.Measure;

/**
 * How many replications each point is asked for, round by round. What a round asks for depends on all the results of the rounds before and on nothing else: not on the order in which runs end, nor on what else is in the
 * store.
 *
 * <p>After the first round, of as many replications of every point, either nothing; or further rounds of each point until the half-width of the deciding measure is small enough; or, as long as a budget lasts, further rounds of
 * those points, a quarter of all, of which it is known least.
 */
public final class Rounds {
    /**
     * The rule.
     *
     * @param first replications of each point in the first round
     * @param halfWidth the half-width to be reached, in the unit of the measure
     * @param budget runs of all points together
     * @param round replications of a point in a further round
     * @param most replications of a point
     */
    public record Rule(int first, OptionalDouble halfWidth, OptionalLong budget, int round, int most) {
        /** The same number of each point, and that is all. */
        public static Rule fixed(int replications) {
            return new Rule(replications, OptionalDouble.empty(), OptionalLong.empty(), 1, replications);
        }

        /** Whether there may be further rounds. */
        public boolean isAdaptive() {
            return halfWidth.isPresent() || budget.isPresent();
        }

        /** Most runs that there may be. */
        public long mostRuns(int points) {
            return budget.isPresent() ? Math.max(budget.getAsLong(), (long) first * points) : (long) points * (halfWidth.isPresent() ? most : first);
        }
    }

    private static final int PART = 4; // of the points get a further round of a budget at once

    private final Rule rule;
    private final int[] asked;
    private final Accumulated[] known; // by point; null where the rule asks for none
    private long runs;
    private boolean begun;

    /** @param measure that decides; a total or ratio */
    public Rounds(Rule rule, int points, Measure measure) {
        this.rule = rule;
        asked = new int[points];
        known = new Accumulated[rule.isAdaptive() ? points : 0];
        Arrays.setAll(known, point -> new Accumulated(measure));
    }

    /** Replications of a point so far, of all rounds. */
    public int asked(int point) {
        return asked[point];
    }

    /** Runs of all points so far, of all rounds. */
    public long runs() {
        return runs;
    }

    /** Plans the next round; false when there is none. All results of those before must have been told. */
    public boolean next() {
        if (!begun) {
            begun = true;
            IntStream.range(0, asked.length).forEach(point -> ask(point, rule.first()));
            return asked.length > 0;
        }
        int[] points = rule.halfWidth().isPresent() ? unknown() : rule.budget().isPresent() ? leastKnown() : new int[0];
        for (int point : points) {
            ask(point, Math.min(rule.round(), rule.most() - asked[point]));
        }
        return points.length > 0;
    }

    private void ask(int point, int more) {
        asked[point] += more;
        runs += more;
    }

    /** What a run of the last round, or one before, left of the deciding measure. In any order. */
    public void tell(int point, long above, long below) {
        known[point].add(above, below);
    }

    private int[] unknown() {
        return IntStream.range(0, asked.length).filter(point -> asked[point] < rule.most() && isUnknown(known[point].estimate())).toArray();
    }

    /** Nothing that happens never will be known better. */
    private boolean isUnknown(Estimate estimate) {
        return !estimate.isEmpty() && !(estimate.halfWidth() <= rule.halfWidth().getAsDouble());
    }

    private int[] leastKnown() {
        long affordable = (rule.budget().getAsLong() - runs) / rule.round();
        double[] halfWidths = Arrays.stream(known).mapToDouble(one -> one.estimate().halfWidth()).toArray();
        return IntStream.range(0, asked.length)
                .filter(point -> asked[point] + rule.round() <= rule.most() && known[point].count() > 0 && halfWidths[point] != 0)
                .boxed()
                .sorted(Comparator.comparingDouble(point -> Double.isNaN(halfWidths[point]) ? Double.NEGATIVE_INFINITY : -halfWidths[point]))
                .limit(Math.max(0, Math.min(affordable, (asked.length + PART - 1) / PART)))
                .mapToInt(Integer::intValue)
                .toArray();
    }
}
