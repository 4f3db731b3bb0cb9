package mergedesk.store;

import java.nio.file.Path;
import java.sql.SQLException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A store cannot be opened, read or written; the message says why, in a line, and what can be done. What was committed before is still there. */
public final class StoreFault extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private static final int LONGEST_MESSAGE = 300;
    private static final String NONE = ": this is no store of a sweep, or it is damaged; name the folder of a sweep, or make the sweep anew in a new folder";
    private static final String UNTOLD = "Invalid result set"; // all that the driver has when a streamed query fails before its first row
    private static final String NO_QUESTION = "that return a ResultSet"; // as the driver calls it
    private static final Pattern DAMAGED = Pattern.compile("Corrupt database file|Could not read enough bytes|" + UNTOLD);
    private static final Pattern UNWRITTEN = Pattern.compile("Could not write file \"[^\"]*\": (.*)");
    private static final Pattern DISABLED = Pattern.compile("disabled (by|through) configuration");
    private static final Pattern LOCKED = Pattern.compile("Could not set lock on file|used by another process");
    private static final Pattern NO_SUCH_NAME = Pattern.compile("^(Catalog|Binder) Error");

    private final boolean ofAnotherSweep;

    public StoreFault(String message) {
        this(message, null);
    }

    private StoreFault(String message, Throwable cause) {
        super(message, cause);
        ofAnotherSweep = false;
    }

    private StoreFault(String message, boolean ofAnotherSweep) {
        super(message);
        this.ofAnotherSweep = ofAnotherSweep;
    }

    /** The store is sound, and holds runs of another sweep, or of this one as it was. */
    static StoreFault ofAnotherSweep(String message) {
        return new StoreFault(message, true);
    }

    /** The same with more to say. */
    public StoreFault and(String more) {
        return new StoreFault(getMessage() + more, ofAnotherSweep);
    }

    /** Whether it holds runs of another sweep, or of this one as it was. */
    public boolean isOfAnotherSweep() {
        return ofAnotherSweep;
    }

    /** DuckDB does not open a file. */
    static StoreFault opening(Path file, SQLException e) {
        String message = message(e);
        if (LOCKED.matcher(message).find()) {
            return new StoreFault(file + ": another program has it open, such as a sweep that is running; wait for its end", e);
        }
        if (message.contains("version number")) {
            return new StoreFault(file + ": another version of DuckDB made it than this Mergedesk has; read it with the Mergedesk that made it, or make the sweep anew in a new folder", e);
        }
        return new StoreFault(file + (message.contains("Cannot open file") ? ": " + line(message) : NONE), e);
    }

    /** DuckDB does not do what it is asked of an open file. */
    static StoreFault asking(Path file, SQLException e) {
        String message = message(e);
        if (DISABLED.matcher(message).find()) {
            String what = line(message).replaceFirst("^Permission Error: ", "").replaceFirst(" - .*", "");
            return new StoreFault(file + ": only the store itself is read (" + what + "); if you did not ask for that, somebody wrote it into the store: do not trust it", e);
        }
        if (message.contains(NO_QUESTION)) {
            return new StoreFault(file + ": this is no query, as it asks nothing; write one such as SELECT * FROM results", e);
        }
        Matcher unwritten = UNWRITTEN.matcher(message);
        if (unwritten.find()) {
            return new StoreFault(file + ": the disk does not take it (" + unwritten.group(1) + "); make room and give the same command again: what the store has is safe", e);
        }
        return new StoreFault(file + (DAMAGED.matcher(message).find() ? NONE : ": " + line(message)), e);
    }

    /** Whether a table, column or function is not there. */
    boolean isOfNames() {
        return getCause() instanceof SQLException e && NO_SUCH_NAME.matcher(message(e)).find();
    }

    /** Whether DuckDB knows why, and its driver does not say. */
    boolean isUntold() {
        return getCause() instanceof SQLException e && message(e).contains(UNTOLD);
    }

    private static String message(SQLException e) {
        return String.valueOf(e.getMessage()).strip();
    }

    private static String line(String message) {
        String line = message.lines().findFirst().orElse("");
        return line.length() > LONGEST_MESSAGE ? line.substring(0, LONGEST_MESSAGE) + "..." : line;
    }
}
