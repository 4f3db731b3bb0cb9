package mergedesk.random;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** Against sums of exact numbers of 40 digits, and against StrictMath, which is right to an ulp, on many more points. */
class NaturalTest {
    private static final MathContext DIGITS = new MathContext(40);
    private static final double LAST_BIT = 0x1.0p-52;

    @Test
    void exponentialOfManyNumbers() {
        SplittableRandom random = new SplittableRandom(1);
        for (int i = 0; i < 1_000_000; i++) {
            double x = random.nextDouble(-40, 40);
            double exact = StrictMath.exp(x);
            assertThat(Math.abs(Natural.exp(x) - exact)).as("exp(%s)", x).isLessThanOrEqualTo(2 * LAST_BIT * exact);
        }
    }

    @Test
    void exponentialToItsLastBit() {
        SplittableRandom random = new SplittableRandom(2);
        for (int i = 0; i < 2_000; i++) {
            double x = random.nextDouble(-708, 709) * random.nextDouble();
            BigDecimal exact = exp(new BigDecimal(x));
            BigDecimal off = new BigDecimal(Natural.exp(x)).subtract(exact).abs().divide(exact, DIGITS);
            assertThat(off.doubleValue()).as("exp(%s)", x).isLessThanOrEqualTo(LAST_BIT);
        }
    }

    @Test
    void exponentialAtItsEnds() {
        assertThat(Natural.exp(0)).isEqualTo(1);
        assertThat(Natural.exp(-0.0)).isEqualTo(1);
        assertThat(Natural.exp(Double.MIN_VALUE)).isEqualTo(1);
        assertThat(Natural.exp(-708)).isCloseTo(StrictMath.exp(-708), org.assertj.core.api.Assertions.withinPercentage(1e-10));
        assertThat(Natural.exp(Math.nextDown(-708.0))).isZero();
        assertThat(Natural.exp(Double.NEGATIVE_INFINITY)).isZero();
        assertThat(Natural.exp(Math.nextDown(709.0))).isFinite().isGreaterThan(8e307);
        assertThat(Natural.exp(709)).isEqualTo(Double.POSITIVE_INFINITY);
        assertThat(Natural.exp(Double.POSITIVE_INFINITY)).isEqualTo(Double.POSITIVE_INFINITY);
        assertThat(Natural.exp(Double.NaN)).isNaN();
    }

    /** Steps of the table meet: there is no jump that a sampler could see. */
    @Test
    void exponentialNeverFallsFromStepToStep() {
        for (int k = -2_000; k <= 2_000; k++) {
            double between = (k + 0.5) * StrictMath.log(2) / 128;
            double low = Natural.exp(between - 1e-12);
            double high = Natural.exp(between + 1e-12);
            assertThat(high / low - 1).as("step %s", k).isBetween(1.5e-12, 2.5e-12);
        }
    }

    @Test
    void logarithmOfManyNumbers() {
        SplittableRandom random = new SplittableRandom(3);
        for (int i = 0; i < 1_000_000; i++) {
            double x = Streams.uniform(random.nextLong()) * (i % 2 == 0 ? 1 : 1e6);
            double exact = StrictMath.log(x);
            assertThat(Math.abs(Natural.log(x) - exact)).as("log(%s)", x).isLessThanOrEqualTo(2 * LAST_BIT * Math.max(1, Math.abs(exact)));
        }
    }

    @Test
    void logarithmAtItsEnds() {
        assertThat(Math.abs(Natural.log(1))).isLessThan(1e-17);
        assertThat(Natural.log(Double.MIN_NORMAL)).isCloseTo(StrictMath.log(Double.MIN_NORMAL), org.assertj.core.api.Assertions.within(1e-12));
        assertThat(Natural.log(Double.MAX_VALUE)).isCloseTo(StrictMath.log(Double.MAX_VALUE), org.assertj.core.api.Assertions.within(1e-12));
        for (int i = 1; i < 128; i++) {
            double edge = 1 + i / 128.0;
            assertThat(Natural.log(edge) - Natural.log(Math.nextDown(edge))).as("edge %s", edge).isBetween(0.0, 1e-15);
        }
    }

    /** e^x by its series at x / 2^12, squared twelve times. */
    private static BigDecimal exp(BigDecimal x) {
        MathContext more = new MathContext(60);
        BigDecimal small = x.divide(new BigDecimal(4096), more);
        BigDecimal sum = BigDecimal.ONE;
        BigDecimal term = BigDecimal.ONE;
        for (int n = 1; n < 40; n++) {
            term = term.multiply(small, more).divide(new BigDecimal(n), more);
            sum = sum.add(term, more);
        }
        for (int i = 0; i < 12; i++) {
            sum = sum.multiply(sum, more);
        }
        return sum;
    }
}
