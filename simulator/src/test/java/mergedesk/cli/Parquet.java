package mergedesk.cli;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;

/** Files of results, Parquet or CSV, read by another hand than that which wrote them. */
final class Parquet {
    private Parquet() {}

    /** How many rows of either file are not in the other, counting equal ones as often as they are there. */
    static long differing(String one, String other) throws SQLException {
        return number("SELECT count(*) FROM ((SELECT * FROM '" + one + "' EXCEPT ALL SELECT * FROM '" + other + "') UNION ALL (SELECT * FROM '" + other + "' EXCEPT ALL SELECT * FROM '" + one + "'))");
    }

    static long rows(String file) throws SQLException {
        return number("SELECT count(*) FROM '" + file + "'");
    }

    private static long number(String sql) throws SQLException {
        try (Connection connection = DriverManager.getConnection("jdbc:duckdb:");
                ResultSet found = connection.createStatement().executeQuery(sql)) {
            found.next();
            return found.getLong(1);
        }
    }
}
