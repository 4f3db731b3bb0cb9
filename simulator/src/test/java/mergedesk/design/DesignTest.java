package mergedesk.design;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
import java.util.function.LongFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What all designs promise. */
class DesignTest {
    static Map<String, LongFunction<Design.OfPoints>> kinds() {
        Map<String, LongFunction<Design.OfPoints>> kinds = new LinkedHashMap<>();
        kinds.put("Latin hypercube", seed -> new LatinHypercube(3, 60, seed));
        kinds.put("Latin hypercube, middle", seed -> new LatinHypercube(3, 60, seed, true));
        kinds.put("Sobol", seed -> new Sobol(3, 60, seed));
        kinds.put("Morris", seed -> new Morris(3, 15, 4, seed));
        kinds.put("Saltelli", seed -> new Saltelli(3, 12, seed, false));
        kinds.put("Saltelli, second order", seed -> new Saltelli(3, 8, seed, true));
        return kinds;
    }

    static Stream<Map.Entry<String, LongFunction<Design.OfPoints>>> entries() {
        return kinds().entrySet().stream();
    }

    @ParameterizedTest
    @MethodSource("entries")
    void theSameSeedGivesTheSameRowsInAnyOrder(Map.Entry<String, LongFunction<Design.OfPoints>> kind) {
        for (long seed : new long[] {0, 1, -1, Long.MAX_VALUE}) {
            double[][] forward = rows(kind.getValue().apply(seed));
            Design.OfPoints again = kind.getValue().apply(seed);
            for (int row = forward.length - 1; row >= 0; row--) {
                assertThat(again.row(row)).containsExactly(forward[row]);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("entries")
    void anotherSeedGivesOtherRows(Map.Entry<String, LongFunction<Design.OfPoints>> kind) {
        assertThat(Arrays.deepEquals(rows(kind.getValue().apply(1)), rows(kind.getValue().apply(2)))).isFalse();
    }

    @ParameterizedTest
    @MethodSource("entries")
    void rowsLieInTheCubeAndAreTheCallersOwn(Map.Entry<String, LongFunction<Design.OfPoints>> kind) {
        Design.OfPoints design = kind.getValue().apply(7);
        assertThat(design.dimension()).isEqualTo(3);
        for (int row = 0; row < design.size(); row++) {
            double[] point = design.row(row);
            double most = design instanceof Morris ? 1 : Math.nextDown(1.0);
            assertThat(point).hasSize(3);
            assertThat(Arrays.stream(point).allMatch(x -> x >= 0 && x <= most)).isTrue();
            double[] copy = point.clone();
            Arrays.fill(point, 9);
            assertThat(design.row(row)).containsExactly(copy);
        }
    }

    /** Kinds must not share their draws: Sobol's shift is not that of Saltelli's sequence, nor one factor's that of the next. */
    @Test
    void kindsAndFactorsDrawForThemselves() {
        double[] starts = Stream.of(new Sobol(4, 1, 5).row(0), new Saltelli(4, 1, 5, false).row(0), new LatinHypercube(4, 1, 5).row(0))
                .flatMapToDouble(Arrays::stream)
                .toArray();
        assertThat(starts).hasSize(12).doesNotHaveDuplicates();
        LatinHypercube latin = new LatinHypercube(2, 100, 5, true);
        assertThat(IntStream.range(0, 100).filter(row -> latin.row(row)[0] == latin.row(row)[1]).count()).isLessThan(100);
    }

    @Test
    void rowsThatAreNoneAreRefused() {
        List<Design> designs = Stream.concat(
                        kinds().values().stream().map(kind -> kind.apply(1)),
                        Stream.of(new FullFactorial(2, 3), FractionalFactorial.ofResolution(5, 5)))
                .toList();
        for (Design design : designs) {
            IntFunction<Object> row = design instanceof Design.OfPoints points ? points::row : ((Design.OfLevels) design)::row;
            assertThatThrownBy(() -> row.apply(-1)).isInstanceOf(IllegalArgumentException.class).hasMessage("row: -1, must be at least 0");
            assertThatThrownBy(() -> row.apply(design.size()))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage("row: " + design.size() + ", must be at most " + (design.size() - 1));
        }
    }

    @Test
    void argumentsOutOfRangeAreRefused() {
        refused(() -> new LatinHypercube(0, 4, 1), "dimension: 0, must be at least 1");
        refused(() -> new LatinHypercube(2, 0, 1), "size: 0, must be at least 1");
        refused(() -> new Sobol(0, 4, 1), "dimension: 0, must be at least 1");
        refused(() -> new Sobol(1001, 4, 1), "dimension: 1001, must be at most 1000");
        refused(() -> new Sobol(2, -3, 1), "size: -3, must be at least 1");
        refused(() -> new Morris(0, 4, 4, 1), "dimension: 0, must be at least 1");
        refused(() -> new Morris(2, 0, 4, 1), "trajectories: 0, must be at least 1");
        refused(() -> new Morris(2, 4, 0, 1), "levels: 0, must be at least 2");
        refused(() -> new Morris(2, 4, 5, 1), "levels: 5, must be even");
        refused(() -> new Morris(2, 1 << 30, 4, 1), "rows: 3221225472, must be at most 2147483647");
        refused(() -> new Saltelli(501, 4, 1, false), "dimension: 501, must be at most 500");
        refused(() -> new Saltelli(1, 4, 1, true), "dimension: 1, must be at least 2");
        refused(() -> new Saltelli(2, 0, 1, true), "base: 0, must be at least 1");
        refused(() -> new Saltelli(2, 1 << 30, 1, false), "rows: 4294967296, must be at most 2147483647");
        refused(() -> new FullFactorial(), "factors: 0, must be at least 1");
        refused(() -> new FullFactorial(2, 0), "levels[1]: 0, must be at least 1");
        refused(() -> new FullFactorial(1 << 16, 1 << 16), "combinations: 4294967296, must be at most 2147483647");
        refused(() -> new FullFactorial(2, 3).levels(2), "factor: 2, must be at most 1");
        refused(() -> FractionalFactorial.ofResolution(16, 3), "factors: 16, must be at most 15");
        refused(() -> FractionalFactorial.ofResolution(5, 6), "resolution: 6, must be at most 5");
    }

    private static void refused(Runnable design, String message) {
        assertThatThrownBy(design::run).isInstanceOf(IllegalArgumentException.class).hasMessage(message);
    }

    private static double[][] rows(Design.OfPoints design) {
        return IntStream.range(0, design.size()).mapToObj(design::row).toArray(double[][]::new);
    }
}
