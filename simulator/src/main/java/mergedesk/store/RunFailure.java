package mergedesk.store;

import java.io.Serializable;

/**
 * A run that failed.
 *
 * @param replication number of the replication; {@link #EVERY} when the point has no run at all, such as for a scenario with faults
 * @param message what failed, where and why
 * @param command what repeats it
 */
public record RunFailure(int point, int replication, String message, String command) implements Serializable {
    /** All replications of the point. */
    public static final int EVERY = -1;

    private static final long serialVersionUID = 1L;
}
