package mergedesk.dsol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import mergedesk.api.ScenarioFile;
import mergedesk.compile.ScenarioCompiler;
import mergedesk.program.Programs;
import mergedesk.program.Timetables;
import nl.tudelft.simulation.dsol.experiment.Experiment;
import nl.tudelft.simulation.dsol.experiment.Replication;
import nl.tudelft.simulation.dsol.experiment.SingleReplication;
import nl.tudelft.simulation.dsol.simulators.DevsSimulator;
import nl.tudelft.simulation.dsol.simulators.DevsSimulatorInterface;
import nl.tudelft.simulation.dsol.simulators.SimulatorInterface;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What goes wrong ends the replication and is thrown to whoever asks for results: nobody waits for a run that has died. */
@Timeout(600)
class FailureTest {
    private static final long HOUR = 3_600_000_000L;
    private static final ScenarioFile FILE = ScenarioFile.read(Path.of("..", "scenarios", "oracles", "01_mmc_day.yaml"), List.of());

    /** Where a fault may come from; each in the second hour. */
    enum Fault {
        USERS_EVENT("users_event: broken") {
            @Override
            void plant(DevsSimulator<Long> simulator) {
                simulator.scheduleEventAbs(HOUR + 1, () -> {
                    throw new IllegalStateException("users_event: broken");
                });
            }
        },
        ASSERTION_IN_USERS_EVENT("assertion: broken") {
            @Override
            void plant(DevsSimulator<Long> simulator) {
                simulator.scheduleEventAbs(HOUR + 1, () -> {
                    throw new AssertionError("assertion: broken");
                });
            }
        },
        USERS_LISTENER("listener: broken") {
            @Override
            void plant(DevsSimulator<Long> simulator) {
                simulator.addListener(
                        event -> {
                            if (simulator.getSimulatorTime() >= HOUR) {
                                throw new IllegalStateException("listener: broken");
                            }
                        },
                        SimulatorInterface.TIME_CHANGED_EVENT);
            }
        },
        /** Events in the past are refused, which is how a user's model usually fails. */
        EVENT_IN_THE_PAST("in past") {
            @Override
            void plant(DevsSimulator<Long> simulator) {
                simulator.scheduleEventAbs(HOUR + 1, () -> simulator.scheduleEventAbs(1L, () -> {}));
            }
        };

        final String message;

        Fault(String message) {
            this.message = message;
        }

        abstract void plant(DevsSimulator<Long> simulator);
    }

    private static void begin(DevsSimulator<Long> simulator, String id, ScenarioModel model) {
        simulator.initialize(model, new SingleReplication<>(id, 0L, 0L, model.runLengthTicks()));
    }

    private static ScenarioModel sound(DevsSimulator<Long> simulator) {
        return new ScenarioModel(simulator, FILE.scenario(), 1, HOUR);
    }

    /** The kernel fails in the second hour. */
    private static ScenarioModel broken(DevsSimulator<Long> simulator) {
        return new ScenarioModel(simulator, Programs.always(Timetables.broken(ScenarioCompiler.compile(FILE.scenario()), HOUR + 7)), 1, HOUR);
    }

    @ParameterizedTest
    @EnumSource
    void endsARunLoudly(Fault fault) throws InterruptedException {
        DevsSimulator<Long> simulator = Simulators.create(fault.name());
        ScenarioModel model = sound(simulator);
        begin(simulator, fault.name(), model);
        CountDownLatch ended = new CountDownLatch(1);
        simulator.addListener(event -> ended.countDown(), Replication.END_REPLICATION_EVENT);
        fault.plant(simulator);
        simulator.start();
        assertThat(ended.await(20, TimeUnit.SECONDS)).as("the replication ended").isTrue();
        assertThat(model.isFinished()).isFalse();
        assertThatThrownBy(model::summaries)
                .isInstanceOf(IllegalStateException.class)
                .hasMessageStartingWith("replication 0 with seed 1 failed at tick 3600000")
                .hasMessageContaining(fault.message);
        Simulators.cleanUp(simulator);
    }

    @ParameterizedTest
    @EnumSource
    void reachesWhoeverSteps(Fault fault) {
        DevsSimulator<Long> simulator = Simulators.create(fault.name() + " in steps");
        ScenarioModel model = sound(simulator);
        begin(simulator, fault.name() + " in steps", model);
        fault.plant(simulator);
        assertThatThrownBy(() -> {
                    while (!model.isFinished()) {
                        simulator.step();
                    }
                })
                .hasStackTraceContaining(fault.message);
        Simulators.cleanUp(simulator);
    }

    @Test
    void ofTheKernelReachesWhoeverStepsOrLooks() {
        DevsSimulator<Long> simulator = Simulators.create("kernel in steps");
        ScenarioModel model = broken(simulator);
        begin(simulator, "kernel in steps", model);
        assertThatThrownBy(() -> {
                    while (!model.isFinished()) {
                        simulator.step();
                    }
                })
                .hasStackTraceContaining("replication 0 with seed 1 failed at tick 3600000007")
                .hasStackTraceContaining("timetable action 99");
        assertThatThrownBy(model::watch).hasMessageContaining("timetable action 99");
        assertThatThrownBy(model::summaries).hasMessageContaining("timetable action 99");
        Simulators.cleanUp(simulator);
    }

    /** DSOL's own simulators wait for somebody after a fault, unless told otherwise; a fault of the kernel ends the replication on them too. */
    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void ofTheKernelLetsAnExperimentGoOn(boolean ours) throws InterruptedException {
        String id = "kernel " + ours;
        DevsSimulator<Long> simulator = ours ? Simulators.create(id) : new DevsSimulator<>(id);
        ScenarioModel model = broken(simulator);
        Experiment<Long, DevsSimulatorInterface<Long>> experiment = new Experiment<>(id, simulator, model, 0L, 0L, model.runLengthTicks(), 3);
        CountDownLatch ended = new CountDownLatch(1);
        experiment.addListener(event -> ended.countDown(), Experiment.END_EXPERIMENT_EVENT);
        experiment.start();
        assertThat(ended.await(40, TimeUnit.SECONDS)).as("the experiment ended").isTrue();
        assertThat(experiment.getStartedReplications()).hasSize(3);
        assertThatThrownBy(model::summaries).hasMessageStartingWith("replication 2 with seed 1 failed at tick 3600000007");
        Simulators.cleanUp(simulator);
    }
}
