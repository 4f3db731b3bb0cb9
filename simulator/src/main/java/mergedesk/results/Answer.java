package mergedesk.results;

import java.util.List;
import java.util.Optional;
import mergedesk.stats.Estimate;
import mergedesk.stats.Measure;

/**
 * What {@code solve} found.
 *
 * @param path what was varied
 * @param goal the target, as given
 * @param measure what the target speaks of
 * @param every periods in each of which it must hold, months say: then estimates are those of the worst; empty for all of the time together
 * @param smallest whether the target is met from the found value upwards, otherwise downwards
 * @param found the trial at the found value; empty when no value that was tried meets the goal
 * @param beyond the neighbour that does not meet it any more; empty when there is none
 * @param exceptions trials further away that contradict the answer: it holds in its neighbourhood only
 * @param trials everything tried, in order
 * @param complete false when it was stopped early, or a trial failed
 * @param failure why a trial, or the run of the answer, failed, and the command that repeats it; empty when none did
 */
public record Answer(
        String path,
        String goal,
        Measure measure,
        Optional<Scope.Kind> every,
        boolean smallest,
        Optional<Trial> found,
        Optional<Trial> beyond,
        List<Trial> exceptions,
        List<Trial> trials,
        boolean complete,
        String failure) {
    /** The same, but for the run of the answer, which failed. */
    public Answer failed(String why) {
        return new Answer(path, goal, measure, every, smallest, found, beyond, exceptions, trials, complete, why);
    }

    /**
     * One value that was tried.
     *
     * @param value as it would be written in the scenario
     * @param replications how many were run, 0 when the number follows from the scenario alone
     * @param possible whether the scenario is sound with this value
     * @param estimate of the measure; empty where it has no value
     * @param confidence that the goal is met at this value, 0 .. 1
     * @param missed confidence that it is missed: 1 less the other, but for a goal of every period, of which both may be small
     */
    public record Trial(
            String value, int replications, boolean possible, Estimate estimate, double confidence, double missed, boolean meets) {}
}
