package mergedesk.results;

import java.util.List;
import java.util.Optional;
import mergedesk.results.Study.Verdict;
import mergedesk.stats.Estimate;

/**
 * Which numbers with a range move a result: each alone at the ends of its range, all others at their values, on the same people (common random numbers).
 *
 * <p>One at a time, so that what two do together is not in it; and ranges are taken as they were written, so that a narrow range looks harmless.
 *
 * @param measure what is looked at: the measure of the first target, else the service level
 * @param scope where; for a target that must hold in every period the one that decides
 * @param base the measure with all numbers at their values, from the run itself
 * @param verdict on the first target, by the run itself; empty without one that can be looked at so
 * @param swings what was tried, the one that moves the measure most first; before them those with an end that is not possible
 * @param ranges how many numbers have a range, those not tried included; the same number of several flows is one
 * @param replications of each end
 * @param complete whether nothing that was to be tried is missing
 */
public record Sensitivity(
        String measure, Scope scope, Estimate base, Optional<Verdict> verdict, List<Swing> swings, int ranges, int replications, boolean complete) {
    /**
     * A number, or the same one of several flows, desks ….
     *
     * @param path where it stands, {@code flows.north_tax.work.mean}; with a star for the name where several were moved together
     * @param numbers how many numbers were moved together
     */
    public record Swing(String path, int numbers, End low, End high) {
        /** The larger of the changes, without a sign; endless where an end has a problem, as nobody knows how much it would be. */
        public double reach() {
            return Math.max(low.reach(), high.reach());
        }
    }

    /**
     * An end of a range.
     *
     * @param value as it was written; empty where numbers that were moved together have different ones
     * @param level the measure there, as few replications know it; empty where it has none
     * @param change from the scenario as it is, paired
     * @param problem why there is neither: the scenario is not sound there, or its run failed; else empty
     */
    public record End(String value, Estimate level, Estimate change, String problem) {
        private double reach() {
            return !problem.isEmpty() ? Double.POSITIVE_INFINITY : change.isEmpty() ? 0 : Math.abs(change.value());
        }
    }

    /** How many changes were looked at, of which the largest is picked out. */
    public int looks() {
        return 2 * swings.size();
    }

    /** The change, with an interval that is one of all {@link #looks} which hold together with 95 % at least (Bonferroni). */
    public Estimate together(End end) {
        return end.change.isEmpty() ? Estimate.EMPTY : end.change.amongst(Math.max(1, looks()));
    }

    /** Whether the change is one that these runs can show, among all that were looked at. */
    public boolean isShown(End end) {
        return Math.abs(together(end).value()) > together(end).halfWidth();
    }

    /**
     * Whether the target is met at an end: the run's own level and the change, each with all of its interval. Unsure where there is no change, no target, or no interval.
     */
    public Verdict.State state(End end) {
        Estimate change = together(end);
        if (verdict.isEmpty() || change.isEmpty()) {
            return Verdict.State.UNSURE;
        }
        Estimate there = new Estimate(base.value() + change.value(), base.halfWidth() + change.halfWidth(), change.n(), change.method());
        return Verdict.State.of(there, verdict.get().boundValue(), verdict.get().atLeast());
    }
}
