package mergedesk.dsol.reference;

import java.util.Map;
import java.util.function.Consumer;
import mergedesk.dsol.logging.QuietLogger;
import mergedesk.program.Program;
import nl.tudelft.simulation.dsol.experiment.Replication;
import nl.tudelft.simulation.dsol.simulators.DevsSimulator;

/**
 * One run of the reference model: an independent second opinion on what a Program means, written for clarity. It shares tables and random numbers
 * with the kernel, and no rule. Traces are those of {@code --trace} when both are sorted.
 *
 * <p>About a hundred times slower than the kernel. Used by tests, and by anyone who doubts.
 */
public final class Reference implements AutoCloseable {
    private static final long LONGEST_RUN = Long.MAX_VALUE / 2;

    private final DevsSimulator<Long> simulator;
    private final ServiceDeskModel model;

    /**
     * A run at tick 0.
     *
     * @param lines takes the trace, line by line as things happen: {@code tick,class,event,contact,agent}
     */
    public Reference(Program program, long seed, long replication, Consumer<String> lines) {
        synchronized (DevsSimulator.class) { // two simulators must not be constructed at once: DSOL's logger is shared
            QuietLogger.start();
            simulator = new DevsSimulator<>("reference");
            model = new ServiceDeskModel(simulator, program, seed, replication, lines);
            simulator.initialize(model, new Unnamed(LONGEST_RUN));
        }
    }

    /** A replication that is not entered in DSOL's naming context, which all replications of a process would share. */
    private static final class Unnamed extends Replication<Long> {
        private static final long serialVersionUID = 1L;

        Unnamed(long runLength) {
            super("reference", 0L, 0L, runLength);
        }
    }

    /** Goes on until {@code lines} lines have been written, or to the end of the run. */
    public void run(long lines) {
        while (!isOver() && model.journal().linesWritten() < lines) {
            simulator.step(); // in this thread: an exception in an event arrives here
        }
    }

    /** Whether nothing more will happen. */
    public boolean isOver() {
        return simulator.getEventList().isEmpty()
                || simulator.getEventList().first().getAbsoluteExecutionTime() >= LONGEST_RUN;
    }

    /** The tick up to which the run has come. */
    public long now() {
        return simulator.getSimulatorTime();
    }

    /**
     * Totals of the run, which must be over: {@code flow 3 answered}, {@code group 0 talking} and so on, counts and ticks; those that are zero
     * are left out.
     */
    public Map<String, Long> totals() {
        return model.journal().totals();
    }

    @Override
    public void close() {
        synchronized (DevsSimulator.class) {
            simulator.cleanUp();
        }
    }
}
