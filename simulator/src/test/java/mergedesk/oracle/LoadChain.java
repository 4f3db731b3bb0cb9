package mergedesk.oracle;

import java.util.Arrays;

/**
 * M/M/s whose agents are the slower the more of them talk, in steady state, with endless patience: a birth-death chain on the number of people. Shares no code with the simulator.
 */
final class LoadChain {
    private static final int MOST_WAITING = 2_000;

    private final int agents;
    private final double[] chance;

    /** Rates in one unit of time; {@code capacity}: contacts in service that make a load of 1; work goes at 1 − load, but not slower than 1 / {@code slowest}. */
    LoadChain(double lambda, double mu, int agents, double capacity, double slowest) {
        this.agents = agents;
        chance = new double[agents + MOST_WAITING];
        chance[0] = 1;
        for (int n = 1; n < chance.length; n++) {
            int talking = Math.min(n, agents);
            chance[n] = chance[n - 1] * lambda / (talking * mu * Math.max(1 - talking / capacity, 1 / slowest));
        }
        double all = Arrays.stream(chance).sum();
        Arrays.setAll(chance, n -> chance[n] / all);
    }

    /** Share of those who come who must wait. */
    double delayed() {
        return Arrays.stream(chance).skip(agents).sum();
    }

    double inService() {
        double mean = 0;
        for (int n = 0; n < chance.length; n++) {
            mean += chance[n] * Math.min(n, agents);
        }
        return mean;
    }

    double queue() {
        double mean = 0;
        for (int n = agents; n < chance.length; n++) {
            mean += chance[n] * (n - agents);
        }
        return mean;
    }
}
