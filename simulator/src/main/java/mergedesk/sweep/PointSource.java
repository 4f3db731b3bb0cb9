package mergedesk.sweep;

/** Makes points ready to run; thread-safe. */
public interface PointSource {
    /**
     * A point with its scenario read and compiled.
     *
     * @throws PointFault when its scenario has faults
     */
    ReadyPoint ready(int point);

    /** Seed of the runs of a point. */
    long seed(int point);

    /** The command that runs a point by itself, to be copied. */
    String command(int point);
}
