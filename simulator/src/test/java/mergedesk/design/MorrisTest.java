package mergedesk.design;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.stream.IntStream;
import org.apache.commons.math3.stat.inference.ChiSquareTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MorrisTest {
    @ParameterizedTest
    @CsvSource({"1, 2", "4, 4", "7, 6", "3, 10"})
    void eachStepMovesTheFactorItNamesByDelta(int factors, int levels) {
        Morris design = new Morris(factors, 40, levels, 8);
        assertThat(design.size()).isEqualTo(40 * (factors + 1));
        assertThat(design.step()).isEqualTo(levels / (2.0 * (levels - 1)));
        for (int row = 0; row < design.size(); row++) {
            double[] point = design.row(row);
            for (double x : point) {
                assertThat(x * (levels - 1)).isCloseTo(Math.rint(x * (levels - 1)), within(1e-12)).isBetween(0.0, levels - 1.0);
            }
            if (row % (factors + 1) == 0) {
                assertThat(design.moved(row)).isEqualTo(-1);
                assertThat(design.direction(row)).isZero();
                continue;
            }
            double[] before = design.row(row - 1);
            for (int i = 0; i < factors; i++) {
                double step = i == design.moved(row) ? design.direction(row) * design.step() : 0;
                assertThat(point[i] - before[i]).isCloseTo(step, within(1e-12));
            }
            assertThat(Math.abs(design.direction(row))).isOne();
        }
    }

    @Test
    void eachTrajectoryMovesEachFactorOnce() {
        Morris design = new Morris(6, 50, 4, 1);
        for (int t = 0; t < 50; t++) {
            int start = t * 7;
            assertThat(IntStream.range(start + 1, start + 7).map(design::moved).sorted().toArray()).containsExactly(0, 1, 2, 3, 4, 5);
        }
    }

    /** At the start and at the end of a trajectory each level is as likely as any other, so are steps up and down, and the places of a factor in the order. */
    @Test
    void levelsDirectionsAndOrdersAreAlike() {
        int trajectories = 6000;
        Morris design = new Morris(3, trajectories, 6, 77);
        long[][] starts = new long[3][6];
        long[][] ends = new long[3][6];
        long[][] moves = new long[3][6]; // place in the order and direction
        for (int row = 0; row < design.size(); row++) {
            int step = row % 4;
            for (int i = 0; i < 3; i++) {
                int level = (int) Math.rint(design.row(row)[i] * 5);
                starts[i][level] += step == 0 ? 1 : 0;
                ends[i][level] += step == 3 ? 1 : 0;
            }
            if (step > 0) {
                moves[design.moved(row)][(step - 1) * 2 + (design.direction(row) + 1) / 2]++;
            }
        }
        double[] alike = IntStream.range(0, 6).mapToDouble(k -> trajectories / 6.0).toArray();
        for (int i = 0; i < 3; i++) {
            assertThat(new ChiSquareTest().chiSquareTest(alike, starts[i])).isGreaterThan(1e-4);
            assertThat(new ChiSquareTest().chiSquareTest(alike, ends[i])).isGreaterThan(1e-4);
            assertThat(new ChiSquareTest().chiSquareTest(alike, moves[i])).isGreaterThan(1e-4);
        }
    }
}
