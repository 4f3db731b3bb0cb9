package mergedesk.random;

/** Beta numbers: X ÷ (X + Y) of gamma numbers X and Y of the two shapes. */
public final class Beta {
    /** Separates the bits of the second gamma number from all that the first may have used. */
    private static final long SECOND = 0x8cb92ba72f3d8dd7L;

    private Beta() {}

    /** The beta number, in [0, 1], of these shapes (above 0) and these bits. */
    public static double of(double first, double second, long bits) {
        double x = Gamma.of(first, bits);
        double y = Gamma.of(second, Streams.next(bits ^ SECOND));
        return x / (x + y);
    }
}
