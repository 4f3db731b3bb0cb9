package mergedesk.design;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.apache.commons.math3.stat.correlation.PearsonsCorrelation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LatinHypercubeTest {
    @ParameterizedTest
    @CsvSource({"1, 1", "5, 2", "4, 7", "3, 1000", "1, 99999"})
    void eachSliceOfEachFactorHasOnePoint(int factors, int size) {
        for (boolean middle : new boolean[] {false, true}) {
            LatinHypercube design = new LatinHypercube(factors, size, 3, middle);
            for (int factor = 0; factor < factors; factor++) {
                int f = factor;
                double[] x = IntStream.range(0, size).mapToDouble(row -> design.row(row)[f]).sorted().toArray();
                for (int slice = 0; slice < size; slice++) {
                    assertThat(x[slice] >= slice / (double) size && x[slice] < (slice + 1) / (double) size).isTrue();
                    if (middle) {
                        assertThat(x[slice]).isEqualTo((slice + 0.5) / size);
                    }
                }
            }
        }
    }

    /** A mean of x over points of chance inside n slices has the variance 1 ÷ (12 n³). */
    @Test
    void pointsAreUniformInsideTheirSlices() {
        int size = 10_000;
        LatinHypercube design = new LatinHypercube(2, size, 11);
        for (int factor = 0; factor < 2; factor++) {
            double mean = Answers.mean(column(design, factor));
            assertThat(Math.abs(mean - 0.5)).isLessThan(Answers.ERRORS * Math.sqrt(1 / 12.0 / size) / size);
            double[] places = IntStream.range(0, size).mapToDouble(row -> design.row(row)[0] * size % 1).toArray();
            assertThat(Math.abs(Answers.deviation(places) - Math.sqrt(1 / 12.0))).isLessThan(Answers.ERRORS * Math.sqrt((1 / 80.0 - 1 / 144.0) / size) / (2 * Math.sqrt(1 / 12.0)));
        }
    }

    /** Slices of two factors meet by chance: their correlation has the standard error 1 ÷ √(n − 1). */
    @Test
    void factorsAreIndependent() {
        int size = 4000;
        LatinHypercube design = new LatinHypercube(5, size, 2);
        for (int i = 0; i < 5; i++) {
            for (int j = i + 1; j < 5; j++) {
                assertThat(Math.abs(new PearsonsCorrelation().correlation(column(design, i), column(design, j)))).isLessThan(Answers.ERRORS / Math.sqrt(size - 1));
            }
        }
    }

    /** Each of the 24 orders of four is as likely as any other: over 24,000 seeds, each comes 1,000 times but for a standard error of √(1,000 × 23 ÷ 24). */
    @Test
    void allOrdersAreAlike() {
        int[] counts = new int[256];
        for (int seed = 0; seed < 24_000; seed++) {
            LatinHypercube design = new LatinHypercube(1, 4, seed, true);
            counts[IntStream.range(0, 4).map(row -> (int) (design.row(row)[0] * 4) << 2 * row).sum()]++;
        }
        int[] orders = IntStream.of(counts).filter(count -> count > 0).toArray();
        assertThat(orders).hasSize(24);
        for (int count : orders) {
            assertThat(Math.abs(count - 1000)).isLessThan((int) (Answers.ERRORS * Math.sqrt(1000 * 23 / 24.0)));
        }
    }

    private static double[] column(Design.OfPoints design, int factor) {
        return IntStream.range(0, design.size()).mapToDouble(row -> design.row(row)[factor]).toArray();
    }
}
