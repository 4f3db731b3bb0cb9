package mergedesk.results;

import java.util.List;
import mergedesk.stats.Estimate;

/**
 * What {@code solve} found.
 *
 * @param path what was varied
 * @param goal the target, as given
 * @param smallest whether the smallest value that meets it was sought (otherwise the largest)
 * @param found the trial at the found value; null when no value in the range meets the goal
 * @param beyond the neighbour that does not meet it any more; null when there is none
 * @param trials everything tried, in order
 * @param complete false when it was stopped early
 */
public record Answer(
        String path, String goal, boolean smallest, Trial found, Trial beyond, List<Trial> trials, boolean complete) {
    /**
     * One value that was tried.
     *
     * @param value as it would be written in the scenario
     * @param confidence that the goal is met at this value, 0 .. 1
     */
    public record Trial(String value, int replications, Estimate estimate, double confidence, boolean meets) {}
}
