package mergedesk.design;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import mergedesk.design.SobolIndices.Index;
import mergedesk.random.Streams;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class SobolIndicesTest {
    private static final int SEEDS = 30;
    private static final int FEWEST_RESAMPLES = 40; // where no interval is looked at

    /** A function of the cube and its indices in closed form: first order by factor, total by factor, second order by pair. */
    private record Known(String name, ToDoubleFunction<double[]> f, double[] first, double[] total, double[] second) {
        @Override
        public String toString() {
            return name;
        }
    }

    static Stream<Known> functions() {
        return Stream.of(ishigami(7, 0.1), g(0, 1, 4.5, 9), product(), linear());
    }

    /** Ishigami and Homma 1990: y = sin u + a sin² v + b w⁴ sin u, with u, v, w uniform on −π .. π. */
    private static Known ishigami(double a, double b) {
        double pi4 = Math.pow(Math.PI, 4);
        double u = 0.5 * (1 + b * pi4 / 5) * (1 + b * pi4 / 5);
        double v = a * a / 8;
        double uw = b * b * pi4 * pi4 * (1 / 18.0 - 1 / 50.0);
        double all = u + v + uw;
        assertThat(all).isCloseTo(a * a / 8 + b * pi4 / 5 + b * b * pi4 * pi4 / 18 + 0.5, within(1e-9));
        return new Known(
                "Ishigami",
                x -> {
                    double sine = Math.sin(Math.PI * (2 * x[0] - 1));
                    double w = Math.PI * (2 * x[2] - 1);
                    return sine + a * Math.pow(Math.sin(Math.PI * (2 * x[1] - 1)), 2) + b * Math.pow(w, 4) * sine;
                },
                new double[] {u / all, v / all, 0},
                new double[] {(u + uw) / all, v / all, uw / all},
                new double[] {0, uw / all, 0});
    }

    /** Sobol's g: the product of (|4 x − 2| + a) ÷ (1 + a), each with mean 1 and variance 1 ÷ (3 (1 + a)²). */
    private static Known g(double... a) {
        double[] v = Arrays.stream(a).map(ai -> 1 / (3 * (1 + ai) * (1 + ai))).toArray();
        double all = Arrays.stream(v).map(vi -> 1 + vi).reduce(1, (p, q) -> p * q) - 1;
        int d = a.length;
        double[] second = IntStream.range(0, d).boxed().flatMap(i -> IntStream.range(i + 1, d).mapToObj(j -> v[i] * v[j] / all)).mapToDouble(s -> s).toArray();
        return new Known(
                "g",
                x -> IntStream.range(0, d).mapToDouble(i -> (Math.abs(4 * x[i] - 2) + a[i]) / (1 + a[i])).reduce(1, (p, q) -> p * q),
                Arrays.stream(v).map(vi -> vi / all).toArray(),
                Arrays.stream(v).map(vi -> vi / (1 + vi) * (1 + all) / all).toArray(),
                second);
    }

    /** x y, beside a large constant: means ½ and variances 1/12, so shares 1/48, 1/48 and 1/144 of 7/144. */
    private static Known product() {
        return new Known("product", x -> 1e6 + x[0] * x[1], new double[] {3 / 7.0, 3 / 7.0}, new double[] {4 / 7.0, 4 / 7.0}, new double[] {1 / 7.0});
    }

    private static Known linear() {
        double[] shares = {9 / 14.0, 4 / 14.0, 1 / 14.0, 0};
        return new Known("linear", x -> 3 * x[0] - 2 * x[1] + x[2], shares, shares, new double[6]);
    }

    private static SobolIndices estimated(Known known, int base, long seed, boolean secondOrder, int resamples) {
        Saltelli design = new Saltelli(known.first.length, base, seed, secondOrder);
        return SobolIndices.of(design, Answers.of(design, known.f), seed, resamples);
    }

    @Test
    void theClosedFormsAreThePublishedFigures() {
        Known ishigami = ishigami(7, 0.1);
        assertThat(ishigami.first).containsExactly(new double[] {0.3139, 0.4424, 0}, within(5e-5)); // Saltelli and others 2008
        assertThat(ishigami.total).containsExactly(new double[] {0.5576, 0.4424, 0.2437}, within(5e-5));
    }

    /** Over seeds, each the mean of independent estimates of 1,024 base samples: within 4.5 of its standard errors, and these below 1 % of the variance. */
    @ParameterizedTest
    @MethodSource("functions")
    void estimatesAreThoseOfTheClosedForm(Known known) {
        for (boolean secondOrder : new boolean[] {false, true}) {
            List<SobolIndices> results = IntStream.range(0, SEEDS).mapToObj(seed -> estimated(known, 1024, seed, secondOrder, FEWEST_RESAMPLES)).toList();
            for (int i = 0; i < known.first.length; i++) {
                int factor = i;
                assertNear(known.first[i], results.stream().mapToDouble(r -> r.first().get(factor).value()).toArray());
                assertNear(known.total[i], results.stream().mapToDouble(r -> r.total().get(factor).value()).toArray());
            }
            for (int pair = 0; secondOrder && pair < known.second.length; pair++) {
                int which = pair;
                assertNear(known.second[pair], results.stream().mapToDouble(r -> r.second().get(which).index().value()).toArray());
            }
            assertThat(results.get(0).second()).hasSize(secondOrder ? known.second.length : 0);
        }
    }

    private static void assertNear(double truth, double[] estimates) {
        double error = Answers.deviation(estimates) / Math.sqrt(SEEDS);
        assertThat(error).isLessThan(0.01);
        assertThat(Math.abs(Answers.mean(estimates) - truth)).isLessThanOrEqualTo(Answers.ERRORS * error + 1e-12);
    }

    /** From few base samples, so that chance is seen: each interval holds the truth as often as it says, and more base samples make it shorter, four times as many half as long. */
    @ParameterizedTest
    @MethodSource("functions")
    void intervalsHoldTheTruth(Known known) {
        int many = 100;
        int d = known.first.length;
        int[] hits = new int[2 * d + known.second.length];
        double[] truth = Stream.of(known.first, known.total, known.second).flatMapToDouble(Arrays::stream).toArray();
        double[] lengths = new double[2];
        for (int seed = 0; seed < many; seed++) {
            List<Index> indices = all(estimated(known, 256, seed, true, SobolIndices.RESAMPLES));
            for (int k = 0; k < hits.length; k++) {
                hits[k] += indices.get(k).low() <= truth[k] && truth[k] <= indices.get(k).high() ? 1 : 0;
            }
            if (seed < 10) {
                lengths[0] += length(indices);
                lengths[1] += length(all(estimated(known, 1024, seed, true, SobolIndices.RESAMPLES)));
            }
        }
        assertThat(Arrays.stream(hits).min().orElseThrow()).isGreaterThanOrEqualTo(Answers.leastHits(many));
        assertThat(lengths[0] / lengths[1]).isBetween(1.6, 2.4);
    }

    private static List<Index> all(SobolIndices indices) {
        return Stream.of(indices.first(), indices.total(), indices.second().stream().map(SobolIndices.Pair::index).toList()).flatMap(List::stream).toList();
    }

    private static double length(List<Index> indices) {
        return indices.stream().mapToDouble(index -> index.high() - index.low()).sum();
    }

    /** y = x plus independent noise of the same variance, in every run anew: half of the variance is noise. It is in the total of the other factor, which does nothing, and takes half of x's first order. */
    @Test
    void noiseIsInTheTotals() {
        double[][] found = new double[4][SEEDS];
        for (int seed = 0; seed < SEEDS; seed++) {
            long key = Streams.runKey(seed, 3);
            Saltelli design = new Saltelli(2, 2048, seed, false);
            double[] y = IntStream.range(0, design.size()).mapToDouble(row -> design.row(row)[0] + Streams.uniform(Streams.ordinalKey(key, row))).toArray();
            SobolIndices indices = SobolIndices.of(design, y, 1, FEWEST_RESAMPLES);
            found[0][seed] = indices.first().get(0).value();
            found[1][seed] = indices.first().get(1).value();
            found[2][seed] = indices.total().get(0).value();
            found[3][seed] = indices.total().get(1).value();
        }
        assertNear(0.5, found[0]);
        assertNear(0, found[1]);
        assertNear(1, found[2]);
        assertNear(0.5, found[3]);
    }

    @Test
    void baseSamplesWithoutAllTheirAnswersAreLeftOut() {
        Known g = g(0, 1, 9);
        Saltelli design = new Saltelli(3, 40, 3, true);
        double[] y = Answers.of(design, g.f);
        double[] holes = y.clone();
        int cut = 30 * design.group();
        Arrays.fill(holes, cut, y.length, 1e300);
        for (int base = 30; base < 40; base++) {
            holes[base * design.group() + (base - 30) % design.group()] = Double.NaN; // each row of a base sample once
        }
        Saltelli shorter = new Saltelli(3, 30, 3, true);
        SobolIndices indices = SobolIndices.of(design, holes, 9);
        SobolIndices expected = SobolIndices.of(shorter, Arrays.copyOf(y, cut), 9);
        assertThat(indices.leftOut()).isEqualTo(10);
        assertThat(indices.counted()).isEqualTo(30);
        assertThat(all(indices)).isEqualTo(all(expected));
    }

    @Test
    void nothingIsSaidOfTooFewAnswersOrOfNoVariance() {
        Saltelli design = new Saltelli(2, 3, 1, false);
        Index none = new Index(Double.NaN, Double.NaN, Double.NaN);
        double[] y = new double[12];
        Arrays.fill(y, 0.1);
        SobolIndices same = SobolIndices.of(design, y, 1);
        assertThat(same.first()).containsOnly(none);
        assertThat(same.mean()).isEqualTo(0.1);
        assertThat(same.variance()).isZero();
        y = Answers.of(design, x -> x[0]);
        y[0] = Double.NaN;
        y[7] = Double.NaN;
        assertThat(SobolIndices.of(design, y, 1).total()).containsOnly(none);
        y[11] = Double.NaN;
        SobolIndices empty = SobolIndices.of(design, y, 1);
        assertThat(empty.total()).containsOnly(none);
        assertThat(empty.mean()).isNaN();
        assertThat(empty.counted()).isZero();
    }

    /** Mean ½ and variance 1/12 of a uniform number, from 1,024 points of a net in each of two matrices: nearer than the rectangle rule's 1/1024. */
    @Test
    void meanAndVarianceAreThoseOfY() {
        SobolIndices indices = estimated(new Known("x", x -> x[0], new double[2], null, null), 1024, 4, false, FEWEST_RESAMPLES);
        assertThat(indices.mean()).isCloseTo(0.5, within(1 / 1024.0));
        assertThat(indices.variance()).isCloseTo(1 / 12.0, within(1 / 1024.0));
    }

    @Test
    void theSameSeedGivesTheSameIntervals() {
        SobolIndices once = estimated(product(), 64, 5, true, 200);
        assertThat(estimated(product(), 64, 5, true, 200)).isEqualTo(once);
        Saltelli design = new Saltelli(2, 64, 5, true);
        SobolIndices other = SobolIndices.of(design, Answers.of(design, product().f), 6, 200);
        assertThat(other.first().get(0).value()).isEqualTo(once.first().get(0).value());
        assertThat(other.first().get(0).low()).isNotEqualTo(once.first().get(0).low());
    }

    @Test
    void argumentsOutOfRangeAreRefused() {
        Saltelli design = new Saltelli(2, 2, 1, false);
        assertThatThrownBy(() -> SobolIndices.of(design, new double[8], 1, 39)).isInstanceOf(IllegalArgumentException.class).hasMessage("resamples: 39, must be at least 40");
        assertThatThrownBy(() -> SobolIndices.of(design, new double[9], 1)).isInstanceOf(IllegalArgumentException.class).hasMessageStartingWith("y: 9 answers");
    }
}
