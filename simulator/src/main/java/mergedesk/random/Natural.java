package mergedesk.random;

/**
 * The natural exponential and logarithm for draws: by table and polynomial, in additions and multiplications alone.
 *
 * <p>Since Java 17 these give the same bits on every processor and in every compiler, which {@code Math}'s own do not promise. They cost half to a
 * quarter of {@code FastMath}'s, whose tables take 40 kB of cache, these 4. They are correct to about the last digit (bounds below, held by tests), not
 * rounded correctly: what a draw needs. Method: Tang (1989, 1990), "Table-driven implementation of the exponential function", "… of the logarithm function".
 */
final class Natural {
    private static final int STEPS = 128; // table steps in a factor of two
    private static final int STEP_BITS = 7;
    private static final int MANTISSA_BITS = 52;
    private static final int BIAS = 1023;
    private static final double LOWEST = -708; // below, powers of two run out of normal numbers
    private static final double HIGHEST = 709;

    private static final double STEPS_PER_UNIT = STEPS / 0.6931471805599453;
    /** ln 2 in two parts: the first has 21 zero bits at its end, so that its product with a number of steps is exact. */
    private static final double LN2_HIGH = 6.93147180369123816490e-01;
    private static final double LN2_LOW = 1.90821492927058770002e-10;
    /** Added and subtracted, it rounds to a whole number, which then stands in the last bits. */
    private static final double ROUNDER = 0x1.8p52;

    private static final double[] POWER = new double[STEPS]; // 2^(i / STEPS)
    private static final double[] CENTRE = new double[STEPS]; // of the i-th of STEPS stretches of [1, 2)
    private static final double[] INVERSE = new double[STEPS]; // 1 / CENTRE
    private static final double[] LOG = new double[STEPS]; // ln CENTRE

    static {
        for (int i = 0; i < STEPS; i++) {
            POWER[i] = StrictMath.pow(2, (double) i / STEPS);
            CENTRE[i] = 1 + (i + 0.5) / STEPS;
            INVERSE[i] = 1 / CENTRE[i];
            LOG[i] = StrictMath.log(CENTRE[i]);
        }
    }

    private Natural() {}

    /** e^x, within 2^-52 of its value, relatively; 0 below x = -708, infinity from x = 709 on. */
    static double exp(double x) {
        if (!(x >= LOWEST && x < HIGHEST)) {
            return x < LOWEST ? 0 : x + Double.POSITIVE_INFINITY; // NaN stays
        }
        double rounded = x * STEPS_PER_UNIT + ROUNDER;
        int steps = (int) Double.doubleToRawLongBits(rounded);
        double k = rounded - ROUNDER;
        double r = x - k * (LN2_HIGH / STEPS) - k * (LN2_LOW / STEPS); // at most ln 2 / 256 either way
        double more = r + r * r * (1.0 / 2 + r * (1.0 / 6 + r * (1.0 / 24 + r * (1.0 / 120))));
        double power = POWER[steps & STEPS - 1];
        double twos = Double.longBitsToDouble((long) ((steps >> STEP_BITS) + BIAS) << MANTISSA_BITS);
        return (power + power * more) * twos;
    }

    /** ln x of a normal number above 0, within 2^-52 × max(1, |ln x|) of its value. */
    static double log(double x) {
        long bits = Double.doubleToRawLongBits(x);
        int twos = (int) (bits >> MANTISSA_BITS) - BIAS;
        int i = (int) (bits >> MANTISSA_BITS - STEP_BITS) & STEPS - 1;
        double mantissa = Double.longBitsToDouble(bits & (1L << MANTISSA_BITS) - 1 | (long) BIAS << MANTISSA_BITS);
        double r = (mantissa - CENTRE[i]) * INVERSE[i]; // at most 1 / 256 either way
        double more = r - r * r * (1.0 / 2 - r * (1.0 / 3 - r * (1.0 / 4 - r * (1.0 / 5 - r * (1.0 / 6)))));
        return twos * LN2_HIGH + (LOG[i] + (more + twos * LN2_LOW));
    }
}
