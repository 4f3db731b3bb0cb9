package mergedesk.api;

/**
 * How to run; what is null comes from the scenario.
 *
 * @param replications number of replications
 * @param seed seed of all random draws
 * @param threads threads, 1 or more; changes no result
 * @param command what the user called, for the manifest
 * @param daily whether results are also kept by date, for daily.csv
 */
public record RunOptions(Integer replications, Long seed, int threads, String command, boolean daily) {
    /** Nothing by date. */
    public RunOptions(Integer replications, Long seed, int threads, String command) {
        this(replications, seed, threads, command, false);
    }

    /** Everything from the scenario, on all processors. */
    public static RunOptions defaults() {
        return new RunOptions(null, null, Runtime.getRuntime().availableProcessors(), "");
    }

    /** The same, with results by date. */
    public RunOptions andDaily() {
        return new RunOptions(replications, seed, threads, command, true);
    }
}
