package mergedesk.experiment;

import mergedesk.units.Ticks;

/** A replication failed: by a fault of the program, or because the scenario is too much for the counters or the memory. Carries what repeats it. */
public final class SimulationFault extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private static final String CALL = "Mergedesk.run(";

    private final String what;
    private final long seed;
    private final int replications;

    /** The event is told in words: what it was, and whom it was about. */
    SimulationFault(long seed, int replication, long tick, String event, Throwable cause) {
        this(seed, replication, " failed at simulated second " + Ticks.toSeconds(tick) + " (" + event + "): ", cause);
    }

    /** Before it began. */
    SimulationFault(long seed, int replication, Throwable cause) {
        this(seed, replication, " could not begin: ", cause);
    }

    /** What came of finished replications could not be evaluated. */
    public static SimulationFault ofEvaluation(long seed, int replications, Throwable cause) {
        return new SimulationFault("the numbers of " + replications + " replications with seed " + seed + " could not be computed: " + words(cause), seed, replications, cause);
    }

    private SimulationFault(long seed, int replication, String failed, Throwable cause) {
        this("replication " + replication + " with seed " + seed + failed + words(cause), seed, replication + 1, cause);
    }

    private SimulationFault(String what, long seed, int replications, Throwable cause) {
        super(what + ". It repeats with --seed " + seed + " --replications " + replications, cause);
        this.what = what;
        this.seed = seed;
        this.replications = replications;
    }

    /** What our own checks say; the words of Java's are for programmers, who find them in the cause. */
    private static String words(Throwable cause) {
        if (cause instanceof OutOfMemoryError) {
            return "the memory that Java may use is full; give it more (-Xmx8g, for the command in MERGEDESK_JAVA_OPTS), or take fewer threads";
        }
        boolean ours = cause instanceof AssertionError || cause instanceof IllegalStateException;
        return ours && cause.getMessage() != null ? cause.getMessage() : "a condition inside Mergedesk does not hold";
    }

    /** What failed, where and why, and what repeats it. */
    public String told(String runs) {
        return what + ". It repeats with: " + command(runs);
    }

    /** What failed, where and why. */
    public String what() {
        return what;
    }

    /** What repeats it, from what runs the scenario: a command, or for one that only a program has {@link #call}. */
    public String command(String runs) {
        return runs.startsWith(CALL)
                ? runs.substring(0, runs.length() - 1) + ", RunOptions.defaults().seed(" + seed + "L).replications(" + replications + "))"
                : runs + " --seed " + seed + " --replications " + replications;
    }

    /** What runs a scenario that stands in no file: a line of Java. */
    public static String call(String scenario) {
        return CALL + scenario + ")";
    }
}
