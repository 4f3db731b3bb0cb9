package mergedesk.stats;

import org.apache.commons.math3.stat.interval.ClopperPearsonInterval;

/**
 * How often something came about in independent draws: the estimate times ÷ draws of its probability, with the 95 % interval of Clopper and Pearson (1934), which holds the truth at least as often as it says.
 *
 * <p>The library's interval fails where it came about always, and is too short where it never did: there the ends follow from the binomial at once, p with (1 − p)ⁿ or pⁿ = 0.025.
 *
 * @param times in how many draws it did
 * @param draws how many there were, one at least
 */
public record Chance(int times, int draws) {
    private static final double CONFIDENCE = 0.95;
    private static final double MISSED = 0.025;

    /** The share of draws, 0 .. 1. */
    public double share() {
        return times / (double) draws;
    }

    /** How often it did not. */
    public Chance other() {
        return new Chance(draws - times, draws);
    }

    /** Lower end of the interval, 0 .. 1. */
    public double low() {
        return 1 - other().high();
    }

    /** Upper end. */
    public double high() {
        if (times == draws) {
            return 1;
        }
        return times == 0 ? 1 - StrictMath.pow(MISSED, 1.0 / draws) : new ClopperPearsonInterval().createInterval(draws, times, CONFIDENCE).getUpperBound();
    }
}
