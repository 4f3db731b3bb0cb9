package mergedesk.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.reflect.RecordComponent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import mergedesk.compile.Fingerprint;
import mergedesk.experiment.IdleEngines;
import mergedesk.experiment.PlanRules;
import mergedesk.experiment.Progress;
import mergedesk.experiment.Runner;
import mergedesk.observe.RunSummary;
import mergedesk.observe.Scopes;
import mergedesk.program.Program;
import mergedesk.scenario.Figure;
import mergedesk.scenario.Scenario;
import mergedesk.scenario.io.Lever;
import mergedesk.scenarios.Shipped;
import mergedesk.stats.KeptMeasures;
import mergedesk.units.Components;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Points that share what they have in common with those before them are compiled as if each were the only one: all shipped scenarios, numbers all over them moved at random, one and two at a time. */
class CheapPointsTest {
    private static final Path SCENARIOS = Path.of("..", "scenarios");
    private static final int SOME = 9; // each ninth of the scenarios is tried every time
    private static final int NUMBERS = 6; // of each scenario, when all are tried
    private static final double[] TIMES = {0.5, 0.9, 1, 1.1, 3, -1};
    private static final List<String> OTHERS = List.of("time.length=9 days", "time.start=2026-03-27", "time.zone=America/New_York", "time.interval=60 min", "name=Other", "bank_holidays=", "busyness=", "events=");
    private static final String DAY = "time.length=1 day";

    private static final String DESKS = """
            name: Two desks
            time: {start: 2025-04-07, length: 1 day}
            councils: {town: {}}
            services: {tax: {}}
            flows:
              calls: {council: town, service: tax, desk: a, volume: 9 / h, work: {distribution: exponential, mean: 5 min}}
              others: {council: town, service: tax, desk: b, volume: 9 / h, work: {distribution: exponential, mean: 5 min}}
            desks: {a: {opening: {mon: "09:00-17:00"}}, b: {opening: {mon: "10:00-16:00"}}}
            groups: {one: {desk: a, staffing: 3}, two: {desk: b, staffing: 4}}
            """;

    private final Random random = new Random(20261127);
    private final Fingerprint fingerprint = new Fingerprint();

    static List<Path> shipped() throws IOException {
        try (Stream<Path> files = Files.walk(SCENARIOS)) {
            return files.filter(Shipped::isScenario).sorted().toList();
        }
    }

    static List<Path> some() throws IOException {
        List<Path> all = shipped();
        return IntStream.range(0, all.size()).filter(i -> i % SOME == 0).mapToObj(all::get).toList();
    }

    @ParameterizedTest
    @MethodSource("some")
    void someAreCompiledAsIfAlone(Path file) {
        areCompiledAsIfAlone(file, 2);
    }

    @Tag("nightly")
    @ParameterizedTest
    @MethodSource("shipped")
    void allAreCompiledAsIfAlone(Path file) {
        areCompiledAsIfAlone(file, NUMBERS);
    }

    private void areCompiledAsIfAlone(Path file, int numbers) {
        Scenario scenario = ScenarioFile.read(file, List.of()).scenario();
        ScenarioFile.Varying varying = ScenarioFile.read(file, List.of()).varying();
        List<List<String>> all = sets(varying, scenario, numbers);
        int sound = 0;
        for (List<String> sets : all) {
            ScenarioFile cheap = varying.with(sets.toArray(String[]::new));
            ScenarioFile alone = ScenarioFile.read(file, sets);
            assertThat(cheap.faults()).as("%s", sets).isEqualTo(alone.faults());
            if (alone.isSound()) {
                assertThat(fingerprint.next(cheap.program())).as("%s", sets).isEqualTo(Fingerprint.of(alone.program()));
                sound++;
            }
        }
        assertThat(sound).as("sound ones of %d", all.size()).isGreaterThan(all.size() / 3);
    }

