package mergedesk.dsol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import mergedesk.api.Mergedesk;
import mergedesk.api.RunOptions;
import mergedesk.api.ScenarioFile;
import mergedesk.api.Watcher;
import mergedesk.compile.DrawnPrograms;
import mergedesk.compile.ScenarioCompiler;
import mergedesk.experiment.Progress;
import mergedesk.experiment.RunSettings;
import mergedesk.experiment.StudyBuilder;
import mergedesk.experiment.Summaries;
import mergedesk.observe.Count;
import mergedesk.observe.RunSummary;
import mergedesk.observe.Scopes;
import mergedesk.program.Program;
import mergedesk.program.Programs;
import mergedesk.results.Kpi;
import mergedesk.results.ResultCsv;
import mergedesk.stats.KeptMeasures;
import mergedesk.stats.Measure;
import mergedesk.stats.Observations;
import mergedesk.units.Ticks;
import nl.tudelft.simulation.dsol.experiment.Experiment;
import nl.tudelft.simulation.dsol.experiment.SingleReplication;
import nl.tudelft.simulation.dsol.formalisms.eventscheduling.SimEventInterface;
import nl.tudelft.simulation.dsol.simulators.DevsSimulator;
import nl.tudelft.simulation.dsol.simulators.DevsSimulatorInterface;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Under DSOL, paused, stepped or watched: the same bytes as without. */
@Timeout(600)
class ScenarioModelTest {
    private static final Path SCENARIOS = Path.of("..", "scenarios");
    private static final long SEED = 5;
    private static final long HOUR = 3_600 * Ticks.PER_SECOND;

    private static ScenarioFile mixed() {
        return ScenarioFile.read(Path.of("src", "test", "resources", "mergedesk", "oracle", "everything.yaml"), List.of());
    }

    private static List<RunSummary> plain(ScenarioFile file, int replications) {
        Program program = ScenarioCompiler.compile(file.scenario());
        return Summaries.of(program, SEED, replications);
    }

    private static void assertSame(List<RunSummary> found, List<RunSummary> expected) {
        assertThat(found).usingRecursiveComparison().isEqualTo(expected);
    }

    private static ScenarioModel begin(DevsSimulator<Long> simulator, String id, ScenarioFile file, long stepTicks) {
        ScenarioModel model = new ScenarioModel(simulator, file.scenario(), SEED, stepTicks);
        simulator.initialize(model, new SingleReplication<>(id, 0L, 0L, model.runLengthTicks()));
        return model;
    }

    @ParameterizedTest
    @ValueSource(strings = {"oracles/01_mmc_day.yaml", "oracles/07_simplemsk.yaml"})
    void anExperimentLeavesTheBytesOfKpisCsv(String name) throws InterruptedException {
        ScenarioFile file = ScenarioFile.read(SCENARIOS.resolve(name), List.of());
        int replications = 4;
        DevsSimulator<Long> simulator = Simulators.create("experiment");
        ScenarioModel model = new ScenarioModel(simulator, file.scenario(), SEED, HOUR);
        Experiment<Long, DevsSimulatorInterface<Long>> experiment =
                new Experiment<>(name, simulator, model, 0L, 0L, model.runLengthTicks(), replications);
        CountDownLatch ended = new CountDownLatch(1);
        experiment.addListener(event -> ended.countDown(), Experiment.END_EXPERIMENT_EVENT);
        experiment.start();
        assertThat(ended.await(100, TimeUnit.SECONDS)).isTrue();

        Program program = ScenarioCompiler.compile(file.scenario());
        Observations observations = Summaries.observations(program, model.summaries());
        byte[] expected = ResultCsv.kpis(
                Mergedesk.run(file, new RunOptions(replications, SEED, 1, ""), Watcher.NONE).kpis());
        byte[] found = ResultCsv.kpis(kpis(file, program, observations));
        assertThat(found).isEqualTo(expected);
        double answered = experiment.getSummaryStatistics().get("answered").get("SampleMean").getSampleMean();
        assertThat(answered).isEqualTo(observations.estimate(Measure.byId("answered").orElseThrow(), 0).value());
        Simulators.cleanUp(simulator);
    }

    private static List<Kpi> kpis(ScenarioFile file, Program program, Observations observations) {
        return new StudyBuilder(file.scenario(), Programs.always(program), observations).build(null, List.of()).kpis();
    }

    @Test
    void steppingAndPausingChangeNothing() {
        ScenarioFile file = mixed();
        DevsSimulator<Long> simulator = Simulators.create("steps");
        ScenarioModel model = begin(simulator, "steps", file, 17 * 60 * Ticks.PER_SECOND);
        while (!model.isFinished()) {
            simulator.step();
        }
        assertSame(model.summaries(), plain(file, 1));
        Simulators.cleanUp(simulator);
    }

    @Test
    void watchingChangesNothingAndSeesTheKernelBeforeItsEventsAtThatTick() {
        ScenarioFile file = mixed();
        DevsSimulator<Long> simulator = Simulators.create("watch");
        ScenarioModel model = begin(simulator, "watch", file, HOUR);
        List<Integer> present = new ArrayList<>();
        for (long tick = 0; tick <= model.runLengthTicks(); tick += 7 * 60 * Ticks.PER_SECOND) {
            simulator.scheduleEventAbs(tick, SimEventInterface.NORMAL_PRIORITY, () -> present.add(model.watch().present()));
        }
        while (!model.isFinished()) {
            simulator.step();
        }
        assertThat(present.get(0)).isZero(); // the desk opens at tick 0, which is still to come
        assertThat(present).anyMatch(count -> count > 0);
        assertThat(model.watch().waiting()).isNotNegative();
        assertSame(model.summaries(), plain(file, 1));
        Simulators.cleanUp(simulator);
    }

