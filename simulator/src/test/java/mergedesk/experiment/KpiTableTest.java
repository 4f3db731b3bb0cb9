package mergedesk.experiment;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import mergedesk.api.Mergedesk;
import mergedesk.api.RunOptions;
import mergedesk.api.ScenarioFile;
import mergedesk.api.Watcher;
import mergedesk.report.ConsoleSummary;
import mergedesk.results.Kpi;
import mergedesk.results.Scope;
import mergedesk.results.Study;
import mergedesk.stats.Estimate;
import mergedesk.stats.Measure;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Which rows kpis.csv has. */
class KpiTableTest {
    private static final Set<String> SUMS = Set.of(
            "offered", "answered", "abandoned", "balked", "blocked", "turned_away", "retried", "persons", "persons_answered");

    @TempDir
    private Path folder;

    private Study run(Integer replications, String volume, String other) throws IOException {
        String yaml = """
                name: t
                time: {start: 2025-04-12, length: 1 day}
                councils: {a: {}, b: {}}
                services: {tax: {}, bins: {}}
                flows:
                  f: {council: a, service: tax, desk: d, volume: %s / hour, work: {distribution: exponential, mean: 5 min}}
                  g: {council: a, service: tax, desk: e, volume: %s / hour, work: {distribution: exponential, mean: 5 min}}
                desks: {d: {opening: {mon-fri: "09:00-17:00"}}, e: {opening: {sat: "10:00-12:00"}}}
                groups: {g: {desk: d, staffing: 4}, h: {desk: e, staffing: 4}}
                """.formatted(volume, other);
        ScenarioFile file = ScenarioFile.read(Files.writeString(folder.resolve("desk.yaml"), yaml), List.of());
        return Mergedesk.run(file, new RunOptions(replications, 1L, 1, ""), Watcher.NONE);
    }

    /** A closed Saturday without a call: zeros where something is counted, empty cells for 0/0. */
    @Test
    void aRunInWhichNothingHappensWritesZeros() throws IOException {
        Study study = run(3, "0", "0");
        List<Kpi> rows = study.kpis().stream().filter(kpi -> kpi.scope().kind() != Scope.Kind.INTERVAL).toList();
        assertThat(rows.stream().map(Kpi::scope).collect(Collectors.toSet()))
                .containsExactlyInAnyOrder(
                        Scope.OVERALL, Scope.council("a"), Scope.council("b"), Scope.service("tax"), Scope.service("bins"), Scope.channel("phone"),
                        Scope.desk("d"), Scope.desk("e"), Scope.group("", "d", "g"), Scope.group("", "e", "h"),
                        Scope.flow("a", "tax", "phone", "d"), Scope.flow("a", "tax", "phone", "e"));
        assertThat(rows).filteredOn(kpi -> kpi.scope().isOverall()).hasSize((int) Measure.all().stream().filter(measure -> measure.feature().isEmpty()).count() - 1); // nobody has a cost
        for (Kpi kpi : rows) {
            if (SUMS.contains(kpi.measure())) {
                assertThat(kpi.estimate().value()).as("%s", kpi).isZero();
                assertThat(kpi.estimate().n()).isEqualTo(3);
            } else if (Measure.byId(kpi.measure()).orElseThrow().unit() == Measure.Unit.SHARE && !kpi.measure().startsWith("occupancy")) {
                assertThat(kpi.estimate()).as("%s", kpi).isEqualTo(Estimate.EMPTY);
            }
        }
        assertThat(ConsoleSummary.of(study, StandardCharsets.UTF_8)).containsPattern("Calls offered +0 +3").doesNotContain("Answered within");
    }

    /** Four agents at the desk that opens, for two of the day's hours: levels are means over these, and where nobody opens there are none. */
    @Test
    void levelsAreOfOpenTime() throws IOException {
        Study study = run(3, "0", "0");
        for (Scope scope : List.of(Scope.OVERALL, Scope.desk("e"), Scope.group("h"), Scope.interval("Sat 10:30"))) {
            assertThat(study.estimate("agents_scheduled", scope).value()).as("%s", scope).isEqualTo(4);
            assertThat(study.estimate("agents_busy", scope).value()).as("%s", scope).isZero();
        }
        assertThat(study.estimate("queue_mean", Scope.service("tax")).value()).isZero();
        for (String measure : List.of("agents_scheduled", "agents_busy", "queue_mean")) {
            assertThat(study.estimate(measure, Scope.desk("d"))).as(measure).isEqualTo(Estimate.EMPTY);
            assertThat(study.estimate(measure, Scope.council("b"))).as(measure).isEqualTo(Estimate.EMPTY);
        }
        assertThat(study.desks().get(0).scheduled()).as("of working days").isEmpty();
        assertThat(run(3, "0", "60").estimate("agents_busy", Scope.OVERALL).value()).as("most of four, at 5 Erlang").isBetween(3.0, 4.0);
    }

    /** The desk that is open has people at work; slots of the week without them have no rows. */
    @Test
    void onlyIntervalsInWhichNothingHappensHaveNoRows() throws IOException {
        Set<String> intervals = run(1, "0", "0").kpis().stream().map(kpi -> kpi.scope().interval()).collect(Collectors.toSet());
        assertThat(intervals).containsExactlyInAnyOrder("", "Sat 10:00", "Sat 10:30", "Sat 11:00", "Sat 11:30");
    }

    @Test
    void saysThatNothingHappenedThatDecides() throws IOException {
        assertThat(run(null, "0", "0").warnings()).hasSize(2).last().asString().startsWith("Nothing happened that sl_answered_of_offered speaks of");
        assertThat(run(3, "0", "0").warnings()).noneMatch(warning -> warning.startsWith("Nothing"));
    }
}
