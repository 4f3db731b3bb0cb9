package mergedesk.observe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import mergedesk.api.Mergedesk;
import mergedesk.api.RunOptions;
import mergedesk.api.ScenarioFile;
import mergedesk.api.Until;
import mergedesk.api.Watcher;
import mergedesk.compile.ScenarioCompiler;
import mergedesk.kernel.Kernel;
import mergedesk.program.Program;
import mergedesk.results.Kpi;
import mergedesk.results.Scope;
import mergedesk.results.Study;
import mergedesk.units.Ticks;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What few scenarios have, counted by hand: by flow, place, interval and person, and nowhere where it cannot be. */
class RareCountsTest {
    /** One agent, calls of 20 min; closes at ten and at two. */
    private static final String DESK = """
            name: t
            time: {start: 2025-04-07T09:00, length: 6 h, interval: 60 min, zone: UTC}
            councils: {north: , south: }
            services: {tax: }
            flow_defaults: {service: tax, desk: main, work: {distribution: constant, mean: 20 min}}
            flows:
              north: {council: north, trace: {times_file: north.csv}}
              south: {council: south, trace: {times_file: south.csv}, retry: {probability: 100 %, limit: 1, delay: {distribution: constant, mean: 235 min}}}
            desks: {main: {opening: {daily: ["09:00-10:00", "13:00-14:00"]}, at_close: disconnect}}
            groups: {team: {desk: main, staffing: 1}}
            """;

    @TempDir
    private Path folder;

    private ScenarioFile file(String yaml) throws IOException {
        Files.writeString(folder.resolve("desk.yaml"), yaml);
        ScenarioFile file = ScenarioFile.read(folder.resolve("desk.yaml"), List.of());
        assertThat(file.faults()).isEmpty();
        return file;
    }

    private void calls(String flow, String... times) throws IOException {
        Files.writeString(folder.resolve(flow + ".csv"), "time\n2025-04-07T" + String.join("\n2025-04-07T", times) + "\n");
    }

    private static double count(Study study, String measure, Scope scope) {
        return study.estimate(measure, scope).value();
    }

    /** At ten north's second and south's first are cut off; south's comes again at 13:55; at two that one waits, and another of each of them, of whom south's finds the door closed then. */
    private void callsThatAreCutOff() throws IOException {
        calls("north", "09:45:00", "09:46:00", "13:50:00", "13:51:00");
        calls("south", "09:47:00", "13:52:00");
    }

    @Test
    void countsByCouncilDeskAndInterval() throws IOException {
        callsThatAreCutOff();
        Study study = Mergedesk.run(file(DESK), new RunOptions(2, null, 1, ""), Watcher.NONE);
        assertThat(count(study, "disconnected", Scope.OVERALL)).isEqualTo(5);
        assertThat(count(study, "disconnected", Scope.council("north"))).isEqualTo(2);
        assertThat(count(study, "disconnected", Scope.council("south"))).isEqualTo(3);
        assertThat(count(study, "disconnected", Scope.desk("main"))).isEqualTo(5);
        assertThat(of(study, "Mon 09:00")).isEqualTo(2);
        assertThat(of(study, "Mon 13:00")).isEqualTo(3);
        assertThat(count(study, "offered", Scope.OVERALL)).isEqualTo(count(study, "answered", Scope.OVERALL) + 5);
        assertThat(count(study, "abandoned", Scope.OVERALL)).isZero();
        assertThat(study.kpis()).noneMatch(kpi -> kpi.measure().equals("disconnected") && !kpi.scope().group().isEmpty());
        assertThat(study.warnings()).noneMatch(warning -> warning.contains("still waiting"));
    }

    private static double of(Study study, String interval) {
        return study.kpis().stream()
                .filter(kpi -> kpi.measure().equals("disconnected") && kpi.scope().interval().equals(interval) && kpi.scope().desk().isEmpty())
                .map(Kpi::estimate)
                .mapToDouble(estimate -> estimate.value())
                .findFirst()
                .orElseThrow();
    }

    /** The first of south's is cut off in the end, the second turned away; north's do not try again. The same where flows share cells. */
    @Test
    void countsPeopleByTheirLastAttempt() throws IOException {
        callsThatAreCutOff();
        Program program = ScenarioCompiler.compile(file(DESK).scenario());
        for (int few : new int[] {0, ContactCounts.FEW}) {
            Totals[] totals = new Totals[1];
            Kernel kernel = new Kernel(program, state -> totals[0] = new Totals(state, KeptRows.all(new Scopes(program)), few));
            kernel.reset(1, 0);
            kernel.runUntil(Ticks.NEVER);
            RunSummary run = totals[0].finish().get(0);
            Scopes scopes = new Scopes(program);
            int north = scopes.row(Scopes.Kind.FLOW, 0);
            int south = scopes.row(Scopes.Kind.FLOW, 1);
            assertThat(new long[] {run.total(north, Count.DISCONNECTED), run.total(north, Count.PERSONS_DISCONNECTED)}).containsExactly(2, 2);
            assertThat(new long[] {run.total(south, Count.DISCONNECTED), run.total(south, Count.PERSONS_DISCONNECTED)}).containsExactly(3, 1);
            assertThat(run.total(south, Count.PERSONS_TURNED_AWAY)).isEqualTo(1);
            for (int row : new int[] {0, north, south, scopes.row(Scopes.Kind.INTERVAL, 9), scopes.row(Scopes.Kind.INTERVAL, 13)}) {
                assertThat(Count.OUTCOMES.stream().mapToLong(column -> run.total(row, column)).sum()).isEqualTo(run.total(row, Count.OFFERED));
                assertThat(Count.PERSON_OUTCOMES.stream().mapToLong(column -> run.total(row, column)).sum()).isEqualTo(run.total(row, Count.PERSONS));
            }
        }
    }

    /** No rows, no column of daily.csv, a fault for a target, and no bytes. */
    @Test
    void isUnknownWhereNoDeskDisconnects() throws IOException {
        callsThatAreCutOff();
        String keeps = DESK.replace("at_close: disconnect", "at_close: keep");
        Study study = Mergedesk.run(file(keeps), new RunOptions(2, null, 1, "").andDaily(), Watcher.NONE);
        assertThat(study.kpis()).noneMatch(kpi -> kpi.measure().equals("disconnected"));
        assertThat(study.daily()).noneMatch(kpi -> kpi.measure().equals("disconnected"));
        assertThat(RareCounts.bytes(ScenarioCompiler.compile(file(keeps).scenario()), 1)).isZero();
        assertThat(RareCounts.bytes(ScenarioCompiler.compile(file(DESK).scenario()), 1)).isPositive();
        String alone = keeps.replaceAll("trace: \\{.*?\\}", "volume: 1 / h");
        assertThat(ScenarioFile.of(alone + "targets: [{measure: disconnected, at_most: 3}]\n", Path.of("desk.yaml")).faults()).containsExactly(
                "desk.yaml:11:21: targets[0].measure: found \"disconnected\": no desk cuts off those who wait when it closes, so disconnected has no value; "
                        + "write at_close: disconnect for a desk that does");
        assertThatThrownBy(() -> Until.parse("disconnected <= 3").in(ScenarioFile.of(alone, Path.of("desk.yaml")))).hasMessageContaining("no desk cuts off");
    }
}
