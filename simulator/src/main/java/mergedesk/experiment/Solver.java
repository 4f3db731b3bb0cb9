package mergedesk.experiment;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;
import java.util.function.IntUnaryOperator;
import java.util.stream.Stream;
import mergedesk.stats.Confidence;
import mergedesk.stats.Estimate;

/**
 * Finds the place on a scale of whole steps at which a target begins to be met, or ceases to be.
 *
 * <p>All trials meet the same people (common random numbers), so that "does it hold at k" is nearly monotone in k even with few replications. Which way
 * the measure goes is seen from the trials: the search strides, ever further, to the side on which it should come to the bound, until the target is met on
 * one side and missed on the other, or the limits are reached. The place is then halved down to two neighbours on point estimates; the less certain neighbour is run again with twice the replications, until both are decided with 95 %
 * confidence over all looks (Bonferroni) or the most replications are used up. When a neighbour changes sides, the search goes on from there. In the manner of
 * stochastic root finding (Pasupathy and Kim 2011).
 *
 * <p>A measure may rise and fall again (a service level over the number of lines), and then the answer holds in its neighbourhood only. So it is looked around: at
 * a half, one, two and four times {@link Goal#reach} to both sides, as far as no trial has been. What contradicts the answer with the same confidence is told.
 */
public final class Solver {
    /** Each look at one of the two neighbours may err; six looks (5, 10 … 160 replications) share the 5 %. */
    private static final double SURE = 1 - 0.05 / 6;

    private static final int UP = 1;
    private static final int DOWN = -1;

    /** Runs the scenario at step k of the scale, or throws a {@link SimulationFault}. Empty where there is no such scenario: the target is not met there. */
    public interface Trial {
        Optional<Finding> at(int k, int replications);
    }

    /**
     * What a trial found.
     *
     * @param estimate that is shown: the worst of all
     * @param all which must keep the bound: one, or one for each period
     */
    public record Finding(Estimate estimate, List<Estimate> all) {
        /** The only one. */
        public static Finding of(Estimate estimate) {
            return new Finding(estimate, List.of(estimate));
        }
    }

    /**
     * One trial.
     *
     * @param possible whether there is such a scenario
     * @param confidence that the target holds at k
     * @param missed confidence that it does not; where it must hold in several periods, both may be small
     * @param holds whether the point estimate says so; not where there is none
     */
    public record Step(int k, int replications, boolean possible, Estimate estimate, double confidence, double missed, boolean holds) {
        private boolean decided() {
            return Math.max(confidence, missed) >= SURE;
        }
    }

    /**
     * What came of the search.
     *
     * @param found the latest trial at the found place; empty when the target is met nowhere
     * @param smallest whether the target is met from there upwards, otherwise downwards
     * @param beyond the latest trial of the neighbour that misses it; empty when there is none
     * @param exceptions trials that say otherwise of places further away, surely
     * @param steps all trials, in order
     * @param complete whether the search came to its end
     * @param failure the trial that failed, which ended the search: the others are those before it
     */
    public record Solution(
            Optional<Step> found,
            boolean smallest,
            Optional<Step> beyond,
            List<Step> exceptions,
            List<Step> steps,
            boolean complete,
            Optional<Failure> failure) {}

    /** The trial at step k failed. */
    public record Failure(int k, SimulationFault fault) {}

    /**
     * What is sought: where, in {@code least} … {@code most}, the estimate is at least ({@code atLeast}) or at most {@code bound}.
     *
     * @param smallest what is sought as long as no trial tells which way the measure goes: the smallest step, or the largest
     * @param reach how far around an answer is its neighbourhood, in steps
     */
    public record Goal(double bound, boolean atLeast, boolean smallest, int least, int most, IntUnaryOperator reach) {}

    private final Trial trial;
    private final Goal goal;
    private final int fewReplications;
    private final int manyReplications;
    private final List<Step> steps = new ArrayList<>();
    private final NavigableMap<Integer, Step> latest = new TreeMap<>(); // of the search
    private final NavigableMap<Integer, Step> around = new TreeMap<>(); // of the look around
    private int strideUp = 1;
    private int strideDown = 1;
    private Optional<Failure> failure = Optional.empty();
    private Progress progress;

    public Solver(Trial trial, Goal goal, int fewReplications, int manyReplications) {
        this.trial = trial;
        this.goal = goal;
        this.fewReplications = fewReplications;
        this.manyReplications = Math.max(fewReplications, manyReplications);
    }

