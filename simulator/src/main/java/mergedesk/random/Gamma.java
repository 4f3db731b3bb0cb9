package mergedesk.random;

/**
 * Gamma numbers of scale 1 by Marsaglia and Tsang (2000), "A simple method for generating gamma variables".
 *
 * <p>Shape 1 or more: d (1 + c Z)^3 with d = shape − 1/3, c = 1 / sqrt(9 d), accepted with probability above 95 %. Below 1: the number of
 * shape + 1 times U^(1/shape).
 */
public final class Gamma {
    private Gamma() {}

    /** The gamma number of this shape (above 0) and these bits. */
    public static double of(double shape, long bits) {
        if (shape < 1) {
            double boost = Natural.exp(Natural.log(Streams.uniform(bits)) / shape);
            return boost * of(shape + 1, Streams.next(bits));
        }
        double d = shape - 1.0 / 3;
        double c = 1 / Math.sqrt(9 * d);
        while (true) {
            double z = Normal.of(bits);
            double root = 1 + c * z;
            bits = Streams.next(Streams.next(bits) ^ Streams.GAMMA_ACCEPT);
            double u = Streams.uniform(bits);
            double v = root * root * root;
            if (root > 0 && Natural.log(u) < 0.5 * z * z + d - d * v + d * Natural.log(v)) {
                return d * v;
            }
            bits = Streams.next(bits);
        }
    }
}
