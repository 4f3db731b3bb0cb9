package mergedesk.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import mergedesk.observe.Count;
import mergedesk.observe.RunSummary;
import mergedesk.observe.WaitBins;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whether observations are kept or only their sums changes no estimate. */
class ObservationsTest {
    private static final int ROWS = 5;
    /** Row 0 has the waits of all flows, 1 to 3 those of one each, 4 none. Row 3 is seldom more than zeros. */
    private static final int[][] FLOWS = {{0, 1, 2}, {0}, {1}, {2}, {}};

    private static Observations kept(boolean batches) {
        return new Observations(KeptMeasures.all(FLOWS, Map.of()), batches, Long.MAX_VALUE);
    }

    /** Keeps so many numbers before it folds. */
    private static Observations folded(boolean batches, long keptNumbers) {
        return new Observations(KeptMeasures.all(FLOWS, Map.of()), batches, keptNumbers);
    }

    private static RunSummary summary(Random random, int replication, double load) {
        long[] totals = new long[ROWS * Count.COLUMNS];
        short[][] bins = new short[3][];
        int[][] counts = new int[3][];
        for (int flow = 0; flow < 3; flow++) {
            boolean nobody = flow == 2 && random.nextInt(10) > 0;
            int calls = nobody ? 0 : (int) (load * (90 + random.nextInt(20)));
            int[] waits = new int[WaitBins.BINS];
            for (int call = 0; call < calls; call++) {
                waits[random.nextInt(3) == 0 ? 0 : WaitBins.of((long) (-30e6 * load * Math.log(1 - random.nextDouble())))]++;
            }
            int[] used = IntStream.range(0, waits.length).filter(bin -> bin == 0 || waits[bin] > 0).toArray();
            bins[flow] = new short[used.length];
            counts[flow] = new int[used.length];
            for (int i = 0; i < used.length; i++) {
                bins[flow][i] = (short) used[i];
                counts[flow][i] = waits[used[i]];
            }
            for (int row : new int[] {0, 1 + flow}) {
                int at = row * Count.COLUMNS;
                totals[at + Count.OFFERED] += nobody ? 0 : calls + random.nextInt(20);
                totals[at + Count.ANSWERED] += calls;
                totals[at + Count.ANSWERED_WITHIN] += calls / 2;
                totals[at + Count.WAIT_ANSWERED] += calls * 20_000_000L + random.nextInt(1_000_000);
                totals[at + Count.TALKING] += calls * 300_000_000L;
                totals[at + Count.PRESENT] += nobody ? 0 : 40L * 86_400_000_000L;
                totals[at + Count.WINDOW] = nobody ? 0 : 86_400_000_000L;
            }
        }
        int[][] days = new int[2][101];
        days[1][random.nextInt(101)] = 1;
        return new RunSummary(replication, totals, bins, counts, days);
    }

    private static List<List<RunSummary>> runs(int replications, int batches) {
        Random random = new Random(31);
        List<List<RunSummary>> runs = new ArrayList<>();
        for (int r = 0; r < replications; r++) {
            List<RunSummary> run = new ArrayList<>();
            double load = 1;
            for (int b = 0; b < batches; b++) {
                load = 0.7 * load + 0.3 * (0.5 + random.nextDouble());
                run.add(summary(random, r, load));
            }
            runs.add(run);
        }
        return runs;
    }

    /** Whether sums are kept or runs: no interval where one of six runs had any. */
    @Test
    void aRatioThatRestsOnOneRunHasNoInterval() {
        for (Observations observations : List.of(kept(false), folded(false, 0))) {
            List<List<RunSummary>> runs = runs(1, 1);
            for (int r = 0; r < 6; r++) {
                observations.add(r == 3 ? runs.get(0) : List.of(new RunSummary(r, new long[ROWS * Count.COLUMNS], new short[3][0], new int[3][0], new int[2][101])));
            }
            for (Measure measure : Measure.all()) {
                if (measure.denominator() != null && !observations.estimate(measure, 0).isEmpty()) {
                    assertThat(observations.estimate(measure, 0).halfWidth()).as(measure.id()).isNaN();
                }
            }
            assertThat(observations.waits(0).quantile(0.9, 1).halfWidth()).isNaN();
        }
    }

