package mergedesk.design;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

class TogetherTest {
    /** 8, 8, 10, 10, 12, 12 with one lower value at both points of 8 only: covariance 2/3 · 2/3 …, r = √3 / 2. */
    @Test
    void factorsThatGoTogetherAreFound() {
        List<Together> found = Together.of(new double[][] {{8, 8, 10, 10, 12, 12}, {1, 2, 1, 2, 1, 2}, {-1, -1, -3, -3, -3, -3}});
        assertThat(found).hasSize(1);
        assertThat(found.get(0).first()).isZero();
        assertThat(found.get(0).second()).isEqualTo(2);
        assertThat(found.get(0).correlation()).isCloseTo(-Math.sqrt(3) / 2, within(1e-12));
    }

    @Test
    void whatNeverMovesOrHasTwoPointsGoesWithNothing() {
        assertThat(Together.of(new double[][] {{1, 2, 3}, {5, 5, 5}})).isEmpty();
        assertThat(Together.of(new double[][] {{1, 2}, {1, 2}})).isEmpty();
        assertThat(Together.of(new double[][] {{1, 2, 3}})).isEmpty();
    }
}
