package mergedesk.store;

/** A store cannot be opened, read or written; the message says why, in a line, and what can be done. What was committed before is still there. */
public final class StoreFault extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public StoreFault(String message) {
        super(message);
    }

    StoreFault(String message, Throwable cause) {
        super(message, cause);
    }
}
