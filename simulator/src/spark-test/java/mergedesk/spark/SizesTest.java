package mergedesk.spark;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SizesTest {
    private final Sizes sizes = new Sizes();

    private long next(long left, int workers) {
        return sizes.most(left, workers, 1);
    }

    @Test
    void aTaskIsAsManyRunsAsTakeASecond() {
        assertThat(next(100_000, 2)).as("as long as nothing is known").isEqualTo(1);
        sizes.took(1, 0.05);
        assertThat(next(100_000, 2)).isEqualTo(20);
        sizes.took(10_000, 10);
        assertThat(next(100_000, 2)).as("runs of a millisecond").isBetween(950L, 1_000L);
    }

    @Test
    void itIsMoreOnALargeClusterAndLessAtTheEnd() {
        sizes.took(100, 5);
        assertThat(next(1_000_000, 1_000)).as("two hundred tasks a second").isEqualTo(100);
        assertThat(next(20, 2)).as("two more for each worker").isEqualTo(5);
        assertThat(next(1, 2)).as("a tenth of a second at least").isEqualTo(2);
    }
}
