package mergedesk.program;

/**
 * How each group divides itself between people and deferred work.
 *
 * @param parks whether an agent puts deferred work back when somebody comes whom nobody idle may take
 * @param resumesSame whether what an agent put back waits for that agent
 * @param handOverTicks work that is added when somebody of the group takes up what somebody else began
 * @param reserve agents who stay idle when a piece is taken up; 0 to begin with where that varies
 * @param belowOccupancy busy agents per agent at work must be fewer, the agent who would take a piece not among them; in millionths, {@link #NO_SHARE} for no rule
 * @param belowQueue people who wait at the desk must be fewer; Integer.MAX_VALUE for no rule
 * @param share share of the agents at work, rounded down, who have deferred work at most, and take it before people; in millionths, {@link #NO_SHARE} for no rule; 0 to begin with where that varies
 * @param varies whether reserve or share change by steps of the {@link Timetable}
 */
public record Blends(
        boolean[] parks, boolean[] resumesSame, long[] handOverTicks, int[] reserve, int[] belowOccupancy, int[] belowQueue, int[] share, boolean[] varies) {
    /** Shares are whole numbers of millionths, so that 58 % of 50 agents are 29. */
    private static final int MILLION = 1_000_000;

    /** In place of a share: there is no rule. */
    public static final int NO_SHARE = Integer.MAX_VALUE;

    /** A share in millionths, rounded. */
    public static int millionths(double share) {
        return (int) Math.rint(share * MILLION);
    }

    /** Whether the group may have to leave deferred work where it is, though somebody is idle. */
    public boolean hasRule(int group) {
        return varies[group] || reserve[group] > 0 || belowOccupancy[group] < NO_SHARE || looksAtQueue(group) || hasShare(group);
    }

    /** Whether the group's rule asks how many people wait. */
    public boolean looksAtQueue(int group) {
        return belowQueue[group] < Integer.MAX_VALUE;
    }

    /** Whether a share of the group is for deferred work. */
    public boolean hasShare(int group) {
        return share[group] < NO_SHARE;
    }

    /**
     * Whether an agent may take a piece up, of whom one is free, that one among those at work and those idle; others of the group have so many pieces in hand, and so many people wait at the desk.
     *
     * @param reserve as it holds now
     * @param share as it holds now
     */
    public boolean allow(int group, int reserve, int share, int atWork, int idle, int pieces, int waiting) {
        return idle > reserve
                && millionthsOf(atWork - idle) < (long) belowOccupancy[group] * atWork
                && waiting < belowQueue[group]
                && (share == NO_SHARE || millionthsOf(pieces + 1) <= (long) share * atWork);
    }

    /** Shares are counted in these: one agent. */
    private static long millionthsOf(int agents) {
        return (long) agents * MILLION;
    }
}
