package mergedesk.random;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.apache.commons.math3.distribution.BetaDistribution;
import org.apache.commons.math3.distribution.ExponentialDistribution;
import org.apache.commons.math3.distribution.GammaDistribution;
import org.apache.commons.math3.distribution.LogNormalDistribution;
import org.apache.commons.math3.distribution.NormalDistribution;
import org.apache.commons.math3.distribution.RealDistribution;
import org.apache.commons.math3.distribution.TriangularDistribution;
import org.apache.commons.math3.distribution.WeibullDistribution;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Each sampler against the distribution of its name in commons-math3. */
class SamplersTest {
    private static final int MANY = 1_000_000;
    private static final int ENOUGH = 100_000; // where the distribution function is slow

    @Test
    void exponential() {
        double[] draws = Fit.draws(MANY, 1, Exponential::of);
        assertFits(draws, new ExponentialDistribution(null, 1), MANY);
        double factorial = 1;
        for (int power = 1; power <= 4; power++) {
            factorial *= power;
            Fit.assertMoment(draws, power, factorial);
        }
        assertThat(Arrays.stream(draws).min().orElseThrow()).isGreaterThanOrEqualTo(0);
    }

    /** Bits whose low byte is 0 choose the base, of which one part in nine is tail: enough draws to judge the tail by itself. */
    @Test
    void exponentialBeyondTheLastLayer() {
        double edge = 7.69711747013104972;
        double[] tail = Arrays.stream(Fit.draws(MANY, 2, bits -> Exponential.of(bits & ~255))).filter(x -> x > edge).map(x -> x - edge).toArray();
        Fit.assertFollows(tail, x -> 1 - Math.exp(-x));
        Fit.assertTails(tail, x -> 1 - Math.exp(-x));
        assertThat(tail.length / (double) MANY).isCloseTo(1 / (1 + edge), within(4.5 * Math.sqrt(0.1 / MANY)));
    }

    @Test
    void normal() {
        double[] draws = Fit.draws(MANY, 3, Normal::of);
        assertFits(draws, new NormalDistribution(null, 0, 1), MANY);
        Fit.assertMoment(draws, 1, 0);
        Fit.assertMoment(draws, 2, 1);
        Fit.assertMoment(draws, 3, 0);
        Fit.assertMoment(draws, 4, 3);
        Fit.assertMoment(draws, 6, 15);
    }

