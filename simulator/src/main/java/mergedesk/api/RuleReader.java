package mergedesk.api;

import java.util.Locale;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import mergedesk.scenario.sweep.SweepRuns;
import mergedesk.scenario.text.Misread;
import mergedesk.stats.Measure;
import mergedesk.store.Kept;
import mergedesk.sweep.Rounds;

/** Reads how often a sweep runs its points. */
final class RuleReader {
    private RuleReader() {}

    /** The rule; {@code kept}: the first measure, which decides when runs are not counted out. */
    static Rounds.Rule rule(SweepRuns runs, Kept kept, int points) {
        Measure first = kept.measure();
        boolean adaptive = runs.halfWidth() != null || runs.budget() != null;
        if (adaptive && !kept.isCounted()) {
            throw new Misread("the first measure, " + first.id() + ", decides how often points are run, and has no half-width that can be followed", "put a mean or a share first, such as sl_answered_of_offered");
        }
        if (!adaptive) {
            return Rounds.Rule.fixed(runs.first());
        }
        if (runs.budget() != null && (long) runs.first() * points > runs.budget()) {
            throw new Misread(String.format(Locale.ROOT, "the first round alone has %,d runs", (long) runs.first() * points), "raise budget, or lower replications");
        }
        OptionalDouble halfWidth = runs.halfWidth() == null ? OptionalDouble.empty() : OptionalDouble.of(ScenarioFile.bound(first).reader().apply(runs.halfWidth()));
        OptionalLong budget = runs.budget() == null ? OptionalLong.empty() : OptionalLong.of(runs.budget());
        return new Rounds.Rule(runs.first(), halfWidth, budget, runs.round(), runs.maxReplications());
    }
}
