package mergedesk.kernel;

import static mergedesk.program.Program.Lengths.BETA;
import static mergedesk.program.Program.Lengths.CONSTANT;
import static mergedesk.program.Program.Lengths.EMPIRICAL;
import static mergedesk.program.Program.Lengths.EXPONENTIAL;
import static mergedesk.program.Program.Lengths.GAMMA;
import static mergedesk.program.Program.Lengths.HYPEREXPONENTIAL;
import static mergedesk.program.Program.Lengths.LOGNORMAL;
import static mergedesk.program.Program.Lengths.MIXTURE;
import static mergedesk.program.Program.Lengths.NEVER;
import static mergedesk.program.Program.Lengths.TRIANGULAR;
import static mergedesk.program.Program.Lengths.UNIFORM;
import static mergedesk.program.Program.Lengths.WEIBULL;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.function.LongPredicate;
import mergedesk.program.Program;
import mergedesk.random.Beta;
import mergedesk.random.Exponential;
import mergedesk.random.Gamma;
import mergedesk.random.Lognormal;
import mergedesk.random.Streams;
import mergedesk.random.Triangular;
import mergedesk.random.Weibull;
import mergedesk.units.Ticks;
import org.junit.jupiter.api.Test;

class LengthsTest {
    private static final int DRAWS = 200_000;

    private static Lengths of(int kind, double a, double b, double atZero, double... table) {
        return new Lengths(new Program.Lengths(
                new int[] {kind}, new double[] {a}, new double[] {b}, new double[] {atZero}, new long[1], new int[] {0, table.length}, table));
    }

    private static long[] draws(Lengths lengths) {
        long[] draws = new long[DRAWS];
        Arrays.setAll(draws, i -> lengths.draw(0, Streams.ordinalKey(77, i)));
        return draws;
    }

    @Test
    void roundsEverySamplerDownToTicks() {
        for (int i = 0; i < 1_000; i++) {
            long bits = Streams.ordinalKey(5, i);
            assertThat(of(EXPONENTIAL, 3e6, 0, 0).draw(0, bits)).isEqualTo((long) (3e6 * Exponential.of(bits)));
            assertThat(of(LOGNORMAL, 14, 0.5, 0).draw(0, bits)).isEqualTo((long) Lognormal.of(14, 0.5, bits));
            assertThat(of(GAMMA, 2.5, 1e6, 0).draw(0, bits)).isEqualTo((long) (1e6 * Gamma.of(2.5, bits)));
            assertThat(of(WEIBULL, 0.5, 1e6, 0).draw(0, bits)).isEqualTo((long) (1e6 * Weibull.of(0.5, bits)));
            assertThat(of(UNIFORM, 5, 10, 0).draw(0, bits)).isBetween(5L, 14L);
            assertThat(of(CONSTANT, 12.9, 0, 0).draw(0, bits)).isEqualTo(12);
            assertThat(of(NEVER, 0, 0, 0).draw(0, bits)).isEqualTo(Ticks.NEVER);
        }
    }

    @Test
    void capsWhatWouldOverflow() {
        assertThat(of(CONSTANT, 1e30, 0, 0).draw(0, 1)).isEqualTo(Lengths.LONGEST);
        assertThat(of(LOGNORMAL, 900, 0, 0).draw(0, 1)).isEqualTo(Lengths.LONGEST);
        assertThat(of(EXPONENTIAL, 1e300, 0, 0).draw(0, -1)).isEqualTo(Lengths.LONGEST);
        assertThat(Ticks.toSeconds(Lengths.LONGEST) / (365.25 * 86_400)).isBetween(142.0, 143.0);
    }

    @Test
    void hitsEveryTickOfAUniformAlike() {
        long[] draws = draws(of(UNIFORM, 5, 10, 0));
        for (long tick = 5; tick < 15; tick++) {
            long value = tick;
            assertThat(Arrays.stream(draws).filter(x -> x == value).count()).isCloseTo(DRAWS / 10L, within(600L)); // 4.5 √(n p q)
        }
    }

    @Test
    void takesZeroWithItsChanceAndIndependentlyOfTheLength() {
        Lengths plain = of(EXPONENTIAL, 1e6, 0, 0);
        Lengths some = of(EXPONENTIAL, 1e6, 0, 0.25);
        int zeros = 0;
        double sum = 0;
        for (int i = 0; i < DRAWS; i++) {
            long bits = Streams.ordinalKey(78, i);
            long length = some.draw(0, bits);
            if (length == 0) {
                zeros++;
            } else {
                assertThat(length).isEqualTo(plain.draw(0, bits));
                sum += length;
            }
        }
        assertThat(zeros / (double) DRAWS).isCloseTo(0.25, within(4.5 * Math.sqrt(0.25 * 0.75 / DRAWS)));
        double kept = DRAWS - zeros;
        assertThat(sum / kept).isCloseTo(1e6, within(4.5e6 / Math.sqrt(kept)));
        assertThat(of(CONSTANT, 9, 0, 1).draw(0, 3)).isZero();
    }

