package mergedesk.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import mergedesk.stats.Estimate;
import org.duckdb.DuckDBAppender;

/** Cells of the store's tables, in which NaN is NULL, and rows of estimates. */
final class Cells {
    private Cells() {}

    /** Asks for those of a column, in the order of points. */
    static String estimates(String column) {
        return "SELECT point, value, half_width, n, method FROM estimates WHERE \"column\" = " + Schema.text(column) + " ORDER BY point";
    }

    static Estimate estimate(ResultSet row) throws SQLException {
        String method = row.getString(5);
        Estimate.Method how = Arrays.stream(Estimate.Method.values()).filter(one -> one.id().equals(method)).findFirst().orElseThrow(() -> new StoreFault("an estimate by \"" + method + "\", which no Mergedesk of this format makes; do not trust the store"));
        return new Estimate(orNaN(row, 2), orNaN(row, 3), row.getLong(4), how);
    }

    static double orNaN(ResultSet row, int column) throws SQLException {
        double number = row.getDouble(column);
        return row.wasNull() ? Double.NaN : number;
    }

    static void orNull(DuckDBAppender appender, double value) throws SQLException {
        appender.append(Double.isNaN(value) ? null : (Double) value);
    }
}
