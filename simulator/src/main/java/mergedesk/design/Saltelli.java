package mergedesk.design;

/**
 * The points that {@link SobolIndices} are estimated from [Saltelli 2002; Saltelli and others 2010]: pairs of independent points A and B, and points in which one factor is exchanged between the two.
 *
 * <p>The pairs are the points of a {@link Sobol} sequence of 2 d dimensions with a digital shift, the first d coordinates A and the last d B. Base sample j is rows j g .. j g + g − 1 of the group size g = d + 2, or 2 d + 2 for second-order
 * indices: A, B, then for each factor i the point AB(i), which is A with coordinate i of B; then, for second order, BA(i), which is B with coordinate i of A.
 *
 * <p>Number of base samples: a power of 2 for best, as for any Sobol sequence.
 */
public final class Saltelli implements Design.OfPoints {
    private final int dimension;
    private final int base;
    private final boolean secondOrder;
    private final Sobol.Net net;

    /**
     * @param dimension number of factors, 1 .. half of {@link Sobol#MOST_DIMENSIONS}
     * @param base number of base samples, 1 or more; indices need 2, and hundreds to be of use
     * @param seed any
     * @param secondOrder whether indices of pairs of factors are to be had too; needs 2 factors
     */
    public Saltelli(int dimension, int base, long seed, boolean secondOrder) {
        this.dimension = Require.between(secondOrder ? 2 : 1, Sobol.MOST_DIMENSIONS / 2, "dimension", dimension);
        this.base = Require.atLeast(1, "base", base);
        this.secondOrder = secondOrder;
        Require.atLeast(1, "rows", (long) base * group());
        net = new Sobol.Net(2 * dimension, new Draws(seed, Draws.SALTELLI));
    }

    @Override
    public int dimension() {
        return dimension;
    }

    @Override
    public int size() {
        return base * group();
    }

    /** Number of base samples. */
    public int base() {
        return base;
    }

    /** Rows of a base sample: d + 2, or 2 d + 2. */
    public int group() {
        return secondOrder ? 2 * dimension + 2 : dimension + 2;
    }

    /** Whether there are rows for indices of pairs of factors. */
    public boolean secondOrder() {
        return secondOrder;
    }

    @Override
    public double[] row(int row) {
        double[] both = net.point(Require.index("row", row, size()) / group());
        int place = row % group();
        boolean mostlyA = place == 0 || place >= 2 && place < dimension + 2;
        int exchanged = place < 2 ? -1 : (place - 2) % dimension;
        double[] point = new double[dimension];
        for (int i = 0; i < dimension; i++) {
            boolean fromA = mostlyA != (i == exchanged);
            point[i] = both[fromA ? i : dimension + i];
        }
        return point;
    }
}
