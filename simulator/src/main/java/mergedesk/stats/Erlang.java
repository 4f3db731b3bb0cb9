package mergedesk.stats;

import org.apache.commons.math3.special.Gamma;

/**
 * Exact steady-state results of M/M/s queues: Erlang B (loss), Erlang C (endless patience), Erlang A (exponential patience).
 *
 * <p>Rates are per unit of time of the caller's choice; waits come in that unit. Probabilities come from recursions that neither overflow nor
 * cancel; see Erlang 1917, Palm 1957, Mandelbaum and Zeltyn 2007.
 */
public final class Erlang {
    /**
     * Erlang A in steady state; Erlang C is the case of endless patience (theta 0).
     *
     * @param delayed chance that an arrival must wait
     * @param abandoned chance that it abandons
     * @param waitAll mean wait of all
     * @param queue mean number waiting
     * @param busy mean number of busy agents
     */
    public record Steady(double delayed, double abandoned, double waitAll, double queue, double busy) {}

    private static final double NEGLIGIBLE = 1e-17;

    private Erlang() {}

    /** Chance that an arrival finds all {@code lines} busy at offered load {@code load} (Erlang B). */
    public static double blocked(double load, int lines) {
        double b = 1;
        for (int k = 1; k <= lines; k++) {
            b = load * b / (k + load * b);
        }
        return b;
    }

    /**
     * The queue with arrival rate lambda, service rate mu, s agents and abandonment rate theta (0: endless patience, needs lambda &lt; s mu).
     *
     * <p>State s + k has weight Π lambda / (s mu + i theta), i = 1 … k, relative to state s; the states below s weigh 1 / B − 1 with Erlang's B.
     */
    public static Steady steady(double lambda, double mu, int s, double theta) {
        if (lambda <= 0) {
            return new Steady(0, 0, 0, 0, 0);
        }
        if (s == 0) {
            return new Steady(1, theta > 0 ? 1 : 0, theta > 0 ? 1 / theta : Double.POSITIVE_INFINITY, theta > 0 ? lambda / theta : Double.POSITIVE_INFINITY, 0);
        }
        if (theta == 0 && lambda >= s * mu) {
            return new Steady(1, 0, Double.POSITIVE_INFINITY, Double.POSITIVE_INFINITY, s);
        }
        double delayed = 0;
        double mean = 0;
        double[] ahead = ahead(lambda, mu, s, theta);
        for (int k = 0; k < ahead.length; k++) {
            delayed += ahead[k];
            mean += k * ahead[k];
        }
        double abandoned = theta * mean / lambda;
        return new Steady(delayed, abandoned, mean / lambda, mean, lambda * (1 - abandoned) / mu);
    }

    /**
     * Share of arrivals that are answered within t (Sg / A) in the queue of {@link #steady}.
     *
     * <p>An arrival that finds j in the queue is served after j + 1 departures ahead of its own patience: a death process with rates s mu + k theta
     * for k = j … 0 that is killed at rate theta. All j start together, by their weights, and are followed by uniformisation.
     */
    public static double answeredWithin(double lambda, double mu, int s, double theta, double t) {
        Steady steady = steady(lambda, mu, s, theta);
        if (s == 0 || Double.isInfinite(steady.queue)) {
            return lambda <= 0 ? 1 : 0;
        }
        double[] ahead = ahead(lambda, mu, s, theta);
        double serviceRate = s * mu;
        double rate = serviceRate + ahead.length * theta;
        double mean = rate * t;
        int steps = (int) (mean + 12 * Math.sqrt(mean) + 30);
        double served = 0;
        double within = 0;
        for (int step = 0; step <= steps; step++) {
            within += served * poisson(step, mean);
            served += ahead[0] * serviceRate / rate;
            for (int k = 0; k < ahead.length; k++) {
                double stays = 1 - (serviceRate + (k + 1) * theta) / rate;
                double comes = k + 1 < ahead.length ? ahead[k + 1] * (serviceRate + (k + 1) * theta) / rate : 0;
                ahead[k] = ahead[k] * stays + comes;
            }
        }
        return 1 - steady.delayed + within;
    }

    /** Chance that an arrival must wait and finds k waiting, for k = 0, 1 … as far as it is not negligible. */
    private static double[] ahead(double lambda, double mu, int s, double theta) {
        double weight = 1;
        double waiting = 0;
        int states = 0;
        for (; weight > NEGLIGIBLE * (waiting + 1) || lambda > s * mu + states * theta; states++) {
            waiting += weight;
            weight *= lambda / (s * mu + (states + 1) * theta);
        }
        double total = 1 / blocked(lambda / mu, s) - 1 + waiting;
        double[] chance = new double[states];
        weight = 1 / total;
        for (int k = 0; k < states; k++) {
            chance[k] = weight;
            weight *= lambda / (s * mu + (k + 1) * theta);
        }
        return chance;
    }

    private static double poisson(int k, double mean) {
        return mean == 0 ? (k == 0 ? 1 : 0) : StrictMath.exp(k * StrictMath.log(mean) - mean - Gamma.logGamma(k + 1.0));
    }
}
