package mergedesk.stats;

import java.math.BigInteger;
import java.util.Arrays;

/** Several sums of whole numbers and of their products, exact (192 bits each): what is made of them loses nothing, and no order of adding matters. */
final class WholeSums {
    private static final int LIMBS = 3;

    private long[] words; // each sum in three, the lowest first, two's complement

    WholeSums(int sums) {
        words = new long[LIMBS * sums];
    }

    /** Number of sums. */
    int count() {
        return words.length / LIMBS;
    }

    /** Makes room for further sums, of which nothing has been added yet. */
    void widen(int sums) {
        words = Arrays.copyOf(words, LIMBS * sums);
    }

    /** Makes some sums the same as others, one after the other. */
    void copy(int from, int to, int howMany) {
        System.arraycopy(words, LIMBS * from, words, LIMBS * to, LIMBS * howMany);
    }

    void add(int sum, long x) {
        add(sum, x >> 63, x);
    }

    void addProduct(int sum, long a, long b) {
        add(sum, Math.multiplyHigh(a, b), a * b);
    }

    private void add(int of, long high, long low) {
        int at = LIMBS * of;
        long sum = words[at] + low;
        long carry = Long.compareUnsigned(sum, low) < 0 ? 1 : 0;
        words[at] = sum;
        long middle = words[at + 1] + high;
        long carryOut = Long.compareUnsigned(middle, high) < 0 ? 1 : 0;
        middle += carry;
        carryOut += carry == 1 && middle == 0 ? 1 : 0;
        words[at + 1] = middle;
        words[at + 2] += (high >> 63) + carryOut;
    }

    BigInteger of(int sum) {
        byte[] bytes = new byte[LIMBS * Long.BYTES];
        for (int i = 0; i < bytes.length; i++) {
            bytes[bytes.length - 1 - i] = (byte) (words[LIMBS * sum + i / Long.BYTES] >> Byte.SIZE * (i % Long.BYTES));
        }
        return new BigInteger(bytes);
    }
}
