package mergedesk.experiment;

import mergedesk.kernel.LimitExceeded;
import mergedesk.units.Ticks;

/** A run failed: a fault of the program or, where the cause says so, more than its counters hold. Carries what repeats it. */
public final class SimulationFault extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** The event is told in words: what it was, and whom it was about. */
    SimulationFault(long seed, int replication, long tick, String event, Throwable cause) {
        super(
                "replication " + replication + " with seed " + seed + " failed at simulated second " + Ticks.toSeconds(tick) + " (" + event + "): "
                        + words(cause) + ". It repeats with --seed " + seed + " --replications " + (replication + 1),
                cause);
    }

    private static String words(Throwable cause) {
        return cause instanceof LimitExceeded ? cause.getMessage() : cause.toString();
    }
}
