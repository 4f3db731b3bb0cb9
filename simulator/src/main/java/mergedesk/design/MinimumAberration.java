package mergedesk.design;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/**
 * Searches the two-level fraction with the fewest runs that reaches a resolution, and among those one of minimum aberration [Fries, Hunter 1980]: with the fewest words of 3 letters, among these the fewest of 4, and so on.
 *
 * <p>Any k − p factors that are not confused with one another may be called the first, so the search goes through all sets of p products of k − p letters, and leaves a branch as soon as it has a word that is too short or more short words than the best
 * design so far: more factors only add words. Exact, and a matter of milliseconds, but for designs of 256 runs: these stand in a table. The patterns agree with those published [Box, Hunter, Hunter 2005, table 6.22; Chen, Sun, Wu 1993; Xu 2009].
 *
 * <p>A product of first factors is a number with one bit for each, the highest for A.
 */
final class MinimumAberration {
    static final int MOST_FACTORS = 15;
    static final int LEAST_RESOLUTION = 3;
    static final int MOST_RESOLUTION = 5;

    /** Of 256 runs and resolution V or VI, for 12, 13 … factors. Found by this search without a limit of time. */
    private static final int[][] LARGE = {
        {31, 103, 171, 213}, {15, 113, 182, 218, 237}, {15, 51, 85, 154, 240, 236}, {15, 51, 85, 106, 195, 157, 186}
    };
    private static final int FIRST_LARGE = 12;

    private final int resolution;
    private final int[] candidates;
    private final int[] chosen;
    private final int[] sums; // of each set of chosen products: the first factors in their common product
    private int[] best;
    private int[] bestLengths;

    private MinimumAberration(int factors, int runsLog, int resolution) {
        this.resolution = resolution;
        chosen = new int[factors - runsLog];
        sums = new int[1 << chosen.length];
        candidates = IntStream.range(1, 1 << runsLog)
                .filter(product -> Integer.bitCount(product) >= resolution - 1)
                .boxed()
                .sorted(Comparator.<Integer>comparingInt(Integer::bitCount).thenComparing(Comparator.reverseOrder()))
                .mapToInt(product -> product)
                .toArray();
        extend(0, 0, new int[factors + 1]);
    }

    /** The products that the last p factors are; the number of first factors is what is left of {@code factors}. None for a full factorial. */
    static int[] products(int factors, int resolution) {
        Require.between(1, MOST_FACTORS, "factors", factors);
        Require.between(LEAST_RESOLUTION, MOST_RESOLUTION, "resolution", resolution);
        if (resolution == MOST_RESOLUTION && factors >= FIRST_LARGE) {
            return LARGE[factors - FIRST_LARGE].clone();
        }
        int runsLog = Integer.SIZE - Integer.numberOfLeadingZeros(factors); // fewer runs than factors + 1 confuse main effects
        while (true) {
            int[] found = new MinimumAberration(factors, Math.min(runsLog, factors), resolution).best;
            if (found != null) {
                return found;
            }
            runsLog++;
        }
    }

    private void extend(int depth, int from, int[] lengths) {
        if (depth == chosen.length) {
            best = chosen.clone();
            bestLengths = lengths;
            return;
        }
        for (int i = from; i <= candidates.length - (chosen.length - depth); i++) {
            int[] more = lengths.clone();
            if (add(depth, candidates[i], more) && (best == null || Arrays.compare(more, bestLengths) < 0)) {
                chosen[depth] = candidates[i];
                extend(depth + 1, i + 1, more);
            }
        }
    }

    /** Counts the words that a further product makes with those before; false as soon as one is too short. */
    private boolean add(int depth, int product, int[] lengths) {
        int sets = 1 << depth;
        for (int set = 0; set < sets; set++) {
            int sum = sums[set] ^ product;
            int length = Integer.bitCount(set) + 1 + Integer.bitCount(sum);
            if (length < resolution) {
                return false;
            }
            sums[sets + set] = sum;
            lengths[length]++;
        }
        return true;
    }
}
