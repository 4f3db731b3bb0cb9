package mergedesk.random;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.apache.commons.math3.distribution.GammaDistribution;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DailyFactorTest {
    private static final int RUNS = 10_000;

    /** Days 3 and 4 of many runs: each is gamma of mean 1, and they hang together through normal numbers. */
    @ParameterizedTest
    @CsvSource({"0.07, 0", "0.3, 0", "0.07, 0.5", "0.3, 0.5", "0.3, 0.9"})
    void hasMeanOneTheSpreadAndNormalNumbersThatHangTogether(double cv, double correlation) {
        double shape = 1 / (cv * cv);
        DailyFactor factor = new DailyFactor(shape, correlation);
        double[] today = new double[RUNS];
        double[] tomorrow = new double[RUNS];
        double[] later = new double[RUNS];
        for (int run = 0; run < RUNS; run++) {
            long key = Streams.runKey(5, run);
            for (int day = 0; day < 6; day++) {
                double value = factor.of(day, Streams.dayKey(key, Streams.BUSYNESS, 3, day));
                switch (day) {
                    case 3 -> today[run] = value;
                    case 4 -> tomorrow[run] = value;
                    case 5 -> later[run] = value;
                    default -> assertThat(value).isPositive();
                }
            }
        }
        Fit.assertFollows(today, new GammaDistribution(null, shape, 1 / shape)::cumulativeProbability);
        Fit.assertMoment(tomorrow, 1, 1);
        Fit.assertMoment(tomorrow, 2, 1 + cv * cv);
        double error = 4.5 / Math.sqrt(RUNS);
        assertThat(Fit.correlation(today, tomorrow)).isCloseTo(correlation, within(0.01 + error));
        assertThat(Fit.correlation(today, later)).isCloseTo(correlation * correlation, within(0.01 + error));
    }

    @Test
    void beginsAnewWithDayZero() {
        DailyFactor used = new DailyFactor(11, 0.8);
        used.of(0, 1);
        used.of(1, 2);
        assertThat(used.of(0, 99)).isEqualTo(new DailyFactor(11, 0.8).of(0, 99));
    }
}
