package mergedesk.design;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import mergedesk.design.FractionalFactorial.Effect;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FractionalFactorialTest {
    /** Numbers of words of 3, 4 … letters: Chen, Sun, Wu 1993 for 8 .. 64 runs; Xu 2009 for 128. */
    @ParameterizedTest
    @CsvSource({
        "3, 3, 4, '1'",
        "4, 4, 8, '0 1'",
        "5, 3, 8, '2 1'",
        "6, 3, 8, '4 3'",
        "7, 3, 8, '7 7 0 0 1'",
        "9, 3, 16, '4 14 8 0 4 1'",
        "10, 3, 16, '8 18 16 8 8 5'",
        "11, 3, 16, '12 26 28 24 20 13 4'",
        "12, 3, 16, '16 39 48 48 48 39 16 0 0 1'",
        "15, 3, 16, '35 105 168 280 435 435 280 168 105 35 0 0 1'",
        "6, 4, 16, '0 3'",
        "7, 4, 16, '0 7'",
        "8, 4, 16, '0 14 0 0 0 1'",
        "8, 3, 16, '0 14 0 0 0 1'",
        "9, 4, 32, '0 6 8 0 0 1'",
        "10, 4, 32, '0 10 16 0 0 5'",
        "11, 4, 32, '0 25 0 27 0 10 0 1'",
        "5, 5, 16, '0 0 1'",
        "6, 5, 32, '0 0 0 1'",
        "7, 5, 64, '0 0 0 0 1'",
        "8, 5, 64, '0 0 2 1'",
        "9, 5, 128, '0 0 0 3'",
        "10, 5, 128, '0 0 3 3 1'",
        "11, 5, 128, '0 0 6 6 2 1'"
    })
    void hasThePublishedWordLengths(int factors, int resolution, int runs, String pattern) {
        FractionalFactorial design = FractionalFactorial.ofResolution(factors, resolution);
        assertThat(design.size()).isEqualTo(runs);
        int[] published = Arrays.stream(pattern.split(" ")).mapToInt(Integer::parseInt).toArray();
        assertThat(Arrays.copyOfRange(design.wordLengths(), 3, factors + 1)).containsExactly(Arrays.copyOf(published, factors - 2));
        assertThat(design.resolution()).hasValue(3 + IntStream.range(0, published.length).filter(i -> published[i] > 0).findFirst().orElseThrow());
    }

    /** The words of 2^m − 1 factors in 2^m runs are those of a Hamming code, whose numbers by length are the coefficients of ((1 + x)^n + n (1 + x)^((n−1)/2) (1 − x)^((n+1)/2)) ÷ (n + 1) [MacWilliams, Sloane 1977]. */
    @ParameterizedTest
    @CsvSource({"3", "7", "15"})
    void saturatedDesignsHaveTheWordsOfHammingCodes(int n) {
        long[] all = {1};
        long[] other = {1};
        for (int i = 0; i < n; i++) {
            all = times(all, 1);
            other = times(other, i < (n - 1) / 2 ? 1 : -1);
        }
        int[] words = FractionalFactorial.ofResolution(n, 3).wordLengths();
        for (int length = 1; length <= n; length++) {
            assertThat((long) words[length]).isEqualTo((all[length] + n * other[length]) / (n + 1));
        }
    }

    /** A polynomial times 1 + c x. */
    private static long[] times(long[] polynomial, long c) {
        long[] product = Arrays.copyOf(polynomial, polynomial.length + 1);
        for (int i = 0; i < polynomial.length; i++) {
            product[i + 1] += c * polynomial[i];
        }
        return product;
    }

    /** Fewest runs by resolution: 2^n > factors; factors ≤ 2^(n−1); and at most 5, 6, 8, 11, 17 factors in 16 .. 256 runs [Box, Hunter, Hunter 2005; Xu 2009]. */
    @Test
    void hasAsFewRunsAsItsResolutionAllows() {
        int[] mostOfFive = {0, 1, 2, 3, 5, 6, 8, 11, 17};
        for (int k = 1; k <= 15; k++) {
            int factors = k;
            assertThat(FractionalFactorial.ofResolution(k, 3).size()).isEqualTo(runs(n -> (1 << n) - 1 >= factors));
            assertThat(FractionalFactorial.ofResolution(k, 4).size()).isEqualTo(runs(n -> n >= 1 && (1 << n - 1) >= factors));
            assertThat(FractionalFactorial.ofResolution(k, 5).size()).isEqualTo(runs(n -> mostOfFive[n] >= factors));
        }
    }

    private static int runs(java.util.function.IntPredicate enough) {
        return 1 << IntStream.range(0, 9).filter(enough).findFirst().orElseThrow();
    }

    /** The definition of strength: at resolution R the levels of any R − 1 factors come in all combinations, equally often. Counted in the rows, with no use of words. */
    @Test
    void anyFactorsFewerThanTheResolutionTakeAllCombinationsEquallyOften() {
        for (int k = 2; k <= 15; k++) {
            for (int resolution = 3; resolution <= 5; resolution++) {
                FractionalFactorial design = FractionalFactorial.ofResolution(k, resolution);
                int[][] rows = IntStream.range(0, design.size()).mapToObj(design::row).toArray(int[][]::new);
                assertThat(Arrays.stream(rows).map(Arrays::toString).distinct().count()).isEqualTo(rows.length);
                int strength = Math.min(resolution - 1, k);
                IntStream.range(0, 1 << k).filter(set -> Integer.bitCount(set) == strength).forEach(set -> assertBalanced(rows, set, strength));
            }
        }
    }

    private static void assertBalanced(int[][] rows, int set, int strength) {
        int[] counts = new int[1 << strength];
        for (int[] row : rows) {
            int cell = 0;
            for (int rest = set; rest != 0; rest &= rest - 1) {
                cell = cell << 1 | row[Integer.numberOfTrailingZeros(rest)];
            }
            counts[cell]++;
        }
        assertThat(counts).containsOnly(rows.length >> strength);
    }

    /** All words, counted from the rows: products of factors that are the same in all runs. Of 13 to 15 factors too, whose generators stand in a table. */
    @Test
    void wordLengthsAreThoseOfTheRows() {
        for (int k = 4; k <= 15; k++) {
            for (int resolution = 3; resolution <= 5; resolution++) {
                FractionalFactorial design = FractionalFactorial.ofResolution(k, resolution);
                int[] minuses = IntStream.range(0, design.size()).map(row -> minuses(design.row(row))).toArray();
                int[] lengths = new int[k + 1];
                for (int word = 1; word < 1 << k; word++) {
                    int product = word;
                    int parity = Integer.bitCount(minuses[0] & word) & 1;
                    if (Arrays.stream(minuses).allMatch(row -> (Integer.bitCount(row & product) & 1) == parity)) {
                        lengths[Integer.bitCount(word)]++;
                    }
                }
                assertThat(design.wordLengths()).containsExactly(lengths);
                assertThat(Arrays.stream(lengths).sum()).isEqualTo((1 << k) / design.size() - 1);
            }
        }
    }

    private static int minuses(int[] levels) {
        return IntStream.range(0, levels.length).map(factor -> 1 - levels[factor] << factor).sum();
    }

    @Test
    void smallDesignsHaveTheGeneratorsOfTheBooks() {
        assertThat(FractionalFactorial.ofResolution(7, 3).generators()).isEqualTo("D=AB, E=AC, F=BC, G=ABC");
        assertThat(FractionalFactorial.ofResolution(5, 5).generators()).isEqualTo("E=ABCD");
        assertThat(FractionalFactorial.ofResolution(8, 4).generators()).isEqualTo("E=ABC, F=ABD, G=ACD, H=BCD");
        assertThat(FractionalFactorial.ofResolution(4, 5).generators()).isEmpty();
        assertThat(FractionalFactorial.ofResolution(4, 5).resolution()).isEmpty();
        assertThat(FractionalFactorial.ofResolution(10, 3).row(0)).hasSize(10);
    }

    @Test
    void rowsFollowTheirGenerators() {
        FractionalFactorial design = FractionalFactorial.ofGenerators(5, "D=AB, E = -AC");
        assertThat(design.size()).isEqualTo(8);
        for (int row = 0; row < 8; row++) {
            int[] z = Arrays.stream(design.row(row)).map(level -> 2 * level - 1).toArray();
            assertThat(design.row(row)).startsWith(row >> 2, row >> 1 & 1, row & 1);
            assertThat(z[3]).isEqualTo(z[0] * z[1]);
            assertThat(z[4]).isEqualTo(-z[0] * z[2]);
        }
        assertThat(design.generators()).isEqualTo("D=AB, E=-AC");
        FractionalFactorial others = FractionalFactorial.ofGenerators(6, "A=BCD,F=-AE"); // A among the first letters; F by one that was generated
        assertThat(others.generators()).isEqualTo("A=BCD, F=-BCDE");
        assertThat(FractionalFactorial.ofGenerators(6, "E=-AB, F=-CE").generators()).isEqualTo("E=-AB, F=ABC");
        assertThat(FractionalFactorial.ofGenerators(3, " ").size()).isEqualTo(8);
    }

    /** Box, Hunter, Hunter 2005: in 2^(5−1) of E = ABCD nothing of up to two factors is confused; in 2^(4−1) of D = ABC the pairs AB = CD, AC = BD, AD = BC. */
    @Test
    void effectsAreConfusedAsPublished() {
        assertThat(FractionalFactorial.ofResolution(5, 5).aliases()).hasSize(15).allSatisfy((effect, others) -> assertThat(others).isEmpty());
        Map<Effect, List<FractionalFactorial.Alias>> half = FractionalFactorial.ofGenerators(4, "D=-ABC").aliases();
        assertThat(half.toString()).isEqualTo("{A=[], B=[], C=[], D=[], AB=[-CD], AC=[-BD], AD=[-BC], BC=[-AD], BD=[-AC], CD=[-AB]}");
        Map<Effect, List<FractionalFactorial.Alias>> screening = FractionalFactorial.ofResolution(7, 3).aliases();
        assertThat(screening.get(new Effect(0, -1)).toString()).isEqualTo("[BD, CE, FG]");
        assertThat(screening.get(new Effect(6, -1)).toString()).isEqualTo("[AF, BE, CD]");
        assertThat(screening.get(new Effect(0, 1)).toString()).isEqualTo("[D, CG, EF]");
    }

    /** Two effects are confused if and only if their columns in the rows are the same, or opposite. */
    @Test
    void aliasesAreThoseOfTheRows() {
        for (FractionalFactorial design : List.of(FractionalFactorial.ofResolution(10, 3), FractionalFactorial.ofGenerators(7, "E=-AB, F=BC, G=-EC"))) {
            design.aliases().forEach((effect, others) -> {
                for (Effect other : design.aliases().keySet()) {
                    int same = IntStream.range(0, design.size()).map(row -> sign(design.row(row), effect) * sign(design.row(row), other)).sum();
                    boolean negative = same < 0;
                    assertThat(others.contains(new FractionalFactorial.Alias(other, negative))).isEqualTo(Math.abs(same) == design.size() && !other.equals(effect));
                }
            });
        }
    }

    private static int sign(int[] levels, Effect effect) {
        return (2 * levels[effect.first()] - 1) * (effect.second() < 0 ? 1 : 2 * levels[effect.second()] - 1);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "D=ABC, E=-ABD | resolution 2, must be at least 3: two factors would move together in all runs",
        "D= | ~D=~ is not of the form D=ABC or D=-ABC",
        "D=AB, | ~~ is not of the form D=ABC or D=-ABC",
        "F=AB | ~F=AB~ names F, must name factors of ABCDE",
        "D=AI | ~D=AI~ names I, must name factors of ABCDE",
        "D=AB, D=AC | ~D=AC~ generates D again",
        "D=AAB | ~D=AAB~ has A twice",
        "D=DA | ~D=DA~ needs D, which is not generated before it",
        "D=EA, E=AB | ~D=EA~ needs E, which is not generated before it",
        "D=ABC, E=ABCD | ~E=ABCD~ leaves E the same in all runs"
    })
    void generatorsThatMakeNoDesignAreRefused(String generators, String why) {
        assertThatThrownBy(() -> FractionalFactorial.ofGenerators(5, generators))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("generators: \"" + generators + "\": " + why.replace('~', '"'));
    }
}
