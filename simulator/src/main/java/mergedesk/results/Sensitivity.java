package mergedesk.results;

import java.util.List;
import java.util.OptionalDouble;
import mergedesk.stats.Estimate;

/**
 * Which assumptions move a result: each alone at the ends of its range, all others at their values, on the same people (common random numbers).
 *
 * <p>One at a time, so that what two do together is not in it; and ranges are taken as they were written, so that a narrow range looks harmless.
 *
 * @param measure what is looked at: the measure of the first target, else the service level
 * @param scope where
 * @param base the measure with all assumptions at their values, from as many replications as the ends
 * @param bound what the target asks for; empty without one
 * @param atLeast whether the bound is a lowest value
 * @param swings what was tried, the one that moves the measure most first
 * @param assumptions how many have a range, those not tried included
 * @param complete whether nothing that was to be tried is missing
 */
public record Sensitivity(
        String measure, Scope scope, Estimate base, OptionalDouble bound, boolean atLeast, List<Swing> swings, int assumptions, boolean complete) {
    /**
     * An assumption.
     *
     * @param path where it stands, {@code flows.north_tax.work.mean}; with a star for the name where the same number of several flows, desks … was moved together
     * @param numbers how many numbers were moved together
     */
    public record Swing(String path, int numbers, End low, End high) {
        /** The larger of the changes, without a sign; 0 when neither end has one. */
        public double reach() {
            return Math.max(low.reach(), high.reach());
        }
    }

    /**
     * An end of a range.
     *
     * @param value as it was written; empty where numbers that were moved together have different ones
     * @param level the measure there; empty where it has none
     * @param change from {@link #base}, paired
     * @param problem why there is neither: the scenario is not sound there, or its run failed; else empty
     */
    public record End(String value, Estimate level, Estimate change, String problem) {
        private double reach() {
            return change.isEmpty() ? 0 : Math.abs(change.value());
        }

        /** Whether a target is met there; empty estimates are unsure. */
        public Study.Verdict.State state(double bound, boolean atLeast) {
            return level.isEmpty() ? Study.Verdict.State.UNSURE : Study.Verdict.State.of(level, bound, atLeast);
        }
    }
}
