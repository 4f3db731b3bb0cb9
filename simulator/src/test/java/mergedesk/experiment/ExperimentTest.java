package mergedesk.experiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import mergedesk.kernel.Script;
import mergedesk.observe.RunSummary;
import mergedesk.observe.Scopes;
import mergedesk.program.Program;
import mergedesk.program.Programs;
import mergedesk.program.Timetables;
import mergedesk.stats.Estimate;
import mergedesk.stats.KeptMeasures;
import mergedesk.stats.Measure;
import org.junit.jupiter.api.Test;

class ExperimentTest {
    /** A day of 300 calls whose service level varies much. */
    private static final Program DAY = desk("start: 2011-01-03, length: 1 day");

    private static Program desk(String time) {
        return new Script()
                .time(time)
                .with("busyness: {all: {cv: 20 %}}")
                .volume("calls", "volume: 300 / day, work: {distribution: exponential, mean: 8 min}, patience: {distribution: exponential, mean: 5 min}")
                .agents("agents", "staffing: 2")
                .compile();
    }

    /** Notes what is planned; stops after some progress. Called from several threads. */
    private static final class Watcher implements Progress {
        private final List<Double> planned = new ArrayList<>();
        private final double stopAfter;
        private double advanced;

        Watcher(double stopAfter) {
            this.stopAfter = stopAfter;
        }

        @Override
        public synchronized void planned(double replications) {
            planned.add(replications);
        }

        @Override
        public synchronized void advanced(double replications) {
            advanced += replications;
        }

        @Override
        public synchronized boolean stopped() {
            return advanced >= stopAfter;
        }
    }

    private static Experiment.Decider decider(String measure) {
        return new Experiment.Decider(Measure.byId(measure).orElseThrow(), 0);
    }

    private static Experiment.Outcome run(Program program, Integer replications, int most, int threads, Progress progress) {
        return new Experiment(program, new RunSettings(replications, most, 5, threads), decider("sl_answered_of_offered")).run(progress);
    }

    private static boolean same(List<RunSummary> a, List<RunSummary> b) {
        Object[][] parts = new Object[2][];
        int side = 0;
        for (List<RunSummary> summaries : List.of(a, b)) {
            parts[side++] = summaries.stream()
                    .flatMap(s -> java.util.stream.Stream.of(s.replication(), s.rows(), s.numbers(), s.waitBins(), s.waitCounts(), s.days()))
                    .toArray();
        }
        return Arrays.deepEquals(parts[0], parts[1]);
    }

    @Test
    void replicatesUntilTheHalfWidthIsOnePointWhateverTheThreads() {
        Watcher one = new Watcher(Double.MAX_VALUE);
        Experiment.Outcome single = run(DAY, null, 2_000, 1, one);
        Watcher three = new Watcher(Double.MAX_VALUE);
        Experiment.Outcome parallel = run(DAY, null, 2_000, 3, three);
        assertThat(same(single.observations().sample().orElseThrow().summaries(), parallel.observations().sample().orElseThrow().summaries())).isTrue();
        assertThat(one.planned).isEqualTo(three.planned);
        assertThat(single.complete()).isTrue();
        assertThat(single.precise()).isTrue();
        Estimate estimate = single.observations().estimate(Measure.byId("sl_answered_of_offered").orElseThrow(), 0);
        assertThat(estimate.halfWidth()).isLessThanOrEqualTo(0.01);
        assertThat(one.planned.get(0)).isEqualTo(20);
        assertThat(one.planned).hasSizeGreaterThan(2);
        double done = 20;
        for (double more : one.planned.subList(1, one.planned.size())) {
            assertThat(more).isBetween(1.0, done);
            done += more;
        }
        assertThat(done).isEqualTo(single.replications());
        assertThat(single.replications()).isEqualTo(single.asked()).isEqualTo(single.observations().count());
    }

    /** A further look runs no replication twice, with the kernels that there are. */
    @Test
    void goesOnWhereItEnded() {
        Measure measure = decider("sl_answered_of_offered").measure();
        KeptMeasures kept = KeptMeasures.of(new Scopes(DAY), List.of(measure), row -> false);
        Experiment experiment = new Experiment(Programs.always(DAY), new RunSettings(2, 2, 5, 2), decider(measure.id()), kept);
        Watcher watcher = new Watcher(Double.MAX_VALUE);
        for (int replications : new int[] {5, 10, 20}) {
            Experiment.Outcome outcome = experiment.run(replications, watcher);
            Experiment.Outcome anew = run(DAY, replications, replications, 1, Progress.NONE);
            assertThat(outcome.replications()).isEqualTo(replications);
            assertThat(outcome.observations().estimate(measure, 0)).isEqualTo(anew.observations().estimate(measure, 0));
        }
        assertThat(watcher.planned).containsExactly(5.0, 5.0, 10.0);
        assertThat(watcher.advanced).isEqualTo(20);
    }

    /** Nobody waits for a decision that can never fall. */
    @Test
    void keepsWhatDecides() {
        KeptMeasures kept = KeptMeasures.of(new Scopes(DAY), List.of(Measure.byId("answered").orElseThrow()), row -> false);
        assertThatThrownBy(() -> new Experiment(Programs.always(DAY), new RunSettings(2, 2, 5, 1), decider("abandoned"), kept)).hasMessage("measure: abandoned is not kept");
    }

    @Test
    void saysWhenTheMostReplicationsAreNotPreciseEnough() {
        Experiment.Outcome outcome = run(DAY, null, 23, 2, Progress.NONE);
        assertThat(outcome.replications()).isEqualTo(23);
        assertThat(outcome.precise()).isFalse();
        assertThat(outcome.complete()).isTrue();
        assertThat(run(DAY, null, 1, 1, Progress.NONE).replications()).isEqualTo(1);
    }

