package mergedesk.experiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.management.ThreadMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import mergedesk.api.Mergedesk;
import mergedesk.api.RunOptions;
import mergedesk.api.ScenarioFile;
import mergedesk.api.Watcher;
import mergedesk.api.WrongInput;
import mergedesk.compile.ScenarioCompiler;
import mergedesk.kernel.Kernel;
import mergedesk.kernel.Script;
import mergedesk.observe.Period;
import mergedesk.observe.RunSummary;
import mergedesk.observe.Scopes;
import mergedesk.observe.Totals;
import mergedesk.program.Program;
import mergedesk.program.Programs;
import mergedesk.results.Comparison;
import mergedesk.results.Scope;
import mergedesk.stats.Estimate;
import mergedesk.stats.KeptMeasures;
import mergedesk.stats.Measure;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** How many replications and batches there are does not decide how much memory they take. Each run in a Java of its own with little. */
class MemoryTest {
    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    private static final String HOUR = "start: 2011-01-03T09:00, length: 1 h";

    /** Kept one by one as tables of all scopes, these were 150 MB and 240 MB, and a million replications 96 GB. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            start: 2011-01-03T09:00, length: 1 h                               | 1500
            start: 2011-01-03T09:00, length: 1 day, end: cut, batches: 2500    |    1
            """)
    void fitsIntoLittle(String time, int replications) throws Exception {
        assertThat(run("-Xmx64m", time, replications, 4_000)).startsWith(replications + " ");
    }

    /** Folded and kept the value is the same, and the interval to ten digits. */
    @Test
    void changesNoNumber() throws Exception {
        String[] folded = run("-Xmx64m", HOUR, 300, 4_000).split(" ");
        String[] kept = run("-Xmx64m", HOUR, 300, Long.MAX_VALUE).split(" ");
        assertThat(folded[1]).isEqualTo(kept[1]);
        assertThat(folded[2].substring(0, 12)).isEqualTo(kept[2].substring(0, 12));
        assertThat(folded[3]).isEqualTo("false");
        assertThat(kept[3]).isEqualTo("true");
    }

    /** The estimate is not far below what is allocated; nor above, but for the summary of a run, which is not made here. */
    @ParameterizedTest
    @ValueSource(ints = {20, 60, 120})
    void isKnownBeforehand(int flows) {
        Script script = new Script().time("start: 2011-01-03, length: 1 day, interval: 15 min").agents("agents", "staffing: 2000");
        for (int flow = 0; flow < flows; flow++) {
            script.volume("f" + flow, "volume: 12 / h, work: " + Script.seconds(300));
        }
        Program program = script.compile();
        long known = new Memory(Programs.always(program), KeptMeasures.of(new Scopes(program), Measure.all(), row -> true)).ofRuns(new RunSettings(1, 1, 1, 1));
        long before = THREADS.getCurrentThreadAllocatedBytes();
        new Kernel(program, Totals::new);
        long allocated = THREADS.getCurrentThreadAllocatedBytes() - before;
        assertThat(known).isBetween(allocated / 2, allocated * 11 / 10);
    }

    /** Where intervals of the week are kept for each flow, or council, by itself, none shares its cells with others of its desk. */
    @Test
    void knowsWhatIntervalsOfManyPlacesTake() {
        Script script = new Script().time("start: 2011-01-03, length: 1 day, interval: 15 min").agents("agents", "staffing: 20");
        for (int flow = 0; flow < 120; flow++) {
            script.volume("f" + flow, "volume: 1 / h, work: " + Script.seconds(300));
        }
        Program program = script.compile();
        Scopes scopes = new Scopes(program);
        KeptMeasures together = KeptMeasures.of(scopes, Measure.all(), row -> true);
        int[] flows = IntStream.range(0, scopes.rows().size()).filter(row -> scopes.rows().get(row).kind() == Scopes.Kind.FLOW).toArray();
        KeptMeasures apart = together.andBy(Period.INTERVAL, List.of(Measure.byId("offered").orElseThrow()), flows);

        long more = Totals.bytes(program, apart.rows()) - Totals.bytes(program, together.rows());

        long before = THREADS.getCurrentThreadAllocatedBytes();
        new Kernel(program, state -> new Totals(state, together.rows()));
        long middle = THREADS.getCurrentThreadAllocatedBytes();
        new Kernel(program, state -> new Totals(state, apart.rows()));
        long allocated = THREADS.getCurrentThreadAllocatedBytes() - middle - (middle - before);
        assertThat(more).isGreaterThan(5_000_000).isBetween(allocated / 2, allocated * 12 / 10);
    }

