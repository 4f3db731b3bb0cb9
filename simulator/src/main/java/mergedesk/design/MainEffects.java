package mergedesk.design;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/**
 * What a design with levels says of its factors: means of y at each level of each factor, and at each pair of levels of each two factors, over all rows that have them [Box, Hunter, Hunter 2005, chapter 5].
 *
 * <p>There are two half-widths of 95 %, of two questions. {@code halfWidth} takes the rows of a mean, which differ in the other factors, as draws of chance and asks how far their mean may be off that of all such rows: t s ÷ √n, the interval of a mean over the other factors. In a design without
 * replication, what the other factors do is in s. It says nothing of chance in y itself where y has none: the mean of a full factorial is then exact, over its own levels. {@code noise} asks how far a mean would be off with other random numbers. Rows with random numbers of
 * their own: the root of the summed squares of their half-widths, ÷ n. Rows that share their random numbers move together, by how much hangs on the model: then it is the mean of their half-widths, which is the most that it can be, as no covariance is larger than the product of the standard
 * errors. The noise of a mean of one row is its half-width.
 *
 * <p>In a {@link FractionalFactorial} each effect is the sum of those that it is confused with. Where rows have no answer the levels of other factors are no longer balanced, and part of an effect may be another's.
 *
 * @param factors in order
 * @param interactions of factors (0, 1), (0, 2) … (1, 2) …, but for two that have more than 10,000 pairs of levels
 * @param mean of y over all rows that counted
 * @param counted rows that have an answer
 * @param leftOut rows that have none
 */
public record MainEffects(List<Factor> factors, List<Interaction> interactions, double mean, int counted, int leftOut) {
    /** Most pairs of levels of two factors that are looked at together. */
    private static final long MOST_CELLS = 10_000;
    private static final Effect NONE = new Effect(Double.NaN, Double.NaN);

    /**
     * A mean of answers.
     *
     * @param value NaN of none
     * @param halfWidth how far other rows could move it; NaN for fewer than two
     * @param noise how far other random numbers could; NaN without half-widths
     * @param count of answers
     */
    public record Mean(double value, double halfWidth, double noise, int count) {}

    /**
     * A contrast of means: of two levels, or of two by two. Its half-width takes the spread of y within each of these means as the same (a pooled s).
     *
     * @param value NaN where an end has no answer, and where a factor has not two levels
     * @param halfWidth as of a mean
     */
    public record Effect(double value, double halfWidth) {}

    /**
     * One factor.
     *
     * @param levels mean at each level
     * @param effect of a factor of two levels: mean at 1 less mean at 0
     */
    public record Factor(List<Mean> levels, Effect effect) {}

    /**
     * Two factors together.
     *
     * @param one the lower factor
     * @param other the higher
     * @param means by level of {@code one}, then of {@code other}
     * @param effect of two factors of two levels: half of what the effect of {@code one} is larger when {@code other} is at 1 than when it is at 0
     * @param departure largest distance of a mean from the sum of what the two levels do on average (of unweighted means): 0 if they only add up; NaN if a mean has no answer
     */
    public record Interaction(int one, int other, List<List<Mean>> means, Effect effect, double departure) {}

    /** The lists are copied. */
    public MainEffects {
        factors = List.copyOf(factors);
        interactions = List.copyOf(interactions);
    }

    /**
     * Of exact answers, or of such as have a half-width that is not known.
     *
     * @param y by row, NaN where there is none
     */
    public static MainEffects of(Design.OfLevels design, double[] y) {
        double[] unknown = new double[y.length];
        Arrays.fill(unknown, Double.NaN);
        return of(design, y, unknown, false);
    }

    /**
     * Of answers that have been estimated.
     *
     * @param y by row, NaN where there is none
     * @param halfWidths of the 95 % intervals of y, by row, 0 or more, NaN where not known
     * @param shared whether rows share their random numbers
     */
    public static MainEffects of(Design.OfLevels design, double[] y, double[] halfWidths, boolean shared) {
        double[] answers = Require.answers(y, design);
        return of(IntStream.range(0, design.dimension()).map(design::levels).toArray(), design::row, answers, Require.answers(halfWidths, design), shared);
    }

