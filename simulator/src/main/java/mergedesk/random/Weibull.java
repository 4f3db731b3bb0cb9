package mergedesk.random;

import org.apache.commons.math3.util.FastMath;

/** Weibull numbers of scale 1: a power of an exponential number. */
public final class Weibull {
    private Weibull() {}

    /** The Weibull number of shape {@code 1 / inverseShape} of these bits. */
    public static double of(double inverseShape, long bits) {
        return FastMath.exp(inverseShape * FastMath.log(Exponential.of(bits))); // FastMath.pow allocates
    }
}
