package mergedesk.stats;

import java.util.List;
import java.util.Optional;
import mergedesk.observe.RunSummary;

/** Observations of which only sums are left: what every measure needs in every scope, whatever their number. */
final class Folded {
    private final List<Measure> summed;
    private final RatioSums[][] sums; // by row, in order of summed; null for a row that has been all zeros
    private final WaitSums[] waits; // by row; null where waits are not asked for
    private int count;
    private int pairs;

    Folded(KeptMeasures kept) {
        summed = kept.summed();
        sums = new RatioSums[kept.rowCount()][];
        waits = new WaitSums[kept.rowCount()];
        for (int row = 0; row < waits.length; row++) {
            waits[row] = kept.flows(row).length == 0 ? null : new WaitSums(kept.flows(row));
        }
    }

    /** The next observation; {@code follows}: on the one before, in the same replication. */
    void add(RunSummary run, boolean follows) {
        for (int row : run.rows()) {
            if (sums[row] == null) {
                sums[row] = sumsOfZeros();
            }
        }
        for (int row = 0; row < sums.length; row++) {
            for (int m = 0; sums[row] != null && m < sums[row].length; m++) {
                Measure measure = summed.get(m);
                long below = measure.denominator() == null ? 1 : measure.denominator().of(run, row);
                sums[row][m].add(measure.numerator().of(run, row), below, follows);
            }
            if (waits[row] != null) {
                waits[row].add(run);
            }
        }
        count++;
        pairs += follows ? 1 : 0;
    }

    private RatioSums[] sumsOfZeros() {
        RatioSums[] row = new RatioSums[summed.size()];
        for (int m = 0; m < row.length; m++) {
            row[m] = summed.get(m).denominator() == null ? RatioSums.zeros(count, pairs) : new RatioSums();
        }
        return row;
    }

    int count() {
        return count;
    }

    private Optional<RatioSums> sumsOf(Measure measure, int row) {
        return Optional.ofNullable(sums[row]).map(measures -> measures[summed.indexOf(measure)]);
    }

    /** A mean, of {@code perReplication} observations each, or a ratio in the scope of one row. */
    Estimate estimate(Measure measure, int row, int perReplication, Estimate.Method mean, Estimate.Method ratio) {
        boolean isMean = measure.denominator() == null;
        RatioSums sumsOf = sumsOf(measure, row).orElseGet(() -> isMean ? RatioSums.zeros(count, pairs) : new RatioSums());
        double student = count < 2 ? Double.NaN : Sums.student(count);
        return sumsOf.estimate(count, student, isMean ? measure.scale() * perReplication : measure.scale(), isMean ? mean : ratio);
    }

    /** How far neighbours hang together, see {@link Batches#significant}. */
    double correlation(Measure measure, int row) {
        return sumsOf(measure, row).map(sumsOf -> Batches.significant(sumsOf.correlation(count, pairs), pairs)).orElse(0.0);
    }

    WaitQuantiles waits(int row, boolean batches) {
        return WaitQuantiles.of(waits[row], count, batches);
    }
}