    /** Searches from step {@code start} on, until progress says stop or a trial fails. */
    public Solution solve(int start, Progress watched) {
        progress = watched;
        run(Math.max(goal.least, Math.min(goal.most, start)), fewReplications, latest);
        while (!isStopped() && tryNext()) {}
        if (latest.isEmpty()) {
            return new Solution(Optional.empty(), goal.smallest, Optional.empty(), List.of(), List.of(), false, failure);
        }
        Optional<Step> found = Optional.ofNullable(edge());
        int better = betterSide();
        while (!isStopped() && found.isPresent() && lookAround(found.get().k, better)) {}
        return new Solution(
                found,
                better == UP,
                found.flatMap(step -> Optional.ofNullable(latest.get(step.k - better))),
                found.map(step -> contradicting(step.k, better)).orElse(List.of()),
                List.copyOf(steps),
                !isStopped(),
                failure);
    }

    private boolean isStopped() {
        return failure.isPresent() || progress.stopped();
    }

    /** Makes the trial that is most useful now; false when nothing is left to find out. */
    private boolean tryNext() {
        boolean met = latest.values().stream().anyMatch(Step::holds);
        boolean missed = latest.values().stream().anyMatch(step -> step.possible && !step.holds);
        if (met && missed) {
            return halve();
        }
        return stride(met) || closeIn() || (met ? halve() : tryHarder(nearest()));
    }

    /** The side on which the target is met, UP or DOWN, as the trials tell; empty when they do not. */
    private OptionalInt seenSide() {
        List<Step> valued = latest.values().stream().filter(step -> !step.estimate.isEmpty()).toList();
        int rises = valued.isEmpty() ? 0 : Double.compare(last(valued).estimate.value(), valued.get(0).estimate.value());
        if (rises != 0) {
            return OptionalInt.of(goal.atLeast == rises > 0 ? UP : DOWN);
        }
        List<Step> possible = latest.values().stream().filter(Step::possible).toList();
        if (possible.isEmpty() || possible.get(0).holds == last(possible).holds) {
            return OptionalInt.empty();
        }
        return OptionalInt.of(last(possible).holds ? UP : DOWN);
    }

    private static Step last(List<Step> trials) {
        return trials.get(trials.size() - 1);
    }

    private int betterSide() {
        return seenSide().orElse(goal.smallest ? UP : DOWN);
    }

    /** While the target is met at every trial, or at none: goes to the side on which that may change, to both in turn when nothing tells which. */
    private boolean stride(boolean met) {
        int side = met ? -betterSide() : betterSide();
        if (seenSide().isPresent()) {
            return strideTo(side);
        }
        boolean ahead = side == UP ? strideUp > strideDown : strideDown > strideUp;
        return ahead ? strideTo(-side) || strideTo(side) : strideTo(side) || strideTo(-side);
    }

    private boolean strideTo(int side) {
        if (isAtEnd(side)) {
            return false;
        }
        int from = outermost(side).k;
        int to;
        if (side == UP) {
            to = Math.min(goal.most, from + strideUp);
            strideUp *= 2;
        } else {
            int half = from > 1 ? from / 2 : goal.least; // a long stride down would pass by what lies between
            to = Math.max(goal.least, Math.max(half, from - strideDown));
            strideDown *= 2;
        }
        return run(to, fewReplications, latest);
    }

    private Step outermost(int side) {
        return (side == UP ? latest.lastEntry() : latest.firstEntry()).getValue();
    }

    private boolean isAtEnd(int side) {
        Step outermost = outermost(side);
        return outermost.k == (side == UP ? goal.most : goal.least) || !outermost.possible;
    }

    /** Comes closer to the place where missing turns into meeting, on the way to the better side. */
    private boolean halve() {
        int better = betterSide();
        Step inside = edge();
        if (inside == null) { // the outermost trial on the better side misses
            return strideTo(better);
        }
        Map.Entry<Integer, Step> next = better == UP ? latest.lowerEntry(inside.k) : latest.higherEntry(inside.k);
        if (next == null) {
            return strideTo(-better) || tryHarder(inside);
        }
        Step outside = next.getValue();
        if (Math.abs(inside.k - outside.k) > 1) {
            return run(outside.k + (inside.k - outside.k) / 2, fewReplications, latest);
        }
        Step vaguer = outside.decided() || !inside.decided() && inside.replications <= outside.replications ? inside : outside;
        return tryHarder(vaguer) || tryHarder(vaguer == inside ? outside : inside);
    }

