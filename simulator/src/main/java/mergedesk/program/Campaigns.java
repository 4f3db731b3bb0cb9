package mergedesk.program;

import java.util.Arrays;

/**
 * Whom a desk's agents call when nobody calls them. A campaign is a flow, behind all others, to which nobody comes: what calls are about, how long they last and
 * who may make them stands in the tables of flows.
 *
 * @param firstFlow flow of the first campaign; the others follow. Number of flows when there is none
 * @param list people on the list of each; {@link #ENDLESS}
 * @param attempts how often each of them is called at most
 * @param mode who dials, a constant of this record
 * @param review time for looking at the case before the dial, a number of Lengths; -1 for none
 * @param dialling time of a dial, a number of Lengths
 * @param overdial dials under way for each idle agent who is not held for one, in millionths; used when predictive
 * @param reserve idle agents who are left for those who call in
 * @param offset rows of each campaign in the next two
 * @param fromTicks what the wall clock shows when the row begins to hold, in ticks since midnight: 0 in the first row, then rising
 * @param answered chance that somebody answers a dial
 */
public record Campaigns(
        int firstFlow,
        int[] list,
        int[] attempts,
        int[] mode,
        int[] review,
        int[] dialling,
        long[] overdial,
        int[] reserve,
        int[] offset,
        long[] fromTicks,
        double[] answered) {
    /** A list without end. */
    public static final int ENDLESS = Integer.MAX_VALUE;
    /** Dials are for an agent who is held for them. */
    public static final int HELD = 0;
    /** Dials are for idle agents, whom others may take meanwhile. */
    public static final int PREDICTIVE = 1;

    private static final long MILLION = 1_000_000;

    /** Whether the campaign makes one more dial while so many who take part are idle, and so many dials are under way for them that hold nobody. */
    public boolean dialsMore(int campaign, int idle, int underWay) {
        long spare = (long) idle - reserve[campaign];
        return spare > 0 && (mode[campaign] == HELD ? underWay < spare : (underWay + 1) * MILLION <= spare * overdial[campaign]);
    }

    /** Number of campaigns. */
    public int count() {
        return list.length;
    }

    /** Chance that somebody answers a dial of this time of day. */
    public double answered(int campaign, long wallTicks) {
        int row = Arrays.binarySearch(fromTicks, offset[campaign], offset[campaign + 1], wallTicks);
        return answered[row >= 0 ? row : -row - 2];
    }
}
