package mergedesk.design;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class FullFactorialTest {
    @Test
    void countsThroughAllCombinationsWithTheFirstFactorSlowest() {
        FullFactorial design = new FullFactorial(2, 3, 1, 4);
        assertThat(design.size()).isEqualTo(24);
        assertThat(design.dimension()).isEqualTo(4);
        assertThat(design.levels(1)).isEqualTo(3);
        int row = 0;
        for (int a = 0; a < 2; a++) {
            for (int b = 0; b < 3; b++) {
                for (int d = 0; d < 4; d++) {
                    assertThat(design.row(row++)).containsExactly(a, b, 0, d);
                }
            }
        }
    }

    @Test
    void isAsLargeAsAnIntegerCanSay() {
        FullFactorial design = new FullFactorial(Integer.MAX_VALUE);
        assertThat(design.row(Integer.MAX_VALUE - 1)).containsExactly(Integer.MAX_VALUE - 1);
    }
}
