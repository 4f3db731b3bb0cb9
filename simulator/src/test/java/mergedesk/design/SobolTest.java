package mergedesk.design;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.stream.IntStream;
import org.apache.commons.math3.distribution.UniformRealDistribution;
import org.apache.commons.math3.random.SobolSequenceGenerator;
import org.apache.commons.math3.stat.inference.KolmogorovSmirnovTest;
import org.junit.jupiter.api.Test;

class SobolTest {
    private static final double CELLS = 0x1.0p52;

    /** Row by row the library's points, each dimension's bits exchanged by one and the same mask. */
    @Test
    void isTheSequenceOfTheLibraryShifted() {
        int size = 3000;
        Sobol design = new Sobol(20, size, 4);
        SobolSequenceGenerator library = new SobolSequenceGenerator(20);
        long[] shift = new long[20];
        for (int row = 0; row < size; row++) {
            double[] plain = library.nextVector();
            double[] point = design.row(row);
            for (int j = 0; j < 20; j++) {
                long mask = (long) (plain[j] * CELLS) ^ (long) (point[j] * CELLS);
                shift[j] = row == 0 ? mask : shift[j];
                assertThat(mask).isEqualTo(shift[j]);
            }
        }
        assertThat(shift).doesNotHaveDuplicates();
        double[] far = new SobolSequenceGenerator(20).skipTo(1_999_999_999);
        double[] point = new Sobol(20, 2_000_000_000, 4).row(1_999_999_999);
        for (int j = 0; j < 20; j++) {
            assertThat((long) (far[j] * CELLS) ^ (long) (point[j] * CELLS)).isEqualTo(shift[j]);
        }
    }

    @Test
    void eachDyadicIntervalOfEachDimensionHasOnePoint() {
        for (int m = 0; m <= 10; m++) {
            int size = 1 << m;
            Sobol design = new Sobol(50, size, m);
            for (int j = 0; j < 50; j++) {
                int factor = j;
                assertThat(IntStream.range(0, size).map(row -> (int) (design.row(row)[factor] * size)).distinct().count()).isEqualTo(size);
            }
        }
    }

    /** A (0, m, 2)-net: each rectangle of 2^−a by 2^(a−m) has one point; also each later block of 2^m points. */
    @Test
    void theFirstTwoDimensionsAreANet() {
        int m = 10;
        int size = 1 << m;
        Sobol design = new Sobol(2, 4 * size, 99);
        for (int block = 0; block < 4; block++) {
            for (int a = 0; a <= m; a++) {
                int columns = 1 << a;
                int lines = size / columns;
                long filled = IntStream.range(block * size, (block + 1) * size)
                        .map(row -> (int) (design.row(row)[0] * columns) * lines + (int) (design.row(row)[1] * lines))
                        .distinct()
                        .count();
                assertThat(filled).isEqualTo(size);
            }
        }
    }

    /** What makes a mean over the points free of bias: any point is uniform over seeds. */
    @Test
    void eachPointIsUniformOverSeeds() {
        int seeds = 2000;
        int[] rows = {0, 1, 37};
        double[][] x = new double[3 * 4][seeds]; // by row, then factor
        for (int seed = 0; seed < seeds; seed++) {
            Sobol design = new Sobol(4, 64, seed);
            for (int k = 0; k < x.length; k++) {
                x[k][seed] = design.row(rows[k / 4])[k % 4];
            }
        }
        for (double[] overSeeds : x) {
            assertThat(new KolmogorovSmirnovTest().kolmogorovSmirnovTest(new UniformRealDistribution(null, 0, 1), overSeeds)).isGreaterThan(1e-4);
        }
    }

    @Test
    void hasAsManyDimensionsAsTheLibrary() {
        assertThat(new Sobol(Sobol.MOST_DIMENSIONS, 2, 1).row(1)).hasSize(1000);
        assertThatThrownBy(() -> new SobolSequenceGenerator(Sobol.MOST_DIMENSIONS + 1)).isInstanceOf(RuntimeException.class);
    }
}
