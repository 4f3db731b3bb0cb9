package mergedesk.dsol;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import mergedesk.api.ScenarioFile;
import mergedesk.compile.ScenarioCompiler;
import mergedesk.experiment.Summaries;
import mergedesk.observe.RunSummary;
import mergedesk.units.Ticks;
import nl.tudelft.simulation.dsol.experiment.Replication;
import nl.tudelft.simulation.dsol.experiment.SingleReplication;
import nl.tudelft.simulation.dsol.formalisms.eventscheduling.SimEventInterface;
import nl.tudelft.simulation.dsol.simulators.DevsRealTimeAnimator;
import nl.tudelft.simulation.dsol.simulators.DevsSimulator;
import nl.tudelft.simulation.dsol.simulators.SimulatorInterface;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Whoever starts, pauses, steps, speeds up and looks, in whatever order, before, at and after two steps of a plan: the same results, bit for bit. */
@Timeout(600)
class ControlTest {
    private static final long SEED = 5;
    private static final long MINUTE = 60 * Ticks.PER_SECOND;
    private static final ScenarioFile FILE =
            ScenarioFile.read(Path.of("src", "test", "resources", "mergedesk", "oracle", "everything-planned.yaml"), List.of("time.length=3 days"));
    private static final List<RunSummary> PLAIN = plain();

    private static List<RunSummary> plain() {
        return Summaries.of(ScenarioCompiler.compile(FILE.scenario()), SEED, 1);
    }

    /** A model on a simulator, and a queue that hands over each pause and the end, so that nobody has to wait for a time. */
    private static final class Session implements AutoCloseable {
        final DevsSimulator<Long> simulator;
        final ScenarioModel model;
        private final String id;
        private final LinkedBlockingQueue<Boolean> rests = new LinkedBlockingQueue<>();

        Session(DevsSimulator<Long> simulator, String id, long stepTicks) {
            this.simulator = simulator;
            this.id = id;
            model = new ScenarioModel(simulator, FILE.scenario(), SEED, stepTicks);
            simulator.initialize(model, new SingleReplication<>(id, 0L, 0L, model.runLengthTicks()));
            simulator.addListener(event -> rest(false), SimulatorInterface.STOP_EVENT);
            simulator.addListener(event -> rest(true), Replication.END_REPLICATION_EVENT);
        }

        /** In the simulator's thread; nobody waits for the pauses between steps in our own. */
        private void rest(boolean ended) {
            if (Thread.currentThread().getName().equals(id)) {
                rests.add(ended);
            }
        }

        /** Until the simulator's thread rests; whether the replication has ended. */
        boolean rest() throws InterruptedException {
            Boolean ended = rests.poll(20, TimeUnit.SECONDS);
            assertThat(ended).as("the simulator came to rest").isNotNull();
            return ended;
        }

        /** Pauses as soon as the simulator comes to a tick. */
        void stopAt(long tick) {
            simulator.scheduleEventAbs(tick, SimEventInterface.NORMAL_PRIORITY, simulator::stop);
        }

        @Override
        public void close() {
            Simulators.cleanUp(simulator);
        }
    }

    @RepeatedTest(8)
    void anyOrderOfStartPauseStepAndLookGivesTheSame(RepetitionInfo info) throws InterruptedException {
        Random random = new Random(info.getCurrentRepetition());
        String id = "any order " + info.getCurrentRepetition();
        try (Session session = new Session(Simulators.create(id), id, (1 + random.nextInt(300)) * MINUTE)) {
            long end = session.model.runLengthTicks();
            List<String> done = new ArrayList<>();
            while (!session.model.isFinished()) {
                long now = session.simulator.getSimulatorTime();
                long later = now + 1 + (long) (random.nextDouble() * end / 4);
                int act = later >= end ? 2 : random.nextInt(4);
                done.add(act + " at " + now);
                switch (act) {
                    case 0 -> {
                        session.stopAt(later);
                        session.simulator.start();
                        assertThat(session.rest()).isFalse();
                        assertThat(session.simulator.getSimulatorTime()).isEqualTo(later);
                    }
                    case 1 -> {
                        session.simulator.runUpTo(later);
                        assertThat(session.rest()).isFalse();
                    }
                    case 2 -> session.simulator.step();
                    default -> assertThat(session.model.watch().present()).isNotNegative();
                }
            }
            assertThat(session.model.summaries()).as("%s", done).usingRecursiveComparison().isEqualTo(PLAIN);
        }
    }

    @Test
    void goesOnToTheEndAfterAPause() throws InterruptedException {
        try (Session session = new Session(Simulators.create("pause"), "pause", 60 * MINUTE)) {
            session.stopAt(700 * MINUTE + 1);
            session.simulator.start();
            assertThat(session.rest()).isFalse();
            assertThat(session.simulator.isStoppingOrStopped()).isTrue();
            assertThat(session.model.isFinished()).isFalse();
            session.simulator.start();
            session.rest();
            assertThat(session.rest()).as("a pause, then the end").isTrue();
            assertThat(session.model.summaries()).usingRecursiveComparison().isEqualTo(PLAIN);
        }
    }

    /** Three days in a fifth of a second, faster and slower, paused once. */
    @Test
    void speedChangesNothing() throws InterruptedException {
        DevsRealTimeAnimator<Long> paced = Simulators.paced("paced");
        paced.setSpeedFactor(1e6, false);
        paced.setUpdateMsec(1);
        try (Session session = new Session(paced, "paced", 60 * MINUTE)) {
            session.simulator.scheduleEventAbs(900 * MINUTE, SimEventInterface.NORMAL_PRIORITY, () -> paced.setSpeedFactor(3e6, false));
            session.stopAt(2000 * MINUTE);
            long before = System.nanoTime();
            session.simulator.start();
            assertThat(session.rest()).isFalse();
            assertThat(System.nanoTime() - before).as("as the clock on the wall demands").isGreaterThan(50_000_000L);
            session.simulator.start();
            session.rest();
            assertThat(session.rest()).isTrue();
            assertThat(session.model.summaries()).usingRecursiveComparison().isEqualTo(PLAIN);
        }
    }
}
