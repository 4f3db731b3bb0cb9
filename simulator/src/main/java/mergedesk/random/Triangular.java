package mergedesk.random;

/** Triangular numbers on [0, 1]: the inverse of their distribution function, x² ÷ mode below the mode and 1 − (1 − x)² ÷ (1 − mode) above. */
public final class Triangular {
    private Triangular() {}

    /** The triangular number of these bits whose density is highest at {@code mode}, 0 to 1. */
    public static double of(double mode, long bits) {
        double u = Streams.uniform(bits);
        return u < mode ? Math.sqrt(u * mode) : 1 - Math.sqrt((1 - u) * (1 - mode));
    }
}
