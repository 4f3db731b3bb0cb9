package mergedesk.design;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * What trajectories say of the factors [Morris 1991]. With y before and after factor i moves by ±Δ in trajectory t, its elementary effect is
 *
 * <pre>
 * EE(i, t) = (y after − y before) ÷ ±Δ        per range of the factor
 * μ = mean of EE,   μ* = mean of |EE|,   σ = standard deviation of EE        over t
 * </pre>
 *
 * μ* says how much the factor matters [Campolongo, Cariboni, Saltelli 2007]; a μ nearer to 0 than μ* that it matters both ways; a σ that is large beside μ*, that its effect is not the same everywhere: it is curved, or depends on others. A
 * simulation's noise is in σ too, and in μ*: a factor without effect has a μ* above 0, unless both its runs share their random numbers.
 *
 * <p>A trajectory with a row that has no answer is left out as a whole, so that all factors are judged by the same ones.
 *
 * @param factors one for each factor, in order
 * @param counted trajectories that have all their answers
 * @param leftOut those that have not
 */
public record ElementaryEffects(List<OfFactor> factors, int counted, int leftOut) {
    /**
     * All in units of y per range of the factor; NaN if no trajectory counted.
     *
     * @param mu mean effect
     * @param muStar mean of its size, 0 or more
     * @param sigma standard deviation over trajectories; NaN for fewer than two
     * @param halfWidth of a 95 % interval of muStar, Student's over trajectories, t s(|EE|) ÷ √n; NaN for fewer than two
     */
    public record OfFactor(double mu, double muStar, double sigma, double halfWidth) {}

    /** The list is copied. */
    public ElementaryEffects {
        factors = List.copyOf(factors);
    }

    /**
     * Of the answers to a design.
     *
     * @param y by row, NaN where there is none
     */
    public static ElementaryEffects of(Morris design, double[] y) {
        double[] answers = Require.answers(y, design);
        int points = design.dimension() + 1;
        int[] counted = IntStream.range(0, design.trajectories())
                .filter(t -> Arrays.stream(answers, t * points, (t + 1) * points).noneMatch(Double::isNaN))
                .toArray();
        double[][] effects = new double[design.dimension()][counted.length];
        for (int n = 0; n < counted.length; n++) {
            int start = counted[n] * points;
            for (int row = start + 1; row < start + points; row++) {
                effects[design.moved(row)][n] = (answers[row] - answers[row - 1]) / (design.direction(row) * design.step());
            }
        }
        return new ElementaryEffects(Arrays.stream(effects).map(ElementaryEffects::ofFactor).toList(), counted.length, design.trajectories() - counted.length);
    }

    private static OfFactor ofFactor(double[] effects) {
        double[] sizes = Arrays.stream(effects).map(Math::abs).toArray();
        return new OfFactor(Student.mean(effects), Student.mean(sizes), Student.deviation(effects), Student.halfWidth(sizes));
    }
}
