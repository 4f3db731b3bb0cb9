package mergedesk.oracle;

import java.util.Arrays;

/**
 * Case 21a: agents who begin a letter only if fewer than so many are busy and no call waits, of an endless stock; calls and letters alike exponential, never put back. The number of
 * busy agents and waiting calls is a chain that is never below that threshold: there the next letter follows at once.
 */
final class BlendChain {
    private static final int STATES = 3_000;

    private final double lambda;
    private final double mu;
    private final int agents;
    private final int below;
    private final double[] p = new double[STATES]; // chance of so many busy and waiting

    BlendChain(double lambda, double mu, int agents, int below) {
        this.lambda = lambda;
        this.mu = mu;
        this.agents = agents;
        this.below = below;
        p[below] = 1;
        for (int x = below; x + 1 < STATES; x++) {
            p[x + 1] = p[x] * lambda / (Math.min(x + 1, agents) * mu);
        }
        double total = Arrays.stream(p).sum();
        Arrays.setAll(p, x -> p[x] / total);
    }

    /** Share of calls that find all agents busy. */
    double delayed() {
        return Arrays.stream(p, agents, STATES).sum();
    }

    /** Mean wait of all calls. */
    double waitAll() {
        double waiting = 0;
        for (int x = agents; x < STATES; x++) {
            waiting += (x - agents) * p[x];
        }
        return waiting / lambda;
    }

    /** Letters per unit of time: one begins whenever somebody finishes in the lowest state. */
    double letters() {
        return below * mu * p[below];
    }

    double occupancy() {
        double busy = 0;
        for (int x = 0; x < STATES; x++) {
            busy += Math.min(x, agents) * p[x];
        }
        return busy / agents;
    }
}
