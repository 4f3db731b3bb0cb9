package mergedesk.design;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.stream.IntStream;
import mergedesk.design.MainEffects.Interaction;
import mergedesk.design.MainEffects.Mean;
import mergedesk.random.Normal;
import mergedesk.random.Streams;
import org.apache.commons.math3.distribution.TDistribution;
import org.junit.jupiter.api.Test;

class MainEffectsTest {
    private static final double ROUNDING = 1e-12;

    /** With levels −1 and +1, an effect is twice its coefficient; nothing of up to two factors is confused in either design. */
    @Test
    void effectsOfTwoLevelsAreTwiceTheCoefficients() {
        for (Design.OfLevels design : new Design.OfLevels[] {new FullFactorial(2, 2, 2, 2, 2), FractionalFactorial.ofResolution(5, 5)}) {
            MainEffects effects = MainEffects.of(design, Answers.of(design, row -> {
                int[] z = Arrays.stream(row).map(level -> 2 * level - 1).toArray();
                return 10 + 3 * z[0] - 2 * z[1] + z[4] + 1.5 * z[0] * z[1] - 4 * z[2] * z[4];
            }));
            assertThat(effects.mean()).isCloseTo(10, within(ROUNDING));
            double[] main = {6, -4, 0, 0, 2};
            for (int i = 0; i < 5; i++) {
                assertThat(effects.factors().get(i).effect().value()).isCloseTo(main[i], within(ROUNDING));
                assertThat(effects.factors().get(i).levels().get(1).value()).isCloseTo(10 + main[i] / 2, within(ROUNDING));
            }
            assertThat(effects.interactions()).hasSize(10);
            for (Interaction pair : effects.interactions()) {
                double truth = pair.one() == 0 && pair.other() == 1 ? 3 : pair.one() == 2 && pair.other() == 4 ? -8 : 0;
                assertThat(pair.effect().value()).isCloseTo(truth, within(ROUNDING));
                assertThat(pair.departure()).isCloseTo(Math.abs(truth) / 2, within(ROUNDING));
            }
        }
    }

    /** At resolution III an effect is the sum of those that it is confused with, with the signs that the design tells. */
    @Test
    void confusedEffectsAddUpAsTheAliasesSay() {
        FractionalFactorial design = FractionalFactorial.ofGenerators(5, "D=-AB, E=AC");
        double[] main = {5, 7, 11, 13, 17};
        MainEffects effects = MainEffects.of(design, Answers.of(design, row -> {
            double y = 0;
            for (int i = 0; i < 5; i++) {
                y += main[i] / 2 * (2 * row[i] - 1);
                for (int j = i + 1; j < 5; j++) {
                    y += pair(i, j) / 2 * (2 * row[i] - 1) * (2 * row[j] - 1);
                }
            }
            return y;
        }));
        design.aliases().forEach((effect, others) -> {
            double truth = effect.second() < 0 ? main[effect.first()] : pair(effect.first(), effect.second());
            for (FractionalFactorial.Alias alias : others) {
                double other = alias.effect().second() < 0 ? main[alias.effect().first()] : pair(alias.effect().first(), alias.effect().second());
                truth += alias.negative() ? -other : other;
            }
            double found = effect.second() < 0
                    ? effects.factors().get(effect.first()).effect().value()
                    : effects.interactions().stream().filter(p -> p.one() == effect.first() && p.other() == effect.second()).findFirst().orElseThrow().effect().value();
            assertThat(found).as("%s", effect).isCloseTo(truth, within(1e-10));
        });
    }

    private static double pair(int i, int j) {
        return 100 * (i + 1) + 10 * j;
    }

    /** y = i j over 3 × 4 levels: the mean at i is 1.5 i, at (i, j) is i j, and no sum of two functions comes nearer than (i − 1)(j − 1.5). */
    @Test
    void meansOfManyLevelsAreThoseOfTheRows() {
        FullFactorial design = new FullFactorial(3, 4);
        MainEffects effects = MainEffects.of(design, Answers.of(design, row -> row[0] * row[1]));
        double student = new TDistribution(null, 3).inverseCumulativeProbability(0.975);
        for (int i = 0; i < 3; i++) {
            Mean mean = effects.factors().get(0).levels().get(i);
            assertThat(mean.value()).isCloseTo(1.5 * i, within(ROUNDING));
            assertThat(mean.count()).isEqualTo(4);
            assertThat(mean.halfWidth()).isCloseTo(student * i * Math.sqrt(5 / 3.0) / 2, within(1e-9)); // 0, 1, 2, 3 have s² = 5/3
            assertThat(mean.noise()).isNaN();
            for (int j = 0; j < 4; j++) {
                Mean cell = effects.interactions().get(0).means().get(i).get(j);
                assertThat(cell.value()).isEqualTo(i * j);
                assertThat(cell.count()).isOne();
                assertThat(cell.halfWidth()).isNaN();
            }
        }
        assertThat(effects.factors().get(0).effect().value()).isNaN();
        assertThat(effects.interactions().get(0).effect().value()).isNaN();
        assertThat(effects.interactions().get(0).departure()).isCloseTo(1.5, within(ROUNDING));
    }

