package mergedesk.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.apache.commons.math3.distribution.BinomialDistribution;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ChanceTest {
    /** At each end of the interval, so many or more, or so many or fewer, have a probability of 2.5 %: its definition. */
    @ParameterizedTest
    @CsvSource({"0, 20", "1, 20", "7, 20", "19, 20", "20, 20", "412, 2000", "1, 1", "0, 1"})
    void theEndsAreThoseOfTheDefinition(int times, int draws) {
        Chance chance = new Chance(times, draws);
        assertThat(chance.low()).isLessThanOrEqualTo(chance.share());
        assertThat(chance.high()).isGreaterThanOrEqualTo(chance.share());
        if (times > 0) {
            assertThat(1 - new BinomialDistribution(null, draws, chance.low()).cumulativeProbability(times - 1)).isCloseTo(0.025, within(1e-9));
        } else {
            assertThat(chance.low()).isZero();
        }
        if (times < draws) {
            assertThat(new BinomialDistribution(null, draws, chance.high()).cumulativeProbability(times)).isCloseTo(0.025, within(1e-9));
        } else {
            assertThat(chance.high()).isOne();
        }
    }
}
