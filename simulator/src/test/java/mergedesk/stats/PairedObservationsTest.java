package mergedesk.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import mergedesk.observe.Count;
import mergedesk.observe.RunSummary;
import org.junit.jupiter.api.Test;

/** Differences of pairs against computation by hand, and against sums of squares of what is left of each pair. */
class PairedObservationsTest {
    private static final double T2 = 4.302653; // 97.5 % quantile for 2 degrees of freedom
    private static final double T1 = 12.706205;

    /** One observation of a program with one scope; {@code columnsAndNumbers} alternates. */
    private static RunSummary summary(long... columnsAndNumbers) {
        return inLast(1, columnsAndNumbers);
    }

    /** The same in the last of so many rows, the others being empty. */
    private static RunSummary inLast(int rows, long... columnsAndNumbers) {
        long[] totals = new long[rows * Count.COLUMNS];
        for (int i = 0; i < columnsAndNumbers.length; i += 2) {
            totals[(rows - 1) * Count.COLUMNS + (int) columnsAndNumbers[i]] = columnsAndNumbers[i + 1];
        }
        return new RunSummary(0, totals, new short[0][], new int[0][], new int[0][]);
    }

    private static Measure measure(String id) {
        return Measure.byId(id).orElseThrow();
    }

    private static PairedObservations pairs(List<RunSummary> own, List<RunSummary> base) {
        PairedObservations pairs = new PairedObservations(Measure.all().stream().filter(of -> of.numerator() != null).toList(), new int[] {0}, new int[] {0}, false);
        for (int r = 0; r < own.size(); r++) {
            pairs.add(List.of(own.get(r)), List.of(base.get(r)));
        }
        return pairs;
    }

    @Test
    void totals() {
        PairedObservations pairs = pairs(
                List.of(summary(Count.OFFERED, 10), summary(Count.OFFERED, 14), summary(Count.OFFERED, 19)), List.of(summary(Count.OFFERED, 8), summary(Count.OFFERED, 10), summary(Count.OFFERED, 10)));
        Estimate difference = pairs.difference(measure("offered"), 0);
        assertThat(difference.value()).isCloseTo(5, within(1e-12)); // 2, 4, 9
        assertThat(difference.halfWidth()).isCloseTo(T2 * Math.sqrt(13) / Math.sqrt(3), within(1e-5));
        assertThat(difference.method()).isEqualTo(Estimate.Method.PAIRED);
        assertThat(difference.n()).isEqualTo(pairs.count()).isEqualTo(3);
        assertThat(pairs.value(measure("offered"), 0)).isCloseTo(43 / 3.0, within(1e-12));
        assertThat(pairs.base(measure("offered"), 0)).isCloseTo(28 / 3.0, within(1e-12));
        assertThatIllegalArgumentException().isThrownBy(() -> pairs.add(List.of(summary(), summary()), List.of(summary()))).withMessageContaining("2 and 1");
    }

    @Test
    void ratios() {
        List<RunSummary> a = List.of(summary(Count.ANSWERED, 3, Count.OFFERED, 4), summary(Count.ANSWERED, 5, Count.OFFERED, 8));
        Estimate difference = pairs(a, List.of(summary(Count.ANSWERED, 1, Count.OFFERED, 2), summary(Count.ANSWERED, 2, Count.OFFERED, 2))).difference(measure("answer_rate"), 0);
        assertThat(difference.value()).isCloseTo(2 / 3.0 - 3 / 4.0, within(1e-12));
        // terms of a: ±(1/3) / 6, of b: ∓(1/2) / 2: pairs 1/18 + 1/4 and their negative
        assertThat(difference.halfWidth()).isCloseTo(T1 * (1 / 18.0 + 0.25), within(1e-5));
        Estimate none = pairs(a, a).difference(measure("answer_rate"), 0);
        assertThat(none.value()).isZero();
        assertThat(none.halfWidth()).isZero();
        assertThat(pairs(a, List.of(summary(), summary())).difference(measure("answer_rate"), 0).isEmpty()).isTrue();
        assertThat(pairs(a, List.of(summary(), summary())).base(measure("answer_rate"), 0)).isNaN();
        assertThat(pairs(List.of(), List.of()).difference(measure("answer_rate"), 0)).isEqualTo(Estimate.EMPTY);
    }

