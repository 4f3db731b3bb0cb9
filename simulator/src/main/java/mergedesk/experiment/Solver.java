package mergedesk.experiment;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import mergedesk.stats.Confidence;
import mergedesk.stats.Estimate;

/**
 * Finds the place on a scale of whole steps at which a target begins to be met, or ceases to be.
 *
 * <p>All trials meet the same people (common random numbers), so that "does it hold at k" is nearly monotone in k even with few replications.
 * The place is bracketed by doubling strides and halved down to two neighbours on point estimates; then the less certain neighbour is run
 * again with twice the replications, until both are decided with 95 % confidence over all looks (Bonferroni) or the most replications are used up. When a neighbour
 * changes sides, the search goes on from there. In the manner of stochastic root finding (Pasupathy and Kim 2011).
 */
public final class Solver {
    /** Each look at one of the two neighbours may err; six looks (5, 10 … 160 replications) share the 5 %. */
    private static final double SURE = 1 - 0.05 / 6;

    /** Runs the scenario at step k of the scale. Null where there is no such scenario: the target is not met there. */
    public interface Trial {
        Estimate at(int k, int replications);
    }

    /** One trial. {@code confidence}: that the target holds at k; {@code holds}: whether the point estimate says so. */
    public record Step(int k, int replications, Estimate estimate, double confidence, boolean holds) {
        private boolean decided() {
            return Math.max(confidence, 1 - confidence) >= SURE;
        }
    }

    /** The latest trial at the found place, null when there is none in the range; all trials, in order; whether the search came to its end. */
    public record Solution(Step found, List<Step> steps, boolean complete) {}

    /**
     * What is sought: the smallest ({@code smallest}) or largest step in {@code least} … {@code most} at which the estimate is at least
     * ({@code atLeast}) or at most {@code bound}.
     */
    public record Goal(double bound, boolean atLeast, boolean smallest, int least, int most) {}

    private final Trial trial;
    private final Goal goal;
    private final int fewReplications;
    private final int manyReplications;
    private final List<Step> steps = new ArrayList<>();
    private final NavigableMap<Integer, Step> latest = new TreeMap<>(); // by k, mirrored when the largest is sought
    private int stride = 1;
    private Progress progress;

    public Solver(Trial trial, Goal goal, int fewReplications, int manyReplications) {
        this.trial = trial;
        this.goal = goal;
        this.fewReplications = fewReplications;
        this.manyReplications = Math.max(fewReplications, manyReplications);
    }

    /** Searches from step {@code start} on, until progress says stop. */
    public Solution solve(int start, Progress progress) {
        this.progress = progress;
        run(mirror(Math.max(goal.least, Math.min(goal.most, start))), fewReplications);
        while (!progress.stopped() && tryNext()) {}
        Step found = firstHolding();
        return new Solution(found, List.copyOf(steps), !progress.stopped());
    }

    /** Makes the trial that is most useful now; false when nothing is left to find out. Works on the mirrored scale: seeks the smallest. */
    private boolean tryNext() {
        int least = Math.min(mirror(goal.least), mirror(goal.most));
        int most = Math.max(mirror(goal.least), mirror(goal.most));
        Step inside = firstHolding();
        if (inside == null) {
            return tryBeyond(latest.lastKey(), most, 1) || tryHarder(latest.lastEntry().getValue());
        }
        Map.Entry<Integer, Step> outside = latest.lowerEntry(mirror(inside.k));
        if (outside == null) {
            return tryBeyond(mirror(inside.k), least, -1) || tryHarder(inside);
        }
        if (mirror(inside.k) - outside.getKey() > 1) {
            run(outside.getKey() + (mirror(inside.k) - outside.getKey()) / 2, fewReplications);
            return true;
        }
        Step other = outside.getValue();
        Step vaguer = other.decided() || (!inside.decided() && inside.replications <= other.replications) ? inside : other;
        return tryHarder(vaguer) || tryHarder(vaguer == inside ? other : inside);
    }

    private boolean tryBeyond(int from, int limit, int direction) {
        if (from == limit) {
            return false;
        }
        int k = from + direction * stride;
        stride *= 2;
        run(direction > 0 ? Math.min(k, limit) : Math.max(k, limit), fewReplications);
        return true;
    }

    private boolean tryHarder(Step step) {
        if (step.decided() || step.replications >= manyReplications) {
            return false;
        }
        run(mirror(step.k), Math.min(manyReplications, 2 * step.replications));
        return true;
    }

    /** The first step, on the mirrored scale, from which on every trial held. */
    private Step firstHolding() {
        Step first = null;
        for (Step step : latest.descendingMap().values()) {
            if (!step.holds) {
                break;
            }
            first = step;
        }
        return first;
    }

    private void run(int mirrored, int replications) {
        int k = mirror(mirrored);
        Estimate estimate = trial.at(k, replications);
        if (progress.stopped()) {
            return; // the trial may have been cut short
        }
        Step step = estimate == null ? new Step(k, replications, Estimate.EMPTY, 0, false) : judged(k, replications, estimate);
        steps.add(step);
        latest.put(mirrored, step);
    }

    private Step judged(int k, int replications, Estimate estimate) {
        if (estimate.isEmpty()) {
            throw new IllegalArgumentException("at " + k + " nothing was observed that the target speaks of; take a measure that is there whenever calls are");
        }
        boolean holds = goal.atLeast ? estimate.value() >= goal.bound : estimate.value() <= goal.bound;
        return new Step(k, replications, estimate, Confidence.holds(estimate, goal.bound, goal.atLeast), holds);
    }

    private int mirror(int k) {
        return goal.smallest ? k : -k;
    }
}
