package mergedesk.experiment;

import mergedesk.stats.Estimate;
import mergedesk.stats.Measure;

/**
 * How well an estimate is known, against the goal of a run that finds its own number of replications: a half-width of 1 point for shares, 5 % of the value for others.
 *
 * @param estimate not empty
 */
public record Precision(Measure measure, Estimate estimate) {
    private static final double SHARE_GOAL = 0.01;
    private static final double RELATIVE_GOAL = 0.05;

    /** Half-width as a multiple of the goal; NaN without a half-width. */
    public double ratio() {
        return estimate.halfWidth() / goal();
    }

    /** Whether the goal is reached. */
    public boolean isReached() {
        return estimate.halfWidth() <= goal();
    }

    /** How many observations would reach it, as far as one can tell: n (half-width / goal)². */
    public double needed() {
        return estimate.n() * ratio() * ratio();
    }

    private double goal() {
        return measure.unit() == Measure.Unit.SHARE ? SHARE_GOAL : RELATIVE_GOAL * Math.abs(estimate.value());
    }
}
