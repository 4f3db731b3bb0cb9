package mergedesk.program;

/**
 * What fails, and what that takes down: components, numbered supplies, rooms, hosts, then the software of each application.
 *
 * <p>A component is up while it is not broken and everything that it needs is up. An application is up while its software is, which needs enough hosts beside everything else.
 *
 * @param every working time to the next failure of each component, a number of Lengths; -1 for never
 * @param repair time of a repair, a number of Lengths; -1 without failures
 * @param crew pool of crews that repairs the component; {@link #OWN_CREW} for one that is there at once
 * @param crews crews of each pool
 * @param clockAlways whether the clock of failure runs on while something that the component needs is down
 * @param key 64-bit key of each component, a hash of its kind and name: what its draws hang on
 * @param order all components, each behind all that it needs
 * @param neededBy rows of each component: those that are down while it is; of an application's software: while the application is
 * @param sidesOf rows of each component: the sides of applications of which it is a host
 * @param applications where applications run
 */
public record Estate(
        int[] every,
        int[] repair,
        int[] crew,
        int[] crews,
        boolean[] clockAlways,
        long[] key,
        int[] order,
        Lists neededBy,
        Lists sidesOf,
        Applications applications) {
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
     */
    public record Applications(int[] needed, int[] software) {
        /** Number of applications. */
        public int count() {
            return software.length;
        }
    }

    /** Number of components. */
    public int components() {
        return key.length;
    }

    /** Whether anything ever fails. */
    public boolean any() {
        for (int length : every) {
            if (length != NONE) {
                return true;
            }
        }
        return false;
    }
}
