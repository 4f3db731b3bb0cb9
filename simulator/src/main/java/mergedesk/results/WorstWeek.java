package mergedesk.results;

import java.util.List;
import java.util.function.UnaryOperator;
import mergedesk.units.With;

/**
 * One week of one replication, the one in which the share answered in time fell furthest below what is usual then, or, where nothing says what that is, outages met most contacts: what a bad week looks like. One run, so nothing here is an estimate.
 *
 * @param week which week, as results call it: by its Monday, such as {@code 2026-03-02}
 * @param first the first day of it that the run has
 * @param replication which replication
 * @param replications of how many
 * @param share answered within the target wait, of those offered in the week
 * @param usual the same on average, of replications in which nothing was down then; of all weeks where these are few
 * @param usualThen whether it is of that week
 * @param stepSeconds length of a step; the first begins with the week
 * @param offered contacts offered, by step
 * @param within of these answered within the target wait
 * @param waiting people who waited, mean over the step
 * @param outages what was down when
 */
public record WorstWeek(
        String week, String first, long replication, int replications, double share, double usual, boolean usualThen, double stepSeconds, int[] offered, int[] within, double[] waiting, List<Outage> outages) implements With<WorstWeek> {
    /**
     * An application was down.
     *
     * @param what which application
     * @param fromSeconds since the start of the week; negative where it began before
     * @param toSeconds beyond the week where it lasted
     */
    public record Outage(String what, double fromSeconds, double toSeconds) {}

    /** The same with other names of what was down. */
    public WorstWeek named(UnaryOperator<String> names) {
        return with(WorstWeek::outages, outages.stream().map(outage -> new Outage(names.apply(outage.what), outage.fromSeconds, outage.toSeconds)).toList());
    }
}
