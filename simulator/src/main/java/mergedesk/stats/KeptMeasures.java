package mergedesk.stats;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import mergedesk.observe.KeptRows;
import mergedesk.observe.Scopes;

/**
 * Which measures are kept, in which rows of the scopes, and which rows by calendar month: numerator and denominator of each. What is not kept is neither added up in a replication nor folded over replications, and asking
 * for it is an error, not a zero. Counts of everything together are always kept.
 */
public final class KeptMeasures {
    private final List<Measure> measures;
    private final boolean[] rows;
    private final int[][] flows; // by row: whose waits are kept there
    private final int[] byMonth; // rows
    private final List<MonthlyGoal> goals;

    private KeptMeasures(Collection<Measure> measures, IntPredicate rows, int[][] flows, int[] byMonth, List<MonthlyGoal> goals) {
        this.byMonth = byMonth;
        this.goals = goals;
        this.measures = List.copyOf(measures);
        this.rows = new boolean[flows.length];
        this.flows = new int[flows.length][];
        for (int row = 0; row < flows.length; row++) {
            this.rows[row] = row == 0 || rows.test(row);
            this.flows[row] = this.rows[row] && haveWaits() ? flows[row] : new int[0];
        }
    }

    /** Every measure in every row; by month all but quantiles, in rows of the kinds for which there are months. */
    public static KeptMeasures all(Scopes scopes) {
        return all(scopes.flows(), scopes.byMonth());
    }

    /** The same; {@code flows}: by row, the flows whose waits are asked for there. */
    static KeptMeasures all(int[][] flows, int... byMonth) {
        return new KeptMeasures(Measure.all(), row -> true, flows, byMonth, List.of());
    }

    /** Some measures in some rows. */
    public static KeptMeasures of(Scopes scopes, Collection<Measure> measures, IntPredicate rows) {
        return of(scopes.flows(), measures, rows);
    }

    static KeptMeasures of(int[][] flows, Collection<Measure> measures, IntPredicate rows) {
        return new KeptMeasures(measures, rows, flows, new int[0], List.of());
    }

    private boolean haveWaits() {
        return measures.stream().anyMatch(Measure::isQuantile);
    }

    /** What recorders keep. Days by service level are kept with waits. */
    public KeptRows rows() {
        return new KeptRows(IntStream.range(0, rows.length).filter(row -> rows[row]).toArray(), haveWaits(), byMonth);
    }

    /** What is kept of one calendar month. */
    KeptMeasures ofMonth() {
        return new KeptMeasures(summed(), row -> Arrays.binarySearch(byMonth, row) >= 0, flows, new int[0], List.of());
    }

    /** The same, counting in how many replications every month reaches each of the goals. */
    public KeptMeasures counting(List<MonthlyGoal> monthly) {
        return new KeptMeasures(measures, row -> rows[row], flows, byMonth, List.copyOf(monthly));
    }

    /** The goals that are counted. */
    List<MonthlyGoal> goals() {
        return goals;
    }

    /** Number of rows of the scopes, kept or not. */
    int rowCount() {
        return rows.length;
    }

    /** Kept measures that are ratios or means. */
    List<Measure> summed() {
        return measures.stream().filter(measure -> measure.numerator() != null).toList();
    }

    /** The flows whose waits are kept in the row; none where no waits are. */
    int[] flows(int row) {
        return flows[row];
    }

    /** Refuses a measure that is not kept in the row. */
    public void require(Measure measure, int row) {
        requireRow(row);
        if (!measures.contains(measure)) {
            throw new IllegalArgumentException("measure: " + measure.id() + " is not kept");
        }
    }

    void requireRow(int row) {
        if (!rows[row]) {
            throw new IllegalArgumentException("row: " + row + " is not kept");
        }
    }

    void requireWaits(int row) {
        requireRow(row);
        if (!haveWaits()) {
            throw new IllegalArgumentException("waits are not kept");
        }
    }
}
