package mergedesk.peer;

import ch.qos.logback.classic.Level;
import java.util.ArrayDeque;
import java.util.Queue;
import nl.tudelft.simulation.dsol.SimRuntimeException;
import nl.tudelft.simulation.dsol.experiment.SingleReplication;
import nl.tudelft.simulation.dsol.formalisms.eventscheduling.SimEventInterface;
import nl.tudelft.simulation.dsol.model.AbstractDsolModel;
import nl.tudelft.simulation.dsol.simulators.DevsSimulator;
import nl.tudelft.simulation.dsol.simulators.ErrorStrategy;
import nl.tudelft.simulation.dsol.simulators.RunState;
import nl.tudelft.simulation.dsol.statistics.SimPersistent;
import nl.tudelft.simulation.dsol.statistics.SimTally;
import nl.tudelft.simulation.jstats.distributions.DistContinuous;
import nl.tudelft.simulation.jstats.distributions.DistExponential;
import nl.tudelft.simulation.jstats.streams.MersenneTwister;
import org.djutils.logger.CategoryLogger;

/** The desk in DSOL, with its own event list, streams and statistics. */
public final class DsolDesk implements Desk {
    @Override
    public Figures run(long calls, long seed) {
        synchronized (DevsSimulator.class) { // two simulators must not be constructed at once: DSOL's logger is shared
            CategoryLogger.setLogLevelAll(Level.WARN);
            Loop simulator = new Loop();
            simulator.setErrorStrategy(ErrorStrategy.WARN_AND_THROW);
            Model model = new Model(simulator, calls, seed);
            SingleReplication<Double> replication = new SingleReplication<>("desk", 0.0, 0.0, Double.MAX_VALUE);
            simulator.initialize(model, replication);
            simulator.runHere();
            simulator.cleanUp();
            replication.removeFromContext();
            return model.figures();
        }
    }

    /** DSOL's simulator, whose loop runs in the thread that calls, so that its processor time can be told. */
    private static final class Loop extends DevsSimulator<Double> {
        private static final long serialVersionUID = 1L;

        Loop() {
            super("desk");
        }

        void runHere() {
            runUntilTime = Double.MAX_VALUE;
            runState = RunState.STARTED;
            run();
        }
    }

    private static final class Caller {
        private final double arrival;
        private boolean gone;
        private SimEventInterface<Double> patienceEnd;

        Caller(double arrival) {
            this.arrival = arrival;
        }
    }

    private static final class Model extends AbstractDsolModel<Double, Loop> {
        private static final long serialVersionUID = 1L;

        private final long callsWanted;
        private final DistContinuous gap;
        private final DistContinuous talk;
        private final DistContinuous patience;
        private final Queue<Caller> waiting = new ArrayDeque<>();
        private SimPersistent<Double> busy;
        private SimTally<Double> waits;
        private int busyAgents;
        private long calls;
        private long abandoned;
        private long within;
        private double lastArrival;

        Model(Loop simulator, long callsWanted, long seed) {
            super(simulator);
            this.callsWanted = callsWanted;
            gap = new DistExponential(new MersenneTwister(3 * seed + 1), 1 / CALLS_PER_MINUTE);
            talk = new DistExponential(new MersenneTwister(3 * seed + 2), TALK_MINUTES);
            patience = new DistExponential(new MersenneTwister(3 * seed + 3), PATIENCE_MINUTES);
        }

        @Override
        public void constructModel() throws SimRuntimeException {
            busy = new SimPersistent<>("busy", "busy agents", this);
            busy.initialize();
            busy.register(0.0, 0);
            waits = new SimTally<>("waits", "waits", this);
            waits.initialize();
            simulator.scheduleEventRel(gap.draw(), this::arrive);
        }

        private void arrive() {
            lastArrival = simulator.getSimulatorTime();
            if (++calls < callsWanted) {
                simulator.scheduleEventRel(gap.draw(), this::arrive);
            }
            if (busyAgents < AGENTS) {
                changeBusy(1);
                answer(0);
            } else {
                Caller caller = new Caller(lastArrival);
                waiting.add(caller);
                caller.patienceEnd = simulator.scheduleEventRel(patience.draw(), () -> abandon(caller));
            }
        }

        private void changeBusy(int change) {
            busyAgents += change;
            busy.register(simulator.getSimulatorTime(), busyAgents);
        }

        private void answer(double wait) {
            waits.register(wait);
            within += wait <= TARGET_MINUTES ? 1 : 0;
            simulator.scheduleEventRel(talk.draw(), this::endTalk);
        }

        private void endTalk() {
            Caller next = waiting.poll();
            while (next != null && next.gone) {
                next = waiting.poll();
            }
            if (next == null) {
                changeBusy(-1);
            } else {
                simulator.cancelEvent(next.patienceEnd);
                answer(simulator.getSimulatorTime() - next.arrival);
            }
        }

        private void abandon(Caller caller) {
            caller.gone = true;
            abandoned++;
            waits.register(simulator.getSimulatorTime() - caller.arrival);
        }

        Figures figures() {
            return new Figures(calls, abandoned, within, waits.getSum(), busy.getWeightedSum(), lastArrival);
        }
    }
}
