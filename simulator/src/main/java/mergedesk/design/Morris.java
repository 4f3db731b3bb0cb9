package mergedesk.design;

/**
 * Trajectories through a grid in which one factor moves at a time [Morris 1991].
 *
 * <p>Each factor has an even number p of levels 0, 1 ÷ (p − 1), … 1. A trajectory begins at a point of chance, and its d steps move each factor once, in an order of chance, by Δ = p ÷ (2 (p − 1)), p ÷ 2 levels, up from the lower half or
 * down from the upper: so each level of each factor is as likely as any other, and so is each step up or down. Trajectories are independent; they are not chosen for their spread as Campolongo, Cariboni and Saltelli (2007) advise, so that
 * a mean over them has the interval of independent draws.
 *
 * <p>Trajectory t is rows t (d + 1) .. t (d + 1) + d, one after the other.
 */
public final class Morris implements Design.OfPoints {
    private final int dimension;
    private final int trajectories;
    private final int levels;
    private final Draws orders;
    private final Draws starts;

    /**
     * @param dimension number of factors, 1 or more
     * @param trajectories 1 or more; an interval of the answers needs 2
     * @param levels of each factor, even, 2 or more
     * @param seed any
     */
    public Morris(int dimension, int trajectories, int levels, long seed) {
        this.dimension = Require.atLeast(1, "dimension", dimension);
        this.trajectories = Require.atLeast(1, "trajectories", trajectories);
        this.levels = Require.atLeast(2, "levels", levels);
        if (levels % 2 != 0) {
            throw new IllegalArgumentException("levels: " + levels + ", must be even");
        }
        Require.atLeast(1, "rows", trajectories * (dimension + 1L));
        orders = new Draws(seed, Draws.MORRIS_ORDER);
        starts = new Draws(seed, Draws.MORRIS_START);
    }

    @Override
    public int dimension() {
        return dimension;
    }

    @Override
    public int size() {
        return trajectories * (dimension + 1);
    }

    /** Number of trajectories; each has dimension + 1 rows. */
    public int trajectories() {
        return trajectories;
    }

    /** Δ, by which a factor moves, as a share of its range: 0.5 .. 1. */
    public double step() {
        return levels / (2.0 * (levels - 1));
    }

    @Override
    public double[] row(int row) {
        int trajectory = Require.index("row", row, size()) / (dimension + 1);
        int steps = row % (dimension + 1);
        int[] order = orders.order(dimension, trajectory);
        double[] point = new double[dimension];
        for (int step = 0; step < dimension; step++) {
            int factor = order[step];
            int lower = starts.below(levels / 2, trajectory, 2 * factor);
            boolean high = rises(trajectory, factor) == step < steps;
            point[factor] = (high ? lower + levels / 2 : lower) / (levels - 1.0);
        }
        return point;
    }

    /** Which factor is another than in the row before; −1 in the first row of a trajectory. */
    public int moved(int row) {
        int steps = Require.index("row", row, size()) % (dimension + 1);
        return steps == 0 ? -1 : orders.order(dimension, row / (dimension + 1))[steps - 1];
    }

    /** Whether that factor rose (1) or fell (−1); 0 in the first row of a trajectory. */
    public int direction(int row) {
        int factor = moved(row);
        return factor < 0 ? 0 : rises(row / (dimension + 1), factor) ? 1 : -1;
    }

    private boolean rises(int trajectory, int factor) {
        return starts.below(2, trajectory, 2 * factor + 1) == 1;
    }
}
