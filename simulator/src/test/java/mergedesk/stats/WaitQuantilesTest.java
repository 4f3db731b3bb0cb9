package mergedesk.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
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
        return new WaitQuantiles(new Observations(runs, false), new int[] {0});
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

    @Test
    void hasNoValueWithoutContactsAndNoIntervalWithOneRun() {
        assertThat(of(List.of(summary(), summary())).quantile(0.5, 1).isEmpty()).isTrue();
        assertThat(of(List.of(summary(), summary())).shareUpTo(5)).isNaN();
        Estimate one = of(List.of(summary(5, 5))).quantile(0.5, 1);
        assertThat(one.value()).isBetween(5.0, 6.0);
        assertThat(one.halfWidth()).isNaN();
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
