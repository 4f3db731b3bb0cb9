package mergedesk.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import mergedesk.observe.RunSummary;
import mergedesk.observe.WaitBins;
import org.junit.jupiter.api.Test;

class WaitQuantilesTest {
    private static RunSummary summary(long... waits) {
        int[] counts = new int[WaitBins.BINS];
        for (long wait : waits) {
            counts[WaitBins.of(wait)]++;
        }
        int[] used = java.util.stream.IntStream.range(0, WaitBins.BINS).filter(bin -> bin == 0 || counts[bin] > 0).toArray();
        short[] bins = new short[used.length];
        for (int i = 0; i < used.length; i++) {
            bins[i] = (short) used[i];
        }
        return new RunSummary(0, new long[0], new short[][] {bins}, new int[][] {Arrays.stream(used).map(bin -> counts[bin]).toArray()}, new int[0][]);
    }

    private static WaitQuantiles of(List<RunSummary> runs) {
        return WaitQuantiles.of(new Sample(runs, false), new int[] {0});
    }

    /** Waits of one run: 30 % none, the others exponential around a mean that is the run's own. */
    private static long[] run(Random random, int contacts) {
        double mean = 30e6 * Math.exp(0.25 * random.nextGaussian());
        long[] waits = new long[contacts];
        for (int i = 0; i < contacts; i++) {
            waits[i] = random.nextDouble() < 0.3 ? 0 : (long) (-mean * Math.log(1 - random.nextDouble()));
        }
        return waits;
    }

    @Test
    void liesInTheBinOfTheExactQuantile() {
        Random random = new Random(9);
        List<RunSummary> runs = new ArrayList<>();
        List<Long> all = new ArrayList<>();
        for (int r = 0; r < 20; r++) {
            long[] waits = run(random, 500 + random.nextInt(1_000));
            runs.add(summary(waits));
            Arrays.stream(waits).forEach(all::add);
        }
        long[] sorted = all.stream().mapToLong(Long::longValue).sorted().toArray();
        WaitQuantiles quantiles = of(runs);
        for (double p : new double[] {0.1, 0.29, 0.35, 0.5, 0.9, 0.95, 0.99, 0.9999}) {
            double exact = sorted[(int) Math.ceil(p * sorted.length) - 1];
            Estimate estimate = quantiles.quantile(p, 1);
            assertThat(estimate.value()).as("p = %s", p).isCloseTo(exact, within(exact / 64));
            assertThat(estimate.halfWidth()).isGreaterThanOrEqualTo(0);
        }
        assertThat(quantiles.quantile(0.29, 1).value()).isZero();
    }

    @Test
    void isExactForWaitsOfFewTicksAndScales() {
        Estimate estimate = of(List.of(summary(0, 0, 0, 7), summary(0, 7, 7, 7))).quantile(0.75, 10);
        assertThat(estimate.value()).isBetween(70.0, 80.0);
        assertThat(estimate.method()).isEqualTo(Estimate.Method.QUANTILE);
    }

    private static long[] waits(int... countsAndWaits) {
        return IntStream.range(0, countsAndWaits.length / 2)
                .flatMap(i -> IntStream.generate(() -> countsAndWaits[2 * i + 1]).limit(countsAndWaits[2 * i]))
                .asLongStream()
                .toArray();
    }

    /** All in one bin, from 983,040 to 991,232 ticks: quantiles are taken to be spread evenly over it. */
    @Test
    void interpolatesInsideABin() {
        WaitQuantiles quantiles = of(List.of(summary(waits(8, 990_000)), summary(waits(4, 990_000))));
        assertThat(WaitBins.floor(WaitBins.of(990_000))).isEqualTo(983_040);
        assertThat(WaitBins.floor(WaitBins.of(990_000) + 1)).isEqualTo(991_232);
        assertThat(quantiles.quantile(0.25, 1).value()).isEqualTo(983_040 + 0.25 * 8_192);
        assertThat(quantiles.quantile(1, 1).value()).isEqualTo(991_232);
    }

