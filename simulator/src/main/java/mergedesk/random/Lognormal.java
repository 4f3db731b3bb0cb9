package mergedesk.random;

/** Lognormal numbers: the exponential function of a normal number of mean {@code mu} and standard deviation {@code sigma}. */
public final class Lognormal {
    private Lognormal() {}

    /** The lognormal number of these bits. */
    public static double of(double mu, double sigma, long bits) {
        return Natural.exp(mu + sigma * Normal.of(bits));
    }
}