    @ParameterizedTest
    @CsvSource({"1, 1, false", "2, 1, false", "40, 1, false", "40, 1, true", "1, 30, true", "3, 12, true", "7, 11, true", "33, 4, true", "50, 1, true"})
    void estimatesAreTheSame(int replications, int batches, boolean areBatches) {
        Observations kept = kept(areBatches);
        Observations folded = folded(areBatches, 0);
        Observations later = folded(areBatches, 8_000);
        for (List<RunSummary> run : runs(replications, batches)) {
            for (Observations observations : List.of(kept, folded, later)) {
                observations.add(run);
            }
        }
        assertThat(kept.sample()).isPresent();
        assertThat(folded.sample()).isEmpty();
        for (Observations sums : List.of(folded, later)) {
            assertThat(sums.count()).isEqualTo(kept.count());
            assertThat(sums.areBatches()).isEqualTo(areBatches);
            assertThat(sums.days(1)).isEqualTo(kept.days(1));
            for (int row = 0; row < ROWS; row++) {
                for (int column = 0; column < Count.COLUMNS; column++) {
                    assertThat(sums.total(row, column)).isEqualTo(kept.total(row, column));
                }
                for (Measure measure : Measure.all()) {
                    if (measure.numerator() != null) {
                        assertSame(sums.estimate(measure, row), kept.estimate(measure, row), measure.id() + " " + row);
                        assertThat(sums.correlation(measure, row)).isCloseTo(kept.correlation(measure, row), within(1e-8));
                    } else if (measure.isQuantile() && FLOWS[row].length > 0) {
                        assertSame(
                                sums.waits(row).quantile(measure.probability(), 1),
                                kept.waits(row).quantile(measure.probability(), 1),
                                measure.id() + " " + row);
                    }
                }
                if (FLOWS[row].length > 0) {
                    WaitQuantiles found = sums.waits(row);
                    WaitQuantiles expected = kept.waits(row);
                    for (int bin = 0; bin < WaitBins.BINS; bin += 7) {
                        assertThat(Double.valueOf(found.shareUpTo(bin))).isEqualTo(Double.valueOf(expected.shareUpTo(bin)));
                    }
                }
            }
        }
    }

    private static void assertSame(Estimate found, Estimate expected, String what) {
        assertThat(found.n()).as(what).isEqualTo(expected.n());
        assertThat(found.method()).as(what).isEqualTo(expected.method());
        assertThat(Double.valueOf(found.value())).as(what).isEqualTo(Double.valueOf(expected.value()));
        if (Double.isNaN(expected.halfWidth())) {
            assertThat(found.halfWidth()).as(what).isNaN();
        } else {
            assertThat(found.halfWidth()).as(what).isCloseTo(expected.halfWidth(), within(1e-9 * Math.abs(expected.value())));
        }
    }

    /** What is not kept is an error, not a zero; what is kept does not depend on it. */
    @ParameterizedTest
    @ValueSource(longs = {0, Long.MAX_VALUE})
    void refusesWhatIsNotKept(long keptNumbers) {
        Measure level = Measure.byId("sl_answered_of_offered").orElseThrow();
        Measure median = Measure.byId("wait_p50").orElseThrow();
        Observations all = folded(false, keptNumbers);
        Observations one = new Observations(KeptMeasures.of(FLOWS, List.of(level), row -> row == 2), false, keptNumbers);
        for (List<RunSummary> run : runs(30, 1)) {
            all.add(run);
            one.add(run);
        }
        for (int row : new int[] {0, 2}) {
            assertThat(one.estimate(level, row)).isEqualTo(all.estimate(level, row));
            assertThat(one.total(row, Count.ABANDONED)).isEqualTo(all.total(row, Count.ABANDONED));
            assertThatThrownBy(() -> one.estimate(Measure.byId("answered").orElseThrow(), row)).hasMessage("measure: answered is not kept");
            assertThatThrownBy(() -> one.estimate(median, row)).hasMessage("measure: wait_p50 is not kept");
            assertThatThrownBy(() -> one.waits(row)).hasMessage("waits are not kept");
        }
        assertThatThrownBy(() -> one.estimate(level, 1)).hasMessage("row: 1 is not kept");
        assertThatThrownBy(() -> one.total(3, Count.OFFERED)).hasMessage("row: 3 is not kept");
    }

