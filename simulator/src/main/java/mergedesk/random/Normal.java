package mergedesk.random;

/**
 * Standard normal numbers by the ziggurat of Marsaglia and Tsang (2000) with 256 layers; see {@link Exponential} for the method. The low
 * byte chooses the layer, the next bit the sign, 53 bits the position; the tail is drawn by Marsaglia's method (1964).
 */
public final class Normal {
    private static final int LAYERS = 256;
    private static final double TAIL = 3.6541528853610088;
    private static final double AREA = 0.00492867323399;
    private static final double SCALE = 0x1.0p53;

    private static final long[] SURE = new long[LAYERS];
    private static final double[] WIDTH = new double[LAYERS];
    private static final double[] HEIGHT = new double[LAYERS];

    static {
        double edge = TAIL;
        double q = AREA / density(TAIL);
        SURE[0] = (long) (TAIL / q * SCALE);
        WIDTH[0] = q / SCALE;
        WIDTH[LAYERS - 1] = TAIL / SCALE;
        HEIGHT[0] = 1;
        HEIGHT[LAYERS - 1] = density(TAIL);
        for (int i = LAYERS - 2; i >= 1; i--) {
            double outer = edge;
            edge = StrictMath.sqrt(-2 * StrictMath.log(AREA / outer + density(outer)));
            SURE[i + 1] = (long) (edge / outer * SCALE);
            HEIGHT[i] = density(edge);
            WIDTH[i] = edge / SCALE;
        }
        SURE[1] = 0;
    }

    private Normal() {}

    /** The normal number of these bits. */
    public static double of(long bits) {
        while (true) {
            int layer = (int) bits & (LAYERS - 1);
            double sign = (bits & LAYERS) == 0 ? 1 : -1;
            long position = bits >>> 11;
            double x = position * WIDTH[layer];
            if (position < SURE[layer]) {
                return sign * x;
            }
            bits = Streams.next(bits);
            if (layer == 0) {
                return sign * tail(bits);
            }
            double y = HEIGHT[layer] + (HEIGHT[layer - 1] - HEIGHT[layer]) * Streams.uniform(bits);
            if (y < Natural.exp(-0.5 * x * x)) {
                return sign * x;
            }
            bits = Streams.next(bits);
        }
    }

    private static double tail(long bits) {
        while (true) {
            double x = -Natural.log(Streams.uniform(bits)) / TAIL;
            bits = Streams.next(bits);
            double y = -Natural.log(Streams.uniform(bits));
            if (y + y > x * x) {
                return TAIL + x;
            }
            bits = Streams.next(bits);
        }
    }

    private static double density(double x) {
        return StrictMath.exp(-0.5 * x * x);
    }
}
