package mergedesk.design;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SaltelliTest {
    @Test
    void rowsOfABaseSampleExchangeOneFactorBetweenAAndB() {
        for (boolean secondOrder : new boolean[] {false, true}) {
            int d = 4;
            Saltelli design = new Saltelli(d, 32, 6, secondOrder);
            assertThat(design.group()).isEqualTo(secondOrder ? 10 : 6);
            assertThat(design.size()).isEqualTo(32 * design.group());
            for (int start = 0; start < design.size(); start += design.group()) {
                double[] a = design.row(start);
                double[] b = design.row(start + 1);
                for (int k = 2; k < design.group(); k++) {
                    int exchanged = (k - 2) % d;
                    double[] mostly = k < 2 + d ? a : b;
                    double[] one = k < 2 + d ? b : a;
                    double[] row = design.row(start + k);
                    for (int i = 0; i < d; i++) {
                        assertThat(row[i]).isEqualTo(i == exchanged ? one[i] : mostly[i]);
                    }
                }
            }
        }
    }

    /** A and B together are a Sobol sequence: each dyadic interval of each of the 2 d coordinates has one of 2^m base samples, and A differs from B. */
    @Test
    void aAndBComeFromOneNet() {
        Saltelli design = new Saltelli(3, 256, 1, false);
        Sobol.Net net = new Sobol.Net(6, new Draws(1, Draws.SALTELLI));
        assertThat(design.row(5 * 77)).containsExactly(Arrays.copyOf(net.point(77), 3));
        assertThat(design.row(5 * 77 + 1)).containsExactly(Arrays.copyOfRange(net.point(77), 3, 6));
        for (int matrix = 0; matrix < 2; matrix++) {
            for (int i = 0; i < 3; i++) {
                int row = matrix;
                int factor = i;
                assertThat(IntStream.range(0, 256).map(j -> (int) (design.row(j * 5 + row)[factor] * 256)).distinct().count()).isEqualTo(256);
            }
        }
        IntStream.range(0, 256).forEach(j -> assertThat(design.row(5 * j)).isNotEqualTo(design.row(5 * j + 1)));
    }
}
