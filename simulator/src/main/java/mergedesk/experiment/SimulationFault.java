package mergedesk.experiment;

import mergedesk.units.Ticks;

/** A run failed: a fault of the program, not of the scenario. Carries what repeats it. */
public final class SimulationFault extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** The event is told in words: what it was, and whom it was about. */
    SimulationFault(long seed, int replication, long tick, String event, Throwable cause) {
        super(
                "replication " + replication + " with seed " + seed + " failed at simulated second " + Ticks.toSeconds(tick) + " (" + event + "): "
                        + words(cause) + ". It repeats with --seed " + seed + " --replications " + (replication + 1),
                cause);
    }

    /** What our own checks say; the words of Java's are for programmers, who find them in the cause. */
    private static String words(Throwable cause) {
        boolean ours = cause instanceof AssertionError || cause instanceof IllegalStateException;
        return ours && cause.getMessage() != null ? cause.getMessage() : "a condition inside Mergedesk does not hold";
    }
}
