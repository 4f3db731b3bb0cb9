package mergedesk.stats;

import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import mergedesk.observe.Count;
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
    private static final int DAY_LEVELS = 101;

    private final KeptMeasures measures;
    private final boolean batches;
    private final long keptNumbers;
    private final double[][] totals; // by row; null for a row of zeros
    private double[][] days = new double[0][];
    private int replications;
    private int each; // batches of a replication
    private final List<Observations> months = new ArrayList<>();
    private final int[] reached; // replications, by goal
    private List<RunSummary> kept = new ArrayList<>(); // null when only sums are left
    private long size;
    private Sample sample;
    private final NavigableMap<Integer, Folded> levels = new TreeMap<>(); // by number of observations that a replication is joined to

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
        reached = new int[measures.goals().size()];
    }

    /** What the next replication left: one summary, or one of each batch, as many as of every other. */
    public void add(List<RunSummary> replication) {
        replications++;
        each = replication.size();
        replication.forEach(this::addTotals);
        replication.forEach(run -> addMonths(run.months()));
        sample = null;
        if (kept == null) {
            fold(replication);
            return;
        }
        replication.forEach(run -> kept.add(run.withMonths(List.of())));
        size += replication.stream().mapToLong(RunSummary::size).sum();
        if (size > keptNumbers) {
            foldAll();
        }
    }

    /** Of months only sums are kept: a year of a replication would be thirteen. */
    private void addMonths(List<RunSummary> ofMonths) {
        for (int goal = 0; goal < reached.length; goal++) {
            reached[goal] += measures.goals().get(goal).isReached(ofMonths) ? 1 : 0;
        }
        for (int month = 0; month < ofMonths.size(); month++) {
            if (month == months.size()) {
                months.add(new Observations(measures.ofMonth(), batches, 0));
            }
            months.get(month).add(List.of(ofMonths.get(month)));
        }
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
        for (int left : batches ? Batches.levels(each) : new int[] {1}) {
            levels.put(left, new Folded(measures));
        }
        List<RunSummary> all = kept;
        kept = null;
        int known = replications;
        for (int r = 0; r < known; r++) {
            fold(all.subList(r * each, (r + 1) * each));
        }
    }

    /** Adds a replication to every level that may still be asked for. */
    private void fold(List<RunSummary> replication) {
        levels.tailMap(left(), false).clear(); // they get fewer with every replication
        levels.headMap(left(), true).forEach((left, folded) -> {
            int together = each / left;
            for (int i = 0; i < left; i++) {
                folded.add(RunSummary.sum(replication.subList(i * together, (i + 1) * together)), i > 0);
            }
        });
    }

    private int left() {
        return batches ? Batches.left(each, replications) : 1;
    }

    private Folded folded() {
        return levels.get(left());
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

    /** A total or ratio in the scope of one row; for quantiles see {@link #waits}, for exact measures {@link Staff}. */
    public Estimate estimate(Measure measure, int row) {
        measures.require(measure, row);
        return sample().map(all -> all.estimate(measure, row)).orElseGet(() -> folded().estimate(
                measure,
                row,
                left(),
                batches ? Estimate.Method.BATCH_MEAN : Estimate.Method.MEAN,
                batches ? Estimate.Method.BATCH_RATIO : Estimate.Method.RATIO));
    }

    /** Quantiles of waits in the scope of one row for which they are asked. */
    public WaitQuantiles waits(int row) {
        measures.requireWaits(row);
        return sample().map(all -> WaitQuantiles.of(all, measures.flows(row))).orElseGet(() -> folded().waits(row, batches));
    }

    /**
     * How far neighbouring batches hang together in a mean or ratio, up to 1; 0 when they may as well be independent. If not, the batches are too short and
     * the half-width too small.
     */
    public double correlation(Measure measure, int row) {
        if (!batches || measure.numerator() == null || estimate(measure, row).isEmpty()) {
            return 0;
        }
        return sample().map(all -> all.correlation(measure, row)).orElseGet(() -> folded().correlation(measure, row));
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

    /** The observations of each calendar month of the window; none where months are not kept, or the window lies in one. */
    public List<Observations> months() {
        return List.copyOf(months);
    }

    /** In how many replications every month reached a goal that is counted. */
    public int reached(MonthlyGoal goal) {
        int at = measures.goals().indexOf(goal);
        if (at < 0) {
            throw new IllegalArgumentException("goal: " + goal + " is not counted");
        }
        return reached[at];
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
