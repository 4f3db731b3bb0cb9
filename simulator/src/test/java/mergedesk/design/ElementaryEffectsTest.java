package mergedesk.design;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import mergedesk.design.ElementaryEffects.OfFactor;
import org.apache.commons.math3.distribution.TDistribution;
import org.junit.jupiter.api.Test;

class ElementaryEffectsTest {
    private static final double ROUNDING = 1e-12;

    @Test
    void aLinearFunctionHasItsCoefficientsEverywhere() {
        double[] coefficients = {3, -2, 0, 0.5};
        Morris design = new Morris(4, 10, 4, 1);
        ElementaryEffects effects = ElementaryEffects.of(design, Answers.of(design, x -> 7 + 3 * x[0] - 2 * x[1] + 0.5 * x[3]));
        assertThat(effects.counted()).isEqualTo(10);
        assertThat(effects.leftOut()).isZero();
        for (int i = 0; i < 4; i++) {
            OfFactor factor = effects.factors().get(i);
            assertThat(factor.mu()).isCloseTo(coefficients[i], within(ROUNDING));
            assertThat(factor.muStar()).isCloseTo(Math.abs(coefficients[i]), within(ROUNDING));
            assertThat(factor.sigma()).isCloseTo(0, within(ROUNDING));
            assertThat(factor.halfWidth()).isCloseTo(0, within(ROUNDING));
        }
    }

    /** (x − ½)² with four levels: steps of ⅔ begin at 0 or ⅓ and change it by ∓2/9, so EE is ∓⅓. It matters both ways: μ near 0, μ* exactly ⅓, σ that of a coin. */
    @Test
    void muStarSeesWhatCancelsInMu() {
        int n = 2000;
        Morris design = new Morris(2, n, 4, 5);
        ElementaryEffects effects = ElementaryEffects.of(design, Answers.of(design, x -> (x[1] - 0.5) * (x[1] - 0.5)));
        OfFactor factor = effects.factors().get(1);
        assertThat(factor.muStar()).isCloseTo(1 / 3.0, within(ROUNDING));
        assertThat(factor.halfWidth()).isCloseTo(0, within(ROUNDING));
        assertThat(Math.abs(factor.mu())).isLessThan(Answers.ERRORS / 3 / Math.sqrt(n));
        assertThat(factor.sigma()).isCloseTo(Math.sqrt((1 / 9.0 - factor.mu() * factor.mu()) * n / (n - 1)), within(1e-9));
        assertThat(effects.factors().get(0)).isEqualTo(new OfFactor(0, 0, 0, 0));
    }

    /** x y: the elementary effect of x is the level of y then, uniform on 0, ⅓, ⅔, 1 with mean ½, variance 5/36 and fourth moment ((1/6)⁴ + (1/2)⁴) ÷ 2. */
    @Test
    void aProductHasTheMomentsOfTheOtherFactor() {
        int n = 3000;
        Morris design = new Morris(2, n, 4, 12);
        ElementaryEffects effects = ElementaryEffects.of(design, Answers.of(design, x -> x[0] * x[1]));
        double variance = 5 / 36.0;
        double fourth = (Math.pow(1 / 6.0, 4) + Math.pow(0.5, 4)) / 2;
        for (OfFactor factor : effects.factors()) {
            assertThat(Math.abs(factor.mu() - 0.5)).isLessThan(Answers.ERRORS * Math.sqrt(variance / n));
            assertThat(factor.muStar()).isCloseTo(factor.mu(), within(ROUNDING));
            assertThat(Math.abs(factor.sigma() * factor.sigma() - variance)).isLessThan(Answers.ERRORS * Math.sqrt((fourth - variance * variance) / n));
            assertThat(factor.halfWidth()).isCloseTo(new TDistribution(null, n - 1).inverseCumulativeProbability(0.975) * factor.sigma() / Math.sqrt(n), within(ROUNDING));
        }
    }

    /** The same product from 20 trajectories at a time: intervals hold the mean ½ as often as they say. */
    @Test
    void intervalsHoldTheTruth() {
        int many = 400;
        int hits = 0;
        for (int seed = 0; seed < many; seed++) {
            Morris design = new Morris(2, 20, 4, seed);
            OfFactor factor = ElementaryEffects.of(design, Answers.of(design, x -> x[0] * x[1])).factors().get(0);
            hits += Math.abs(factor.muStar() - 0.5) <= factor.halfWidth() ? 1 : 0;
        }
        assertThat(hits).isBetween(Answers.leastHits(many), many - 1);
    }

    @Test
    void trajectoriesWithoutAllTheirAnswersAreLeftOut() {
        Morris design = new Morris(3, 6, 4, 2);
        double[] y = Answers.of(design, x -> x[0] + x[1] * x[2]);
        double[] holes = y.clone();
        holes[4] = Double.NaN; // first row of the second trajectory
        holes[11] = Double.NaN; // last of the third
        holes[9] = 1e300; // which must not be seen
        ElementaryEffects effects = ElementaryEffects.of(design, holes);
        assertThat(effects.counted()).isEqualTo(4);
        assertThat(effects.leftOut()).isEqualTo(2);
        double sum = 0;
        for (int row : new int[] {1, 2, 3, 13, 14, 15, 17, 18, 19, 21, 22, 23}) {
            sum += design.moved(row) == 1 ? (y[row] - y[row - 1]) / design.direction(row) / design.step() : 0;
        }
        assertThat(effects.factors().get(1).mu()).isCloseTo(sum / 4, within(ROUNDING));

        double[] one = new double[y.length];
        Arrays.fill(one, 4, y.length, Double.NaN);
        assertThat(ElementaryEffects.of(design, one).factors()).containsOnly(new OfFactor(0, 0, Double.NaN, Double.NaN));
        Arrays.fill(one, Double.NaN);
        assertThat(ElementaryEffects.of(design, one).factors()).containsOnly(new OfFactor(Double.NaN, Double.NaN, Double.NaN, Double.NaN));
    }

    @Test
    void answersOfAnotherLengthOrWithoutBoundAreRefused() {
        Morris design = new Morris(1, 2, 4, 2);
        assertThatThrownBy(() -> ElementaryEffects.of(design, new double[3]))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("y: 3 answers, must be one for each of the design's 4 rows");
        assertThatThrownBy(() -> ElementaryEffects.of(design, new double[] {0, 1, Double.NEGATIVE_INFINITY, 0}))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("y[2]: -Infinity, must be a number, or NaN where a row has no answer");
    }
}
