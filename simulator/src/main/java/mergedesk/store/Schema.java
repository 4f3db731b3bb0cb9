package mergedesk.store;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import mergedesk.stats.Measure;

/** The tables and views of a store, as statements of SQL; {@code simulator/docs/sweeps.md} explains them. */
final class Schema {
    private static final double UNSCALED = 1;

    private final Layout layout;
    private final List<FactorColumn> factors;

    Schema(Layout layout, List<FactorColumn> factors) {
        this.layout = layout;
        this.factors = factors;
    }

    /** What makes the tables and views of a new store. */
    List<String> statements() {
        List<String> all = new ArrayList<>(List.of(
                "CREATE TABLE manifest (key VARCHAR PRIMARY KEY, value VARCHAR)",
                "CREATE TABLE factors (position INTEGER, factor VARCHAR, unit VARCHAR, moves VARCHAR)",
                "CREATE TABLE measures (position INTEGER, \"column\" VARCHAR, measure VARCHAR, place VARCHAR, title VARCHAR, unit VARCHAR, equation VARCHAR, scale DOUBLE)",
                "CREATE TABLE points (point INTEGER, scenario VARCHAR, seed BIGINT" + each(factors.stream().map(factor -> quoted(factor.name()) + (factor.isNumber() ? " DOUBLE" : " VARCHAR"))) + ")",
                "CREATE TABLE compiled (point INTEGER, fingerprint VARCHAR)",
                "CREATE TABLE runs (point INTEGER, replication INTEGER" + each(runColumns().stream()) + ", seconds DOUBLE)",
                "CREATE TABLE times (point INTEGER, replication INTEGER" + each(IntStream.range(0, layout.times().size()).mapToObj(i -> quoted(layout.timesColumn(i)) + " BLOB")) + ")",
                "CREATE TABLE failures (point INTEGER, replication INTEGER, message VARCHAR, command VARCHAR)",
                "CREATE TABLE estimates (point INTEGER, \"column\" VARCHAR, value DOUBLE, half_width DOUBLE, n BIGINT, method VARCHAR)"));
        all.add("CREATE VIEW results AS SELECT p.*, r.replication" + each(values()) + " FROM points p JOIN runs r USING (point)");
        all.add("CREATE VIEW long AS " + longForm());
        return all;
    }

    private static String each(Stream<String> columns) {
        return columns.map(column -> ", " + column).collect(Collectors.joining());
    }

    /** Columns of numbers of a run, with their types: whole numbers in the order of a row, then real ones. */
    private List<String> runColumns() {
        List<String> wholes = new ArrayList<>();
        List<String> reals = new ArrayList<>();
        for (int i = 0; i < layout.kept().size(); i++) {
            Kept kept = layout.kept().get(i);
            if (kept.isRatio()) {
                wholes.add(quoted(layout.column(i) + "_num") + " BIGINT");
                wholes.add(quoted(layout.column(i) + "_den") + " BIGINT");
            } else if (kept.isCounted()) {
                wholes.add(quoted(layout.column(i) + "_num") + " BIGINT");
            } else {
                reals.add(quoted(layout.column(i)) + " DOUBLE");
            }
        }
        return Stream.concat(wholes.stream(), reals.stream()).toList();
    }

    /** The value of each measure in a run, in its unit. */
    private Stream<String> values() {
        return IntStream.range(0, layout.kept().size()).mapToObj(i -> value(i, "r.") + " AS " + quoted(layout.column(i)));
    }

    private String value(int i, String of) {
        Kept kept = layout.kept().get(i);
        String column = layout.column(i);
        if (!kept.isCounted()) {
            return of + quoted(column);
        }
        String above = of + quoted(column + "_num");
        String value = kept.isRatio() ? above + "::DOUBLE / nullif(" + of + quoted(column + "_den") + ", 0)" : above + "::DOUBLE";
        return scaled(value, kept.measure());
    }

    private static String scaled(String value, Measure measure) {
        return scale(measure) == UNSCALED ? value : scale(measure) + " * " + value;
    }

    /** Factor from the units of the counters to that of the value. */
    static double scale(Measure measure) {
        return measure.isQuantile() || measure.isExact() ? UNSCALED : measure.scale();
    }

    private String longForm() {
        return IntStream.range(0, layout.kept().size())
                .mapToObj(i -> {
                    Kept kept = layout.kept().get(i);
                    String above = kept.isCounted() ? quoted(layout.column(i) + "_num") : "NULL::BIGINT";
                    String below = kept.isRatio() ? quoted(layout.column(i) + "_den") : kept.isCounted() ? "1::BIGINT" : "NULL::BIGINT";
                    return "SELECT point, replication, " + text(kept.measure().id()) + " AS measure, " + text(kept.place().toString()) + " AS place, " + above + " AS numerator, " + below
                            + " AS denominator, " + value(i, "") + " AS value FROM runs";
                })
                .collect(Collectors.joining(" UNION ALL "));
    }

    /** A name as SQL writes it. */
    static String quoted(String name) {
        return '"' + name.replace("\"", "\"\"") + '"';
    }

    /** A text as SQL writes it. */
    static String text(String text) {
        return "'" + text.replace("'", "''") + "'";
    }
}
