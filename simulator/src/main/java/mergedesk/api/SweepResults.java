package mergedesk.api;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Supplier;
import mergedesk.scenario.text.Suggestion;
import mergedesk.stats.Estimate;
import mergedesk.store.FactorColumn;
import mergedesk.store.PointRow;
import mergedesk.store.StoreFault;
import mergedesk.store.Stored;

/**
 * What the folder of a sweep holds: its points, and for each measure that was kept the estimates of points and the rows of runs.
 *
 * <p>Measures go by their columns: {@code wait_p95}, and in one place {@code wait_p95__desk_one}. Nothing is kept in memory but names: each question reads the store, which no sweep may be writing
 * then. Thread-safe.
 */
public final class SweepResults {
    private final Stored stored;
    private final List<String> warnings;

    private SweepResults(Stored stored, List<String> warnings) {
        this.stored = stored;
        this.warnings = warnings;
    }

    /**
     * A point of the sweep.
     *
     * @param number from 0, in the order of the design
     * @param scenario the scenario, as the sweep names it
     * @param seed of its runs
     * @param values of each factor in order, numbers without their unit
     */
    public record Point(int number, String scenario, long seed, Map<String, String> values) {
        /**
         * The value of a factor that is a number, in the unit in which the sweep has it.
         *
         * @throws WrongInput when there is no such factor, or it is none
         */
        public double value(String factor) {
            String text = text(factor);
            try {
                return Double.parseDouble(text);
            } catch (NumberFormatException e) {
                throw new WrongInput("found \"" + factor + "\": its values are texts such as \"" + text + "\"");
            }
        }

        /**
         * The value of a factor as a text.
         *
         * @throws WrongInput when there is no such factor
         */
        public String text(String factor) {
            return known("factor", factor, values.containsKey(factor), values.keySet().stream().toList(), () -> values.get(factor));
        }
    }

    /**
     * What one run left of one measure.
     *
     * @param point number of the point
     * @param replication number of the replication, from 0
     * @param numerator and
     * @param denominator what the value is the ratio of: contacts, or microseconds; of a count the denominator is 1; both are 0 where the measure is no such ratio: quantiles, and what follows from the scenario alone
     * @param value in the unit of the measure (shares 0..1, times in seconds); NaN where the run has none
     */
    public record Row(int point, int replication, long numerator, long denominator, double value) {}

    /**
     * A run that failed.
     *
     * @param replication -1 when the point cannot be run at all
     * @param message why
     * @param command what repeats it: a command, or of a scenario in code a line of Java, in which {@code sweep} is the {@link SweepFile}
     */
    public record Failure(int point, int replication, String message, String command) {}

    /**
     * What is in the folder of a sweep, however that ended.
     *
     * @throws WrongInput when there is none, or it cannot be read
     */
    public static SweepResults read(Path folder) {
        return read(folder, List.of());
    }

    static SweepResults read(Path folder, List<String> warnings) {
        return orWrong(() -> new SweepResults(new Stored(folder), warnings));
    }

    static <T> T orWrong(Supplier<T> work) {
        try {
            return work.get();
        } catch (StoreFault fault) {
            throw new WrongInput(fault.getMessage());
        }
    }

    private static <T> T known(String what, String name, boolean isKnown, List<String> names, Supplier<T> work) {
        if (!isKnown) {
            throw new WrongInput("found \"" + name + "\": there is no such " + what + "; " + Suggestion.of(name, names, "there are " + String.join(", ", names)));
        }
        return orWrong(work);
    }

    /** The folder: with {@code report.html}, the numbers of its charts, and the store. */
    public Path folder() {
        return stored.folder();
    }

    /** What of the report could not be made or written, and why; empty when it was only read. */
    public List<String> warnings() {
        return warnings;
    }

    /** Names of the factors, in order. */
    public List<String> factors() {
        return stored.factors().stream().map(FactorColumn::name).toList();
    }

    /** The measures that were kept, in order. */
    public List<String> measures() {
        return stored.columns().stream().map(Stored.Column::name).toList();
    }

    /** All points, in order. Memory and time in proportion to their number. */
    public List<Point> points() {
        List<Point> points = new ArrayList<>();
        return orWrong(() -> {
            stored.eachPoint(row -> points.add(point(row)));
            return Collections.unmodifiableList(points);
        });
    }

    private Point point(PointRow row) {
        Map<String, String> values = new LinkedHashMap<>();
        for (int i = 0; i < row.texts().size(); i++) {
            FactorColumn factor = stored.factors().get(i);
            values.put(factor.name(), factor.isNumber() ? BigDecimal.valueOf(row.numbers()[i]).stripTrailingZeros().toPlainString() : row.texts().get(i));
        }
        return new Point(row.point(), row.scenario(), row.seed(), Collections.unmodifiableMap(values));
    }

    /**
     * Estimates of a measure, by point and in their order; {@link Estimate#EMPTY} of points without runs. Memory and time in proportion to the number of points.
     *
     * @throws WrongInput when it was not kept, or the sweep was killed before its estimates were made: then the same sweep makes them
     */
    public Map<Point, Estimate> estimates(String measure) {
        List<Point> points = points();
        Map<Point, Estimate> estimates = new LinkedHashMap<>();
        points.forEach(point -> estimates.put(point, Estimate.EMPTY));
        if (orWrong(stored::lacksEstimates)) {
            throw new WrongInput(folder() + ": the sweep ended before its estimates were made; give it again, with the same folder");
        }
        column(measure, column -> stored.eachEstimate(column.name(), (point, estimate) -> estimates.put(points.get(point), estimate)));
        return Collections.unmodifiableMap(estimates);
    }

    /**
     * Rows of a measure, one a run, in the order of points and replications. Memory in proportion to the number of runs: {@link #eachRow} takes none.
     *
     * @throws WrongInput when it was not kept
     */
    public List<Row> rows(String measure) {
        List<Row> rows = new ArrayList<>();
        eachRow(measure, rows::add);
        return Collections.unmodifiableList(rows);
    }

    /**
     * Looks at one row after the other, in the same order.
     *
     * @throws WrongInput when the measure was not kept
     */
    public void eachRow(String measure, Consumer<Row> look) {
        column(measure, column -> stored.eachNumber(column, run -> look.accept(new Row(run.point(), run.replication(), run.numerator(), run.denominator(), run.value()))));
    }

    private void column(String measure, Consumer<Stored.Column> work) {
        Stored.Column found = stored.columns().stream().filter(column -> column.name().equals(measure)).findFirst().orElse(null);
        known("measure in this sweep", measure, found != null, measures(), () -> {
            work.accept(found);
            return found;
        });
    }

    /** Runs that failed, in order; they have no rows. */
    public List<Failure> failures() {
        return orWrong(() -> stored.failures().stream().map(failure -> new Failure(failure.point(), failure.replication(), failure.message(), failure.command())).toList());
    }

    /** What it is, in a line. */
    @Override
    public String toString() {
        return folder() + ": factors " + String.join(", ", factors()) + "; measures " + String.join(", ", measures());
    }
}
