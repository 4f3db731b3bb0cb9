package mergedesk.kernel;

import java.util.Arrays;

/** A set of small numbers, one bit each, 64 to a word: groups with somebody idle, queues with somebody waiting. */
final class Bits {
    private static final int WORD_SHIFT = 6;

    final long[] words;

    Bits(int size) {
        words = new long[wordOf(size) + 1];
    }

    /** The word in which the number's bit is. */
    static int wordOf(int number) {
        return number >> WORD_SHIFT;
    }

    /** The number's bit within its word. */
    static long bit(int number) {
        return 1L << number;
    }

    /** The lowest number of those whose bits in this word are {@code some}, which is not 0. */
    static int lowest(int word, long some) {
        return (word << WORD_SHIFT) + Long.numberOfTrailingZeros(some);
    }

    void add(int number) {
        words[wordOf(number)] |= bit(number);
    }

    void remove(int number) {
        words[wordOf(number)] &= ~bit(number);
    }

    boolean has(int number) {
        return (words[wordOf(number)] & bit(number)) != 0;
    }

    void clear() {
        Arrays.fill(words, 0);
    }
}