    @Test
    void mixesTheBranchesOfAHyperexponential() {
        long[] draws = draws(of(HYPEREXPONENTIAL, 0, 0, 0, 0.2, 1e3, 0.7, 1e5, 1.0, 1e7));
        double mean = Arrays.stream(draws).average().orElseThrow();
        double square = Arrays.stream(draws).mapToDouble(x -> (double) x * x).average().orElseThrow();
        double expected = 0.2 * 1e3 + 0.5 * 1e5 + 0.3 * 1e7;
        assertThat(mean).isCloseTo(expected, within(4.5 * Math.sqrt((square - mean * mean) / DRAWS)));
        for (double at : new double[] {100, 1e4, 1e6, 2e7}) {
            double share = Arrays.stream(draws).filter(x -> x < at).count() / (double) DRAWS;
            double right = 1 - 0.2 * Math.exp(-at / 1e3) - 0.5 * Math.exp(-at / 1e5) - 0.3 * Math.exp(-at / 1e7);
            assertThat(share).isCloseTo(right, within(4.5 * Math.sqrt(right * (1 - right) / DRAWS)));
        }
    }

    @Test
    void takesZeroIndependentlyOfTheBranchToo() {
        Lengths lengths = of(HYPEREXPONENTIAL, 0, 0, 0.5, 0.5, 1e6, 1.0, 1e6);
        double[] above = Arrays.stream(draws(lengths)).filter(x -> x > 0).mapToDouble(x -> x).toArray();
        assertThat(Arrays.stream(above).average().orElseThrow()).isCloseTo(1e6, within(4.5e6 / Math.sqrt(above.length)));
    }

    @Test
    void interpolatesBetweenObservedValues() {
        Lengths lengths = of(EMPIRICAL, 0, 0, 0, 10, 20, 120);
        long[] draws = draws(lengths);
        assertThat(Arrays.stream(draws).min().orElseThrow()).isEqualTo(10);
        assertThat(Arrays.stream(draws).max().orElseThrow()).isEqualTo(119);
        double low = Arrays.stream(draws).filter(x -> x < 20).count() / (double) DRAWS;
        assertThat(low).isCloseTo(0.5, within(4.5 * Math.sqrt(0.25 / DRAWS)));
        assertThat(Arrays.stream(draws).average().orElseThrow()).isCloseTo(0.5 * 14.5 + 0.5 * 69.5, within(0.5));
        assertThat(of(EMPIRICAL, 0, 0, 0, 7).draw(0, -1)).isEqualTo(7);
    }

    @Test
    void judgedTimesFollowTheirSamplers() {
        for (int i = 0; i < 1_000; i++) {
            long bits = Streams.ordinalKey(6, i);
            assertThat(of(TRIANGULAR, 5e6, 1e7, 0, 0.3).draw(0, bits)).isEqualTo((long) (5e6 + 1e7 * Triangular.of(0.3, bits)));
            assertThat(of(BETA, 5e6, 1e7, 0, 1.8, 4.2).draw(0, bits)).isEqualTo((long) (5e6 + 1e7 * Beta.of(1.8, 4.2, bits)));
        }
    }

    @Test
    void shiftIsAddedToAllButTheZeros() {
        Program.Lengths table = new Program.Lengths(
                new int[] {EXPONENTIAL, EXPONENTIAL, NEVER, CONSTANT}, new double[] {1e6, 1e6, 0, 1e30}, new double[4], new double[] {0, 0.25, 0, 0}, new long[] {0, 7, 7, 7}, new int[5],
                new double[0]);
        Lengths lengths = new Lengths(table);
        int zeros = 0;
        for (int i = 0; i < 1_000; i++) {
            long bits = Streams.ordinalKey(79, i);
            long length = lengths.draw(1, bits);
            zeros += length == 0 ? 1 : 0;
            assertThat(length).isIn(0L, lengths.draw(0, bits) + 7);
        }
        assertThat(zeros).isBetween(190, 310); // 250 ± 4.5 √(1000 × 0.25 × 0.75)
        assertThat(lengths.draw(2, 1)).isEqualTo(Ticks.NEVER);
        assertThat(lengths.draw(3, 1)).isEqualTo(Lengths.LONGEST);
    }

    /** 20 % exponential with mean 1,000, 80 % in turn half constant 5,000 and half zero by chance or shifted constant 700. */
    @Test
    void mixtureDrawsFromItsPartsWithTheirChances() {
        Program.Lengths table = new Program.Lengths(
                new int[] {MIXTURE, EXPONENTIAL, MIXTURE, CONSTANT, CONSTANT},
                new double[] {0, 1e3, 0, 5e3, 600},
                new double[5],
                new double[] {0, 0, 0, 0, 0.5},
                new long[] {0, 0, 0, 0, 100},
                new int[] {0, 4, 4, 8, 8, 8},
                new double[] {0.2, 1, 1, 2, 0.5, 3, 1, 4});
        long[] draws = draws(new Lengths(table));
        assertShare(draws, x -> x == 5_000, 0.4);
        assertShare(draws, x -> x == 700, 0.2);
        assertShare(draws, x -> x == 0, 0.2 + 0.2 * (1 - Math.exp(-1e-3)));
        assertShare(draws, x -> x > 0 && x < 100, 0.2 * (Math.exp(-1e-3) - Math.exp(-0.1)));
    }

    private static void assertShare(long[] draws, LongPredicate which, double expected) {
        double share = Arrays.stream(draws).filter(which).count() / (double) DRAWS;
        assertThat(share).isCloseTo(expected, within(4.5 * Math.sqrt(expected * (1 - expected) / DRAWS)));
    }
}
