package mergedesk.kernel;

/**
 * A run needs more than the counters of kernel and recorder hold: people at once, time on the clock, events, or sums of waits. The numbers so far are right, any
 * further one would not be. The message is for the user: what is too much, and what to change.
 */
public final class LimitExceeded extends IllegalStateException {
    private static final long serialVersionUID = 1L;

    public LimitExceeded(String message) {
        super(message);
    }
}
