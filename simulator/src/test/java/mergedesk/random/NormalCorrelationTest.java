package mergedesk.random;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.stream.IntStream;
import org.apache.commons.math3.distribution.GammaDistribution;
import org.apache.commons.math3.distribution.NormalDistribution;
import org.apache.commons.math3.stat.descriptive.SummaryStatistics;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Busyness hangs together from day to day as strongly as asked, however skewed it is. */
class NormalCorrelationTest {
    /**
     * Measured on the factors themselves: mean of (today − 1)(tomorrow − 1) over cv², whose expectation is the correlation; forty replications of
     * pairs of days that start afresh.
     */
    @ParameterizedTest
    @CsvSource({"0.3, 0.5, 600", "2, 0.5, 4000"})
    void factorsHaveTheAutocorrelationAskedFor(double cv, double asked, int pairs) {
        double shape = 1 / (cv * cv);
        double normal = NormalCorrelation.of(shape, asked);
        double[] means = IntStream.range(0, 40).parallel().mapToDouble(replication -> mean(shape, normal, replication, pairs)).toArray();
        SummaryStatistics over = new SummaryStatistics();
        for (double mean : means) {
            over.addValue(mean / (cv * cv));
        }
        double s = over.getStandardDeviation() / Math.sqrt(over.getN());
        assertThat(s).isLessThan(0.02 * asked);
        assertThat(over.getMean()).isCloseTo(asked, within(4.5 * s));
    }

    private static double mean(double shape, double normal, int replication, int pairs) {
        DailyFactor factor = new DailyFactor(shape, normal);
        double sum = 0;
        for (int pair = 0; pair < pairs; pair++) {
            long key = Streams.runKey(replication, pair);
            double today = factor.of(0, Streams.dayKey(key, Streams.BUSYNESS, 3, 0));
            double tomorrow = factor.of(1, Streams.dayKey(key, Streams.BUSYNESS, 3, 1));
            sum += (today - 1) * (tomorrow - 1);
        }
        return sum / pairs;
    }

    /** E[g(X) g(Y)] as a sum over a grid of independent normal numbers, X and Y being made of them: no polynomial. */
    @ParameterizedTest
    @CsvSource({"0.3, 0.2", "0.3, 0.9", "1, 0.5", "2, 0.5", "5, 0.3", "10, 0.6"})
    void agreesWithTheDoubleIntegral(double cv, double asked) {
        double shape = 1 / (cv * cv);
        double r = NormalCorrelation.of(shape, asked);
        GammaDistribution gamma = new GammaDistribution(null, shape, 1 / shape);
        NormalDistribution normal = new NormalDistribution(null, 0, 1);
        double step = 0.3;
        double product = IntStream.rangeClosed(-26, 26).parallel().mapToDouble(i -> {
            double x = i * step;
            double inner = 0;
            for (int j = -26; j <= 26; j++) {
                double y = r * x + Math.sqrt(1 - r * r) * j * step;
                inner += quantile(gamma, normal, y) * normal.density(j * step) * step;
            }
            return quantile(gamma, normal, x) * inner * normal.density(x) * step;
        }).sum();
        assertThat((product - 1) / (cv * cv)).isCloseTo(asked, within(1e-3));
    }

    private static double quantile(GammaDistribution gamma, NormalDistribution normal, double z) {
        return gamma.inverseCumulativeProbability(normal.cumulativeProbability(Math.min(z, 7.8)));
    }

    @Test
    void staysBetweenWhatWasAskedForAndOne() {
        for (double cv : new double[] {0.01, 0.5, 10}) {
            double before = 0;
            for (double asked : new double[] {1e-9, 0.001, 0.5, 0.99, 0.999999, Math.nextDown(1.0)}) {
                double r = NormalCorrelation.of(1 / (cv * cv), asked);
                assertThat(r).isGreaterThan(before).isGreaterThanOrEqualTo(asked).isLessThan(1);
                before = r;
            }
        }
        assertThat(NormalCorrelation.of(4, 0)).isZero();
    }
}
