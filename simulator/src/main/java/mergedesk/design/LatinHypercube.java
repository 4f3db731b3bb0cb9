package mergedesk.design;

/**
 * Latin hypercube sampling [McKay, Beckman, Conover 1979]: each factor's range is cut into as many slices as there are points, and each slice has one point in it. Which slices meet in a point is left to chance,
 * factor by factor.
 *
 * <p>A mean over the points has a smaller variance than over as many independent ones, the more so the nearer the answer is to a sum of functions of one factor each [Stein 1987]. It is no net: two factors together
 * may be covered badly.
 *
 * <p>Slice k of n is the interval of doubles [k ÷ n, (k + 1) ÷ n). Memory: four bytes for each number of the table, as an order of chance cannot be computed in parts.
 */
public final class LatinHypercube implements Design.OfPoints {
    private final int[][] slices; // by factor, by row
    private final int size;
    private final boolean middle;
    private final Draws places;

    /** Uniform inside the slices; see {@link #LatinHypercube(int, int, long, boolean)}. */
    public LatinHypercube(int dimension, int size, long seed) {
        this(dimension, size, seed, false);
    }

    /**
     * @param dimension number of factors, 1 or more
     * @param size number of points, 1 or more
     * @param seed any
     * @param middle whether each point lies in the middle of its slices, not anywhere in them
     */
    public LatinHypercube(int dimension, int size, long seed, boolean middle) {
        slices = new int[Require.atLeast(1, "dimension", dimension)][];
        this.size = Require.atLeast(1, "size", size);
        this.middle = middle;
        Draws orders = new Draws(seed, Draws.LATIN_ORDER);
        places = new Draws(seed, Draws.LATIN_PLACE);
        for (int factor = 0; factor < dimension; factor++) {
            slices[factor] = orders.order(size, factor);
        }
    }

    @Override
    public int dimension() {
        return slices.length;
    }

    @Override
    public int size() {
        return size;
    }

    @Override
    public double[] row(int row) {
        Require.index("row", row, size);
        double[] point = new double[slices.length];
        for (int factor = 0; factor < point.length; factor++) {
            int slice = slices[factor][row];
            double place = middle ? 0.5 : places.uniform(factor, row);
            double end = Math.nextDown((slice + 1.0) / size); // a sum may have been rounded up to the next slice
            point[factor] = Math.min((slice + place) / size, end);
        }
        return point;
    }
}
