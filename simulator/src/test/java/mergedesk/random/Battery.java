package mergedesk.random;

import java.util.Arrays;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.commons.math3.distribution.BinomialDistribution;
import org.apache.commons.math3.distribution.NormalDistribution;
import org.apache.commons.math3.util.CombinatoricsUtils;

/**
 * The classical tests of random bits on one sequence of 64-bit words (Knuth 1997, section 3.3.2; Marsaglia 1985; L'Ecuyer and Simard 2007), each with
 * the probability of a smaller statistic under independent uniform bits. Tests that look at the upper bits look at the words turned round as well: the
 * ziggurats read the lower ones.
 */
final class Battery {
    private static final int LAGS = 64;

    private final long[] words;
    private final int bits; // words are a power of 2
    private final Map<String, Double> p = new LinkedHashMap<>();

    private Battery(long[] words) {
        this.words = words;
        bits = 31 - Integer.numberOfLeadingZeros(words.length);
    }

    /** Probabilities by test of a power of 2 of words, at least 2^18. */
    static Map<String, Double> of(long[] words) {
        Battery battery = new Battery(words);
        battery.wholeWords();
        battery.upperBits("");
        long[] turned = new long[words.length];
        Arrays.setAll(turned, i -> Long.reverse(words[i]));
        Battery lower = new Battery(turned);
        lower.upperBits(", low bits");
        battery.p.putAll(lower.p);
        return battery.p;
    }

    private void wholeWords() {
        p.put("balance of bits", balance());
        p.put("distance at 64 lags", distances());
        p.put("weight", weights());
        p.put("weights of pairs", weightsOfPairs());
        p.put("rank of 64 x 64 bits", ranks());
    }

    private void upperBits(String where) {
        for (int lag : new int[] {1, 2, 3, 8, 60}) {
            p.put("pairs at lag " + lag + where, pairs(lag));
        }
        p.put("quadruples" + where, quadruples());
        p.put("gaps" + where, gaps());
        p.put("orders of 5" + where, orders());
        p.put("runs" + where, runs());
        p.put("greatest of 8" + where, greatest());
        p.put("correlation at 64 lags" + where, correlations());
        p.put("collisions" + where, collisions());
        p.put("birthday spacings" + where, birthdays());
        if (bits > 21) {
            p.put("missing pairs (OPSO)" + where, missing());
        }
    }

    private double balance() {
        double chi = 0;
        for (int bit = 0; bit < 64; bit++) {
            double ones = 0;
            for (long word : words) {
                ones += word >>> bit & 1;
            }
            chi += (ones - words.length / 2.0) * (ones - words.length / 2.0) / (words.length / 4.0);
        }
        return Cells.chi(chi, 64);
    }

    private double distances() {
        double chi = 0;
        for (int lag = 1; lag <= LAGS; lag++) {
            double sum = 0;
            for (int i = lag; i < words.length; i++) {
                sum += Long.bitCount(words[i] ^ words[i - lag]) - 32;
            }
            chi += sum * sum / (16.0 * (words.length - lag));
        }
        return Cells.chi(chi, LAGS);
    }

    private double correlations() {
        double[] u = Arrays.stream(words).mapToDouble(word -> Streams.uniform(word) - 0.5).toArray();
        double chi = 0;
        for (int lag = 1; lag <= LAGS; lag++) {
            double sum = 0;
            for (int i = lag; i < words.length; i++) {
                sum += u[i] * u[i - lag];
            }
            chi += sum * sum * 144 / (words.length - lag);
        }
        return Cells.chi(chi, LAGS);
    }

    private double weights() {
        BinomialDistribution law = new BinomialDistribution(null, 64, 0.5);
        double[] expected = new double[65];
        long[] count = new long[65];
        Arrays.setAll(expected, k -> words.length * law.probability(k));
        for (long word : words) {
            count[Long.bitCount(word)]++;
        }
        return Cells.chi(count, expected);
    }

    private double weightsOfPairs() {
        BinomialDistribution law = new BinomialDistribution(null, 64, 0.5);
        int[] edge = {-1, 28, 30, 33, 35, 64};
        double[] share = new double[5];
        Arrays.setAll(share, i -> law.cumulativeProbability(edge[i + 1]) - law.cumulativeProbability(edge[i]));
        int[] kind = new int[65];
        Arrays.setAll(kind, weight -> (int) Arrays.stream(edge).filter(e -> e < weight).count() - 1);
        double[] expected = new double[25];
        long[] count = new long[25];
        Arrays.setAll(expected, i -> words.length / 2 * share[i / 5] * share[i % 5]);
        for (int i = 0; i < words.length; i += 2) {
            count[kind[Long.bitCount(words[i])] * 5 + kind[Long.bitCount(words[i + 1])]]++;
        }
        return Cells.chi(count, expected);
    }

    private double ranks() {
        long[] count = new long[3];
        for (int from = 0; from < words.length; from += 64) {
            count[Math.min(2, 64 - rank(Arrays.copyOfRange(words, from, from + 64)))]++;
        }
        double full = 1;
        for (int i = 1; i <= 64; i++) {
            full *= 1 - Math.pow(0.5, i);
        }
        double n = words.length / 64.0; // rank 63 is twice as likely as 64: 2^-1 / (1 - 2^-1)^2
        return Cells.chi(count, new double[] {n * full, n * 2 * full, n * (1 - 3 * full)});
    }