    /**
     * The last trial, coming from the better side, before the first that misses. Misses at the very beginning are passed by where the side is at its
     * end; otherwise null: something may be met further on.
     */
    private Step edge() {
        int better = betterSide();
        Step edge = null;
        for (Step step : (better == UP ? latest.descendingMap() : latest).values()) {
            if (step.holds) {
                edge = step;
            } else if (edge != null || !isAtEnd(better)) {
                break;
            }
        }
        return edge;
    }

    /** The trial whose value comes nearest to the bound. */
    private Step nearest() {
        return latest.values().stream().min(Comparator.comparingDouble(this::distance)).orElseThrow();
    }

    /** Where the measure turns back before it reaches the bound: goes on between the trial that came nearest and its neighbours. */
    private boolean closeIn() {
        Step nearest = nearest();
        Map.Entry<Integer, Step> below = latest.lowerEntry(nearest.k);
        Map.Entry<Integer, Step> above = latest.higherEntry(nearest.k);
        if (below == null || above == null || Math.max(distance(below.getValue()), distance(above.getValue())) <= distance(nearest)) {
            return false; // at an end, or where nothing changes
        }
        int down = nearest.k - below.getKey();
        int up = above.getKey() - nearest.k;
        return Math.max(down, up) > 1 && run(nearest.k + (up >= down ? up / 2 : -down / 2), fewReplications, latest);
    }

    /** From the bound; endless where nothing was observed. */
    private double distance(Step step) {
        return step.estimate.isEmpty() ? Double.POSITIVE_INFINITY : Math.abs(step.estimate.value() - goal.bound);
    }

    private boolean tryHarder(Step step) {
        return tryHarder(step, latest);
    }

    private boolean tryHarder(Step step, NavigableMap<Integer, Step> trials) {
        return !step.decided() && step.replications < manyReplications && run(step.k, Math.min(manyReplications, 2 * step.replications), trials);
    }

    /** Makes a trial further away from the answer where none has been, or looks harder at one that seems to contradict it. */
    private boolean lookAround(int found, int better) {
        int reach = goal.reach.applyAsInt(found);
        for (int side : new int[] {better, -better}) {
            for (int distance : new int[] {Math.max(1, reach / 2), reach, 2 * reach, 4 * reach}) {
                int k = Math.max(goal.least, Math.min(goal.most, found + side * distance));
                boolean known = Stream.of(latest, around)
                        .map(trials -> side == UP ? trials.tailMap(k, true) : trials.headMap(k, true))
                        .anyMatch(further -> !further.isEmpty());
                if (!known && k != found) {
                    return run(k, fewReplications, around);
                }
            }
        }
        return around.values().stream().filter(step -> contradicts(step, found, better)).anyMatch(step -> tryHarder(step, around));
    }

    private static boolean contradicts(Step step, int found, int better) {
        boolean expected = better == UP ? step.k >= found : step.k <= found;
        return step.possible && step.holds != expected;
    }

    private List<Step> contradicting(int found, int better) {
        return Stream.concat(latest.values().stream(), around.values().stream())
                .filter(step -> contradicts(step, found, better) && step.decided())
                .sorted(Comparator.comparingInt(Step::k))
                .toList();
    }

    /** Makes a trial; always true. */
    private boolean run(int k, int replications, NavigableMap<Integer, Step> trials) {
        try {
            Optional<Finding> found = trial.at(k, replications);
            if (!isStopped()) { // otherwise the trial may have been cut short
                Step step = judged(k, replications, found);
                steps.add(step);
                trials.put(k, step);
            }
        } catch (SimulationFault fault) {
            failure = Optional.of(new Failure(k, fault));
        }
        return true;
    }

    private Step judged(int k, int replications, Optional<Finding> tried) {
        Estimate estimate = tried.map(Finding::estimate).orElse(Estimate.EMPTY);
        if (estimate.isEmpty()) {
            return new Step(k, replications, tried.isPresent(), estimate, 0, 1, false);
        }
        boolean holds = goal.atLeast ? estimate.value() >= goal.bound : estimate.value() <= goal.bound;
        List<Estimate> all = tried.orElseThrow().all();
        double met = Confidence.allHold(all, goal.bound, goal.atLeast);
        return new Step(k, replications, true, estimate, met, Confidence.oneFails(all, goal.bound, goal.atLeast), holds);
    }
}
