package mergedesk.stats;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import mergedesk.observe.RunSummary;

/** Exact sums over observations of means and ratios in some rows of the scopes: what their estimates need, whatever the number of observations. */
final class RowSums {
    private final List<Measure> measures;
    private final int[] rows;
    private final RatioSums[][] sums; // by place in rows, in order of measures; null for a row that has been all zeros
    private int count;
    private int pairs;

    /** @param rows ascending */
    RowSums(List<Measure> measures, int[] rows) {
        this.measures = measures;
        this.rows = rows;
        sums = new RatioSums[rows.length][];
    }

    /** The next observation; {@code follows}: on the one before, in the same replication. */
    void add(RunSummary run, boolean follows) {
        for (int place = 0; place < rows.length; place++) {
            if (sums[place] == null && counts(run, rows[place])) {
                sums[place] = sumsOfZeros();
            }
            for (int m = 0; sums[place] != null && m < sums[place].length; m++) {
                Measure measure = measures.get(m);
                long below = measure.denominator() == null ? 1 : measure.denominator().of(run, rows[place]);
                sums[place][m].add(measure.numerator().of(run, rows[place]), below, follows);
            }
        }
        count++;
        pairs += follows ? 1 : 0;
    }

    /** Whether anything was counted there but the length of the window. */
    private boolean counts(RunSummary run, int row) {
        return run.has(row)
                && measures.stream().anyMatch(measure -> measure.numerator().of(run, row) != 0 || measure.denominator() != null && measure.denominator().of(run, row) != 0);
    }

    private RatioSums[] sumsOfZeros() {
        RatioSums[] row = new RatioSums[measures.size()];
        for (int m = 0; m < row.length; m++) {
            row[m] = measures.get(m).denominator() == null ? RatioSums.zeros(count, pairs) : new RatioSums();
        }
        return row;
    }

    int count() {
        return count;
    }

    /** Whether nothing was counted in the row, in any observation. */
    boolean isEmpty(int row) {
        int place = Arrays.binarySearch(rows, row);
        return place < 0 || sums[place] == null;
    }

    private Optional<RatioSums> of(Measure measure, int row) {
        return isEmpty(row) ? Optional.empty() : Optional.of(sums[Arrays.binarySearch(rows, row)][measures.indexOf(measure)]);
    }

    /** The sum of numerators. */
    double above(Measure measure, int row) {
        return of(measure, row).map(RatioSums::above).orElse(0.0);
    }

    /** The sum of denominators. */
    double below(Measure measure, int row) {
        return of(measure, row).map(RatioSums::below).orElse(0.0);
    }

    /** A mean, of {@code perReplication} observations each, or a ratio in the scope of one row. */
    Estimate estimate(Measure measure, int row, int perReplication, Estimate.Method mean, Estimate.Method ratio) {
        boolean isMean = measure.denominator() == null;
        RatioSums sumsOf = of(measure, row).orElseGet(() -> isMean ? RatioSums.zeros(count, pairs) : new RatioSums());
        return sumsOf.estimate(count, Student.of(count), isMean ? measure.scale(perReplication) : measure.scale(), isMean ? mean : ratio);
    }

    /** How far neighbours hang together, see {@link Batches#significant}. */
    double correlation(Measure measure, int row) {
        return of(measure, row).map(sumsOf -> Batches.significant(sumsOf.correlation(count, pairs), pairs)).orElse(0.0);
    }
}
