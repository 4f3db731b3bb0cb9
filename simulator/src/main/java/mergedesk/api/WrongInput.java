package mergedesk.api;

/** What the user asked for cannot be done; the message says what was found, and what to write. Nothing was run. */
public final class WrongInput extends IllegalArgumentException {
    private static final long serialVersionUID = 1L;

    public WrongInput(String message) {
        super(message);
    }
}
