package mergedesk.stats;

import java.math.BigInteger;

/**
 * Sums over observations r = 1 … n that a ratio R = Σx / Σy and its interval need: Σx, Σy, Σx², Σxy, Σy², and of neighbours Σx(r)x(r−1), Σ(x(r)y(r−1) + x(r−1)y(r)), Σy(r)y(r−1). A mean
 * is a ratio with y = 1.
 *
 * <p>Numbers are whole and sums exact ({@link WholeSums}), so that Σ(x − R y)² = (Y² Σx² − 2 X Y Σxy + X² Σy²) / Y² loses nothing, although its terms are many times larger than it is. Memory: some 200 bytes, whatever n.
 */
final class RatioSums {
    private static final int X = 0;
    private static final int Y = 1;
    private static final int XX = 2;
    private static final int XY = 3;
    private static final int YY = 4;
    private static final int COUNT = 5;
    private static final int LAG_XX = 5;
    private static final int LAG_XY = 6;
    private static final int LAG_YY = 7;
    private static final int COUNT_WITH_NEIGHBOURS = 8;

    private final WholeSums sums = new WholeSums(COUNT);
    private long lastX;
    private long lastY;

    /** The next observation; {@code follows}: it is the neighbour of the one before, in the same replication. */
    void add(long x, long y, boolean follows) {
        sums.add(X, x);
        sums.add(Y, y);
        sums.addProduct(XX, x, x);
        sums.addProduct(XY, x, y);
        sums.addProduct(YY, y, y);
        if (follows) {
            widen();
            sums.addProduct(LAG_XX, x, lastX);
            sums.addProduct(LAG_XY, x, lastY);
            sums.addProduct(LAG_XY, lastX, y);
            sums.addProduct(LAG_YY, y, lastY);
        }
        lastX = x;
        lastY = y;
    }

    private void widen() {
        if (sums.count() == COUNT) {
            sums.widen(COUNT_WITH_NEIGHBOURS);
        }
    }

    /** Of observations x = 0 and y = 1, among them pairs of neighbours. */
    static RatioSums zeros(int observations, int pairs) {
        RatioSums zeros = new RatioSums();
        zeros.sums.add(Y, observations);
        zeros.sums.add(YY, observations);
        zeros.lastY = 1;
        if (pairs > 0) {
            zeros.widen();
            zeros.sums.add(LAG_YY, pairs);
        }
        return zeros;
    }

    /** Σx. */
    double above() {
        return sums.of(X).doubleValue();
    }

    /** Σy. */
    double below() {
        return sums.of(Y).doubleValue();
    }

    /** The ratio times scale of n observations, with its interval by the quantile {@code student}; empty when y sums to 0. */
    Estimate estimate(int n, double student, double scale, Estimate.Method method) {
        return estimate(sums.of(X), sums.of(Y), sums.of(XX), sums.of(XY), sums.of(YY), n, student, scale, method);
    }

    /** The same from the sums, wherever they stand. */
    static Estimate estimate(BigInteger x, BigInteger y, BigInteger xx, BigInteger xy, BigInteger yy, int n, double student, double scale, Estimate.Method method) {
        if (y.signum() == 0) {
            return Estimate.EMPTY;
        }
        double ratio = x.doubleValue() / y.doubleValue();
        if (n < 2 || restsOnOne(y, yy)) {
            return new Estimate(ratio * scale, Double.NaN, n, method);
        }
        double rest = Math.sqrt(quadratic(x, y, xx, xy, yy, 2).doubleValue()) / Math.abs(y.doubleValue());
        double halfWidth = student * rest / Math.sqrt((double) n * (n - 1)) * n / y.doubleValue();
        return new Estimate(ratio * scale, halfWidth * scale, n, method);
    }

    /** Whether y is other than 0 in one observation only: Y² = Σy², as no y is negative. */
    static boolean restsOnOne(BigInteger y, BigInteger yy) {
        return y.multiply(y).equals(yy);
    }

    /** Y² a − k X Y b + X² c: Y² times the sum of products of deviations x − R y, whose k terms of mixed products are in b together or twice there. */
    static BigInteger quadratic(BigInteger x, BigInteger y, BigInteger a, BigInteger b, BigInteger c, int k) {
        return y.multiply(y).multiply(a)
                .subtract(x.multiply(y).multiply(b).multiply(BigInteger.valueOf(k)))
                .add(x.multiply(x).multiply(c));
    }

    private double deviations(int a, int b, int c, int k) {
        return quadratic(sums.of(X), sums.of(Y), sums.of(a), sums.of(b), sums.of(c), k).doubleValue();
    }

    /** Correlation of neighbours in their deviations from the ratio: {@code pairs} of n observations; 0 without any. */
    double correlation(int n, int pairs) {
        double squares = deviations(XX, XY, YY, 2);
        return sums.count() == COUNT || squares == 0 ? 0 : deviations(LAG_XX, LAG_XY, LAG_YY, 1) / pairs / (squares / n);
    }
}
