package mergedesk.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import mergedesk.results.DiskDoor;
import mergedesk.stats.Estimate;
import mergedesk.stats.Measure;
import org.duckdb.DuckDBAppender;

/**
 * The runs of a sweep in a DuckDB file, to be written by one process.
 *
 * <p>What is {@link #commit committed} survives kill -9 and a full disk; what was added since is gone, and is run again. A batch is committed as a whole. Of one thread.
 */
public final class ResultStore implements AutoCloseable {
    /** What the file is called in the folder of a sweep. */
    public static final String FILE_NAME = "results.duckdb";

    private final Database database;
    private final Contents contents;
    private final Layout layout;
    private final Appenders appenders;
    private boolean isOpen; // a transaction

    private ResultStore(Database database, Contents contents) {
        this.database = database;
        this.contents = contents;
        layout = contents.layout();
        database.run("DELETE FROM failures"); // they are run again
        appenders = new Appenders(database);
    }

    /**
     * Opens the store in a folder, or makes one.
     *
     * @throws StoreFault when what is there is no store, is another sweep's, or is open elsewhere
     */
    public static ResultStore open(Path folder, Contents contents) {
        Path file = folder.resolve(FILE_NAME);
        if (!Files.exists(file)) {
            make(file, contents, Optional.empty(), made -> null);
        }
        Database database = Database.write(file);
        try {
            requireSame(folder, Manifest.of(database), contents.identity());
            return new ResultStore(database, contents);
        } catch (RuntimeException e) {
            database.close();
            throw e;
        }
    }

    /** What the store in a folder was made for, by name; empty where there is none. */
    public static Map<String, String> identity(Path folder) {
        Path file = folder.resolve(FILE_NAME);
        if (!Files.exists(file)) {
            return Map.of();
        }
        try (Database database = Database.read(file)) {
            return Manifest.of(database);
        }
    }

    /** Which parts of an identity differ, each in a line. */
    public static List<String> differences(Map<String, String> before, Map<String, String> now) {
        Map<String, String> all = new LinkedHashMap<>(before);
        now.forEach(all::putIfAbsent);
        List<String> differences = new ArrayList<>();
        for (String key : all.keySet()) {
            Optional<String> then = Optional.ofNullable(before.get(key));
            Optional<String> here = Optional.ofNullable(now.get(key));
            if (!then.equals(here)) {
                differences.add(key + ": " + (then.isEmpty() ? "is new" : here.isEmpty() ? "is gone" : key.startsWith("file ") ? "was changed" : "was " + then.get() + ", is " + here.get()));
            }
        }
        return differences;
    }

    private static void requireSame(Path folder, Map<String, String> manifest, Map<String, String> identity) {
        List<String> differences = differences(manifest, identity);
        if (!differences.isEmpty()) {
            throw StoreFault.ofAnotherSweep(folder + " holds runs of something else:\n" + String.join("\n", differences.stream().map(line -> "  " + line).toList()) + "\nuse another folder");
        }
    }

    /**
     * Makes a store beside its place and puts it there, over an older one, when it is whole.
     *
     * @param beside a store that is read meanwhile
     * @param rest what else is to be in it
     */
    static <T> T make(Path file, Contents contents, Optional<Path> beside, Function<Database, T> rest) {
        Path made = file.resolveSibling(file.getFileName() + ".making");
        try {
            delete(made);
            T done;
            try (Database database = Database.make(made, beside)) {
                fill(database, contents);
                done = rest.apply(database);
                database.run("CHECKPOINT"); // the file is renamed alone
            }
            DiskDoor.move(made, file);
            return done;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            delete(made);
        }
    }

