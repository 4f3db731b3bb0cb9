package mergedesk.random;

/** Weibull numbers of scale 1: a power of an exponential number. */
public final class Weibull {
    private Weibull() {}

    /** The Weibull number of shape {@code 1 / inverseShape} of these bits. */
    public static double of(double inverseShape, long bits) {
        return Natural.exp(inverseShape * Natural.log(Exponential.of(bits)));
    }
}
