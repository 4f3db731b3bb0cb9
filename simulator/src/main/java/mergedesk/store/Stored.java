package mergedesk.store;

import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * What a store holds, for whoever has its folder and nothing else. Each question opens it for reading and closes it again, so that a sweep may go on in between.
 *
 * <p>All throw {@link StoreFault} when it cannot be read, such as while a sweep is running in the folder.
 */
public final class Stored {
    private final Path folder;
    private final List<FactorColumn> factors = new ArrayList<>();
    private final List<Column> columns = new ArrayList<>();

    /** A measure that is kept, in a place such as {@code overall} or {@code desk one}, and what the columns of it begin with. */
    public record Column(String name, String measure, String place) {}

    /**
     * What a run left of a measure.
     *
     * @param numerator and
     * @param denominator whole numbers, in the units of the counters; both 0 where it left none
     * @param value in the unit of the measure; NaN where there is none
     */
    public record Number(int point, int replication, long numerator, long denominator, double value) {}

    /**
     * The store in a folder.
     *
     * @throws StoreFault when there is none
     */
    public Stored(Path folder) {
        this.folder = folder;
        each("SELECT factor, unit, moves FROM factors ORDER BY position", row -> factors.add(new FactorColumn(row.getString(1), row.getString(2), true, row.getString(3))));
        List<String> texts = new ArrayList<>();
        each("SELECT column_name FROM duckdb_columns() WHERE table_name = 'points' AND data_type = 'VARCHAR'", row -> texts.add(row.getString(1)));
        factors.replaceAll(factor -> new FactorColumn(factor.name(), factor.unit(), !texts.contains(factor.name()), factor.paths()));
        each("SELECT \"column\", measure, place FROM measures ORDER BY position", row -> columns.add(new Column(row.getString(1), row.getString(2), row.getString(3))));
    }

    private void each(String sql, Database.Look look) {
        Database.ask(Exports.require(folder), sql, look.each());
    }

    /** Its folder. */
    public Path folder() {
        return folder;
    }

    /** Its factors, in order. */
    public List<FactorColumn> factors() {
        return List.copyOf(factors);
    }

    /** The measures that are kept, in order. */
    public List<Column> columns() {
        return List.copyOf(columns);
    }

    /** Its points, in order. Texts of numbers are without their unit. */
    public void eachPoint(Consumer<PointRow> look) {
        each("SELECT * FROM points ORDER BY point", row -> {
            double[] numbers = new double[factors.size()];
            List<String> texts = new ArrayList<>();
            for (int i = 0; i < numbers.length; i++) {
                numbers[i] = factors.get(i).isNumber() ? row.getDouble(i + 4) : Double.NaN;
                texts.add(row.getString(i + 4));
            }
            look.accept(new PointRow(row.getInt(1), row.getString(2), row.getLong(3), texts, numbers));
        });
    }

    /** Whether there are runs and no estimate of any: the sweep was killed. */
    public boolean lacksEstimates() {
        boolean[] lacks = new boolean[1];
        each("SELECT EXISTS (FROM runs) AND NOT EXISTS (FROM estimates)", row -> lacks[0] = row.getBoolean(1));
        return lacks[0];
    }

    /** The estimates of a column, in the order of points. */
    public void eachEstimate(String column, ResultStore.EstimateLook look) {
        each(Cells.estimates(column), row -> look.at(row.getInt(1), Cells.estimate(row)));
    }

    /** What each run left of a column, in the order of points and replications. */
    public void eachNumber(Column column, Consumer<Number> look) {
        String sql = "SELECT point, replication, numerator, denominator, value FROM long WHERE measure = " + Schema.text(column.measure()) + " AND place = " + Schema.text(column.place());
        each(sql + " ORDER BY point, replication", row -> look.accept(number(row)));
    }

    private static Number number(ResultSet row) throws SQLException {
        long numerator = row.getLong(3);
        boolean counted = !row.wasNull();
        long denominator = row.getLong(4);
        return new Number(row.getInt(1), row.getInt(2), numerator, counted ? denominator : 0, Cells.orNaN(row, 5));
    }

    /** The runs that failed, in order. */
    public List<RunFailure> failures() {
        List<RunFailure> failures = new ArrayList<>();
        each("SELECT point, replication, message, command FROM failures ORDER BY point, replication", row -> failures.add(new RunFailure(row.getInt(1), row.getInt(2), row.getString(3), row.getString(4))));
        return failures;
    }
}
