package mergedesk.experiment;

/**
 * How to run a scenario.
 *
 * @param replications number of replications; null: as many as the first target needs
 * @param maxReplications most replications when their number is found by itself
 * @param seed seed of all draws
 * @param threads threads of this machine, 1 or more; changes no result
 */
public record RunSettings(Integer replications, int maxReplications, long seed, int threads) {
    public RunSettings {
        if (threads < 1) {
            throw new IllegalArgumentException("threads: " + threads + ", must be at least 1");
        }
        if (replications != null && replications < 1) {
            throw new IllegalArgumentException("replications: " + replications + ", must be at least 1");
        }
    }
}