    /** Normal noise and no other factor at work: what the half-widths of the spread are made for. */
    @Test
    void intervalsHoldTheTruthWhenTheRestIsChance() {
        int many = 1000;
        int[] hits = new int[3];
        FullFactorial design = new FullFactorial(2, 2, 3);
        for (int seed = 0; seed < many; seed++) {
            long key = Streams.runKey(seed, 1);
            double[] y = IntStream.range(0, 12).mapToDouble(row -> 3 + 2 * design.row(row)[0] + Normal.of(Streams.ordinalKey(key, row))).toArray();
            MainEffects effects = MainEffects.of(design, y);
            Mean high = effects.factors().get(0).levels().get(1);
            hits[0] += Math.abs(high.value() - 5) <= high.halfWidth() ? 1 : 0;
            MainEffects.Effect main = effects.factors().get(0).effect();
            hits[1] += Math.abs(main.value() - 2) <= main.halfWidth() ? 1 : 0;
            MainEffects.Effect pair = effects.interactions().get(0).effect();
            hits[2] += Math.abs(pair.value()) <= pair.halfWidth() ? 1 : 0;
        }
        int least = Answers.leastHits(many);
        for (int count : hits) {
            assertThat(count).isBetween(least, many - (many - least) / 8); // exact intervals: they miss, too
        }
    }

    /** Of rows with random numbers of their own h ÷ √n, if all have the half-width h; of rows that share them h, as if they were one; of a single row its own. */
    @Test
    void noiseIsThatOfTheHalfWidths() {
        FullFactorial design = new FullFactorial(2, 8);
        double[] y = Answers.of(design, row -> row[0] + row[1]);
        double[] halfWidths = new double[16];
        Arrays.fill(halfWidths, 0.5);
        assertThat(noise(MainEffects.of(design, y, halfWidths, false), 0)).isCloseTo(0.5 / Math.sqrt(8), within(ROUNDING));
        assertThat(noise(MainEffects.of(design, y, halfWidths, true), 0)).isCloseTo(0.5, within(ROUNDING));
        halfWidths[3] = 2.5;
        assertThat(noise(MainEffects.of(design, y, halfWidths, false), 0)).isCloseTo(Math.sqrt(7 * 0.25 + 6.25) / 8, within(ROUNDING));
        for (boolean shared : new boolean[] {false, true}) {
            MainEffects.Interaction cells = MainEffects.of(design, y, halfWidths, shared).interactions().get(0);
            assertThat(cells.means().get(0).get(3).noise()).isCloseTo(2.5, within(ROUNDING));
        }
        halfWidths[0] = Double.NaN;
        MainEffects effects = MainEffects.of(design, y, halfWidths, true);
        assertThat(noise(effects, 0)).isNaN();
        assertThat(noise(effects, 1)).isCloseTo(0.5, within(ROUNDING));
    }

    private static double noise(MainEffects effects, int level) {
        return effects.factors().get(0).levels().get(level).noise();
    }

    @Test
    void rowsWithoutAnAnswerAreLeftOut() {
        FullFactorial design = new FullFactorial(2, 2);
        MainEffects effects = MainEffects.of(design, new double[] {1, Double.NaN, 3, 7});
        assertThat(effects.counted()).isEqualTo(3);
        assertThat(effects.leftOut()).isOne();
        assertThat(effects.mean()).isCloseTo(11 / 3.0, within(ROUNDING));
        assertThat(effects.factors().get(0).effect().value()).isCloseTo(4, within(ROUNDING)); // (3 + 7) ÷ 2 − 1
        assertThat(effects.factors().get(0).levels().get(0)).isEqualTo(new Mean(1, Double.NaN, Double.NaN, 1));
        assertThat(effects.interactions().get(0).means().get(0).get(1)).isEqualTo(new Mean(Double.NaN, Double.NaN, Double.NaN, 0));
        assertThat(effects.interactions().get(0).effect().value()).isNaN();
        assertThat(effects.interactions().get(0).departure()).isNaN();
        MainEffects none = MainEffects.of(design, new double[] {Double.NaN, Double.NaN, Double.NaN, Double.NaN});
        assertThat(none.mean()).isNaN();
        assertThat(none.leftOut()).isEqualTo(4);
    }

    @Test
    void answersThatDoNotFitTheDesignAreRefused() {
        FullFactorial design = new FullFactorial(2, 2);
        assertThatThrownBy(() -> MainEffects.of(design, new double[5])).isInstanceOf(IllegalArgumentException.class).hasMessageStartingWith("y: 5 answers");
        assertThatThrownBy(() -> MainEffects.of(design, new double[4], new double[] {0, 1, 2, -0.5}, false))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("halfWidths[3]: -0.5, must be at least 0");
    }
}
