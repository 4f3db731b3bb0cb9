package mergedesk.oracle;

import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.ArrayRealVector;
import org.apache.commons.math3.linear.LUDecomposition;
import org.apache.commons.math3.linear.RealMatrix;

/**
 * M/M/s + M whose arrivals and agents are others while something is down, everything exponential, in steady state: a Markov chain on (up or down, number of people). Shares no code
 * with the simulator.
 */
final class TwoStateDesk {
    private final Rates rates;
    private final int levels;
    private final double[][] chance; // [0 up, 1 down][people]

    /**
     * Rates in one unit of time, each while up and while down.
     *
     * @param fails of the change from up to down, and back
     * @param theta of giving up, of each who waits
     */
    record Rates(double[] lambda, double[] mu, double[] fails, int agents, double theta) {}

    /** {@code levels}: more people than that hardly ever are there. */
    TwoStateDesk(Rates rates, int levels) {
        this.rates = rates;
        this.levels = levels;
        RealMatrix balance = new Array2DRowRealMatrix(2 * levels, 2 * levels);
        for (int state = 0; state < 2; state++) {
            for (int n = 0; n < levels; n++) {
                add(balance, state, n, 1 - state, n, rates.fails[state]);
                if (n + 1 < levels) {
                    add(balance, state, n, state, n + 1, rates.lambda[state]);
                }
                if (n > 0) {
                    add(balance, state, n, state, n - 1, Math.min(n, rates.agents) * rates.mu[state] + Math.max(0, n - rates.agents) * rates.theta);
                }
            }
        }
        double[] ones = new double[2 * levels];
        java.util.Arrays.fill(ones, 1);
        balance.setRow(0, ones);
        double[] sum = new double[2 * levels];
        sum[0] = 1;
        double[] solved = new LUDecomposition(balance).getSolver().solve(new ArrayRealVector(sum)).toArray();
        chance = new double[][] {java.util.Arrays.copyOf(solved, levels), java.util.Arrays.copyOfRange(solved, levels, 2 * levels)};
    }

    private void add(RealMatrix balance, int fromState, int from, int toState, int to, double rate) {
        balance.addToEntry(toState * levels + to, fromState * levels + from, rate);
        balance.addToEntry(fromState * levels + from, fromState * levels + from, -rate);
    }

    private interface Value {
        double of(int state, int people);
    }

    private double mean(Value value) {
        double mean = 0;
        for (int state = 0; state < 2; state++) {
            for (int n = 0; n < levels; n++) {
                mean += chance[state][n] * value.of(state, n);
            }
        }
        return mean;
    }

    double people() {
        return mean((state, n) -> n);
    }

    double busy() {
        return mean((state, n) -> Math.min(n, rates.agents));
    }

    double queue() {
        return mean((state, n) -> Math.max(0, n - rates.agents));
    }

    /** Arrivals in one unit of time. */
    double arrivals() {
        return mean((state, n) -> rates.lambda[state]);
    }

    /** Share of those who come who must wait. */
    double delayed() {
        return mean((state, n) -> n >= rates.agents ? rates.lambda[state] : 0) / arrivals();
    }

    double abandoned() {
        return rates.theta * queue() / arrivals();
    }

    double down() {
        return mean((state, n) -> state);
    }
}
