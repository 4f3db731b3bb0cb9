package mergedesk.stats;

import java.math.BigInteger;
import java.util.Arrays;

/**
 * Sums over observations r = 1 … n that a ratio R = Σx / Σy and its interval need: Σx, Σy, Σx², Σxy, Σy², and of neighbours Σx(r)x(r−1), Σ(x(r)y(r−1) + x(r−1)y(r)), Σy(r)y(r−1). A mean
 * is a ratio with y = 1.
 *
 * <p>Numbers are whole and sums exact (192 bits), so that Σ(x − R y)² = (Y² Σx² − 2 X Y Σxy + X² Σy²) / Y² loses nothing, although its terms are many times larger than it is; and so
 * that no order of adding matters. Memory: some 200 bytes, whatever n.
 */
final class RatioSums {
    private static final int LIMBS = 3;
    private static final int X = 0;
    private static final int Y = 3;
    private static final int XX = 6;
    private static final int XY = 9;
    private static final int YY = 12;
    private static final int WORDS = 15;
    private static final int LAG_XX = 15;
    private static final int LAG_XY = 18;
    private static final int LAG_YY = 21;
    private static final int WORDS_WITH_NEIGHBOURS = 24;

    private long[] words = new long[WORDS]; // each sum in three, the lowest first, two's complement
    private long lastX;
    private long lastY;

    /** The next observation; {@code follows}: it is the neighbour of the one before, in the same replication. */
    void add(long x, long y, boolean follows) {
        add(X, x >> 63, x);
        add(Y, y >> 63, y);
        addProduct(XX, x, x);
        addProduct(XY, x, y);
        addProduct(YY, y, y);
        if (follows) {
            words = words.length == WORDS ? Arrays.copyOf(words, WORDS_WITH_NEIGHBOURS) : words;
            addProduct(LAG_XX, x, lastX);
            addProduct(LAG_XY, x, lastY);
            addProduct(LAG_XY, lastX, y);
            addProduct(LAG_YY, y, lastY);
        }
        lastX = x;
        lastY = y;
    }

    /** Of observations x = 0 and y = 1, among them pairs of neighbours. */
    static RatioSums zeros(int observations, int pairs) {
        RatioSums sums = new RatioSums();
        sums.add(Y, 0, observations);
        sums.add(YY, 0, observations);
        sums.lastY = 1;
        if (pairs > 0) {
            sums.words = Arrays.copyOf(sums.words, WORDS_WITH_NEIGHBOURS);
            sums.add(LAG_YY, 0, pairs);
        }
        return sums;
    }

    RatioSums copy() {
        RatioSums copy = new RatioSums();
        copy.words = words.clone();
        copy.lastX = lastX;
        copy.lastY = lastY;
        return copy;
    }

    private void addProduct(int at, long a, long b) {
        add(at, Math.multiplyHigh(a, b), a * b);
    }

    private void add(int at, long high, long low) {
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

    private BigInteger sum(int at) {
        byte[] bytes = new byte[LIMBS * Long.BYTES];
        for (int i = 0; i < bytes.length; i++) {
            bytes[bytes.length - 1 - i] = (byte) (words[at + i / Long.BYTES] >> Byte.SIZE * (i % Long.BYTES));
        }
        return new BigInteger(bytes);
    }

    /** Σx. */
    double above() {
        return sum(X).doubleValue();
    }

    /** Σy. */
    double below() {
        return sum(Y).doubleValue();
    }

    /** The ratio times scale of n observations, with its interval by the quantile {@code student}; empty when y sums to 0. */
    Estimate estimate(int n, double student, double scale, Estimate.Method method) {
        BigInteger y = sum(Y);
        if (y.signum() == 0) {
            return Estimate.EMPTY;
        }
        double ratio = sum(X).doubleValue() / y.doubleValue();
        if (n < 2 || restsOnOne()) {
            return new Estimate(ratio * scale, Double.NaN, n, method);
        }
        double rest = Math.sqrt(quadratic(XX, XY, YY, 2).doubleValue()) / Math.abs(y.doubleValue());
        double halfWidth = student * rest / Math.sqrt((double) n * (n - 1)) * n / y.doubleValue();
        return new Estimate(ratio * scale, halfWidth * scale, n, method);
    }

    /** Whether y is other than 0 in one observation only: Y² = Σy², as no y is negative. */
    private boolean restsOnOne() {
        BigInteger y = sum(Y);
        return y.multiply(y).equals(sum(YY));
    }

    /** Y² a − k X Y b + X² c: Y² times the sum of products of deviations x − R y, whose k terms of mixed products are in b together or twice there. */
    private BigInteger quadratic(int a, int b, int c, int k) {
        BigInteger x = sum(X);
        BigInteger y = sum(Y);
        return y.multiply(y).multiply(sum(a))
                .subtract(x.multiply(y).multiply(sum(b)).multiply(BigInteger.valueOf(k)))
                .add(x.multiply(x).multiply(sum(c)));
    }

    /** Correlation of neighbours in their deviations from the ratio: {@code pairs} of n observations; 0 without any. */
    double correlation(int n, int pairs) {
        double squares = quadratic(XX, XY, YY, 2).doubleValue();
        return words.length == WORDS || squares == 0 ? 0 : quadratic(LAG_XX, LAG_XY, LAG_YY, 1).doubleValue() / pairs / (squares / n);
    }
}
