package mergedesk.observe;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class WaitBinsTest {
    @Test
    void givesEveryTickUpTo128ABinOfItsOwn() {
        for (long ticks = 0; ticks < 128; ticks++) {
            assertThat(WaitBins.of(ticks)).isEqualTo((int) ticks);
            assertThat(WaitBins.floor((int) ticks)).isEqualTo(ticks);
        }
    }

    @Test
    void coversAllWaitsWithBinsAtMostASixtyFourthWide() {
        for (int bin = 1; bin < WaitBins.BINS; bin++) {
            long floor = WaitBins.floor(bin);
            assertThat(floor).isGreaterThan(WaitBins.floor(bin - 1));
            assertThat(WaitBins.of(floor)).isEqualTo(bin);
            assertThat(WaitBins.of(floor - 1)).isEqualTo(bin - 1);
            if (bin + 1 < WaitBins.BINS) {
                long ceiling = WaitBins.floor(bin + 1);
                assertThat(floor <= 127 ? ceiling - floor == 1 : ceiling - floor <= floor / 64).as("width of bin %s", bin).isTrue();
                double middle = (floor + ceiling) / 2.0;
                if (floor >= 128) {
                    assertThat(Math.max((middle - floor) / floor, (ceiling - 1 - middle) / (ceiling - 1))).isLessThan(0.008);
                }
            }
        }
    }

    @Test
    void tellsDeferredWorkOfYearsApartAndPutsEverythingFromThirtyFiveYearsOnIntoTheLastBin() {
        long day = 86_400_000_000L;
        assertThat(WaitBins.of(200 * day)).isLessThan(WaitBins.of(210 * day));
        assertThat(WaitBins.of(3_650 * day)).isLessThan(WaitBins.of(3_750 * day));
        assertThat(WaitBins.floor(WaitBins.BINS - 1) / 365 / day).isEqualTo(35);
        assertThat(WaitBins.of(37 * 365 * day)).isEqualTo(WaitBins.BINS - 1);
        assertThat(WaitBins.of(Long.MAX_VALUE)).isEqualTo(WaitBins.BINS - 1);
    }
}
