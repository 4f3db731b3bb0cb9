package mergedesk.store;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.stream.Collectors;
import org.duckdb.DuckDBAppender;
import org.duckdb.DuckDBConnection;
import org.duckdb.DuckDBDriver;

/**
 * A connection to the store of a sweep, whose faults are {@link StoreFault}s.
 *
 * <p>Stores are passed on, and a DuckDB file may hold more than tables: views and macros that read files of whoever asks them, names of extensions. So DuckDB reads and writes the store and what this
 * class names, whatever the file says; it loads no extension, keeps no secrets, and none of this can be changed later. What is no store of this format is refused before anything is asked.
 */
final class Database implements AutoCloseable {
    /** Work with a connection. */
    interface Work<T> {
        T on(DuckDBConnection connection) throws SQLException;
    }

    /** A look at one row. */
    interface Look {
        void at(ResultSet row) throws SQLException;

        /** Looks at one row after the other. */
        default Answer each() {
            return rows -> {
                while (rows.next()) {
                    at(rows);
                }
            };
        }
    }

    /** What becomes of an answer. */
    interface Answer {
        void of(ResultSet rows) throws SQLException;
    }

    private final Path file;
    private final DuckDBConnection connection;

    private Database(Path file, DuckDBConnection connection) {
        this.file = file;
        this.connection = connection;
    }

    /** What is not in a file yet, which DuckDB writes beside it. */
    static Path log(Path file) {
        return file.resolveSibling(file.getFileName() + ".wal");
    }

    /** A file that is being made; {@code beside}: a store that may be read, too. */
    static Database make(Path file, Optional<Path> beside) {
        return open(file, properties(), beside.map(store -> List.of(store, log(store))).orElse(List.of()));
    }

    /** Opens a store for reading and writing. */
    static Database write(Path file) {
        return store(open(file, properties(), List.of()));
    }

    /** Opens a store for reading alone. */
    static Database read(Path file) {
        return store(open(file, readOnly(), List.of()));
    }

    /** Opens a store for reading, and for writing this one file. */
    static Database export(Path file, Path target) {
        return store(open(file, readOnly(), List.of(target)));
    }

    /** Opens a store for reading alone, asks it and closes it. Memory does not grow with the number of rows. */
    static void ask(Path file, String sql, Answer answer) {
        try (Database database = read(file)) {
            database.ask(database.connection, sql, answer);
        } catch (StoreFault fault) {
            if (fault.isUntold()) {
                tell(file, sql);
            }
            throw fault;
        }
    }

    /** Fails as the query did, in DuckDB's words: without streaming the driver has them. */
    private static void tell(Path file, String sql) {
        Properties properties = readOnly();
        properties.remove(DuckDBDriver.JDBC_STREAM_RESULTS);
        try (Database database = open(file, properties, List.of())) {
            database.run(sql);
        }
    }

    private static Database store(Database opened) {
        return opened.after(() -> Manifest.of(opened));
    }

    private Database after(Runnable step) {
        try {
            step.run();
            return this;
        } catch (RuntimeException e) {
            close();
            throw e;
        }
    }

    private static Properties readOnly() {
        Properties properties = properties();
        properties.setProperty("access_mode", "READ_ONLY");
        return properties;
    }

    private static Properties properties() {
        Properties properties = new Properties();
        properties.setProperty("autoinstall_known_extensions", "false");
        properties.setProperty("autoload_known_extensions", "false");
        properties.setProperty("allow_community_extensions", "false");
        properties.setProperty("allow_persistent_secrets", "false");
        properties.setProperty("checkpoint_threshold", "64MB");
        properties.setProperty("memory_limit", "512MB");
        properties.setProperty("threads", "2");
        properties.setProperty(DuckDBDriver.JDBC_STREAM_RESULTS, "true");
        return properties;
    }

    private static Database open(Path file, Properties properties, List<Path> allowed) {
        if (file.toAbsolutePath().toString().indexOf(';') >= 0) {
            throw new StoreFault(file + ": DuckDB takes no name with a semicolon in it; use another folder");
        }
        Database database;
        try {
            database = new Database(file, (DuckDBConnection) new DuckDBDriver().connect("jdbc:duckdb:" + file.toAbsolutePath(), properties));
        } catch (SQLException e) {
            throw StoreFault.opening(file, e);
        } catch (LinkageError | IllegalStateException e) { // as the driver tells it
            throw new StoreFault(file + ": DuckDB's library for this machine (" + System.getProperty("os.name") + " " + System.getProperty("os.arch")
                    + ") cannot be loaded; there is one for Linux and Windows on amd64, and Linux and macOS on arm64. What was built on another machine: delete simulator/target and give the command again");
        }
        return database.after(() -> {
            database.run("SET allowed_paths = [" + allowed.stream().map(path -> Schema.text(path.toAbsolutePath().toString())).collect(Collectors.joining(", ")) + "]");
            database.run("SET enable_external_access = false");
            database.run("SET lock_configuration = true");
        });
    }

    <T> T on(Work<T> work) {
        try {
            return work.on(connection);
        } catch (SQLException e) {
            throw StoreFault.asking(file, e);
        }
    }

    /** Runs a statement that answers nothing. */
    void run(String sql) {
        on(open -> {
            try (Statement statement = open.createStatement()) {
                return statement.execute(sql);
            }
        });
    }

    /** Runs a query on what is committed and looks at one row after the other; memory does not grow with their number, and others may be asked or written meanwhile. */
    void each(String sql, Look look) {
        on(open -> {
            try (Connection beside = open.duplicate()) {
                ask(beside, sql, look.each());
                return null;
            }
        });
    }

    private void ask(Connection asked, String sql, Answer answer) {
        on(open -> {
            try (Statement statement = asked.createStatement(); ResultSet rows = statement.executeQuery(sql)) {
                answer.of(rows);
                return null;
            }
        });
    }

    /** What is appended to it counts when it is flushed and committed. */
    DuckDBAppender appender(String table) {
        return on(open -> open.createAppender("main", table));
    }

    Path file() {
        return file;
    }

    @Override
    public void close() {
        try {
            connection.close();
        } catch (SQLException e) {
            throw StoreFault.asking(file, e);
        }
    }
}
