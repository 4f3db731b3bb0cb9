package mergedesk.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import mergedesk.compile.Fingerprint;
import mergedesk.scenario.Figure;
import mergedesk.scenario.io.Lever;
import mergedesk.scenarios.Shipped;
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
    private static final List<String> OTHERS = List.of("time.length=9 days", "time.start=2026-03-27", "time.interval=60 min", "name=Other", "bank_holidays=", "busyness=", "events=");

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
        ScenarioFile.Varying varying = ScenarioFile.read(file, List.of()).varying();
        for (List<String> sets : sets(varying, file, numbers)) {
            ScenarioFile cheap = varying.with(sets.toArray(String[]::new));
            ScenarioFile alone = ScenarioFile.read(file, sets);
            assertThat(cheap.faults()).as("%s", sets).isEqualTo(alone.faults());
            if (alone.isSound()) {
                assertThat(fingerprint.next(cheap.program())).as("%s", sets).isEqualTo(Fingerprint.of(alone.program()));
            }
        }
    }

    /** Each number that was chosen at several values, alone and with the one chosen before. */
    private List<List<String>> sets(ScenarioFile.Varying varying, Path file, int numbers) {
        List<Figure> figures = new ArrayList<>(ScenarioFile.read(file, List.of()).scenario().figures());
        Collections.shuffle(figures, random);
        List<List<String>> sets = new ArrayList<>();
        OTHERS.forEach(other -> sets.add(List.of(other)));
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

    private static String set(ScenarioFile.Varying varying, Figure figure, double times) {
        try {
            Lever lever = varying.lever(figure.path());
            double value = times * lever.value();
            return lever.set(lever.kind() == Lever.Kind.WHOLE_NUMBER ? Math.rint(value) : value);
        } catch (WrongInput noNumber) {
            return figure.path() + "=" + Math.abs(times);
        }
    }

    /** What is in another order is not the same, though tables with the same entries are equal. */
    @Test
    void knowsTheOrderOfEntries() {
        String yaml = """
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
        ScenarioFile.Varying varying = ScenarioFile.of(yaml, Path.of("desks.yaml")).varying();
        for (String set : List.of("desks={a: {opening: {mon: \"09:00-17:00\"}}, b: {opening: {mon: \"10:00-16:00\"}}}", "desks={b: {opening: {mon: \"10:00-16:00\"}}, a: {opening: {mon: \"09:00-17:00\"}}}")) {
            String whole = Fingerprint.of(ScenarioFile.of(varying.with(set).scenario()).program());
            assertThat(fingerprint.next(varying.with(set).program())).isEqualTo(whole);
        }
    }
}