    /** In seconds, of 1 call each: waits of 1 s and 4 s against 1 s and 2 s. */
    @Test
    void unitsAreTheMeasures() {
        Estimate difference = pairs(
                        List.of(summary(Count.ANSWERED, 1, Count.WAIT_ANSWERED, 1_000_000), summary(Count.ANSWERED, 1, Count.WAIT_ANSWERED, 4_000_000)),
                        List.of(summary(Count.ANSWERED, 1, Count.WAIT_ANSWERED, 1_000_000), summary(Count.ANSWERED, 1, Count.WAIT_ANSWERED, 2_000_000)))
                .difference(measure("wait_mean_answered"), 0);
        assertThat(difference.value()).isCloseTo(1, within(1e-12));
        assertThat(difference.halfWidth()).isCloseTo(T1 * 1, within(1e-5)); // 0 and 2
    }

    /** Nobody knows how far the share of the next run would be from the only one that has any. */
    @Test
    void aRatioThatRestsOnOneRunHasNoInterval() {
        List<RunSummary> one = List.of(summary(), summary(Count.ANSWERED, 3, Count.OFFERED, 4), summary());
        List<RunSummary> two = List.of(summary(Count.ANSWERED, 2, Count.OFFERED, 4), summary(Count.ANSWERED, 3, Count.OFFERED, 4), summary());
        for (PairedObservations pairs : List.of(pairs(one, two), pairs(two, one))) {
            assertThat(Math.abs(pairs.difference(measure("answer_rate"), 0).value())).isEqualTo(0.125);
            assertThat(pairs.difference(measure("answer_rate"), 0).halfWidth()).isNaN();
            assertThat(pairs.difference(measure("answered"), 0).halfWidth()).isPositive();
        }
    }

    /** A row in which nothing happens for a while has had zeros; a row in which nothing ever happens has a difference of zero. */
    @Test
    void zerosCount() {
        List<Measure> measures = List.of(measure("offered"), measure("answer_rate"));
        PairedObservations pairs = new PairedObservations(measures, new int[] {1, 2}, new int[] {0, 2}, false);
        pairs.add(List.of(inLast(3)), List.of(inLast(3)));
        pairs.add(List.of(inLast(3)), List.of(inLast(1, Count.OFFERED, 6, Count.ANSWERED, 3)));
        pairs.add(List.of(inLast(2, Count.OFFERED, 3, Count.ANSWERED, 3)), List.of(inLast(3)));
        Estimate difference = pairs.difference(measure("offered"), 0); // 0, -6, 3
        assertThat(difference.value()).isCloseTo(-1, within(1e-12));
        assertThat(difference.halfWidth()).isCloseTo(T2 * Math.sqrt((1 + 25 + 16) / 2.0 / 3), within(1e-5));
        assertThat(pairs.difference(measure("answer_rate"), 0).value()).isEqualTo(0.5);
        assertThat(pairs.difference(measure("offered"), 1)).isEqualTo(new Estimate(0, 0, 3, Estimate.Method.PAIRED));
        assertThat(pairs.difference(measure("answer_rate"), 1)).isEqualTo(Estimate.EMPTY);
    }

