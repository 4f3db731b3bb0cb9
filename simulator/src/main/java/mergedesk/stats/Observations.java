package mergedesk.stats;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import mergedesk.observe.Count;
import mergedesk.observe.Period;
import mergedesk.observe.RunSummary;

/**
 * Independent observations of one Program, added replication by replication in their order, and the estimates from all of them so far.
 *
 * <p>They are kept one by one (a {@link Sample}) while that takes no more than some 64 MB: hundreds of replications of any desk, thousands of a small one. Then only exact sums of
 * them are kept ({@link RatioSums}, {@link WaitSums}), so that a million replications take no more memory than a thousand. Both compute the same numbers; the last digits of a half-width
 * may differ, as those of a sample come from rounded deviations. When the change comes depends on what was observed only, not on the machine.
 */
public final class Observations {
    /** How many numbers are kept as a rule. */
    public static final long KEPT_NUMBERS = 8_000_000;
    private static final int KEPT_DECISIONS = 10_000;
    private static final int DAY_LEVELS = 101;

    private final KeptMeasures measures;
    private final boolean batches;
    private final long keptNumbers;
    private final double[][] totals; // by row; null for a row of zeros
    private double[][] days = new double[0][];
    private int replications;
    private int each; // batches of a replication
    private final Map<Period, PeriodObservations> periods = new EnumMap<>(Period.class);
    private final List<Reached> reached; // by goal
    private final List<Map<String, Long>> decided = new ArrayList<>(); // by replication, where they go by plans of their own
    private List<RunSummary> kept = new ArrayList<>(); // null when only sums are left
    private long size;
    private Sample sample;
    private Levels<Folded> levels; // null until only sums are left

    /** None so far; {@code batches}: whether what is added are batches of steady-state runs. */
    public Observations(KeptMeasures measures, boolean batches) {
        this(measures, batches, KEPT_NUMBERS);
    }

    /** The same; only sums are left when more than {@code keptNumbers} would be kept. */
    public Observations(KeptMeasures measures, boolean batches, long keptNumbers) {
        this.measures = measures;
        this.batches = batches;
        this.keptNumbers = keptNumbers;
        totals = new double[measures.rowCount()][];
        reached = measures.goals().stream().map(Reached::new).toList();
        for (Period period : Period.values()) {
            if (measures.by(period).rows().length > 0) {
                periods.put(period, new PeriodObservations(measures.by(period)));
            }
        }
    }

    /** What the next replication left: one summary, or one of each batch, as many as of every other. */
    public void add(List<RunSummary> replication) {
        replications++;
        each = replication.size();
        replication.forEach(this::addTotals);
        replication.forEach(this::addPeriods);
        sample = null;
        if (replication.get(0).given().length > 0 && decided.size() < KEPT_DECISIONS) {
            decided.add(replication.get(0).decided());
        }
        if (kept == null) {
            fold(replication);
            return;
        }
        replication.forEach(run -> kept.add(run.withPeriods(Map.of())));
        size += replication.stream().mapToLong(RunSummary::size).sum();
        if (size > keptNumbers) {
            foldAll();
        }
    }

    private void addPeriods(RunSummary run) {
        reached.forEach(goal -> goal.add(run));
        periods.forEach((period, of) -> of.add(run.by(period)));
    }

    private void addTotals(RunSummary run) {
        for (int row : run.rows()) {
            totals[row] = totals[row] == null ? new double[Count.COLUMNS] : totals[row];
            for (int column = 0; column < Count.COLUMNS; column++) {
                totals[row][column] += run.total(row, column);
            }
        }
        days = days.length == 0 ? new double[run.days().length][] : days;
        for (int row = 0; row < days.length; row++) {
            days[row] = days[row] == null ? new double[run.days()[row].length] : days[row];
            for (int i = 0; i < days[row].length; i++) {
                days[row][i] += run.days()[row][i];
            }
        }
    }

    private void foldAll() {
        levels = new Levels<>(batches, each, () -> new Folded(measures));
        List<RunSummary> all = kept;
        kept = null;
        int known = replications;
        for (int r = 0; r < known; r++) {
            fold(all.subList(r * each, (r + 1) * each));
        }
    }

    /** Adds a replication to every level that may still be asked for. */
    private void fold(List<RunSummary> replication) {
        levels.each(replications, (left, folded) -> {
            List<RunSummary> joined = Batches.joined(replication, left);
            for (int i = 0; i < left; i++) {
                folded.add(joined.get(i), i > 0);
            }
        });
    }

