package mergedesk.store;

import java.sql.SQLException;
import java.util.BitSet;
import java.util.List;
import mergedesk.stats.Estimate;
import org.duckdb.DuckDBAppender;

/** Puts batches of runs into the tables of a store. */
final class Appenders {
    private final Database database;
    private final DuckDBAppender runs;
    private final DuckDBAppender times;
    private final DuckDBAppender compiled;
    private final DuckDBAppender failures;
    private final DuckDBAppender estimates;
    private final BitSet named = new BitSet(); // points whose fingerprint is there

    Appenders(Database database) {
        this.database = database;
        runs = database.appender("runs");
        times = database.appender("times");
        compiled = database.appender("compiled");
        failures = database.appender("failures");
        estimates = database.appender("estimates");
        database.each("SELECT point FROM compiled", row -> named.set(row.getInt(1)));
    }

    void add(RunBatch batch) {
        database.on(open -> {
            for (RunRow row : batch.rows()) {
                add(row);
            }
            for (RunFailure failure : batch.failures()) {
                failures.beginRow().append(failure.point()).append(failure.replication()).append(failure.message()).append(failure.command()).endRow();
            }
            if (!batch.fingerprint().isEmpty() && !named.get(batch.point())) {
                named.set(batch.point());
                compiled.beginRow().append(batch.point()).append(batch.fingerprint()).endRow();
            }
            return null;
        });
    }

    private void add(RunRow row) throws SQLException {
        runs.beginRow().append(row.point()).append(row.replication());
        for (long number : row.wholes()) {
            runs.append(number == RunRow.NONE ? null : (Long) number);
        }
        for (double number : row.reals()) {
            Cells.orNull(runs, number);
        }
        runs.append(row.seconds()).endRow();
        if (row.times().length > 0) {
            times.beginRow().append(row.point()).append(row.replication());
            for (byte[] histogram : row.times()) {
                times.append(histogram);
            }
            times.endRow();
        }
    }

    void add(int point, String column, Estimate estimate) {
        database.on(open -> {
            estimates.beginRow().append(point).append(column);
            Cells.orNull(estimates, estimate.value());
            Cells.orNull(estimates, estimate.halfWidth());
            return estimates.append(estimate.n()).append(estimate.method().id()).endRow();
        });
    }

    void flush() {
        database.on(open -> {
            for (DuckDBAppender appender : List.of(runs, times, compiled, failures, estimates)) {
                appender.flush();
            }
            return null;
        });
    }
}