    @Test
    void aRunThatIsCutInBatchesToo() {
        ScenarioFile file = ScenarioFile.read(
                SCENARIOS.resolve("oracles/erlang-a-desk.yaml"), List.of("time.length=3 days", "time.batches=4"));
        DevsSimulator<Long> simulator = Simulators.create("cut");
        ScenarioModel model = begin(simulator, "cut", file, 24 * HOUR + 1);
        while (!model.isFinished()) {
            simulator.step();
        }
        assertThat(model.summaries()).hasSize(4);
        assertSame(model.summaries(), plain(file, 1));
        Simulators.cleanUp(simulator);
    }

    private static final String DRAWN = """
            name: A desk
            time: {start: 2027-01-04, length: 3 weeks}
            councils: {a: }
            services: {tax: }
            channels: {phone: }
            flows: {calls: {council: a, service: tax, desk: main, volume: 20 / h, profile: office, work: {distribution: exponential, mean: 5 min}, patience: {distribution: exponential, mean: 3 min}}}
            profiles: {office: {mon-fri: {"09:00": 1, "17:00": 0}}}
            desks: {main: {opening: {mon-fri: "09:00-17:00"}}, other: {opening: {mon-fri: "09:00-17:00"}}}
            groups: {team: {desk: main, staffing: 2}, more: {desk: other, staffing: 0}}
            plan:
              move: {on: 2027-01-06, slips: {low: 0 days, likely: 4 days, high: 14 days}, change: {flows: {calls: {desk: other}}, groups: {team: {desk: other}, more: {staffing: 1}}}}
              cut: {on: 2027-01-08, slips: {distribution: exponential, mean: 3 days}, change: {groups: {team: {staffing: 1}}}}
            """;

    private static ScenarioFile drawn(String more) {
        ScenarioFile file = ScenarioFile.of(DRAWN + more, Path.of("drawn.yaml"));
        assertThat(file.faults()).isEmpty();
        return file;
    }

    /** Each replication goes by its own dates, and leaves what it leaves elsewhere. */
    @Test
    void aPlanOfDrawnDatesToo() throws InterruptedException {
        ScenarioFile file = drawn("");
        int replications = 5;
        DevsSimulator<Long> simulator = Simulators.create("drawn");
        ScenarioModel model = new ScenarioModel(simulator, file.scenario(), file.states(), SEED, 5 * HOUR);
        Experiment<Long, DevsSimulatorInterface<Long>> experiment = new Experiment<>("drawn", simulator, model, 0L, 0L, model.runLengthTicks(), replications);
        CountDownLatch ended = new CountDownLatch(1);
        experiment.addListener(event -> ended.countDown(), Experiment.END_EXPERIMENT_EVENT);
        experiment.start();
        assertThat(ended.await(100, TimeUnit.SECONDS)).isTrue();
        Program planned = ScenarioCompiler.compile(file.scenario());
        Programs programs = DrawnPrograms.of(file.scenario(), file.states(), planned);
        Scopes scopes = new Scopes(programs);
        List<RunSummary> expected = new ArrayList<>();
        new mergedesk.experiment.Experiment(programs, new RunSettings(replications, replications, SEED, 1), new mergedesk.experiment.Experiment.Decider(Measure.byId("answered").orElseThrow(), 0), KeptMeasures.all(scopes))
                .run(Progress.NONE, expected::addAll);
        assertThat(model.summaries()).hasSize(replications);
        for (int replication = 0; replication < replications; replication++) {
            for (int row = 0; row < scopes.rows().size(); row++) {
                for (int column = 0; column < Count.COLUMNS; column++) {
                    assertThat(model.summaries().get(replication).total(row, column)).isEqualTo(expected.get(replication).total(row, column));
                }
            }
        }
        int desk = scopes.row(Scopes.Kind.DESK, 1);
        assertThat(expected.stream().mapToLong(run -> run.total(desk, Count.OFFERED)).distinct().count()).as("dates").isGreaterThan(2);
        Simulators.cleanUp(simulator);
    }

    /** Its clock cannot run a replication twice, and without its reader nobody knows what comes of another order of steps. */
    @Test
    void whatItCannotRunIsRefused() {
        DevsSimulator<Long> simulator = Simulators.create("refused");
        assertThatThrownBy(() -> new ScenarioModel(simulator, drawn("").scenario(), SEED, HOUR)).isInstanceOf(IllegalArgumentException.class).hasMessageContaining("give the states of the plan beside it");
        ScenarioFile ruled = ScenarioFile.of(DRAWN.replace("length: 3 weeks", "length: 3 months").replace("cut: {on: 2027-01-08, slips: {distribution: exponential, mean: 3 days}", "cut: {when: {missed: {measure: sl_answered_of_offered, at_least: 90 %}}"), Path.of("ruled.yaml"));
        assertThat(ruled.faults()).isEmpty();
        assertThatThrownBy(() -> new ScenarioModel(simulator, ruled.scenario(), ruled.states(), SEED, HOUR)).isInstanceOf(IllegalArgumentException.class).hasMessageContaining("results decide steps of its plan");
        Simulators.cleanUp(simulator);
    }
}
