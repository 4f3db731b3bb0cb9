package mergedesk.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import mergedesk.scenario.Figure;
import mergedesk.scenario.Scenario;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A scenario that is held and given other values is what reading its files anew with these values gives: to the last fault, note, file and hash. */
class VaryingTest {
    private static final Path SCENARIOS = Path.of("..", "scenarios");
    private static final int VALUES = 4;

    static List<Path> shipped() throws IOException {
        try (Stream<Path> files = Files.walk(SCENARIOS)) {
            return files.filter(file -> file.toString().matches(".*(merged|call-log|published|17b_retrials|14_erlang_reference)\\.yaml"))
                    .sorted()
                    .toList();
        }
    }

    @ParameterizedTest
    @MethodSource("shipped")
    void isAsReadAnew(Path file) {
        ScenarioFile.Varying varying = ScenarioFile.read(file, List.of("runs.seed=5")).varying();
        for (String set : sets(ScenarioFile.read(file, List.of()).scenario())) {
            same(varying.with(set), ScenarioFile.read(file, List.of("runs.seed=5", set)), set);
        }
    }

    /** Other numbers, numbers that cannot be, and none, all over the scenario; parts that go; parts that nobody knows. */
    private static List<String> sets(Scenario scenario) {
        List<String> sets = new ArrayList<>(List.of(
                "name=", "nothing=1", "time.length=14 days", "time.interval=60 min", "routing=", "targets=", "profiles=", "sources=", "busyness=", "events="));
        List<Figure> figures = scenario.figures();
        IntStream.range(0, Math.min(VALUES, figures.size())).mapToObj(i -> figures.get(i * figures.size() / Math.min(VALUES, figures.size()))).forEach(figure -> {
            sets.add(figure.path() + "=" + figure.value());
            sets.add(figure.path() + "=3");
            sets.add(figure.path() + "=-1 s");
            sets.add(figure.path() + "=");
        });
        Stream.of("flows." + first(scenario.flows().keySet()), "desks." + first(scenario.desks().keySet()), "groups." + first(scenario.groups().keySet()))
                .forEach(path -> sets.addAll(List.of(path + "=", path + ".name=Other", path + "=[1]")));
        return sets;
    }

    private static String first(Iterable<String> keys) {
        return keys.iterator().next();
    }

    private static void same(ScenarioFile varied, ScenarioFile anew, String set) {
        assertThat(varied.faults()).as(set).isEqualTo(anew.faults());
        assertThat(varied.notes()).as(set).isEqualTo(anew.notes());
        assertThat(varied.inputs()).as(set).isEqualTo(anew.inputs());
        assertThat(varied.isSound()).isEqualTo(anew.isSound());
        if (anew.isSound()) {
            assertThat(varied.scenario()).as(set).isEqualTo(anew.scenario());
            assertThat(varied.hash()).as(set).isEqualTo(anew.hash());
        }
    }

    /** Tables that were read are those of the first reading, volumes and recorded calls too; what a value names is read when it is named. */
    @Test
    void filesCountAsReadWhenTheyAreNamed(@TempDir Path folder) throws IOException {
        Files.writeString(folder.resolve("volumes.csv"), "flow,volume,low,high\na,10 / h,5 / h,20 / h\nb,12 / h,,\n");
        Files.writeString(folder.resolve("times.csv"), "time\n2025-04-07T09:30\n2025-04-07T09:10\n2025-04-07T23:00\n");
        Files.writeString(folder.resolve("counts.csv"), "start,count\n2025-04-07T09:00,3\n2025-04-07T10:00,2\n2025-04-07T11:00,2\n");
        Files.writeString(folder.resolve("staffing.csv"), "time,mon\n09:00,4\n12:00,0\n");
        Path file = Files.writeString(folder.resolve("desk.yaml"), """
                name: Desk
                time: {start: 2025-04-07, length: 1 day}
                councils: {north: }
                services: {tax: }
                desks: {main: {opening: {mon: 09:00-12:00}}}
                groups: {team: {desk: main, staffing: {file: staffing.csv}}}
                flows:
                  a: {council: north, service: tax, desk: main, volume: {file: volumes.csv}, work: {distribution: exponential, mean: 5 min}}
                  b: {council: north, service: tax, desk: main, volume: {file: volumes.csv}, work: {distribution: exponential, mean: 5 min}}
                  c: {council: north, service: tax, desk: main, trace: {times_file: times.csv}, work: {distribution: exponential, mean: 5 min}}
                  d: {council: north, service: tax, desk: main, trace: {counts_file: counts.csv}, work: {distribution: exponential, mean: 5 min}}
                """);
        ScenarioFile read = ScenarioFile.read(file, List.of());
        assertThat(read.faults()).isEmpty();
        assertThat(read.notes()).isNotEmpty();
        ScenarioFile.Varying varying = read.varying();
        List<String> sets = List.of(
                "runs.seed=2", "flows.a.work.mean=6 min", "flows.a.volume=9 / h", "flows.b=", "flows.c=", "flows.c.trace={counts_file: counts.csv}",
                "flows.d.trace={counts_file: counts.csv, interval: 30 min}", "flows.d.trace={times_file: times.csv}", "groups.team.staffing=3",
                "flows.c.trace={times_file: none.csv}", "flows.c.trace={times_file: counts.csv}", "time.start=2025-03-30", "flows.a={}", "flows={}");
        for (String set : sets) {
            same(varying.with(set), ScenarioFile.read(file, List.of(set)), set);
            same(varying.with(set, "flows.a.balk=10 %"), ScenarioFile.read(file, List.of(set, "flows.a.balk=10 %")), set);
            if (varying.with(set).isSound()) {
                same(varying.with(set).varying().with("flows.a.balk=20 %"), ScenarioFile.read(file, List.of(set, "flows.a.balk=20 %")), set);
            }
        }

        Files.delete(folder.resolve("times.csv"));
        assertThat(varying.with("runs.seed=3").faults()).isEmpty();
        assertThatThrownBy(() -> ScenarioFile.read(file, List.of()).varying()).isInstanceOf(WrongInput.class).hasMessageContaining("there is no such file");
    }
}
