package mergedesk.winchester;

import java.util.function.Function;
import mergedesk.winchester.Centre.Outcome;
import mergedesk.winchester.Centre.Share;

/**
 * The capacity at which the model gives a published share, with patience as fitted.
 *
 * @param capacity in agents of 350 s a call
 * @param chance by how much it would differ in another such month: chance of the share over its slope, one standard deviation
 * @param outcome the month at that capacity
 */
record Implied(double capacity, double chance, Outcome outcome) {
    private static final int REPLICATIONS = 10;
    private static final double LEAST = 4;
    private static final double MOST = 32;
    private static final double EXACT = 1.004;
    private static final double STEP = 1.04;

    /** Halves the logarithm of the capacity until it is known to half a per cent; all trials meet the same callers. */
    static Implied solve(
            Centre centre, Month month, double patience, Function<Outcome, Share> share, double published) {
        double low = LEAST;
        double high = MOST;
        while (high / low > EXACT) {
            double middle = Math.sqrt(low * high);
            boolean enough = share.apply(centre.run(month, middle, patience, REPLICATIONS))
                            .value()
                    >= published;
            low = enough ? low : middle;
            high = enough ? middle : high;
        }
        double capacity = Math.sqrt(low * high);
        double above = share.apply(centre.run(month, capacity * STEP, patience, REPLICATIONS))
                .value();
        double below = share.apply(centre.run(month, capacity / STEP, patience, REPLICATIONS))
                .value();
        double slope = (above - below) / (capacity * (STEP - 1 / STEP));
        Outcome outcome = centre.run(month, capacity, patience, REPLICATIONS);
        return new Implied(capacity, share.apply(outcome).chance() / slope, outcome);
    }
}