    @Test
    void normalBeyondTheLastLayer() {
        double edge = 3.6541528853610088;
        NormalDistribution law = new NormalDistribution(null, 0, 1);
        double share = law.cumulativeProbability(-edge);
        double[] draws = Fit.draws(2 * MANY, 4, bits -> Normal.of(bits & ~255));
        for (int sign : new int[] {-1, 1}) {
            double[] tail = Arrays.stream(draws).map(x -> sign * x).filter(x -> x > edge).toArray();
            assertThat(tail).hasSizeGreaterThan(50_000);
            Fit.assertFollows(tail, x -> 1 - law.cumulativeProbability(-x) / share);
            Fit.assertTails(tail, x -> x < edge ? 0 : 1 - law.cumulativeProbability(-x) / share);
        }
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.3, 1, 2.5, 400})
    void gamma(double shape) {
        double[] draws = Fit.draws(MANY, Double.doubleToLongBits(shape), bits -> Gamma.of(shape, bits));
        assertFits(draws, new GammaDistribution(null, shape, 1), ENOUGH);
        Fit.assertMoment(Arrays.stream(draws).map(x -> x - shape).toArray(), 3, 2 * shape);
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.5, 1, 3})
    void weibull(double shape) {
        double[] draws = Fit.draws(MANY, -Double.doubleToLongBits(shape), bits -> Weibull.of(1 / shape, bits));
        assertFits(draws, new WeibullDistribution(null, shape, 1), MANY / 4);
    }

    @Test
    void lognormal() {
        double[] draws = Fit.draws(MANY, 5, bits -> Lognormal.of(2, 0.5, bits));
        assertFits(draws, new LogNormalDistribution(null, 2, 0.5), MANY / 4);
        Fit.assertMoment(draws, 1, Math.exp(2 + 0.125));
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, 0.2, 0.5, 1})
    void triangular(double mode) {
        double[] draws = Fit.draws(MANY, 6 + Double.doubleToLongBits(mode), bits -> Triangular.of(mode, bits));
        assertFits(draws, new TriangularDistribution(0, mode, 1), MANY);
    }

    /** Shapes of a most likely time at the shortest, a fifth of the way, and at the longest; and a curve without a highest point. */
    @ParameterizedTest
    @CsvSource({"1, 5", "1.8, 4.2", "5, 1", "0.4, 0.7"})
    void beta(double first, double second) {
        double[] draws = Fit.draws(MANY, 7 + Double.doubleToLongBits(first), bits -> Beta.of(first, second, bits));
        assertFits(draws, new BetaDistribution(null, first, second), ENOUGH);
        assertThat(Arrays.stream(draws).allMatch(x -> x >= 0 && x <= 1)).isTrue();
    }

    /** A ziggurat with unequal layers, or a wrong edge, shows here though it may pass for a good one in a sample. */
    @Test
    void zigguratsHaveTheConstantsOfTheirEquations() throws ReflectiveOperationException {
        assertZiggurat(Exponential.class, x -> Math.exp(-x), y -> -Math.log(y), x -> Math.exp(-x), 1e-13);
        NormalDistribution law = new NormalDistribution(null, 0, 1);
        assertZiggurat(Normal.class, x -> Math.exp(-x * x / 2), y -> Math.sqrt(-2 * Math.log(y)),
                x -> Math.sqrt(2 * Math.PI) * law.cumulativeProbability(-x), 1e-11); // the paper prints 12 digits of the area
    }

    private static void assertZiggurat(
            Class<?> sampler,
            java.util.function.DoubleUnaryOperator density,
            java.util.function.DoubleUnaryOperator inverse,
            java.util.function.DoubleUnaryOperator tailArea,
            double precision)
            throws ReflectiveOperationException {
        double tail = (double) field(sampler, "TAIL");
        double area = (double) field(sampler, "AREA");
        double[] width = (double[]) field(sampler, "WIDTH");
        double[] height = (double[]) field(sampler, "HEIGHT");
        long[] sure = (long[]) field(sampler, "SURE");
        double scale = 0x1.0p53;
        assertThat(tail * density.applyAsDouble(tail) + tailArea.applyAsDouble(tail)).isCloseTo(area, within(area * precision));
        assertThat(width[0] * scale * height[255]).as("base").isCloseTo(area, within(area * precision));
        assertThat(width[255] * scale).isEqualTo(tail);
        assertThat(sure[0] / scale * width[0] * scale).isCloseTo(tail, within(1e-12));
        for (int i = 255; i >= 1; i--) {
            double edge = width[i] * scale;
            assertThat(height[i]).isCloseTo(density.applyAsDouble(edge), within(1e-15));
            double inner = i == 1 ? 0 : width[i - 1] * scale;
            assertThat(edge * (height[i - 1] - height[i])).as("layer %s", i).isCloseTo(area, within(area * 1e-9));
            assertThat(sure[i] / scale).isCloseTo(inner / edge, within(1e-15)).isLessThanOrEqualTo(inner / edge);
            if (i > 1) {
                assertThat(inner).isCloseTo(inverse.applyAsDouble(height[i] + area / edge), within(1e-12));
            }
        }
    }

    private static Object field(Class<?> sampler, String name) throws ReflectiveOperationException {
        var field = sampler.getDeclaredField(name);
        field.setAccessible(true);
        return field.get(null);
    }

    private static void assertFits(double[] draws, RealDistribution law, int tested) {
        Fit.assertFollows(Arrays.copyOf(draws, tested), law::cumulativeProbability);
        Fit.assertTails(draws, law::cumulativeProbability);
        Fit.assertMoment(draws, 1, law.getNumericalMean());
        if (Double.isFinite(law.getNumericalVariance())) {
            double mean = law.getNumericalMean();
            Fit.assertMoment(Arrays.stream(draws).map(x -> x - mean).toArray(), 2, law.getNumericalVariance());
        }
    }
}