    /** Half of the memory for each side is enough for one and not for all: so many threads that one side takes 60 % of what there is. */
    @Test
    void isAskedForBeforeTheFirstReplication() {
        ScenarioFile desk = ScenarioFile.of("""
                name: t
                time: {start: 2025-04-07, length: 1 day, end: cut, batches: 10000}
                councils: {a: {}}
                services: {tax: {}}
                flows: {f: {council: a, service: tax, desk: d, volume: 60 / hour, work: {distribution: exponential, mean: 5 min}}}
                desks: {d: {}}
                groups: {g: {desk: d, staffing: 9}}
                """, Path.of("desk"));
        String refusal = "this takes \\d+\\.\\d GB of memory or more, and Java may use \\d+\\.\\d GB: give it more \\(-Xmx\\d+g, for the command in MERGEDESK_JAVA_OPTS\\), or take fewer threads or replications";
        AtomicBoolean begun = new AtomicBoolean();
        Watcher atOnce = new Watcher() {
            @Override
            public void planned(double more) {
                begun.set(true);
            }

            @Override
            public void advanced(double replications) {}

            @Override
            public boolean stopped() {
                return true;
            }
        };
        Program program = ScenarioCompiler.compile(desk.scenario());
        Memory memory = new Memory(Programs.always(program), KeptMeasures.of(new Scopes(program), Measure.all(), row -> true));
        long perThread = memory.ofRuns(new RunSettings(1, 1, 1, 2)) - memory.ofRuns(new RunSettings(1, 1, 1, 1));
        int threads = (int) (Runtime.getRuntime().maxMemory() * 6 / 10 / perThread);
        RunOptions options = new RunOptions(1, 1L, threads, "");

        assertThatThrownBy(() -> Mergedesk.compare(List.of(desk, desk), options, atOnce)).isInstanceOf(WrongInput.class).hasMessageMatching(refusal);
        assertThat(begun).isFalse();

        Mergedesk.run(desk, options, atOnce);
        assertThat(begun).isTrue();
        assertThatThrownBy(() -> Mergedesk.run(desk, options.threads(3 * threads), atOnce)).isInstanceOf(WrongInput.class).hasMessageMatching(refusal);
    }

    /** Kept one by one, these pairs were 300 MB. */
    @Test
    void comparesManyPairsInLittle() throws Exception {
        assertThat(run(Pairs.class, "-Xmx48m", "10000")).isEqualTo("10000");
    }

    @Tag("nightly")
    @Test
    void comparesManyReplicationsInLittle() throws Exception {
        assertThat(run(Comparisons.class, "-Xmx220m", "5000")).isEqualTo("5000 5000");
    }

    @Tag("nightly")
    @Test
    void aMillionReplicationsFitIntoTwoHundredMegabytes() throws Exception {
        assertThat(run("-Xmx200m", HOUR, 1_000_000, 8_000_000)).startsWith("1000000 ");
    }

    private static String run(String heap, String time, int replications, long kept) throws IOException, InterruptedException {
        return run(Runs.class, heap, time, "" + replications, "" + kept);
    }

    static String run(Class<?> main, String heap, String... args) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), heap));
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), main.getName()));
        command.addAll(List.of(args));
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(said).isZero();
        return said.strip();
    }

    /** Prints replications, value and half-width of a measure, and whether observations are kept. */
    static final class Runs {
        private Runs() {}

        public static void main(String[] args) {
            Program program = new Script()
                    .time(args[0])
                    .volume("calls", "volume: 12 / h, work: {distribution: exponential, mean: 5 min}, patience: {distribution: exponential, mean: 3 min}")
                    .agents("agents", "staffing: 1")
                    .compile();
            int replications = Integer.parseInt(args[1]);
            Measure measure = Measure.byId("wait_mean_answered").orElseThrow();
            RunSettings settings = new RunSettings(replications, replications, 1, 2);
            Experiment.Outcome outcome = new Experiment(PlanRules.none(Programs.always(program)), settings, new Experiment.Decider(measure, 0), KeptMeasures.all(new Scopes(program)), Long.parseLong(args[2])).run(Progress.NONE);
            Estimate estimate = outcome.observations().estimate(measure, 0);
            System.out.println(outcome.replications() + " " + estimate.value() + " " + estimate.halfWidth() + " "
                    + outcome.observations().sample().isPresent());
        }
    }

    static ScenarioFile councils(int number, int agents) {
        StringBuilder councils = new StringBuilder("councils:\n");
        StringBuilder flows = new StringBuilder("flows:\n");
        for (int i = 0; i < number; i++) {
            councils.append("  c").append(i).append(": {}\n");
            flows.append("  f").append(i).append(": {council: c").append(i).append(", service: tax, desk: d, volume: 6 / h, work: {distribution: exponential, mean: 2 min}}\n");
        }
        String yaml = "name: t\ntime: {start: 2025-04-07T10:00, length: 10 min}\nservices: {tax: {}}\ndesks: {d: {}}\n" + councils + flows + "groups: {g: {desk: d, staffing: " + agents + "}}\n";
        return ScenarioFile.of(yaml, Path.of(agents + ".yaml"));
    }

    /** Hands over what two replications left again and again; prints the number of pairs. */
    static final class Pairs {
        private Pairs() {}

        public static void main(String[] args) {
            Program nine = ScenarioCompiler.compile(councils(40, 9).scenario());
            Program ten = ScenarioCompiler.compile(councils(40, 10).scenario());
            Comparing comparing = new Comparing(new KpiTable(ten), new KpiTable(nine), List.of());
            List<RunSummary> base = Summaries.of(nine, 1, 2);
            List<RunSummary> other = Summaries.of(ten, 1, 2);
            for (int pair = 0; pair < Integer.parseInt(args[0]); pair++) {
                RunSummary one = other.get(pair % 2);
                RunSummary two = base.get(pair % 2);
                comparing.add(List.of(one.only(row -> true)), List.of(two.only(row -> true))); // copies, as a replication leaves them
            }
            System.out.println(comparing.minus().get(Scope.OVERALL).get("offered").difference().n());
        }
    }

    /** Compares forty councils with themselves and one agent more; prints replications of both sides. */
    static final class Comparisons {
        private Comparisons() {}

        public static void main(String[] args) {
            Comparison found = Mergedesk.compare(List.of(councils(40, 9), councils(40, 10)), new RunOptions(Integer.parseInt(args[0]), 1L, 2, ""), Watcher.NONE);
            System.out.println(found.base().study().manifest().replications() + " " + found.others().get(0).difference("offered", Scope.OVERALL).orElseThrow().difference().n());
        }
    }
}
