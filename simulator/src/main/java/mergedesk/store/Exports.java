package mergedesk.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Types;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Predicate;
import mergedesk.results.DiskDoor;

/** What is read out of a store by others: whole tables as files, and answers to queries. */
public final class Exports {
    /** Forms of files. */
    public enum Form {
        CSV("HEADER"),
        PARQUET("FORMAT parquet, COMPRESSION zstd");

        private final String options;

        Form(String options) {
            this.options = options;
        }

        /** How names of its files end. */
        public String ending() {
            return "." + name().toLowerCase(Locale.ROOT);
        }
    }

    /** Tables that are exported: each ordered by its key, without how long anything took, so that the same sweep gives the same file. */
    private static final Map<String, String> TABLES = new LinkedHashMap<>();

    static {
        TABLES.put("results", "SELECT * FROM results ORDER BY point, replication");
        TABLES.put("runs", "SELECT * EXCLUDE (seconds) FROM runs ORDER BY point, replication");
        TABLES.put("long", "SELECT l.* FROM long l JOIN measures m ON m.measure = l.measure AND m.place = l.place ORDER BY point, replication, m.position");
        TABLES.put("points", "SELECT * FROM points LEFT JOIN compiled USING (point) ORDER BY point");
        TABLES.put("estimates", "SELECT p.*, e.* EXCLUDE (point) FROM points p JOIN estimates e USING (point) JOIN measures m USING (\"column\") ORDER BY point, m.position");
        TABLES.put("measures", "SELECT * FROM measures ORDER BY position");
        TABLES.put("factors", "SELECT * FROM factors ORDER BY position");
        TABLES.put("failures", "SELECT * FROM failures ORDER BY point, replication");
        TABLES.put("times", "SELECT * FROM times ORDER BY point, replication");
    }

    private static final String REAL = "DOUBLE";
    private static final String ZERO = ".0"; // with which a real number ends that is a whole one

    private Exports() {}

    /** The tables that can be exported. */
    public static List<String> tables() {
        return List.copyOf(TABLES.keySet());
    }

    /**
     * Writes a table of the store in a folder to a file, which it replaces when it is whole.
     *
     * @throws StoreFault when there is no store, or the file cannot be written
     */
    public static void write(Path folder, String table, Form form, Path file) {
        String query = TABLES.get(table);
        if (query == null) {
            throw new IllegalArgumentException("table: " + table + ", must be one of " + TABLES.keySet());
        }
        Path whole = file.toAbsolutePath();
        Path writing = whole.resolveSibling("." + whole.getFileName() + ".writing");
        Path store = require(folder);
        try {
            DiskDoor.delete(writing); // what a killed process left, or somebody's link to elsewhere
            try (Database database = Database.export(store, writing)) {
                database.run("COPY (" + (form == Form.CSV ? asTexts(database, query) : query) + ") TO " + Schema.text(writing.toString()) + " (" + form.options + ", USE_TMP_FILE false)");
            }
            DiskDoor.move(writing, whole);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            try {
                DiskDoor.delete(writing);
            } catch (IOException e) {
                // What could not be deleted could not be written either, and that was told.
            }
        }
    }

    /** The same rows in the same order, with real numbers as texts that have no {@code .0}. */
    private static String asTexts(Database database, String query) {
        List<String> reals = new ArrayList<>();
        database.each("DESCRIBE " + query, column -> {
            if (column.getString(2).equals(REAL)) {
                String name = Schema.quoted(column.getString(1));
                reals.add("regexp_replace(" + name + "::VARCHAR, '\\" + ZERO + "$', '') AS " + name);
            }
        });
        return reals.isEmpty() ? query : "SELECT * REPLACE (" + String.join(", ", reals) + ") FROM (" + query + ")";
    }

    /**
     * The store in a folder.
     *
     * @throws StoreFault when there is none
     */
    static Path require(Path folder) {
        Path file = folder.resolve(ResultStore.FILE_NAME);
        if (!Files.exists(file)) {
            throw new StoreFault(folder + ": there is no " + ResultStore.FILE_NAME + " in it; name the folder of a sweep");
        }
        return file;
    }

    /**
     * Asks the store in a folder; nothing can be changed, and no other file be read. Memory does not grow with the number of rows.
     *
     * @param look takes the names of the columns, and then each row as texts, of whole numbers without {@code .0}, empty for NULL; false when it wants no more
     * @throws StoreFault with the words of DuckDB when the query is wrong
     */
    public static void query(Path folder, String sql, Predicate<List<String>> look) {
        Database.ask(require(folder), sql, rows -> {
            ResultSetMetaData about = rows.getMetaData();
            boolean more = look.test(texts(about.getColumnCount(), about::getColumnName));
            Text cell = column -> about.getColumnType(column) == Types.DOUBLE ? whole(rows.getString(column)) : rows.getString(column);
            while (more && rows.next()) {
                more = look.test(texts(about.getColumnCount(), cell));
            }
        });
    }

    private static String whole(String real) {
        return real != null && real.endsWith(ZERO) ? real.substring(0, real.length() - ZERO.length()) : real;
    }

    /** What a column has to say. */
    private interface Text {
        String of(int column) throws SQLException;
    }

    private static List<String> texts(int columns, Text text) throws SQLException {
        List<String> texts = new ArrayList<>();
        for (int i = 1; i <= columns; i++) {
            String of = text.of(i);
            texts.add(of == null ? "" : of);
        }
        return texts;
    }
}
