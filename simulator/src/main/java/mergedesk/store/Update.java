package mergedesk.store;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.duckdb.DuckDBAppender;

/**
 * Makes a store for a sweep that was changed from the one in its folder: runs of points that are the same are taken over, whatever their numbers were. The same are those with the same fingerprint and seed.
 *
 * <p>The new store replaces the old one when it is whole; until then, whatever happens, the old one is there. Needs the same measures in both.
 */
public final class Update {
    private static final String MEASURES = "measures";

    private Update() {}

    /** What came of it: how many points have been taken over, with how many runs. */
    public record Outcome(int points, long runs) {}

    /** Names what the runs of a point follow from. */
    public interface Fingerprints {
        /** That of the compiled point; empty when it cannot be run. */
        String of(int point);
    }

    /**
     * Updates the store in a folder; does nothing when it is of the same sweep, or there is none.
     *
     * @throws StoreFault when other measures were kept
     */
    public static Optional<Outcome> of(Path folder, Contents contents, Fingerprints fingerprints) {
        Map<String, String> before = ResultStore.identity(folder);
        if (before.isEmpty() || ResultStore.differences(before, contents.identity()).isEmpty()) {
            return Optional.empty();
        }
        if (!contents.identity().get(Manifest.VERSION_KEY).equals(before.get(Manifest.VERSION_KEY))) {
            throw new StoreFault(folder + ": Mergedesk " + before.get(Manifest.VERSION_KEY) + " made these runs, and this is " + contents.identity().get(Manifest.VERSION_KEY) + ", which may give other numbers; use another folder");
        }
        if (!contents.identity().get(MEASURES).equals(before.get(MEASURES))) {
            throw new StoreFault(folder + ": the measures that are kept have changed, and runs have only what was kept of them; use another folder");
        }
        Path old = folder.resolve(ResultStore.FILE_NAME);
        try (Database database = Database.write(old)) {
            database.run("CHECKPOINT"); // what the last process left beside it goes into it, or this says why not
        }
        return Optional.of(ResultStore.make(old, contents, Optional.of(old), database -> take(database, old, contents, fingerprints)));
    }

    private static Outcome take(Database database, Path old, Contents contents, Fingerprints fingerprints) {
        Map<String, Integer> known = new HashMap<>(); // old points by fingerprint and seed
        database.run("ATTACH " + Schema.text(old.toAbsolutePath().toString()) + " AS before (READ_ONLY)");
        database.each("SELECT fingerprint, seed, point FROM before.compiled JOIN before.points USING (point)", row -> known.putIfAbsent(row.getString(1) + row.getLong(2), row.getInt(3)));
        database.run("BEGIN");
        database.run("CREATE TEMP TABLE taken (now INTEGER, before INTEGER, fingerprint VARCHAR)");
        int points = database.on(open -> {
            int count = 0;
            try (DuckDBAppender taken = open.createAppender("temp", "main", "taken")) {
                for (int point = 0; point < contents.points(); point++) {
                    String fingerprint = fingerprints.of(point);
                    Integer same = fingerprint.isEmpty() ? null : known.get(fingerprint + contents.point().apply(point).seed());
                    if (same != null) {
                        taken.beginRow().append(point).append(same).append(fingerprint).endRow();
                        count++;
                    }
                }
            }
            return count;
        });
        database.run("INSERT INTO compiled SELECT now, fingerprint FROM taken");
        copy(database, "runs");
        if (!contents.layout().times().isEmpty()) {
            copy(database, "times");
        }
        database.run("COMMIT");
        long[] runs = new long[1];
        database.each("SELECT count(*) FROM runs", row -> runs[0] = row.getLong(1));
        database.run("DETACH before");
        return new Outcome(points, runs[0]);
    }

    private static void copy(Database database, String table) {
        database.run("INSERT INTO " + table + " SELECT t.now AS point, r.* EXCLUDE (point) FROM before." + table + " r JOIN taken t ON r.point = t.before");
    }
}
