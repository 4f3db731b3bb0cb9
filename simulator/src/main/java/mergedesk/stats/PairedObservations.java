package mergedesk.stats;

import java.util.List;
import mergedesk.observe.RunSummary;

/**
 * What two scenarios did to the same people, added replication by replication in their order, and the differences of their means and ratios from all pairs so far. Observation i of both has the same
 * seed and number (common random numbers), so that the interval is that of differences of pairs.
 *
 * <p>Only exact sums are kept ({@link PairSums}): a million replications take no more memory than ten. Of one thread.
 */
public final class PairedObservations {
    private static final long BYTES = 400; // of a measure of a row

    private final List<Measure> measures;
    private final int[] rows;
    private final int[] baseRows;
    private final boolean batches;
    private Levels<Level> levels; // null before the first replication
    private int replications;

    /** Sums over pairs when a replication is joined to so many observations. */
    private final class Level {
        private final PairSums[][] sums = new PairSums[rows.length][]; // by place in rows, in order of measures; null while nothing was counted on either side
        private int count;

        void add(RunSummary run, RunSummary base) {
            for (int place = 0; place < rows.length; place++) {
                if (sums[place] == null && (run.has(rows[place]) || base.has(baseRows[place]))) {
                    sums[place] = measures.stream().map(this::none).toArray(PairSums[]::new);
                }
                for (int m = 0; sums[place] != null && m < sums[place].length; m++) {
                    Measure.Sum above = measures.get(m).numerator();
                    Measure.Sum below = measures.get(m).denominator();
                    sums[place][m].add(
                            above.of(run, rows[place]), below == null ? 1 : below.of(run, rows[place]), above.of(base, baseRows[place]), below == null ? 1 : below.of(base, baseRows[place]));
                }
            }
            count++;
        }

        private PairSums none(Measure measure) {
            return measure.denominator() == null ? PairSums.zeros(count) : new PairSums();
        }
    }

    /**
     * Nothing so far.
     *
     * @param measures that have a numerator: no quantiles, nothing that no run decides
     * @param rows of the scopes that are compared, on this side
     * @param baseRows on the side from which differences are taken, place by place
     * @param batches whether what is added are batches of steady-state runs
     */
    public PairedObservations(List<Measure> measures, int[] rows, int[] baseRows, boolean batches) {
        this.measures = List.copyOf(measures);
        this.rows = rows.clone();
        this.baseRows = baseRows.clone();
        this.batches = batches;
    }

    /** Bytes that such sums take of all measures in so many rows; {@code each}: batches of a replication. */
    public static long bytes(long rows, int each) {
        return rows * Measure.all().size() * BYTES * Batches.levels(each).length;
    }

    /** What the next replication left on both sides: one summary, or one of each batch, as many as of every other. */
    public void add(List<RunSummary> replication, List<RunSummary> base) {
        if (replication.size() != base.size()) {
            throw new IllegalArgumentException("observations: " + replication.size() + " and " + base.size() + ", must be pairs");
        }
        if (replications == 0) {
            levels = new Levels<>(batches, replication.size(), Level::new);
        }
        replications++;
        levels.each(replications, (left, level) -> {
            List<RunSummary> joined = Batches.joined(replication, left);
            List<RunSummary> joinedBase = Batches.joined(base, left);
            for (int i = 0; i < left; i++) {
                level.add(joined.get(i), joinedBase.get(i));
            }
        });
    }

    /** Number of pairs of observations: of batches after they have been joined, see {@link Batches}. */
    public int count() {
        return replications == 0 ? 0 : level().count;
    }

    private Level level() {
        return levels.at(replications);
    }

    private PairSums sums(Measure measure, int place) {
        Level level = level();
        return level.sums[place] == null ? level.none(measure) : level.sums[place][measures.indexOf(measure)];
    }

    private double scale(Measure measure) {
        return measure.denominator() == null ? measure.scale(levels.left(replications)) : measure.scale();
    }

    /** The measure's own value, in the row at one place; NaN when it has none. */
    public double value(Measure measure, int place) {
        return count() == 0 ? Double.NaN : sums(measure, place).value(scale(measure));
    }

    /** That of the base. */
    public double base(Measure measure, int place) {
        return count() == 0 ? Double.NaN : sums(measure, place).base(scale(measure));
    }

    /** How much the value is more than the base's; empty when either has none. */
    public Estimate difference(Measure measure, int place) {
        return count() == 0 ? Estimate.EMPTY : sums(measure, place).estimate(count(), Student.of(count()), scale(measure));
    }
}
