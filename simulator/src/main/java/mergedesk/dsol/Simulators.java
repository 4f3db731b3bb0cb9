package mergedesk.dsol;

import ch.qos.logback.classic.Level;
import java.util.function.Supplier;
import mergedesk.dsol.logging.QuietLogger;
import nl.tudelft.simulation.dsol.simulators.DevsRealTimeAnimator;
import nl.tudelft.simulation.dsol.simulators.DevsSimulator;
import nl.tudelft.simulation.dsol.simulators.ErrorStrategy;
import nl.tudelft.simulation.dsol.simulators.ReplicationState;
import org.djutils.logger.CategoryLogger;

/**
 * Makes DSOL simulators of the kind that {@link ScenarioModel} needs, one at a time: their constructors share a logger.
 *
 * <p>DSOL's own simulators log what an event or a listener throws, and then wait for somebody, or for ever. These end the replication, tell the model, whose
 * {@link ScenarioModel#summaries} throws it, and fire END_REPLICATION_EVENT, so that nobody waits in vain. In {@code step()} the caller gets it.
 */
public final class Simulators {
    private static final double TICKS_PER_MILLISECOND = 1_000;

    private Simulators() {}

    /** A simulator that runs as fast as it can, and logs warnings and faults only. */
    public static DevsSimulator<Long> create(String id) {
        return quiet(() -> new Unpaced(id));
    }

    /** A simulator that keeps pace with the clock on the wall: after {@code setSpeedFactor(60)} an hour takes a minute. */
    public static DevsRealTimeAnimator<Long> paced(String id) {
        return quiet(() -> new Paced(id));
    }

    private static <S extends DevsSimulator<Long>> S quiet(Supplier<S> made) {
        synchronized (DevsSimulator.class) {
            QuietLogger.start();
            S simulator = made.get();
            simulator.setErrorStrategy(ErrorStrategy.WARN_AND_THROW, Level.OFF); // logged once, in runLoudly
            return simulator;
        }
    }

    /** Ends the simulator's thread and forgets its listeners. */
    public static void cleanUp(DevsSimulator<Long> simulator) {
        synchronized (DevsSimulator.class) {
            simulator.cleanUp();
        }
    }

    /** Runs DSOL's loop in the simulator's thread. */
    private static void runLoudly(DevsSimulator<Long> simulator, Runnable loop) {
        try {
            loop.run();
        } catch (RuntimeException | Error e) {
            CategoryLogger.always().error("the replication ends at tick {}: {}", simulator.getSimulatorTime(), e.toString());
            if (simulator.getModel() instanceof ScenarioModel model) {
                model.fail(e);
            }
            ReplicationState state = simulator.getReplicationState();
            if (state == ReplicationState.INITIALIZED || state == ReplicationState.STARTED) {
                simulator.endReplication();
            }
        }
    }

    private static final class Unpaced extends DevsSimulator<Long> {
        private static final long serialVersionUID = 1L;

        Unpaced(String id) {
            super(id);
        }

        @Override
        public void run() {
            runLoudly(this, super::run);
        }

        @Override
        public void startImpl() {
            if (isStopped()) {
                worker.isWaiting(); // returns when the thread has come to rest: DSOL loses a start that comes earlier
            }
            super.startImpl();
        }
    }

    private static final class Paced extends DevsRealTimeAnimator.TimeLong {
        private static final long serialVersionUID = 1L;

        Paced(String id) {
            super(id, TICKS_PER_MILLISECOND);
        }

        @Override
        public void run() {
            runLoudly(this, super::run);
        }

        @Override
        public void startImpl() {
            if (isStopped()) {
                worker.isWaiting(); // returns when the thread has come to rest: DSOL loses a start that comes earlier
            }
            super.startImpl();
        }
    }
}
