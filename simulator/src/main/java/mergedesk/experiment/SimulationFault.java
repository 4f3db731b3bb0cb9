package mergedesk.experiment;

import mergedesk.units.Ticks;

/** A replication failed: by a fault of the program, or because the scenario is too much for the counters or the memory. Carries what repeats it. */
public final class SimulationFault extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String what;
    private final String options;

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
        return new SimulationFault("the numbers of " + replications + " replications with seed " + seed + " could not be computed: " + words(cause), "--seed " + seed + " --replications " + replications, cause);
    }

    private SimulationFault(long seed, int replication, String failed, Throwable cause) {
        this("replication " + replication + " with seed " + seed + failed + words(cause), "--seed " + seed + " --replications " + (replication + 1), cause);
    }

    private SimulationFault(String what, String options, Throwable cause) {
        super(what + ". It repeats with " + options, cause);
        this.what = what;
        this.options = options;
    }

    /** What our own checks say; the words of Java's are for programmers, who find them in the cause. */
    private static String words(Throwable cause) {
        if (cause instanceof OutOfMemoryError) {
            return "the memory that Java may use is full; give it more, such as MERGEDESK_JAVA_OPTS=-Xmx8g, or fewer --threads";
        }
        boolean ours = cause instanceof AssertionError || cause instanceof IllegalStateException;
        return ours && cause.getMessage() != null ? cause.getMessage() : "a condition inside Mergedesk does not hold";
    }

    /** What failed, where and why, and the command that repeats it. */
    public String told(String command) {
        return what + ". It repeats with: " + command(command);
    }

    /** What failed, where and why. */
    public String what() {
        return what;
    }

    /** The command that repeats it, from the one that runs the scenario. */
    public String command(String command) {
        return command + " " + options;
    }
}