    /** Each number that was chosen at several values, alone and with the one chosen before; amounts, several at a time; and what is no number. */
    private List<List<String>> sets(ScenarioFile.Varying varying, Scenario scenario, int numbers) {
        List<Figure> figures = new ArrayList<>(scenario.figures());
        Collections.shuffle(figures, random);
        List<List<String>> sets = new ArrayList<>();
        Stream.concat(OTHERS.stream(), others(scenario)).forEach(other -> sets.add(List.of(other)));
        IntStream.range(0, 3 * numbers).forEach(i -> sets.add(amounts(scenario)));
        String last = OTHERS.get(0);
        for (Figure figure : figures.subList(0, Math.min(numbers, figures.size()))) {
            for (double times : TIMES) {
                String set = set(varying, figure, times);
                sets.add(List.of(set));
                sets.add(List.of(last, set));
                last = set;
            }
        }
        Collections.shuffle(sets, random);
        return sets;
    }

    /** Weeks, years, shifts and dates that are otherwise. */
    private static Stream<String> others(Scenario scenario) {
        return Stream.of(
                        scenario.profiles().keySet().stream().limit(1).map(id -> "profiles." + id + "={mon-fri: {\"09:00\": 2, \"11:00\": 1, \"16:00\": 0}}"),
                        scenario.seasons().keySet().stream().limit(1).map(id -> "seasons." + id + "={mar: 1.7, jul: 0.5}"),
                        scenario.groups().entrySet().stream().filter(group -> !group.getValue().shifts().isEmpty()).limit(1)
                                .flatMap(group -> Stream.of("groups." + group.getKey() + ".shifts[0].agents=" + (group.getValue().shifts().get(0).agents() + 1), "groups." + group.getKey() + ".shifts[0].end=" + group.getValue().shifts().get(0).end().minusMinutes(30))),
                        scenario.plan().entrySet().stream().filter(step -> step.getValue().on() != null).limit(1).map(step -> "plan." + step.getKey() + ".on=" + step.getValue().on().toLocalDate().plusDays(1)))
                .flatMap(all -> all);
    }

    /** Other volumes and numbers of agents, a few of them none. */
    private List<String> amounts(Scenario scenario) {
        List<String> amounts = new ArrayList<>();
        scenario.flows().forEach((id, flow) -> {
            if (flow.volume() != null && random.nextInt(3) > 0) {
                amounts.add("flows." + id + ".volume=" + random.nextInt(40) + " / h");
            }
        });
        scenario.groups().forEach((id, group) -> {
            if (group.staffing() != null && group.staffing().constant() != null && random.nextInt(3) > 0) {
                amounts.add("groups." + id + ".staffing=" + (random.nextInt(20) + (random.nextInt(8) > 0 ? 1 : 0)));
            }
        });
        return amounts;
    }

    private static String set(ScenarioFile.Varying varying, Figure figure, double times) {
        try {
            Lever lever = varying.lever(figure.path());
            double value = times * lever.value();
            return lever.set(lever.kind() == Lever.Kind.WHOLE_NUMBER ? Math.rint(value) : value);
        } catch (WrongInput noNumber) {
            return figure.path() + "=" + Math.abs(times);
        }
    }

    /** A run counts in what runs of other points have counted in, where these differ in amounts: what it leaves is the same. */
    @ParameterizedTest
    @MethodSource("some")
    void areRunAsIfAlone(Path file) {
        Scenario scenario = ScenarioFile.read(file, List.of()).scenario();
        ScenarioFile.Varying varying = ScenarioFile.read(file, List.of()).varying();
        IdleEngines idle = new IdleEngines();
        KeptMeasures last = null;
        Scopes of = null;
        for (int i = 0; i < 4; i++) {
            List<String> sets = Stream.concat(Stream.of(DAY), amounts(scenario).stream()).toList();
            ScenarioFile cheap = varying.with(sets.toArray(String[]::new));
            if (cheap.isSound()) {
                last = of == cheap.rules().scopes() ? last : KeptMeasures.all(cheap.rules().scopes());
                of = cheap.rules().scopes();
                PlanRules alone = ScenarioFile.read(file, sets).rules();
                assertThat(run(cheap.rules(), last, idle)).as("%s", sets).usingRecursiveComparison().isEqualTo(run(alone, KeptMeasures.all(alone.scopes()), new IdleEngines()));
            }
        }
    }

