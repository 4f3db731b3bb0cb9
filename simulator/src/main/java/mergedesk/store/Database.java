package mergedesk.store;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Properties;
import org.duckdb.DuckDBAppender;
import org.duckdb.DuckDBConnection;
import org.duckdb.DuckDBDriver;

/** A connection to a DuckDB file whose faults are {@link StoreFault}s. Reads and writes no other file, unless it exports; loads no extension. */
final class Database implements AutoCloseable {
    private static final int LONGEST_MESSAGE = 300;

    /** Work with a connection. */
    interface Work<T> {
        T on(DuckDBConnection connection) throws SQLException;
    }

    /** A look at one row. */
    interface Look {
        void at(ResultSet row) throws SQLException;
    }

    private final Path file;
    private final DuckDBConnection connection;

    private Database(Path file, DuckDBConnection connection) {
        this.file = file;
        this.connection = connection;
    }

    /** Opens a file for reading and writing; makes it when there is none. */
    static Database open(Path file) {
        return open(file, properties());
    }

    /** Opens a file for reading alone, whoever asks what. */
    static Database read(Path file) {
        Properties properties = properties();
        properties.setProperty("access_mode", "READ_ONLY");
        properties.setProperty("enable_external_access", "false");
        properties.setProperty("lock_configuration", "true");
        return open(file, properties);
    }

    /** Opens a file for reading, and for writing tables to other files. */
    static Database export(Path file) {
        Properties properties = properties();
        properties.setProperty("access_mode", "READ_ONLY");
        return open(file, properties);
    }

    private static Properties properties() {
        Properties properties = new Properties();
        properties.setProperty("autoinstall_known_extensions", "false");
        properties.setProperty("autoload_known_extensions", "false");
        properties.setProperty("allow_community_extensions", "false");
        properties.setProperty("memory_limit", "512MB");
        properties.setProperty("threads", "2");
        properties.setProperty(DuckDBDriver.JDBC_STREAM_RESULTS, "true");
        return properties;
    }

    private static Database open(Path file, Properties properties) {
        if (file.toAbsolutePath().toString().indexOf(';') >= 0) {
            throw new StoreFault(file + ": DuckDB takes no name with a semicolon in it; use another folder");
        }
        try {
            return new Database(file, (DuckDBConnection) new DuckDBDriver().connect("jdbc:duckdb:" + file.toAbsolutePath(), properties));
        } catch (SQLException e) {
            throw fault(file, e);
        } catch (LinkageError | IllegalStateException e) { // as the driver tells it
            throw new StoreFault(file + ": DuckDB's library for this machine (" + System.getProperty("os.name") + " " + System.getProperty("os.arch")
                    + ") cannot be loaded; there is one for Linux and Windows on amd64, and Linux and macOS on arm64. What was built on another machine: delete simulator/target and give the command again");
        }
    }

    <T> T on(Work<T> work) {
        try {
            return work.on(connection);
        } catch (SQLException e) {
            throw fault(file, e);
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
            try (Connection beside = open.duplicate(); Statement statement = beside.createStatement(); ResultSet rows = statement.executeQuery(sql)) {
                while (rows.next()) {
                    look.at(rows);
                }
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

    static StoreFault fault(Path file, SQLException e) {
        String message = String.valueOf(e.getMessage()).strip();
        if (message.contains("Could not set lock on file") || message.contains("used by another process")) {
            return new StoreFault(file + ": another program has it open, such as a sweep that is running; wait for its end", e);
        }
        if (message.contains("not a valid DuckDB database")) {
            return new StoreFault(file + ": this is no store of a sweep", e);
        }
        String line = message.lines().findFirst().orElse("");
        return new StoreFault(file + ": " + (line.length() > LONGEST_MESSAGE ? line.substring(0, LONGEST_MESSAGE) + "..." : line), e);
    }

    @Override
    public void close() {
        try {
            connection.close();
        } catch (SQLException e) {
            throw fault(file, e);
        }
    }
}
