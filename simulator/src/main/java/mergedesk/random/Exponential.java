package mergedesk.random;

/**
 * Exponential numbers of mean 1 by the ziggurat of Marsaglia and Tsang (2000) with 256 layers.
 *
 * <p>The density is covered by 256 regions of equal area v; 98.9 % of the draws need one table look-up, one multiplication and one
 * comparison. The tail beyond r is again exponential. Each draw consumes its own key's bits in sequence: the low byte chooses the layer, 53
 * further bits the position. Tables are made with StrictMath, rejections decided with {@link Natural}: the same on every
 * processor.
 */
public final class Exponential {
    private static final int LAYERS = 256;
    private static final double TAIL = 7.69711747013104972; // r: where the tail begins
    private static final double AREA = 0.0039496598225815571993; // v: area of each region
    private static final double SCALE = 0x1.0p53;

    private static final long[] SURE = new long[LAYERS]; // positions below this lie under the curve for certain
    private static final double[] WIDTH = new double[LAYERS]; // of a layer, per unit of position
    private static final double[] HEIGHT = new double[LAYERS]; // density at the layer's edge

    static {
        double edge = TAIL;
        double q = AREA / StrictMath.exp(-TAIL);
        SURE[0] = (long) (TAIL / q * SCALE);
        WIDTH[0] = q / SCALE;
        WIDTH[LAYERS - 1] = TAIL / SCALE;
        HEIGHT[0] = 1;
        HEIGHT[LAYERS - 1] = StrictMath.exp(-TAIL);
        for (int i = LAYERS - 2; i >= 1; i--) {
            double outer = edge;
            edge = -StrictMath.log(AREA / outer + StrictMath.exp(-outer));
            SURE[i + 1] = (long) (edge / outer * SCALE);
            HEIGHT[i] = StrictMath.exp(-edge);
            WIDTH[i] = edge / SCALE;
        }
        SURE[1] = 0;
    }

    private Exponential() {}

    /** The exponential number of these bits, at least 0. */
    public static double of(long bits) {
        int layer = (int) bits & (LAYERS - 1);
        long position = bits >>> 11;
        double x = position * WIDTH[layer];
        return position < SURE[layer] ? x : rejected(bits, layer, x);
    }

    private static double rejected(long bits, int layer, double x) {
        while (true) {
            bits = Streams.next(bits);
            if (layer == 0) {
                return TAIL - Natural.log(Streams.uniform(bits));
            }
            double y = HEIGHT[layer] + (HEIGHT[layer - 1] - HEIGHT[layer]) * Streams.uniform(bits);
            if (y < Natural.exp(-x)) {
                return x;
            }
            bits = Streams.next(bits);
            layer = (int) bits & (LAYERS - 1);
            long position = bits >>> 11;
            x = position * WIDTH[layer];
            if (position < SURE[layer]) {
                return x;
            }
        }
    }
}
