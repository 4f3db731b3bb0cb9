package mergedesk.design;

import java.util.ArrayList;
import java.util.List;

/**
 * Which share of the variance of y, over the unit cube, is due to which factors [Sobol 1993; Homma, Saltelli 1996].
 *
 * <pre>
 * first-order  S(i)    = Var(E(y | x(i))) ÷ Var y                      what would go if x(i) were known
 * total        T(i)    = E(Var(y | all but x(i))) ÷ Var y              what would stay if all but x(i) were known
 * second-order S(i, j) = Var(E(y | x(i), x(j))) ÷ Var y − S(i) − S(j)   what the two have beyond each alone
 * </pre>
 *
 * <p>Estimated from n base samples of {@link Saltelli}, with means over them and y less its mean over all A and B, so that a large mean costs no digits:
 *
 * <pre>
 * Var y · S(i)             = mean of  B (AB(i) − A)                     [Saltelli and others 2010, equation (b) of table 2]
 * Var y · T(i)             = mean of  (A − AB(i))² ÷ 2                  [Jansen 1999]
 * Var y · (S(i, j) + S(i) + S(j)) = mean of  BA(i) AB(j) − A B          [Saltelli 2002]
 * </pre>
 *
 * where with second order each is the mean of this and the same with A and B exchanged. Estimates may fall below 0 or above 1 by chance.
 *
 * <p>Intervals are percentiles of resamples of the base samples, 2.5 % and 97.5 % [Efron 1979; Archer, Saltelli, Sobol 1997]. These take the base samples as independent; those of a Sobol sequence cover the cube more evenly, so the intervals are rather too wide than too narrow. With
 * few base samples or a heavy tail of y they miss more often than they say.
 *
 * <p>Noise: if y is a simulation's, what its random numbers do is a factor of its own, which no column moves. Rows with random numbers of their own put the noise into T of every factor, about Var(noise) ÷ Var y each, and lower S; only where the rows of a base sample share all their random numbers, and keep
 * to the same use of them, does it cancel out of T.
 *
 * @param first by factor
 * @param total by factor
 * @param second pairs (0, 1), (0, 2) … (1, 2) …; empty if the design has no rows for them
 * @param mean of y over all A and B that counted
 * @param variance of the same
 * @param counted base samples that have all their answers
 * @param leftOut those that have not, which are left out as a whole
 */
public record SobolIndices(List<Index> first, List<Index> total, List<Pair> second, double mean, double variance, int counted, int leftOut) {
    /** How often the base samples are drawn again if not said otherwise. */
    public static final int RESAMPLES = 1000;

    /**
     * An index, with its 95 % interval.
     *
     * @param value NaN if fewer than two base samples counted, or y is the same in all
     * @param low lower end of the interval, NaN as the value
     * @param high upper end
     */
    public record Index(double value, double low, double high) {}

    /** The second-order index of two factors, {@code one} below {@code other}. */
    public record Pair(int one, int other, Index index) {}

    /** The lists are copied. */
    public SobolIndices {
        first = List.copyOf(first);
        total = List.copyOf(total);
        second = List.copyOf(second);
    }

    /** With {@link #RESAMPLES}; see {@link #of(Saltelli, double[], long, int)}. */
    public static SobolIndices of(Saltelli design, double[] y, long seed) {
        return of(design, y, seed, RESAMPLES);
    }

    /**
     * Of the answers to a design. Cost: resamples × base samples × factors, or pairs of factors.
     *
     * @param y by row, NaN where there is none
     * @param seed of the resamples, any
     * @param resamples 40 or more, so that 2.5 % of them is at least one
     */
    public static SobolIndices of(Saltelli design, double[] y, long seed, int resamples) {
        Require.atLeast(40, "resamples", resamples);
        BaseSamples samples = BaseSamples.of(design, Require.answers(y, design));
        double[] values = samples.indices();
        double[][] ends = samples.intervals(seed, resamples);
        List<Index> all = new ArrayList<>();
        for (int k = 0; k < values.length; k++) {
            all.add(new Index(values[k], ends[k][0], ends[k][1]));
        }
        int d = design.dimension();
        List<Pair> second = new ArrayList<>();
        for (int i = 0, k = 2 * d; k < all.size(); i++) {
            for (int j = i + 1; j < d; j++) {
                second.add(new Pair(i, j, all.get(k++)));
            }
        }
        int leftOut = design.base() - samples.count();
        return new SobolIndices(all.subList(0, d), all.subList(d, 2 * d), second, samples.mean(), samples.variance(), samples.count(), leftOut);
    }
}