    /**
     * Of answers to any table of levels, whichever rows it has and how often.
     *
     * @param levels how many each factor has
     * @param row levels of a row
     * @param y by row, NaN where there is none
     * @param halfWidths of the 95 % intervals of y, by row, 0 or more, NaN where not known
     * @param shared whether rows share their random numbers
     */
    public static MainEffects of(int[] levels, IntFunction<int[]> row, double[] y, double[] halfWidths, boolean shared) {
        requirePositive(halfWidths);
        Moments all = new Moments();
        Moments[][] ones = new Moments[levels.length][]; // by factor and level
        Moments[][][][] cells = empty(levels, ones);
        for (int n = 0; n < y.length; n++) {
            if (!Double.isNaN(y[n])) {
                all.add(y[n], halfWidths[n]);
                add(row.apply(n), y[n], halfWidths[n], ones, cells);
            }
        }
        List<Factor> factors = new ArrayList<>();
        List<Interaction> interactions = new ArrayList<>();
        for (int i = 0; i < levels.length; i++) {
            factors.add(factor(ones[i], shared));
            for (int j = i + 1; j < levels.length; j++) {
                if (cells[i][j] != null) {
                    interactions.add(interaction(i, j, cells[i][j], shared));
                }
            }
        }
        return new MainEffects(factors, interactions, all.mean(), all.count(), y.length - all.count());
    }

    private static void add(int[] levels, double y, double halfWidth, Moments[][] ones, Moments[][][][] cells) {
        for (int i = 0; i < levels.length; i++) {
            ones[i][levels[i]].add(y, halfWidth);
            for (int j = i + 1; j < levels.length; j++) {
                if (cells[i][j] != null) {
                    cells[i][j][levels[i]][levels[j]].add(y, halfWidth);
                }
            }
        }
    }

    private static void requirePositive(double[] halfWidths) {
        for (int row = 0; row < halfWidths.length; row++) {
            if (halfWidths[row] < 0) {
                throw new IllegalArgumentException("halfWidths[" + row + "]: " + halfWidths[row] + ", must be at least 0");
            }
        }
    }

    /** By pair of factors and their levels; null where two have too many together. */
    private static Moments[][][][] empty(int[] levels, Moments[][] ones) {
        int d = levels.length;
        Moments[][][][] cells = new Moments[d][d][][];
        for (int i = 0; i < d; i++) {
            ones[i] = new Moments[levels[i]];
            Arrays.setAll(ones[i], level -> new Moments());
            for (int j = i + 1; j < d; j++) {
                if ((long) levels[i] * levels[j] <= MOST_CELLS) {
                    cells[i][j] = new Moments[levels[i]][levels[j]];
                    for (Moments[] line : cells[i][j]) {
                        Arrays.setAll(line, level -> new Moments());
                    }
                }
            }
        }
        return cells;
    }

    private static Factor factor(Moments[] levels, boolean shared) {
        Effect effect = levels.length == 2 ? contrast(1, levels[1], levels[0]) : NONE;
        return new Factor(means(levels, shared), effect);
    }

    private static Interaction interaction(int one, int other, Moments[][] cells, boolean shared) {
        boolean twoByTwo = cells.length == 2 && cells[0].length == 2;
        Effect effect = twoByTwo ? contrast(0.5, cells[1][1], cells[0][1], cells[0][0], cells[1][0]) : NONE;
        List<List<Mean>> means = Arrays.stream(cells).map(line -> means(line, shared)).toList();
        return new Interaction(one, other, means, effect, departure(cells));
    }

    private static List<Mean> means(Moments[] moments, boolean shared) {
        return Arrays.stream(moments).map(one -> mean(one, shared)).toList();
    }

    private static Mean mean(Moments moments, boolean shared) {
        int n = moments.count();
        double halfWidth = n < 2 ? Double.NaN : Student.quantile(n - 1) * Math.sqrt(moments.squares() / (n - 1) / n);
        return new Mean(moments.mean(), halfWidth, moments.noise(shared), n);
    }

    /** Weight times (first − second + third − fourth …). */
    private static Effect contrast(double weight, Moments... ends) {
        double value = 0;
        double squares = 0;
        double inverses = 0;
        int degrees = -ends.length;
        for (int k = 0; k < ends.length; k++) {
            value += k % 2 == 0 ? ends[k].mean() : -ends[k].mean();
            squares += ends[k].squares();
            inverses += 1.0 / ends[k].count();
            degrees += ends[k].count();
        }
        boolean spread = degrees > 0 && !Double.isNaN(value);
        double halfWidth = spread ? Student.quantile(degrees) * Math.sqrt(squares / degrees * inverses) : Double.NaN;
        return new Effect(weight * value, weight * halfWidth);
    }

    private static double departure(Moments[][] cells) {
        int columns = cells[0].length;
        double[] byLine = new double[cells.length];
        double[] byColumn = new double[columns];
        double mean = 0;
        for (int i = 0; i < cells.length; i++) {
            for (int j = 0; j < columns; j++) {
                double cell = cells[i][j].mean();
                byLine[i] += cell / columns;
                byColumn[j] += cell / cells.length;
                mean += cell / columns / cells.length;
            }
        }
        double largest = 0;
        for (int i = 0; i < cells.length; i++) {
            for (int j = 0; j < columns; j++) {
                largest = Math.max(largest, Math.abs(cells[i][j].mean() - byLine[i] - byColumn[j] + mean)); // NaN stays
            }
        }
        return largest;
    }
}
