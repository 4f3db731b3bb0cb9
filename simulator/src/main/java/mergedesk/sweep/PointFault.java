package mergedesk.sweep;

/** A point cannot be run: its scenario has faults, which the message lists, one a line. */
public final class PointFault extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public PointFault(String message) {
        super(message);
    }
}