    /** How many times sums are kept while they are joined, of replications with so many batches. */
    public static int levels(int each) {
        return Batches.levels(each).length;
    }

    private Folded folded() {
        return levels.at(replications);
    }

    /** Number of observations: of batches after they have been joined, see {@link Batches}. */
    public int count() {
        return kept == null ? folded().count() : sample().orElseThrow().count();
    }

    /** The observations one by one, as long as they are kept so. */
    public Optional<Sample> sample() {
        if (sample == null && kept != null) {
            sample = new Sample(kept, batches);
        }
        return Optional.ofNullable(sample);
    }

    /** As {@link Sample#estimate}; for quantiles see {@link #waits}. */
    public Estimate estimate(Measure measure, int row) {
        if (measure.isExact()) {
            return sample().map(all -> all.estimate(measure, row)).orElseGet(() -> folded().given().estimate(measure, row));
        }
        measures.require(measure, row);
        return sample().map(all -> all.estimate(measure, row)).orElseGet(() -> folded().sums().estimate(
                measure,
                row,
                levels.left(replications),
                batches ? Estimate.Method.BATCH_MEAN : Estimate.Method.MEAN,
                batches ? Estimate.Method.BATCH_RATIO : Estimate.Method.RATIO));
    }

    /** Quantiles of waits in the scope of one row for which they are asked. */
    public WaitQuantiles waits(int row) {
        measures.requireWaits(row);
        return sample().map(all -> WaitQuantiles.of(all, measures.flows(row))).orElseGet(() -> folded().waits(row, batches));
    }

    /** Quantiles of how long deferred work took, in the scope of one row for which they are asked. */
    public WaitQuantiles resolutions(int row) {
        measures.requireWaits(row);
        return sample().map(all -> WaitQuantiles.of(all, measures.deferred(row))).orElseGet(() -> folded().resolutions(row, batches));
    }

    /** A quantile in the scope of one row. */
    public Estimate quantile(Measure measure, int row) {
        WaitQuantiles times = measure.subject() == Measure.Subject.DEFERRED_WORK ? resolutions(row) : waits(row);
        return times.quantile(measure.probability(), measure.scale());
    }

    /**
     * How far neighbouring batches hang together in a mean or ratio, up to 1; 0 when they may as well be independent. If not, the batches are too short and
     * the half-width too small.
     */
    public double correlation(Measure measure, int row) {
        if (!batches || measure.numerator() == null || estimate(measure, row).isEmpty()) {
            return 0;
        }
        return sample().map(all -> all.correlation(measure, row)).orElseGet(() -> folded().sums().correlation(measure, row));
    }

    /** A column of one row, see {@link Count}, added up over all replications. */
    public double total(int row, int column) {
        measures.requireRow(row);
        return totals[row] == null ? 0 : totals[row][column];
    }

    /** Days by service level of one desk, or in the last row of all, over all replications; see {@link RunSummary#days}. */
    public double[] days(int row) {
        return days.length == 0 ? new double[DAY_LEVELS] : days[row].clone();
    }

    /** The observations of each period of a kind; none where such periods are not kept. */
    public PeriodObservations by(Period period) {
        return periods.getOrDefault(period, new PeriodObservations(KeptPeriods.NONE));
    }

    /** In how many replications every period reached a goal that is counted. */
    public int reached(PeriodGoal goal) {
        return counted(goal).inAll();
    }

    /** In how many replications one of the periods reached it, of those in which it was judged; empty where it never was. */
    public Optional<Chance> reached(PeriodGoal goal, int period) {
        return counted(goal).in(period);
    }

    private Reached counted(PeriodGoal goal) {
        int at = measures.goals().indexOf(goal);
        if (at < 0) {
            throw new IllegalArgumentException("goal: " + goal + " is not counted");
        }
        return reached.get(at);
    }

    /** By replication, what results have decided of the plan, see {@link RunSummary#decided}: of {@value #KEPT_DECISIONS} at most, the first. Empty where all go by one plan. */
    public List<Map<String, Long>> decided() {
        return List.copyOf(decided);
    }

    /** Number of replications. */
    public int replications() {
        return replications;
    }

    /** Whether the observations are batches. */
    public boolean areBatches() {
        return batches;
    }
}
