package mergedesk.program;

/**
 * What makes deferred work tickets.
 *
 * <p>Deferred work is of <i>sorts</i>: each flow is one, and behind all flows come the tickets of each flow by priority, as far as there are any. A part of a ticket is what one group does to it.
 *
 * @param firstSort by flow, one more than flows: the sorts of its tickets; none for flows of which contacts are no tickets
 * @param priority of the sorts behind the flows, 1 the most urgent: [sort − flows]
 * @param upTo the same, the chance of this sort or one before it of the flow
 * @param work the same, number of the distribution of a part's work; −1 for that of the flow
 * @param people the same, how many agents such a ticket wants at once
 * @param queue queues of each sort behind the flows by the group that the ticket was given to: [2 × ((sort − flows) × (groups + 1) + group + 1)], first where it was given to none, while nobody has taken it up since it came; the next where somebody has; −1 where it never is
 * @param holdOffset by flow: its reasons to wait, in order
 * @param holdChance chance of each, in each part
 * @param holdAfter number of the distribution of work before it; −1 for none
 * @param holdLength number of the distribution of the wait
 * @param reassignOffset by flow: where its tickets go from which group
 * @param reassignFrom group that has done its part
 * @param reassignTo group that gets the ticket
 * @param reassignChance chance of it
 * @param mostReassignments by flow
 * @param reopenChance by flow, the chance that a resolved ticket comes back
 * @param reopenAfter by flow, number of the distribution of the time until then; −1 where none does
 * @param closesClock by flow, what runs from being resolved until a ticket is closed: a constant of {@link Deferred}
 * @param closesTicks by flow, how long; {@link mergedesk.units.Ticks#NEVER} where nobody closes tickets
 */
public record Tickets(
        int[] firstSort,
        int[] priority,
        double[] upTo,
        int[] work,
        int[] people,
        int[] queue,
        int[] holdOffset,
        double[] holdChance,
        int[] holdAfter,
        int[] holdLength,
        int[] reassignOffset,
        int[] reassignFrom,
        int[] reassignTo,
        double[] reassignChance,
        int[] mostReassignments,
        double[] reopenChance,
        int[] reopenAfter,
        int[] closesClock,
        long[] closesTicks) {
    /** Priorities are 1 to this. */
    public static final int PRIORITIES = 5;
    /** Most reasons to wait in one part: draws of the next part begin behind them. */
    public static final int MOST_HOLDS = 16;

    /** Whether there are tickets. */
    public boolean any() {
        return priority.length > 0;
    }

    /** Whether contacts of the flow are tickets. */
    public boolean concerns(int flow) {
        return firstSort[flow] < firstSort[flow + 1];
    }

    /** Flows, and the sorts behind them. */
    public int sorts() {
        return firstSort[firstSort.length - 1];
    }

    /** The sorts of which contacts of the flow are: its own where they are no tickets. */
    public int[] sortsOf(int flow) {
        int[] sorts = {flow};
        if (concerns(flow)) {
            sorts = new int[firstSort[flow + 1] - firstSort[flow]];
            for (int i = 0; i < sorts.length; i++) {
                sorts[i] = firstSort[flow] + i;
            }
        }
        return sorts;
    }

    /** The flow of a sort. */
    public int flow(int sort) {
        int flow = sort;
        if (sort >= firstSort[0]) {
            flow = 0;
            while (firstSort[flow + 1] <= sort) {
                flow++;
            }
        }
        return flow;
    }
}
