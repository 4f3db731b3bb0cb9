package mergedesk.experiment;

import mergedesk.units.Ticks;

/** A run failed: a fault of the program, not of the scenario. Carries what repeats it. */
public final class SimulationFault extends RuntimeException {
    private static final long serialVersionUID = 1L;

    SimulationFault(long seed, int replication, long tick, Throwable cause) {
        super(
                "replication " + replication + " with seed " + seed + " failed at simulated second " + Ticks.toSeconds(tick) + ": " + cause
                        + ". It repeats with --seed " + seed + " --replications " + (replication + 1),
                cause);
    }
}
