package mergedesk.program;

/**
 * What fails, and what that takes down: components, numbered supplies, links, rooms, hosts, then the software of each application.
 *
 * <p>A component is up while it is not broken and everything that it needs is up. An application is up while its software is, which needs enough hosts beside everything else.
 *
 * @param every working time to the next failure of each component, a number of Lengths; -1 for never
 * @param repair time of a repair, a number of Lengths; -1 without failures
 * @param crew pool of crews that repairs the component; {@link #OWN_CREW} for one that is there at once
 * @param crews crews of each pool; none of one that is a desk
 * @param crewFlow flow as whose work the repairs of a pool come to a desk; {@link #NONE} of one that has crews of its own
 * @param clockAlways whether the clock of failure runs on while something that the component needs is down
 * @param key 64-bit key of each component, a hash of its kind and name: what its draws hang on
 * @param order all components, each behind all that it needs
 * @param neededBy rows of each component: those that are down while it is; of an application's software: while the application is
 * @param sidesOf rows of each component: the sides of applications of which it is a host
 * @param applications where applications run
 * @param failovers how one side follows the other
 * @param windows when components are off for maintenance
 */
public record Estate(
        int[] every,
        int[] repair,
        int[] crew,
        int[] crews,
        int[] crewFlow,
        boolean[] clockAlways,
        long[] key,
        int[] order,
        Lists neededBy,
        Lists sidesOf,
        Applications applications,
        Failovers failovers,
        Windows windows) {
    /** A crew that waits for this component alone. */
    public static final int OWN_CREW = -1;
    /** No distribution, or nobody. */
    public static final int NONE = -1;
    /** Number of sides of an application. */
    public static final int SIDES = 2;

    /**
     * Lists of numbers.
     *
     * @param offset where the list of each begins; one more than lists
     * @param of the numbers
     */
    public record Lists(int[] offset, int[] of) {}

    /**
     * Where applications run. A side of an application is {@code application * SIDES + side}; the primary side is 0.
     *
     * @param needed how many hosts of each side must be up; Integer.MAX_VALUE of a side that is not there
     * @param software component of each application's software
     * @param usedAt rows of each application: desks at which it is needed, also by other applications; all where nobody needs it
     */
    public record Applications(int[] needed, int[] software, Lists usedAt) {
        /** Number of applications. */
        public int count() {
            return software.length;
        }
    }

    /**
     * How the other side of an application comes to serve, by application; of those without a standby nobody asks.
     *
     * @param takes time of a failover that works, a number of Lengths
     * @param works chance that it does
     * @param otherwise time of one that does not
     * @param back when the application goes back to the primary side, a constant of this record
     * @param backTakes time for which it is down then; NONE for none
     * @param repairWaits whether the repair of what broke waits until the failover is over
     * @param standbyHolds whether hosts of the side that is to serve cannot fail until then
     * @param servesCold whether the first side that is up after both were down serves at once
     */
    public record Failovers(
            int[] takes, double[] works, int[] otherwise, int[] back, int[] backTakes, boolean[] repairWaits, boolean[] standbyHolds, boolean[] servesCold) {
        /** As soon as the primary side is up. */
        public static final int AT_ONCE = 0;
        /** Then, but not before all desks that need it are closed. */
        public static final int AFTER_HOURS = 1;
        /** Only when the standby goes down. */
        public static final int NEVER = 2;
    }

    /**
     * Planned windows, rows by component: in order, and apart from each other.
     *
     * @param offset rows of each component
     * @param startTick when it goes off, 0 or later
     * @param endTick when it is on again
     */
    public record Windows(int[] offset, long[] startTick, long[] endTick) {}

    /** Number of components. */
    public int components() {
        return key.length;
    }

    /** Whether anything ever fails or is off. */
    public boolean any() {
        if (windows.startTick.length > 0) {
            return true;
        }
        for (int length : every) {
            if (length != NONE) {
                return true;
            }
        }
        return false;
    }
}
