package mergedesk.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import mergedesk.observe.Count;
import mergedesk.observe.RunSummary;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BatchesTest {
    private static final Measure OFFERED = Measure.byId("offered").orElseThrow();
    private static final Measure RATE = Measure.byId("answer_rate").orElseThrow();

    private static RunSummary batch(long replication, long offered, long answered) {
        long[] totals = new long[Count.COLUMNS];
        totals[Count.OFFERED] = offered;
        totals[Count.ANSWERED] = answered;
        int[][] days = new int[1][101];
        days[0][(int) (offered % 101)] = 1;
        return new RunSummary(replication, totals, new short[][] {{0, (short) (1 + offered % 3)}}, new int[][] {{1, 5}}, days);
    }

    private static List<RunSummary> batches(int replications, int each) {
        List<RunSummary> all = new ArrayList<>();
        for (int i = 0; i < replications * each; i++) {
            all.add(batch(i / each, 100 + i, 90 + i));
        }
        return all;
    }

    /** Equal numbers are joined; at least 30 are left, where there are 30. */
    @ParameterizedTest
    @CsvSource({"1, 1, 1", "1, 29, 29", "1, 30, 30", "1, 58, 58", "1, 60, 30", "1, 160, 32", "1, 97, 97", "2, 30, 30", "5, 8, 40", "20, 5, 100", "30, 5, 30", "40, 7, 40", "3, 24, 36"})
    void areJoinedUntilTheyAreFew(int replications, int each, int expected) {
        Sample observations = new Sample(batches(replications, each), true);
        assertThat(observations.count()).isEqualTo(expected);
        assertThat(observations.summaries()).hasSize(replications * each);
        assertThat(new Sample(batches(replications, each), false).count()).isEqualTo(replications * each);
        double total = observations.summaries().stream().mapToLong(run -> run.total(0, Count.OFFERED)).sum();
        assertThat(observations.estimate(OFFERED, 0).value()).as("per replication").isCloseTo(total / replications, within(1e-9 * total));
    }

    @Test
    void addUpToWhatOneLongBatchWouldHaveLeft() {
        RunSummary sum = RunSummary.sum(List.of(batch(4, 3, 2), batch(4, 4, 3), batch(4, 6, 1)));
        assertThat(sum.replication()).isEqualTo(4);
        assertThat(sum.total(0, Count.OFFERED)).isEqualTo(13);
        assertThat(sum.total(0, Count.ANSWERED)).isEqualTo(6);
        assertThat(sum.waitBins()[0]).containsExactly(new short[] {0, 1, 2});
        assertThat(sum.waitCounts()[0]).containsExactly(3, 10, 5);
        assertThat(sum.days()[0][3] + sum.days()[0][4] + sum.days()[0][6]).isEqualTo(3);
    }

    @Test
    void nothingJoinsToNothing() {
        Sample nothing = new Sample(List.of(), true);
        assertThat(nothing.count()).isZero();
        assertThat(nothing.estimate(OFFERED, 0)).isEqualTo(Estimate.EMPTY);
    }

    /** Ones and minus ones: {@code same} neighbours of the same sign, {@code other} of the other, in stretches as long as possible. */
    private static double[] signs(int same, int other) {
        double[] terms = new double[same + other + 1];
        terms[0] = 1;
        for (int r = 1; r < terms.length; r++) {
            terms[r] = r <= same ? 1 : -terms[r - 1];
        }
        return terms;
    }

    /** Sixteen terms, half of them 1 and then -1: 14 of 15 pairs agree, so the lag is 13/15; of two replications of eight, all 14 pairs agree. */
    @Test
    void correlationIsThatOfNeighboursInsideReplications() {
        double[] halves = IntStream.range(0, 16).mapToDouble(r -> r < 8 ? 1 : -1).toArray();
        assertThat(Batches.correlation(halves, 16)).isEqualTo(13 / 15.0);
        assertThat(Batches.correlation(halves, 8)).isEqualTo(1);
        assertThat(Batches.correlation(IntStream.range(0, 16).mapToDouble(r -> 3 * halves[r]).toArray(), 16)).as("in other units").isCloseTo(13 / 15.0, within(1e-15));
        assertThat(Batches.correlation(halves, 1)).as("no neighbours").isZero();
        assertThat(Batches.correlation(new double[16], 16)).as("no deviation").isZero();
    }

    /** Of 24 pairs a sum of 12 is 2.45 standard errors, beyond the 2.326 of 1 %; one of 10 is 2.04. Of 25 pairs in replications of two, 9 are 1.8, whatever the number of terms. */
    @Test
    void correlationBelowTheOnePercentPointIsNone() {
        assertThat(Batches.correlation(signs(18, 6), 25)).isEqualTo(0.5);
        assertThat(Batches.correlation(signs(17, 7), 25)).isZero();
        assertThat(Batches.correlation(signs(0, 24), 25)).as("neighbours that repel each other widen no interval").isZero();
        double[] pairs = IntStream.range(0, 50).mapToDouble(r -> r % 2 == 0 || r < 34 ? 1 : -1).toArray();
        assertThat(Batches.correlation(pairs, 2)).isZero();
    }

    /** First-order autoregression of correlation 0.7 is noticed 96 times in 100; independent batches are not, but for one set in a hundred. */
    @Test
    void tellWhetherTheyHangTogether() {
        int noticed = 0;
        int falselyNoticed = 0;
        Random random = new Random(3);
        for (int e = 0; e < 400; e++) {
            noticed += run(random, 0.7).correlation(RATE, 0) > 0 ? 1 : 0;
            falselyNoticed += run(random, 0).correlation(RATE, 0) > 0 ? 1 : 0;
        }
        assertThat(noticed).isGreaterThan(350);
        assertThat(falselyNoticed).isLessThan(16); // 4 expected
        assertThat(new Sample(batches(40, 2), true).correlation(RATE, 0)).as("replications").isZero();
        assertThat(new Sample(batches(1, 30), true).correlation(OFFERED, 0)).as("a trend").isGreaterThan(0.8);
        assertThat(new Sample(batches(1, 30), false).correlation(OFFERED, 0)).isZero();
        List<RunSummary> level = IntStream.range(0, 30).mapToObj(i -> batch(0, 1_000 + random.nextInt(5), 900)).toList();
        assertThat(new Sample(level, true).correlation(OFFERED, 0)).as("about a mean that is not 0").isZero();
        assertThat(new Sample(level, true).correlation(Measure.byId("wait_p90").orElseThrow(), 0)).as("a quantile").isZero();
    }

    private static Sample run(Random random, double correlation) {
        List<RunSummary> all = new ArrayList<>();
        double x = random.nextGaussian();
        for (int i = 0; i < 38; i++) {
            x = correlation * x + Math.sqrt(1 - correlation * correlation) * random.nextGaussian();
            all.add(batch(i / 19, 10_000, 9_000 + Math.round(100 * x)));
        }
        return new Sample(all, true);
    }
}
