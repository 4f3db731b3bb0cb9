package mergedesk.api;

import mergedesk.scenario.Scenario;
import mergedesk.units.With;

/**
 * How to run; what is null comes from the scenario. {@code RunOptions.defaults().replications(20)}.
 *
 * @param replications number of replications
 * @param seed seed of all random draws
 * @param threads threads, 1 or more; changes no result
 * @param command what the user called, for the manifest
 * @param daily whether results are also kept by date, for daily.csv
 */
public record RunOptions(Integer replications, Long seed, int threads, String command, boolean daily) implements With<RunOptions> {
    /** @throws WrongInput for fewer than one replication or thread */
    public RunOptions {
        Requirements.atLeastOne("replications", replications);
        Requirements.atLeastOne("threads", threads);
    }

    /** Nothing by date. */
    public RunOptions(Integer replications, Long seed, int threads, String command) {
        this(replications, seed, threads, command, false);
    }

    /** The seed of a scenario's runs. */
    long seedFor(Scenario scenario) {
        return seed != null ? seed : scenario.runs().seed();
    }

    /** Everything from the scenario, on all processors. */
    public static RunOptions defaults() {
        return new RunOptions(null, null, Runtime.getRuntime().availableProcessors(), "");
    }

    /** The same with so many replications, at least 1. */
    public RunOptions replications(int number) {
        return with(RunOptions::replications, number);
    }

    /** The same with this seed. */
    public RunOptions seed(long number) {
        return with(RunOptions::seed, number);
    }

    /** The same on so many threads, at least 1. */
    public RunOptions threads(int number) {
        return with(RunOptions::threads, number);
    }

    /** The same, with results by date. */
    public RunOptions andDaily() {
        return with(RunOptions::daily, true);
    }
}
