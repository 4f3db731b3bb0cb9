package mergedesk.dsol;

import ch.qos.logback.classic.Level;
import nl.tudelft.simulation.dsol.simulators.DevsSimulator;
import nl.tudelft.simulation.dsol.simulators.ErrorStrategy;
import org.djutils.logger.CategoryLogger;

/** Makes DSOL simulators of the kind that {@link ScenarioModel} needs, one at a time: their constructors share a logger. */
public final class Simulators {
    private Simulators() {}

    /** A simulator that logs warnings and faults only, and does not wait for anybody after a fault. */
    public static DevsSimulator<Long> create(String id) {
        synchronized (DevsSimulator.class) {
            CategoryLogger.setLogLevelAll(Level.WARN);
            DevsSimulator<Long> simulator = new DevsSimulator<>(id);
            simulator.setErrorStrategy(ErrorStrategy.WARN_AND_THROW);
            return simulator;
        }
    }

    /** Ends the simulator's thread and forgets its listeners. */
    public static void cleanUp(DevsSimulator<Long> simulator) {
        synchronized (DevsSimulator.class) {
            simulator.cleanUp();
        }
    }
}