    private static void delete(Path made) {
        try {
            DiskDoor.delete(made);
            DiskDoor.delete(Database.log(made));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void fill(Database database, Contents contents) {
        database.run("BEGIN");
        new Schema(contents.layout(), contents.factors()).statements().forEach(database::run);
        database.on(open -> {
            try (DuckDBAppender manifest = open.createAppender("manifest")) {
                manifest.beginRow().append(Manifest.FORMAT_KEY).append(Manifest.FORMAT).endRow();
                for (Map.Entry<String, String> part : contents.identity().entrySet()) {
                    manifest.beginRow().append(part.getKey()).append(part.getValue()).endRow();
                }
            }
            try (DuckDBAppender factors = open.createAppender("factors")) {
                for (int i = 0; i < contents.factors().size(); i++) {
                    FactorColumn factor = contents.factors().get(i);
                    factors.beginRow().append(i).append(factor.name()).append(factor.unit()).append(factor.paths()).endRow();
                }
            }
            try (DuckDBAppender measures = open.createAppender("measures")) {
                for (int i = 0; i < contents.layout().kept().size(); i++) {
                    Kept kept = contents.layout().kept().get(i);
                    Measure measure = kept.measure();
                    measures.beginRow().append(i).append(contents.layout().column(i)).append(measure.id()).append(kept.place().toString()).append(measure.title()).append(measure.unit().word()).append(measure.equation()).append(Schema.scale(measure)).endRow();
                }
            }
            try (DuckDBAppender points = open.createAppender("points")) {
                for (int i = 0; i < contents.points(); i++) {
                    append(points, contents.point().apply(i), contents.factors());
                }
            }
            return null;
        });
        database.run("COMMIT");
    }

    private static void append(DuckDBAppender points, PointRow point, List<FactorColumn> factors) throws SQLException {
        points.beginRow().append(point.point()).append(point.scenario()).append(point.seed());
        for (int i = 0; i < factors.size(); i++) {
            if (factors.get(i).isNumber()) {
                points.append(point.numbers()[i]);
            } else {
                points.append(point.texts().get(i));
            }
        }
        points.endRow();
    }

    /** What it was made for. */
    public Contents contents() {
        return contents;
    }

    /** Adds what came of some runs; lost if the process ends before the next {@link #commit}. */
    public void add(RunBatch batch) {
        begin();
        appenders.add(batch);
    }

    /** By itself: what JDBC calls no automatic commit does not hold for appenders, which then commit when they flush. */
    private void begin() {
        if (!isOpen) {
            database.run("BEGIN");
            isOpen = true;
        }
    }

    /** Makes everything that was added last. */
    public void commit() {
        if (isOpen) {
            appenders.flush();
            database.run("COMMIT");
            isOpen = false;
        }
    }

    /** The runs that are there from a replication on, in the order of points and replications, without times by bin. Only those that are committed. */
    public void eachRun(int from, Consumer<RunRow> look) {
        database.each("SELECT * FROM runs WHERE replication >= " + from + " ORDER BY point, replication", row -> look.accept(row(row)));
    }

    private RunRow row(ResultSet row) throws SQLException {
        int column = 3;
        long[] wholes = new long[layout.wholes()];
        for (int i = 0; i < wholes.length; i++) {
            long number = row.getLong(column++);
            wholes[i] = row.wasNull() ? RunRow.NONE : number;
        }
        double[] reals = new double[layout.reals()];
        for (int i = 0; i < reals.length; i++) {
            reals[i] = Cells.orNaN(row, column++);
        }
        return new RunRow(row.getInt(1), row.getInt(2), wholes, reals, new byte[0][], row.getDouble(column));
    }

    /** A look at the times of one run. */
    public interface TimesLook {
        void at(int point, byte[][] times);
    }

    /** Times by bin of the runs that are there, in the same order. */
    public void eachTimes(TimesLook look) {
        if (layout.times().isEmpty()) {
            return;
        }
        database.each("SELECT * FROM times ORDER BY point, replication", row -> {
            byte[][] times = new byte[layout.times().size()][];
            for (int i = 0; i < times.length; i++) {
                times[i] = row.getBytes(i + 3);
            }
            look.at(row.getInt(1), times);
        });
    }

    /** Takes all estimates away, until the next {@link #commit} for this process alone, so that they can be added anew. */
    public void clearEstimates() {
        begin();
        database.run("DELETE FROM estimates");
    }

    /** Adds the estimate of a measure, by its number, at a point. */
    public void add(int point, int kept, Estimate estimate) {
        begin();
        appenders.add(point, layout.column(kept), estimate);
    }

    /** A look at an estimate of one measure. */
    public interface EstimateLook {
        void at(int point, Estimate estimate);
    }

    /** The estimates of a measure, by its number, in the order of points. Only those that are committed. */
    public void eachEstimate(int kept, EstimateLook look) {
        database.each(Cells.estimates(layout.column(kept)), row -> look.at(row.getInt(1), Cells.estimate(row)));
    }

    /** How many runs each point has that are committed. */
    public int[] replications() {
        int[] runs = new int[contents.points()];
        database.each("SELECT point, count(*) FROM runs GROUP BY point", row -> runs[row.getInt(1)] = row.getInt(2));
        return runs;
    }

    /** Points of which a run failed, or that cannot be run. */
    public BitSet failed() {
        BitSet failed = new BitSet();
        database.each("SELECT DISTINCT point FROM failures", row -> failed.set(row.getInt(1)));
        return failed;
    }

    @Override
    public void close() {
        database.close();
    }
}