    private static int rank(long[] rows) {
        int rank = 0;
        for (int bit = 0; bit < 64; bit++) {
            int pivot = rank;
            while (pivot < 64 && (rows[pivot] >>> bit & 1) == 0) {
                pivot++;
            }
            if (pivot < 64) {
                long row = rows[pivot];
                rows[pivot] = rows[rank];
                rows[rank++] = row;
                for (int i = rank; i < 64; i++) {
                    rows[i] ^= (rows[i] >>> bit & 1) == 1 ? row : 0;
                }
            }
        }
        return rank;
    }

    /** Words that far apart, each in one pair only. */
    private double pairs(int lag) {
        int each = Math.min(8, (bits - 5) / 2);
        long[] count = new long[1 << 2 * each];
        long all = 0;
        for (int i = 0; i + 2 * lag <= words.length; i += 2 * lag) {
            for (int j = i; j < i + lag; j++) {
                count[(int) (words[j] >>> 64 - each) << each | (int) (words[j + lag] >>> 64 - each)]++;
                all++;
            }
        }
        return Cells.chi(count, Cells.even(count.length, all));
    }

    private double quadruples() {
        int each = (bits - 5) / 4;
        long[] count = new long[1 << 4 * each];
        for (int i = 0; i < words.length; i += 4) {
            int cell = 0;
            for (int j = i; j < i + 4; j++) {
                cell = cell << each | (int) (words[j] >>> 64 - each);
            }
            count[cell]++;
        }
        return Cells.chi(count, Cells.even(count.length, words.length / 4));
    }

    /** Words between two of the lowest sixteenth. */
    private double gaps() {
        long[] count = new long[512];
        int gap = 0;
        long all = 0;
        for (long word : words) {
            if (word >>> 60 == 0) {
                count[Math.min(gap, count.length - 1)]++;
                all++;
                gap = 0;
            } else {
                gap++;
            }
        }
        double[] expected = new double[count.length];
        for (int k = 0; k < expected.length; k++) {
            expected[k] = all * Math.pow(15 / 16.0, k) * (k == expected.length - 1 ? 1 : 1 / 16.0);
        }
        return Cells.chi(count, expected);
    }

    private double orders() {
        long[] count = new long[3125];
        for (int i = 0; i + 5 <= words.length; i += 5) {
            int order = 0;
            for (int j = i; j < i + 5; j++) {
                int smaller = 0;
                for (int k = i; k < i + 5; k++) {
                    smaller += Long.compareUnsigned(words[k], words[j]) < 0 ? 1 : 0;
                }
                order = order * 5 + smaller;
            }
            count[order]++;
        }
        long[] seen = Arrays.stream(count).filter(c -> c > 0).toArray(); // ties have probability 0
        return Cells.chi(Arrays.copyOf(seen, 120), Cells.even(120, words.length / 5));
    }

    /** Lengths of ascending runs; the word after a run is left out, so that runs are independent (Knuth, exercise 3.3.2-14). */
    private double runs() {
        long[] count = new long[8];
        long all = 0;
        int length = 1;
        for (int i = 1; i < words.length; i++) {
            if (Long.compareUnsigned(words[i], words[i - 1]) > 0) {
                length++;
            } else {
                count[Math.min(length, 8) - 1]++;
                all++;
                length = 1;
                i++;
            }
        }
        double[] expected = new double[8];
        for (int r = 1; r <= 8; r++) {
            double longer = r == 8 ? 0 : 1 / CombinatoricsUtils.factorialDouble(r + 1);
            expected[r - 1] = all * (1 / CombinatoricsUtils.factorialDouble(r) - longer);
        }
        return Cells.chi(count, expected);
    }

    private double greatest() {
        long[] count = new long[256];
        for (int i = 0; i < words.length; i += 8) {
            double greatest = 0;
            for (int j = i; j < i + 8; j++) {
                greatest = Math.max(greatest, Streams.uniform(words[j]));
            }
            count[(int) (256 * Math.pow(greatest, 8))]++;
        }
        return Cells.chi(count, Cells.even(256, words.length / 8));
    }

    /** Words in cells that others are in already, where 512 are expected. */
    private double collisions() {
        long[] cell = new long[words.length];
        Arrays.setAll(cell, i -> words[i] >>> 64 - (2 * bits - 10));
        double cells = Math.pow(2, 2 * bits - 10);
        double expected = words.length + cells * Math.expm1(words.length * Math.log1p(-1 / cells));
        return Cells.poisson(words.length - Arrays.stream(cell).sorted().distinct().count(), expected);
    }

    /** Equal spacings between 4096 birthdays in a year of 2^32 days: 4 a year. */
    private double birthdays() {
        int people = 4096;
        long equal = 0;
        for (int from = 0; from < words.length; from += people) {
            long[] day = new long[people];
            for (int i = 0; i < people; i++) {
                day[i] = words[from + i] >>> 32;
            }
            Arrays.sort(day);
            long[] spacing = new long[people];
            for (int i = 0; i < people; i++) {
                spacing[i] = i == 0 ? day[0] + (1L << 32) - day[people - 1] : day[i] - day[i - 1];
            }
            equal += people - Arrays.stream(spacing).sorted().distinct().count();
        }
        return Cells.poisson(equal, 4.0 * words.length / people);
    }

    /** Pairs of 10-bit letters that 2^21 overlapping pairs lack (Marsaglia 1985: normal, mean 141,909, deviation 290). */
    private double missing() {
        BitSet seen = new BitSet(1 << 20);
        for (int i = 0; i < 1 << 21; i++) {
            seen.set((int) (words[i] >>> 54) << 10 | (int) (words[i + 1] >>> 54));
        }
        int missing = (1 << 20) - seen.cardinality();
        return new NormalDistribution(null, 141_909.33, 290.46).cumulativeProbability(missing);
    }
}
