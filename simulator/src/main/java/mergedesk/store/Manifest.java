package mergedesk.store;

import java.util.LinkedHashMap;
import java.util.Map;

/** What a store says of itself: of which form its tables are, and what it was made for. */
final class Manifest {
    /** Of which form the tables are; another number where a version of Mergedesk changes them. */
    static final String FORMAT = "1";
    static final String FORMAT_KEY = "format";
    /** Which version of Mergedesk made it. */
    static final String VERSION_KEY = "Mergedesk";

    private Manifest() {}

    /**
     * What a store was made for, by name.
     *
     * @throws StoreFault when it is none, or of another format
     */
    static Map<String, String> of(Database database) {
        Map<String, String> manifest = new LinkedHashMap<>();
        try {
            database.each("SELECT key, value FROM main.manifest", row -> manifest.put(row.getString(1), row.getString(2)));
        } catch (StoreFault fault) {
            if (!fault.isOfNames()) {
                throw fault;
            }
        }
        String format = manifest.remove(FORMAT_KEY);
        if (format == null) {
            throw new StoreFault(database.file() + ": this is no store of a sweep, but something else that DuckDB keeps; name the folder of a sweep, or a new one");
        }
        if (!format.equals(FORMAT)) {
            throw new StoreFault(database.file() + ": Mergedesk " + manifest.get(VERSION_KEY) + " made it, in format " + format + ", and this Mergedesk reads format " + FORMAT
                    + ": read it with the one that made it, or make the sweep anew in a new folder");
        }
        return manifest;
    }
}
