package mergedesk.design;

import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * The base samples of a {@link Saltelli} design that have all their answers, as the terms whose means the estimators of {@link SobolIndices} are made of. All terms are such that indices of any sum of base samples follow from the sum of
 * their terms, so that resampling adds rows up and looks at no answer again.
 *
 * <p>Answers are taken less the mean over all A and B. A resample has another mean c: products of two answers are brought to it with (u − c)(v − c) − (u' − c)(v' − c) = u v − u' v' − c (u + v − u' − v').
 */
final class BaseSamples {
    private static final double MISSED = 0.025; // on each side

    private final int dimension;
    private final boolean secondOrder;
    private final double centre;
    private final double[][] terms; // by base sample

    private BaseSamples(Saltelli design, double[] y, int[] starts) {
        dimension = design.dimension();
        secondOrder = design.secondOrder();
        double near = starts.length == 0 ? 0 : y[starts[0]]; // so that answers that are all the same have exactly their mean
        centre = near + Arrays.stream(starts).mapToDouble(start -> y[start] - near + (y[start + 1] - near)).sum() / (2.0 * starts.length);
        terms = new double[starts.length][];
        for (int n = 0; n < starts.length; n++) {
            double[] group = Arrays.copyOfRange(y, starts[n], starts[n] + design.group());
            for (int k = 0; k < group.length; k++) {
                group[k] -= centre;
            }
            terms[n] = terms(group);
        }
    }

    static BaseSamples of(Saltelli design, double[] y) {
        int group = design.group();
        int[] starts = IntStream.range(0, design.base())
                .map(base -> base * group)
                .filter(start -> Arrays.stream(y, start, start + group).noneMatch(Double::isNaN))
                .toArray();
        return new BaseSamples(design, y, starts);
    }

    int count() {
        return terms.length;
    }

    double mean() {
        return centre;
    }

    /** Over all A and B, their number below the line. */
    double variance() {
        double[] sum = sum();
        return sum[1] / (2.0 * count()) - square(sum[0] / (2.0 * count()));
    }

    /** First order by factor, total by factor, second order by pair. */
    double[] indices() {
        return indices(sum());
    }

    /** Lower and upper end of each index: percentiles of resamples. */
    double[][] intervals(long seed, int resamples) {
        Draws draws = new Draws(seed, Draws.BOOTSTRAP);
        double[][] byIndex = new double[indices().length][resamples];
        for (int r = 0; r < resamples; r++) {
            double[] sum = new double[width()];
            for (int n = 0; n < count(); n++) {
                add(sum, terms[draws.below(count(), r, n)]);
            }
            double[] indices = indices(sum);
            for (int k = 0; k < indices.length; k++) {
                byIndex[k][r] = indices[k];
            }
        }
        int below = (int) Math.floor(MISSED * resamples);
        double[][] ends = new double[byIndex.length][];
        for (int k = 0; k < ends.length; k++) {
            Arrays.sort(byIndex[k]);
            ends[k] = new double[] {byIndex[k][below], byIndex[k][resamples - 1 - below]};
        }
        return ends;
    }

    private double[] sum() {
        double[] sum = new double[width()];
        for (double[] row : terms) {
            add(sum, row);
        }
        return sum;
    }

    private static void add(double[] sum, double[] row) {
        for (int k = 0; k < sum.length; k++) {
            sum[k] += row[k];
        }
    }

    private int width() {
        return 2 + 3 * dimension + (secondOrder ? dimension * (dimension - 1) : 0);
    }

    /** A + B, A² + B²; by factor: the product for S, what c takes off it, the square for T; by pair: the product, what c takes off it. */
    private double[] terms(double[] group) {
        double a = group[0];
        double b = group[1];
        double[] row = new double[width()];
        row[0] = a + b;
        row[1] = a * a + b * b;
        int k = 2;
        for (int i = 0; i < dimension; i++) {
            double ab = group[2 + i];
            row[k] = b * (ab - a);
            row[k + 1] = ab - a;
            row[k + 2] = square(a - ab) / 2;
            if (secondOrder) {
                double ba = group[2 + dimension + i];
                row[k] = (row[k] + a * (ba - b)) / 2;
                row[k + 1] = (row[k + 1] + ba - b) / 2;
                row[k + 2] = (row[k + 2] + square(b - ba) / 2) / 2;
            }
            k += 3;
        }
        for (int i = 0; secondOrder && i < dimension; i++) {
            for (int j = i + 1; j < dimension; j++) {
                double abI = group[2 + i];
                double abJ = group[2 + j];
                double baI = group[2 + dimension + i];
                double baJ = group[2 + dimension + j];
                row[k++] = (baI * abJ + baJ * abI) / 2 - a * b;
                row[k++] = (baI + abJ + baJ + abI) / 2 - a - b;
            }
        }
        return row;
    }

    private double[] indices(double[] sum) {
        double n = count();
        double c = sum[0] / (2 * n);
        double variance = sum[1] / (2 * n) - c * c;
        double scale = n >= 2 && variance > 0 ? 1 / (n * variance) : Double.NaN;
        double[] indices = new double[2 * dimension + (secondOrder ? dimension * (dimension - 1) / 2 : 0)];
        for (int i = 0; i < dimension; i++) {
            int k = 2 + 3 * i;
            indices[i] = (sum[k] - c * sum[k + 1]) * scale;
            indices[dimension + i] = sum[k + 2] * scale;
        }
        int at = 2 * dimension;
        int k = 2 + 3 * dimension;
        for (int i = 0; secondOrder && i < dimension; i++) {
            for (int j = i + 1; j < dimension; j++, k += 2) {
                indices[at++] = (sum[k] - c * sum[k + 1]) * scale - indices[i] - indices[j];
            }
        }
        return indices;
    }

    private static double square(double x) {
        return x * x;
    }
}
