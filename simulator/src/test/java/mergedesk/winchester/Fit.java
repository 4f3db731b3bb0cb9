package mergedesk.winchester;

import java.util.List;
import java.util.stream.DoubleStream;

/**
 * The capacity and patience with which the model comes closest to May to September 2011.
 *
 * <p>A coarse grid, then a fine one around its best pair. Objective: the mean, over the five months and the two shares, of the squared
 * difference to the published share, in points. All runs have the same seed, so neighbouring pairs meet the same callers. The other months
 * are not looked at.
 *
 * @param miss root of the objective, in points
 * @param inside whether the coarse grid's best pair lies off its edge
 */
record Fit(Centre centre, boolean ofAnswered, double capacity, double patience, double miss, boolean inside) {
    private static final double[] CAPACITIES =
            DoubleStream.iterate(7.2, c -> c < 9.7, c -> c + 0.3).toArray();
    private static final double[] PATIENCES = {4, 6, 8, 11, 15, 20, 28}; // minutes
    private static final int COARSE_REPLICATIONS = 3;
    private static final int FINE_REPLICATIONS = 12;
    private static final double[] FINE_CAPACITY = {-0.2, -0.1, 0, 0.1, 0.2};
    private static final double[] FINE_PATIENCE = {0.76, 0.87, 1, 1.15, 1.32};

    /** The best pair for a reading of "within 45 s": of answered calls, or of offered. */
    static Fit find(Centre centre, boolean ofAnswered) {
        Fit coarse = best(centre, ofAnswered, CAPACITIES, PATIENCES, COARSE_REPLICATIONS);
        double[] capacities =
                DoubleStream.of(FINE_CAPACITY).map(c -> coarse.capacity + c).toArray();
        double[] patiences =
                DoubleStream.of(FINE_PATIENCE).map(p -> coarse.patience * p).toArray();
        Fit fine = best(centre, ofAnswered, capacities, patiences, FINE_REPLICATIONS);
        return new Fit(centre, ofAnswered, fine.capacity, fine.patience, fine.miss, coarse.inside);
    }

    private static Fit best(
            Centre centre, boolean ofAnswered, double[] capacities, double[] patiences, int replications) {
        Fit best = null;
        for (double capacity : capacities) {
            for (double patience : patiences) {
                double miss = miss(centre, ofAnswered, capacity, patience, replications);
                if (best == null || miss < best.miss) {
                    boolean inside = within(capacity, capacities) && within(patience, patiences);
                    best = new Fit(centre, ofAnswered, capacity, patience, miss, inside);
                }
            }
        }
        return best;
    }

    private static boolean within(double value, double[] grid) {
        return value > grid[0] && value < grid[grid.length - 1];
    }

    /** Root mean square difference to the published shares of the five months, in points. */
    static double miss(Centre centre, boolean ofAnswered, double capacity, double patience, int replications) {
        List<Month> months = Month.ordinary();
        double squares = 0;
        for (Month month : months) {
            Centre.Outcome outcome = centre.run(month, capacity, patience, replications);
            squares += square(outcome.answered().value() - month.answeredOfOffered());
            squares += square(outcome.within(ofAnswered).value() - month.withinPercent());
        }
        return Math.sqrt(squares / (2 * months.size()));
    }

    private static double square(double x) {
        return x * x;
    }
}