    @Test
    void nothingIsNothing() {
        for (Observations none : List.of(kept(false), folded(true, 0))) {
            assertThat(none.count()).isZero();
            assertThat(none.estimate(Measure.byId("answered").orElseThrow(), 0)).isEqualTo(Estimate.EMPTY);
            assertThat(none.total(0, Count.OFFERED)).isZero();
            assertThat(none.days(0)).containsOnly(0.0).hasSize(101);
        }
    }

    /** Sums of products beyond 128 bits, whose differences are ten digits smaller. */
    @Test
    void sumsAreExact() {
        Random random = new Random(8);
        RatioSums sums = new RatioSums();
        int n = 2_000;
        BigDecimal[] x = new BigDecimal[n];
        BigDecimal[] y = new BigDecimal[n];
        for (int r = 0; r < n; r++) {
            long below = (1L << 62) - random.nextInt(1 << 30);
            long above = (random.nextBoolean() ? 1 : -1) * (below / 2 + random.nextInt(1 << 28));
            x[r] = BigDecimal.valueOf(above);
            y[r] = BigDecimal.valueOf(below);
            sums.add(above, below, r % 10 > 0);
        }
        BigDecimal sumX = sum(x);
        BigDecimal sumY = sum(y);
        BigDecimal ratio = sumX.divide(sumY, MathContext.DECIMAL128);
        BigDecimal squares = BigDecimal.ZERO;
        BigDecimal products = BigDecimal.ZERO;
        for (int r = 0; r < n; r++) {
            BigDecimal rest = x[r].subtract(ratio.multiply(y[r]));
            squares = squares.add(rest.multiply(rest));
            if (r % 10 > 0) {
                products = products.add(rest.multiply(x[r - 1].subtract(ratio.multiply(y[r - 1]))));
            }
        }
        Estimate estimate = sums.estimate(n, 1, 1, Estimate.Method.RATIO);
        double halfWidth = Math.sqrt(squares.doubleValue() / (n - 1) / n) / (sumY.doubleValue() / n);
        assertThat(estimate.value()).isCloseTo(ratio.doubleValue(), within(1e-15));
        assertThat(estimate.halfWidth()).isCloseTo(halfWidth, within(1e-13 * halfWidth));
        double correlation = products.doubleValue() / (n * 9 / 10) / (squares.doubleValue() / n);
        assertThat(sums.correlation(n, n * 9 / 10)).isCloseTo(correlation, within(1e-12));
    }

    private static BigDecimal sum(BigDecimal[] numbers) {
        BigDecimal sum = BigDecimal.ZERO;
        for (BigDecimal number : numbers) {
            sum = sum.add(number);
        }
        return sum;
    }

    /** x a multiple of y: the interval has no width at all. */
    @Test
    void multiplesHaveNoSpread() {
        RatioSums sums = new RatioSums();
        for (long y : new long[] {3, 21, 1_000_000_007, 1L << 60}) {
            sums.add(5 * y, y, false);
        }
        Estimate estimate = sums.estimate(4, Student.of(4), 1, Estimate.Method.RATIO);
        assertThat(estimate.value()).isEqualTo(5);
        assertThat(estimate.halfWidth()).isZero();
    }
}