    private static List<RunSummary> run(PlanRules rules, KeptMeasures kept, IdleEngines idle) {
        return new Runner(rules, kept, idle, Progress.NONE).run(7, 0).orElseThrow();
    }

    /** What is too much, or nobody at all, is a fault at the point that has it, and at no other. */
    @Test
    void judgesAmountsAtEachPoint() {
        ScenarioFile.Varying varying = ScenarioFile.of(DESKS, Path.of("desks.yaml")).varying();
        for (String agents : List.of("3", "0", "5", "2000000", "4")) {
            String set = "groups.one.staffing=" + agents;
            assertThat(varying.with(set).faults()).as(set).isEqualTo(ScenarioFile.of(DESKS, Path.of("desks.yaml")).with(set).faults());
            assertThat(varying.with(set).isSound()).as(set).isEqualTo(!List.of("0", "2000000").contains(agents));
        }
    }

    /** What only written keys show is judged when other keys are written, though the scenario says the same. */
    @Test
    void judgesWhatIsWritten() {
        String yaml = DESKS.replace("flows:", "channels: {phone: {}, mail: {kind: deferred}}\nflows:").replace("others: {", "others: {channel: mail, ");
        ScenarioFile.Varying varying = ScenarioFile.of(yaml, Path.of("desks.yaml")).varying();
        assertThat(varying.with("flows.calls.volume=8 / h").faults()).isEmpty();
        assertThat(varying.with("flows.others.balk=0 %").faults()).hasSize(1);
        assertThat(varying.with("flows.calls.volume=8 / h").faults()).isEmpty();
        assertThat(varying.with("flows.calls.volume={value: 8 / h}", "flows.others.balk=0 %").faults()).hasSize(1);
    }

    /** What points share is the same object. */
    @Test
    void sharesWhatAmountsDoNotReach() {
        ScenarioFile.Varying varying = ScenarioFile.of(DESKS, Path.of("desks.yaml")).varying();
        PlanRules first = varying.with("flows.calls.volume=8 / h", "groups.one.staffing=5").rules();
        PlanRules other = varying.with("flows.calls.volume=7 / h", "groups.one.staffing=6").rules();
        assertThat(other.programs().planned().isOfSameTables(first.programs().planned())).isTrue();
        assertThat(other.scopes()).isSameAs(first.scopes());
        assertThat(varying.with("flows.calls.work.mean=6 min").rules().scopes()).isNotSameAs(first.scopes());
    }

    /** Each table counts but for those of amounts, also one that is added some day. */
    @Test
    void looksAtEveryTable() {
        Program program = ScenarioFile.of(DESKS, Path.of("desks.yaml")).program();
        Components components = Components.of(Program.class);
        RecordComponent[] tables = Program.class.getRecordComponents();
        for (int i = 0; i < tables.length; i++) {
            Object[] values = components.values(program);
            Components table = Components.of(tables[i].getType());
            values[i] = table.make(table.values(values[i])); // which says the same
            boolean isOfAmounts = List.of("demand", "groups", "timetable", "pay").contains(tables[i].getName());
            assertThat(program.isOfSameTables((Program) components.make(values))).as(tables[i].getName()).isEqualTo(isOfAmounts);
        }
    }

    /** What is in another order is not the same, though tables with the same entries are equal. */
    @Test
    void knowsTheOrderOfEntries() {
        ScenarioFile.Varying varying = ScenarioFile.of(DESKS, Path.of("desks.yaml")).varying();
        for (String set : List.of("desks={a: {opening: {mon: \"09:00-17:00\"}}, b: {opening: {mon: \"10:00-16:00\"}}}", "desks={b: {opening: {mon: \"10:00-16:00\"}}, a: {opening: {mon: \"09:00-17:00\"}}}")) {
            String whole = Fingerprint.of(ScenarioFile.of(varying.with(set).scenario()).program());
            assertThat(fingerprint.next(varying.with(set).program())).isEqualTo(whole);
        }
    }
}