    /**
     * Ten runs of 100 calls: 48 or 52 in bin A, up to 75 in bin B farther up, the others in bin C. F(A) = 0.5 with half-width 2.262157 √(40 / 9 · 10) / 1000 =
     * 0.015081, F(B) = 0.75 without any. F minus half-width reaches 0.5 in B, after 0.015081 / (0.75 − 0.484919) of it; F plus half-width in A, 0.5 / 0.515081
     * of it from below. The way up, which crosses the gap from A to B, is the longer.
     */
    @Test
    void reachesAsFarAsTheLongerSideOfItsInterval() {
        List<RunSummary> runs = new ArrayList<>();
        for (int r = 0; r < 10; r++) {
            int inA = r % 2 == 0 ? 48 : 52;
            runs.add(summary(waits(inA, 990_000, 75 - inA, 2_000_000, 25, 3_000_000)));
        }
        Estimate estimate = of(runs).quantile(0.5, 1);
        double floor = WaitBins.floor(WaitBins.of(2_000_000));
        double width = WaitBins.floor(WaitBins.of(2_000_000) + 1) - floor;
        assertThat(estimate.value()).isCloseTo(991_232, within(1e-6));
        assertThat(estimate.halfWidth()).isCloseTo(floor + width * 0.015081 / 0.265081 - 991_232, within(0.5));
        Estimate inA = of(runs).quantile(0.45, 1);
        assertThat(inA.halfWidth()).as("both ways in A").isCloseTo(8_192 * (0.45 / 0.484919 - 0.45 / 0.5), within(0.5));
    }

    @Test
    void hasNoValueWithoutContactsAndNoIntervalWithOneRun() {
        assertThat(of(List.of(summary(), summary())).quantile(0.5, 1).isEmpty()).isTrue();
        assertThat(of(List.of(summary(), summary())).shareUpTo(5)).isNaN();
        Estimate one = of(List.of(summary(5, 5))).quantile(0.5, 1);
        assertThat(one.value()).isBetween(5.0, 6.0);
        assertThat(one.halfWidth()).isNaN();
        assertThat(of(List.of(summary(), summary(5, 5, 900), summary())).quantile(0.5, 1).halfWidth()).as("one run with contacts").isNaN();
        assertThat(of(List.of(summary(), summary(5, 5, 900), summary(70))).quantile(0.5, 1).halfWidth()).as("two").isPositive();
    }

    @Test
    void givesTheShareUpToABin() {
        WaitQuantiles quantiles = of(List.of(summary(0, 3, 9), summary(3, 200)));
        assertThat(quantiles.shareUpTo(0)).isEqualTo(0.2);
        assertThat(quantiles.shareUpTo(2)).isEqualTo(0.2);
        assertThat(quantiles.shareUpTo(3)).isEqualTo(0.6);
        assertThat(quantiles.shareUpTo(WaitBins.BINS - 1)).isEqualTo(1);
    }

    @Test
    void keepsItsIntervalWithinTheWaitsThatOccurred() {
        List<RunSummary> runs = new ArrayList<>();
        for (int r = 0; r < 5; r++) {
            runs.add(summary(0, 1_000_000 * (r + 1)));
        }
        Estimate estimate = of(runs).quantile(0.99, 1e-6);
        assertThat(estimate.value()).isBetween(4.9, 5.1);
        assertThat(estimate.halfWidth()).isLessThan(5);
    }

    /** Of runs whose means differ, the interval of the pooled quantile holds the true one about 19 times in 20. */
    @Test
    void intervalsCover() {
        double[] truth = new double[4];
        double[] at = {0.5, 0.9, 0.95, 0.99};
        Random random = new Random(10);
        long[] pool = new long[1_000_000];
        for (int i = 0; i < pool.length; i++) {
            pool[i] = run(random, 1)[0];
        }
        Arrays.sort(pool);
        for (int i = 0; i < at.length; i++) {
            truth[i] = pool[(int) (at[i] * pool.length)];
        }
        int experiments = 250;
        int[] covered = new int[at.length];
        for (int e = 0; e < experiments; e++) {
            List<RunSummary> runs = new ArrayList<>();
            for (int r = 0; r < 30; r++) {
                runs.add(summary(run(random, 300)));
            }
            WaitQuantiles quantiles = of(runs);
            for (int i = 0; i < at.length; i++) {
                Estimate estimate = quantiles.quantile(at[i], 1);
                covered[i] += Math.abs(estimate.value() - truth[i]) <= estimate.halfWidth() ? 1 : 0;
            }
        }
        for (int i = 0; i < at.length; i++) {
            assertThat(covered[i] / (double) experiments).as("p = %s", at[i]).isBetween(0.90, 0.995);
        }
    }
}