    @Test
    void runsAsManyAsAskedForAndTheirPrefixIsTheShorterExperiment() {
        Experiment.Outcome five = run(DAY, 5, 400, 2, Progress.NONE);
        Experiment.Outcome nine = run(DAY, 9, 400, 1, Progress.NONE);
        assertThat(five.precise()).isTrue();
        assertThat(same(five.observations().sample().orElseThrow().summaries(), nine.observations().sample().orElseThrow().summaries().subList(0, 5))).isTrue();
        assertThat(same(nine.observations().sample().orElseThrow().summaries().subList(0, 1), nine.observations().sample().orElseThrow().summaries().subList(1, 2))).isFalse();
    }

    /** 4 hours do not divide into 7 batches of whole ticks; there are 7 all the same, and 20 observations need 3 replications. */
    @Test
    void countsBatchesTowardsTheFewestObservations() {
        Program cut = desk("start: 2011-01-03, length: 5 h, end: cut, warm_up: 1 h, batches: 7");
        Watcher watcher = new Watcher(Double.MAX_VALUE);
        Experiment.Outcome outcome = run(cut, null, 9, 1, watcher);
        assertThat(watcher.planned.get(0)).isEqualTo(3);
        assertThat(outcome.observations().count()).isEqualTo(7 * outcome.replications());
        assertThat(outcome.observations().areBatches()).isTrue();
    }

    @Test
    void keepsAPrefixWhenStoppedEarly() {
        List<RunSummary> whole = run(DAY, 40, 400, 1, Progress.NONE).observations().sample().orElseThrow().summaries();
        for (int threads : new int[] {1, 3}) {
            Experiment.Outcome stopped = run(DAY, 40, 400, threads, new Watcher(7.5));
            assertThat(stopped.complete()).isFalse();
            assertThat(stopped.asked()).isEqualTo(40);
            // A thread that the machine holds up leaves the first unfinished replication early in the order.
            assertThat(stopped.replications()).isBetween(threads == 1 ? 7 : 0, 8).isEqualTo(stopped.observations().count());
            assertThat(same(stopped.observations().sample().orElseThrow().summaries(), whole.subList(0, stopped.replications()))).isTrue();
        }
        assertThat(run(DAY, 40, 400, 2, new Watcher(0)).replications()).isZero();
    }

    /** After its one hour, a thousand people ring a closed desk every second for a day: 86 million attempts in the last simulated stretch. */
    @Test
    void tellsOfPeopleWhoAreLeftAfterTheHorizonAndStopsAmongThem() {
        Program program = new Script()
                .time("start: 2011-01-03T09:00, length: 1 h")
                .desk("desk", "opening: {tue: 09:00-10:00}")
                .volume("calls", "volume: 1000 / h, work: {distribution: exponential, mean: 5 min}, retry: {probability: 100 %, delay: " + Script.seconds(1) + "}")
                .agents("agents", "staffing: 1")
                .compile();
        List<Integer> told = new ArrayList<>();
        double[] advanced = new double[1];
        int[] looksAfterTheWish = new int[1];
        Experiment.Outcome outcome = run(program, 1, 1, 1, new Progress() {
            @Override
            public void planned(double more) {}

            @Override
            public void advanced(double replications) {
                advanced[0] += replications;
            }

            @Override
            public void emptying(int people) {
                told.add(people);
            }

            @Override
            public boolean stopped() {
                boolean wish = told.size() >= 3;
                looksAfterTheWish[0] += wish ? 1 : 0;
                return wish;
            }
        });
        assertThat(told).hasSize(3).allMatch(people -> people > 800 && people < 1_200);
        assertThat(looksAfterTheWish[0]).isEqualTo(1);
        assertThat(advanced[0]).isBetween(0.9, 0.999);
        assertThat(outcome.replications()).isZero();
    }

    /** What is too much for the counters is no fault of the program: no class name, and what to change. */
    @Test
    void saysWhatIsTooMuchForTheCounters() {
        Program program = new Script()
                .calls("calls", "work: {distribution: constant, mean: 5000 weeks}", new double[100])
                .agents("agent", "staffing: 1")
                .compile();
        assertThat(run(program, 1, 1, 1, Progress.NONE).failure().orElseThrow())
                .hasMessageMatching("replication 0 with seed 5 failed at simulated second .*: waits or agents' time add up to more than 292,000 years: make time.length "
                        + "shorter, or see to it that queues do not grow without end. It repeats with --seed 5 --replications 1");
    }

    @Test
    void saysHowToRepeatARunThatFails() {
        Program program = Timetables.broken(DAY, 3_000_000);
        assertThat(run(program, 3, 400, 2, Progress.NONE).failure().orElseThrow())
                .hasMessageContaining("replication 0 with seed 5 failed at simulated second 3.0")
                .hasMessageContaining("timetable action 99")
                .hasMessageContaining("--seed 5 --replications 1");
    }

    /** A timetable step that no compiler writes: the message says where, in what, and how to see it again. */
    @Test
    void saysWhereARunFailed() {
        Program broken = Timetables.broken(DAY, 7_500_000);
        assertThat(run(broken, 3, 3, 1, new Watcher(1_000)).failure().orElseThrow())
                .hasMessageContaining("replication 0 with seed 5 failed at simulated second 7.5 (step of the timetable)")
                .hasMessageContaining("--seed 5 --replications 1");
    }
}
