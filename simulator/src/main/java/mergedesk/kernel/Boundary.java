package mergedesk.kernel;

/** Boundaries in time that a {@link Recorder} is told of. */
public final class Boundary {
    /** A stretch begins in which contacts that arrive count for another interval. */
    public static final int INTERVAL_STARTS = 0;
    /** A civil day ends. */
    public static final int DAY_ENDS = 1;
    /** A batch of the counted window ends, and another begins. */
    public static final int BATCH_ENDS = 2;
    /** A desk opens; those who left its queues until now have been told. */
    public static final int DESK_OPENS = 3;
    /** A desk closes; the same. */
    public static final int DESK_CLOSES = 4;

    /** A phase of the plan begins, and nothing of it has happened yet; those who left queues until now have been told. */
    public static final int PHASE_BEGINS = 5;

    private Boundary() {}
}