    /** Sums of products beyond 128 bits, of two sides that differ by ten digits less. */
    @Test
    void sumsAreExact() {
        Random random = new Random(11);
        int n = 1_000;
        PairSums sums = new PairSums();
        BigDecimal[][] numbers = new BigDecimal[4][n];
        for (int r = 0; r < n; r++) {
            long below = (1L << 61) - random.nextInt(1 << 30);
            long above = below / 2 + random.nextInt(1 << 28);
            long[] pair = {above, below, above - random.nextInt(1 << 20), below + random.nextInt(1 << 20)};
            sums.add(pair[0], pair[1], pair[2], pair[3]);
            for (int i = 0; i < 4; i++) {
                numbers[i][r] = BigDecimal.valueOf(pair[i]);
            }
        }
        BigDecimal[] total = IntStream.range(0, 4).mapToObj(i -> sum(numbers[i])).toArray(BigDecimal[]::new);
        BigDecimal[] ratio = {total[0].divide(total[1], new MathContext(60)), total[2].divide(total[3], new MathContext(60))};
        BigDecimal squares = BigDecimal.ZERO;
        for (int r = 0; r < n; r++) {
            BigDecimal own = numbers[0][r].subtract(ratio[0].multiply(numbers[1][r])).divide(total[1], new MathContext(60));
            BigDecimal base = numbers[2][r].subtract(ratio[1].multiply(numbers[3][r])).divide(total[3], new MathContext(60));
            squares = squares.add(own.subtract(base).pow(2));
        }
        double halfWidth = Math.sqrt(squares.doubleValue() * n * n / (n - 1) / n);
        assertThat(halfWidth).isBetween(1e-16, 1e-10);
        assertThat(sums.estimate(n, 1, 1).halfWidth()).isCloseTo(halfWidth, within(1e-12 * halfWidth));
    }

    private static BigDecimal sum(BigDecimal[] numbers) {
        BigDecimal sum = BigDecimal.ZERO;
        for (BigDecimal number : numbers) {
            sum = sum.add(number);
        }
        return sum;
    }

    /** Joined as far as so many replications ask for: as if the joined ones had been observed. Counts are those of a replication. */
    @Test
    void batchesAreJoinedInPairs() {
        Random random = new Random(5);
        int each = 12;
        PairedObservations pairs = new PairedObservations(List.of(measure("offered"), measure("answer_rate")), new int[] {0}, new int[] {0}, true);
        for (int replications = 1; replications <= 8; replications++) {
            pairs.add(batches(each, replications, random), batches(each, replications, random));
            int left = Batches.left(each, replications);
            assertThat(pairs.count()).as("" + replications).isEqualTo(replications * left);
            assertThat(pairs.value(measure("offered"), 0)).isCloseTo(1_200, within(1e-9));
        }
        assertThat(pairs.count()).isEqualTo(32); // twelve joined to four
        PairedObservations again = new PairedObservations(List.of(measure("offered"), measure("answer_rate")), new int[] {0}, new int[] {0}, false);
        Random same = new Random(5);
        for (int replication = 1; replication <= 8; replication++) {
            List<RunSummary> own = Batches.joined(batches(each, replication, same), 4);
            List<RunSummary> base = Batches.joined(batches(each, replication, same), 4);
            for (int batch = 0; batch < 4; batch++) {
                again.add(List.of(own.get(batch)), List.of(base.get(batch)));
            }
        }
        assertThat(pairs.difference(measure("answer_rate"), 0)).isEqualTo(again.difference(measure("answer_rate"), 0));
        assertThat(pairs.difference(measure("offered"), 0).halfWidth()).isCloseTo(4 * again.difference(measure("offered"), 0).halfWidth(), within(1e-9));
    }

    /** Of 100 contacts each. */
    private static List<RunSummary> batches(int each, int replication, Random random) {
        return IntStream.range(0, each)
                .mapToObj(batch -> {
                    RunSummary one = summary(Count.OFFERED, 100, Count.ANSWERED, random.nextInt(100));
                    return new RunSummary(replication, one.rows(), one.columns(), one.numbers(), one.waitBins(), one.waitCounts(), one.days(), one.given(), one.decided(), one.periods());
                })
                .toList();
    }
}
