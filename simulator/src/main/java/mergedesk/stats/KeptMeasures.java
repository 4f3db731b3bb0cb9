package mergedesk.stats;

import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntPredicate;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import mergedesk.observe.KeptRows;
import mergedesk.observe.Period;
import mergedesk.observe.Scopes;

/**
 * Which measures are kept, in which rows of the scopes, and which rows by period: numerator and denominator of each. What is not kept is neither added up in a replication nor folded over replications, and asking
 * for it is an error, not a zero. Counts of everything together are always kept.
 */
public final class KeptMeasures {
    private final List<Measure> measures;
    private final boolean[] rows;
    private final int[][] flows; // by row: whose waits are kept there
    private final int[][] deferred; // by row: deferred work of which it is kept how long it took
    private final Map<Period, KeptPeriods> byPeriod;
    private final List<PeriodGoal> goals;
    private final Predicate<Measure> possible; // others can have no value
    private final KeptRows keptRows;

    private KeptMeasures(
            Collection<Measure> measures, IntPredicate rows, int[][] flows, int[][] deferred, Map<Period, KeptPeriods> byPeriod, List<PeriodGoal> goals,
            Predicate<Measure> possible) {
        this.byPeriod = byPeriod;
        this.goals = goals;
        this.possible = possible;
        this.measures = measures.stream().filter(possible).toList();
        this.rows = new boolean[flows.length];
        this.flows = new int[flows.length][];
        this.deferred = new int[flows.length][];
        for (int row = 0; row < flows.length; row++) {
            this.rows[row] = row == 0 || rows.test(row);
            this.flows[row] = this.rows[row] && haveWaits() ? flows[row] : new int[0];
            this.deferred[row] = this.rows[row] && haveWaits() ? deferred[row] : new int[0];
        }
        keptRows = keptRows();
    }

    /** Every measure that can have a value, in every row; by month all but quantiles, by other periods the main measures, in the rows for which there are any. */
    public static KeptMeasures all(Scopes scopes) {
        return all(scopes.flows(), scopes.deferredSorts(), scopes.byPeriod(), measure -> measure.existsIn(scopes));
    }

    /** The same; {@code flows}: by row, the flows whose waits are asked for there. */
    static KeptMeasures all(int[][] flows, Map<Period, int[]> byPeriod) {
        return all(flows, none(flows), byPeriod, measure -> true);
    }

    private static KeptMeasures all(int[][] flows, int[][] deferred, Map<Period, int[]> byPeriod, Predicate<Measure> possible) {
        Map<Period, KeptPeriods> kept = new EnumMap<>(Period.class);
        byPeriod.forEach((period, rows) ->
                kept.put(period, new KeptPeriods((period == Period.MONTH || period == Period.PHASE ? KeptPeriods.all() : KeptPeriods.main()).stream().filter(possible).toList(), rows)));
        return new KeptMeasures(Measure.all(), row -> true, flows, deferred, kept, List.of(), possible);
    }

    /** Some measures in some rows. */
    public static KeptMeasures of(Scopes scopes, Collection<Measure> measures, IntPredicate rows) {
        return new KeptMeasures(measures, rows, scopes.flows(), scopes.deferredSorts(), Map.of(), List.of(), measure -> measure.existsIn(scopes));
    }

    static KeptMeasures of(int[][] flows, Collection<Measure> measures, IntPredicate rows) {
        return new KeptMeasures(measures, rows, flows, none(flows), Map.of(), List.of(), measure -> true);
    }

    private static int[][] none(int[][] flows) {
        return new int[flows.length][0];
    }

    private boolean haveWaits() {
        return measures.stream().anyMatch(Measure::isQuantile);
    }

    /** What recorders keep. Days by service level are kept with waits. */
    public KeptRows rows() {
        return keptRows;
    }

    private KeptRows keptRows() {
        Map<Period, int[]> rowsOf = new EnumMap<>(Period.class);
        byPeriod.forEach((period, kept) -> rowsOf.put(period, kept.rows()));
        return new KeptRows(IntStream.range(0, rows.length).filter(row -> rows[row]).toArray(), haveWaits(), rowsOf);
    }

    /** What is kept by periods of a kind. */
    public KeptPeriods by(Period period) {
        return byPeriod.getOrDefault(period, KeptPeriods.NONE);
    }

    /** The same, and some measures in some rows by such periods. */
    public KeptMeasures andBy(Period period, Collection<Measure> others, int... otherRows) {
        Map<Period, KeptPeriods> kept = new EnumMap<>(Period.class);
        kept.putAll(byPeriod);
        kept.put(period, by(period).and(others.stream().filter(possible).toList(), otherRows));
        return new KeptMeasures(measures, row -> rows[row], flows, deferred, kept, goals, possible);
    }

    /** The same, counting in how many replications every period reaches each of the goals, which are kept, and the main measures beside them. */
    public KeptMeasures counting(List<PeriodGoal> all) {
        KeptMeasures kept = this;
        for (PeriodGoal goal : all) {
            kept = kept.andBy(goal.period(), KeptPeriods.mainAnd(goal.measure()), goal.row());
        }
        return new KeptMeasures(measures, row -> rows[row], flows, deferred, kept.byPeriod, List.copyOf(all), possible);
    }

    /** The goals that are counted. */
    List<PeriodGoal> goals() {
        return goals;
    }

    /** Number of rows of the scopes, kept or not. */
    int rowCount() {
        return rows.length;
    }

    /** Kept measures that are ratios or means. */
    public List<Measure> summed() {
        return measures.stream().filter(measure -> measure.numerator() != null).toList();
    }

    /** The flows whose waits are kept in the row; none where no waits are. */
    int[] flows(int row) {
        return flows[row];
    }

    /** The flows of deferred work of which times are kept in the row. */
    int[] deferred(int row) {
        return deferred[row];
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
