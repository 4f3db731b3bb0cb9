package mergedesk.scenario;

import java.util.List;
import java.util.Map;
import mergedesk.units.With;

/**
 * What makes deferred work a ticket: it has a priority, may be put on hold for somebody else, go from group to group, come back after it was resolved, and is closed some time after that.
 *
 * <p>A <i>part</i> is what one group does to it: first the work before each hold that happens, then {@code work} of the flow.
 */
public record Ticket(
        @Meaning(value = "Share of tickets by priority, 1 the most urgent: {1: 1 %, 3: 95 %, 4: 4 %}; all have priority 3 when absent, unless impact and urgency say otherwise.", form = Meaning.Form.SHARE)
        @Limits(least = 0, most = 1)
        Map<Integer, Double> priority,

        @Meaning("Share of tickets by impact, independent of urgency; with urgency it makes the priority: high and high is 1, high and medium 2, down to low and low, 5.")
        Grades impact,

        @Meaning("Share of tickets by urgency.")
        Grades urgency,

        @Meaning("Targets and work of tickets of one priority, by priority; what it does not say is as in the flow.")
        Map<Integer, TicketPriority> byPriority,

        @Meaning("Work of a part of groups that are given tickets, by group, whatever the priority; as otherwise when absent.")
        Map<String, Distribution> workByGroup,

        @Meaning("Reasons to wait for somebody else, one after the other in each part.")
        List<Hold> holds,

        @Meaning("Where tickets go from a group that has done its part, and how often; the others are resolved.")
        List<Reassignment> reassign,

        @Meaning(value = "After so many a ticket is resolved by whoever has it.", byDefault = "10")
        @Limits(least = 0, most = 1000)
        int mostReassignments,

        @Meaning("Whether tickets come back that were resolved.")
        Reopening reopen,

        @Meaning("Time from being resolved until a ticket is closed, unless it is reopened before: 5 days, 3 working days; never when absent, so that it is reopened however late.")
        WorkingTime closesAfter) implements With<Ticket> {
    /** The priority of tickets of which nothing else is said. */
    public static final int ORDINARY = 3;
    /** Priorities are 1 to this. */
    public static final int PRIORITIES = 5;
    /** Most reasons to wait in one part. */
    public static final int MOST_HOLDS = 16;

    /** Resolved by the group that takes it up, without waiting for anybody. */
    public static final Ticket PLAIN = new Ticket(Map.of(), null, null, Map.of(), Map.of(), List.of(), List.of(), 10, null, null);

    /** Chance of each priority, 1 first. */
    public double[] chances() {
        double[] chances = new double[PRIORITIES];
        if (impact != null) {
            double[] reach = {impact.high(), impact.medium(), impact.low()};
            double[] haste = {urgency.high(), urgency.medium(), urgency.low()};
            for (int i = 0; i < reach.length; i++) {
                for (int u = 0; u < haste.length; u++) {
                    chances[i + u] += reach[i] * haste[u];
                }
            }
        } else if (priority.isEmpty()) {
            chances[ORDINARY - 1] = 1;
        } else {
            priority.forEach((of, share) -> chances[of - 1] = share);
        }
        return chances;
    }
}
