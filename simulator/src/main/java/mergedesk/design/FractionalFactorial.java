package mergedesk.design;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * A regular two-level fraction 2^(k−p) [Box, Hunter 1961; Box, Hunter, Hunter 2005, chapter 6]: k − p factors take all combinations of their two levels, each of the other p is a product of some of them, with levels counted as −1 and +1.
 *
 * <p>So effects are confused: a mean difference that shows for one is the sum of the effects of all its aliases, with their signs. Products of factors that are the same in all runs are the words of the defining relation; the shortest has as many letters as
 * the resolution says. III: main effects are confused with two-factor interactions. IV: with interactions of three factors, but two-factor interactions with one another. V: these with interactions of three.
 *
 * <p>Level 0 is −1, level 1 is +1. Of the factors without a generator, the first changes slowest.
 */
public final class FractionalFactorial implements Design.OfLevels {
    private final int[] columns;
    private final boolean[] negative;
    private final boolean[] generated;
    private final int first; // how many are not
    private final int[] wordLengths;

    /**
     * A main effect or an interaction of two factors.
     *
     * @param second −1 for the main effect of {@code first}, otherwise above {@code first}
     */
    public record Effect(int first, int second) {
        /** Factors as letters: A, B … without I; an interaction as AB. */
        @Override
        public String toString() {
            return letter(first) + (second < 0 ? "" : letter(second));
        }

        private static String letter(int factor) {
            return Generators.LETTERS.substring(factor, factor + 1);
        }
    }

    /**
     * An effect that cannot be told from another.
     *
     * @param negative whether it is the difference of the two that shows, not the sum
     */
    public record Alias(Effect effect, boolean negative) {
        @Override
        public String toString() {
            return (negative ? "-" : "") + effect;
        }
    }

    private FractionalFactorial(int[] columns, boolean[] negative, boolean[] generated) {
        this.columns = columns;
        this.negative = negative;
        this.generated = generated;
        first = columns.length - (int) generated().count();
        wordLengths = countWords();
    }

    /**
     * The smallest fraction of a resolution, one of minimum aberration: as few words as possible of the least length, then of the next.
     *
     * @param factors 1 .. 15
     * @param resolution 3 .. 5, reached or exceeded
     */
    public static FractionalFactorial ofResolution(int factors, int resolution) {
        int[] products = MinimumAberration.products(factors, resolution);
        int first = factors - products.length;
        int[] columns = IntStream.range(0, factors).map(factor -> factor < first ? 1 << first - 1 - factor : products[factor - first]).toArray();
        boolean[] generated = new boolean[factors];
        Arrays.fill(generated, first, factors, true);
        return new FractionalFactorial(columns, new boolean[factors], generated);
    }

    /**
     * The fraction of some generators, as {@code "D=AB, E=-AC"}; without any, the full factorial.
     *
     * @param factors 1 .. 25, named by the letters A, B … without I
     * @param generators of factors in any order, each by factors without a generator, or generated before
     * @throws IllegalArgumentException also if two factors would move together in all runs: a resolution below III
     */
    public static FractionalFactorial ofGenerators(int factors, String generators) {
        Generators read = new Generators(factors, generators);
        FractionalFactorial design = new FractionalFactorial(read.columns, read.negative, read.generated);
        if (design.resolution().orElse(Integer.MAX_VALUE) < MinimumAberration.LEAST_RESOLUTION) {
            throw new IllegalArgumentException("generators: \"" + generators + "\": resolution " + design.resolution().getAsInt() + ", must be at least 3: two factors would move together in all runs");
        }
        return design;
    }

    @Override
    public int dimension() {
        return columns.length;
    }

    @Override
    public int size() {
        return 1 << first;
    }

    @Override
    public int levels(int factor) {
        Require.index("factor", factor, columns.length);
        return 2;
    }

    @Override
    public int[] row(int row) {
        int minuses = ~Require.index("row", row, size());
        int[] levels = new int[columns.length];
        for (int factor = 0; factor < levels.length; factor++) {
            boolean minus = Integer.bitCount(minuses & columns[factor]) % 2 == 1;
            levels[factor] = minus == negative[factor] ? 1 : 0;
        }
        return levels;
    }

    /** Letters of the shortest word of the defining relation; empty for a full factorial, which confuses nothing. */
    public OptionalInt resolution() {
        return IntStream.range(1, wordLengths.length).filter(length -> wordLengths[length] > 0).findFirst();
    }

    /** How many words of the defining relation have 0, 1, 2 … letters: the word length pattern. */
    public int[] wordLengths() {
        return wordLengths.clone();
    }

    /** How the factors that are no first ones follow from those, as {@link #ofGenerators} takes it; empty for a full factorial. */
    public String generators() {
        return generated().mapToObj(this::generator).collect(Collectors.joining(", "));
    }

    /**
     * For each main effect, then each interaction of two factors, in order: the other ones that it is confused with. None if only with interactions of three factors or more.
     */
    public Map<Effect, List<Alias>> aliases() {
        List<Effect> effects = effects();
        Map<Integer, List<Effect>> byColumn = new LinkedHashMap<>();
        effects.forEach(effect -> byColumn.computeIfAbsent(column(effect), column -> new ArrayList<>()).add(effect));
        Map<Effect, List<Alias>> aliases = new LinkedHashMap<>();
        for (Effect effect : effects) {
            aliases.put(effect, byColumn.get(column(effect)).stream()
                    .filter(other -> !other.equals(effect))
                    .map(other -> new Alias(other, isNegative(effect) != isNegative(other)))
                    .toList());
        }
        return Collections.unmodifiableMap(aliases);
    }

    private List<Effect> effects() {
        List<Effect> effects = new ArrayList<>();
        for (int i = 0; i < columns.length; i++) {
            effects.add(new Effect(i, -1));
        }
        for (int i = 0; i < columns.length; i++) {
            for (int j = i + 1; j < columns.length; j++) {
                effects.add(new Effect(i, j));
            }
        }
        return effects;
    }

    private int column(Effect effect) {
        return columns[effect.first()] ^ (effect.second() < 0 ? 0 : columns[effect.second()]);
    }

    private boolean isNegative(Effect effect) {
        return negative[effect.first()] ^ (effect.second() >= 0 && negative[effect.second()]);
    }

    private IntStream generated() {
        return IntStream.range(0, columns.length).filter(factor -> generated[factor]);
    }

    private String generator(int factor) {
        String product = IntStream.range(0, columns.length)
                .filter(other -> !generated[other] && (columns[factor] & columns[other]) != 0)
                .mapToObj(Effect::letter)
                .collect(Collectors.joining());
        return Effect.letter(factor) + (negative[factor] ? "=-" : "=") + product;
    }

    /** Each set of generated factors is one word: these factors, and the first ones in their common product. */
    private int[] countWords() {
        int[] products = generated().map(factor -> columns[factor]).toArray();
        int[] lengths = new int[columns.length + 1];
        int sum = 0;
        for (int set = 1; set < 1 << products.length; set++) {
            sum ^= products[Integer.numberOfTrailingZeros(set)]; // sets in the order of the Gray code
            lengths[Integer.bitCount(set ^ set >> 1) + Integer.bitCount(sum)]++;
        }
        return lengths;
    }
}
