package mergedesk.stats;

import java.math.BigInteger;

/**
 * Sums over pairs of observations r = 1 … n that the difference of two ratios R − Q = Σx / Σy − Σu / Σv and its interval need. A mean is a ratio with a denominator of 1.
 *
 * <p>The interval is that of the mean of the linearised terms d = (x − R y) / ȳ − (u − Q v) / v̄, whose sum is 0. With capitals for sums,
 *
 * <pre>
 * Σd² = n² (E V⁴ − 2 C Y² V² + F Y⁴) / (Y⁴ V⁴)
 * E = Y² Σx² − 2 X Y Σxy + X² Σy²,   F = V² Σu² − 2 U V Σuv + U² Σv²,   C = Y V Σxu − Y U Σxv − X V Σyu + X U Σyv
 * </pre>
 *
 * <p>in whole numbers, which lose nothing (see {@link WholeSums}): not where two scenarios hardly differ, either. Memory: some 400 bytes, whatever n.
 */
final class PairSums {
    private static final int X = 0;
    private static final int Y = 1;
    private static final int XX = 2;
    private static final int XY = 3;
    private static final int YY = 4;
    private static final int U = 5;
    private static final int V = 6;
    private static final int UU = 7;
    private static final int UV = 8;
    private static final int VV = 9;
    private static final int XU = 10;
    private static final int XV = 11;
    private static final int YU = 12;
    private static final int YV = 13;
    private static final int COUNT = 14;

    private final WholeSums sums = new WholeSums(COUNT);

    /** The next pair: numerator and denominator of both, no denominator negative. */
    void add(long x, long y, long u, long v) {
        sums.add(X, x);
        sums.add(Y, y);
        sums.addProduct(XX, x, x);
        sums.addProduct(XY, x, y);
        sums.addProduct(YY, y, y);
        sums.add(U, u);
        sums.add(V, v);
        sums.addProduct(UU, u, u);
        sums.addProduct(UV, u, v);
        sums.addProduct(VV, v, v);
        sums.addProduct(XU, x, u);
        sums.addProduct(XV, x, v);
        sums.addProduct(YU, y, u);
        sums.addProduct(YV, y, v);
    }

    /** Of pairs x = u = 0 and y = v = 1. */
    static PairSums zeros(int pairs) {
        PairSums zeros = new PairSums();
        for (int sum : new int[] {Y, YY, V, VV, YV}) {
            zeros.sums.add(sum, pairs);
        }
        return zeros;
    }

    /** R times scale; NaN when its denominator sums to 0. */
    double value(double scale) {
        return ratio(X, Y) * scale;
    }

    /** Q times scale. */
    double base(double scale) {
        return ratio(U, V) * scale;
    }

    private double ratio(int above, int below) {
        return sums.of(above).doubleValue() / positive(sums.of(below).doubleValue());
    }

    private static double positive(double sum) {
        return sum == 0 ? Double.NaN : sum;
    }

    /** The difference times scale of n pairs, with its interval by the quantile {@code student}; empty when a denominator sums to 0. */
    Estimate estimate(int n, double student, double scale) {
        BigInteger y = sums.of(Y);
        BigInteger v = sums.of(V);
        if (y.signum() == 0 || v.signum() == 0) {
            return Estimate.EMPTY;
        }
        double value = value(scale) - base(scale);
        if (n < 2 || RatioSums.restsOnOne(y, sums.of(YY)) || RatioSums.restsOnOne(v, sums.of(VV))) {
            return new Estimate(value, Double.NaN, n, Estimate.Method.PAIRED);
        }
        double root = Math.sqrt(squares().doubleValue()) / square(y).doubleValue() / square(v).doubleValue();
        return new Estimate(value, student * root * n / Math.sqrt((double) n * (n - 1)) * scale, n, Estimate.Method.PAIRED);
    }

    /** Σd² Y⁴ V⁴ / n². */
    private BigInteger squares() {
        BigInteger x = sums.of(X);
        BigInteger y = sums.of(Y);
        BigInteger u = sums.of(U);
        BigInteger v = sums.of(V);
        BigInteger e = RatioSums.quadratic(x, y, sums.of(XX), sums.of(XY), sums.of(YY), 2);
        BigInteger f = RatioSums.quadratic(u, v, sums.of(UU), sums.of(UV), sums.of(VV), 2);
        BigInteger c = y.multiply(v).multiply(sums.of(XU))
                .subtract(y.multiply(u).multiply(sums.of(XV)))
                .subtract(x.multiply(v).multiply(sums.of(YU)))
                .add(x.multiply(u).multiply(sums.of(YV)));
        BigInteger yy = square(y);
        BigInteger vv = square(v);
        return e.multiply(square(vv)).subtract(c.multiply(yy).multiply(vv).shiftLeft(1)).add(f.multiply(square(yy)));
    }

    private static BigInteger square(BigInteger of) {
        return of.multiply(of);
    }
}
