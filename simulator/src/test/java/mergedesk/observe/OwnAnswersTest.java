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
import mergedesk.results.Kpi;
import mergedesk.results.Scope;
import mergedesk.results.Study;
import mergedesk.stats.Estimate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Contacts whom their own council answered, counted by hand. */
class OwnAnswersTest {
    /** Calls of 10 min; one agent of each council, and one of nobody's, who is taken after those of the own council; others after 30 s. */
    private static final String DESK = """
            name: t
            time: {start: 2025-04-07T09:00, length: 2 h, interval: 60 min, zone: UTC}
            councils: {north: , south: }
            services: {tax: }
            flow_defaults: {service: tax, desk: main, work: {distribution: constant, mean: 10 min}}
            flows:
              north: {council: north, trace: {times_file: north.csv}}
              south: {council: south, trace: {times_file: south.csv}}
            desks: {main: {home_first: 30 s}}
            groups:
              north: {desk: main, employer: north, staffing: 1}
              south: {desk: main, employer: south, staffing: 1}
            """;

    @TempDir
    private Path folder;

    private Study run(String yaml) throws IOException {
        Files.writeString(folder.resolve("desk.yaml"), yaml);
        ScenarioFile file = ScenarioFile.read(folder.resolve("desk.yaml"), List.of());
        assertThat(file.faults()).isEmpty();
        return Mergedesk.run(file, new RunOptions(2, null, 1, ""), Watcher.NONE);
    }

    private void calls(String flow, String... times) throws IOException {
        Files.writeString(folder.resolve(flow + ".csv"), "time\n2025-04-07T" + String.join("\n2025-04-07T", times) + "\n");
    }

    private static double share(Study study, Scope scope) {
        return study.estimate("own_council_share", scope).value();
    }

    /**
     * North's agent takes the call of 9:00; that of 9:01 waits 30 s and is South's; that of 9:02 waits until 9:10, North's; South's of 10:00 is South's, and South's of 10:00:01
     * waits 30 s for North's agent, who is idle.
     */
    @Test
    void countsByFlowGroupAndInterval() throws IOException {
        calls("north", "09:00:00", "09:01:00", "09:02:00");
        calls("south", "10:00:00", "10:00:01");
        Study study = run(DESK);
        assertThat(share(study, Scope.OVERALL)).isEqualTo(3.0 / 5);
        assertThat(share(study, Scope.council("north"))).isEqualTo(2.0 / 3);
        assertThat(share(study, Scope.council("south"))).isEqualTo(1.0 / 2);
        assertThat(share(study, Scope.desk("main"))).isEqualTo(3.0 / 5);
        assertThat(share(study, Scope.service("tax"))).isEqualTo(3.0 / 5);
        assertThat(share(study, Scope.group("north"))).as("the group took two of its own and one of South's").isEqualTo(2.0 / 3);
        assertThat(share(study, Scope.group("south"))).isEqualTo(1.0 / 2);
        assertThat(of(study, "Mon 09:00")).isEqualTo(2.0 / 3);
        assertThat(of(study, "Mon 10:00")).isEqualTo(1.0 / 2);
    }

    private static double of(Study study, String interval) {
        return study.kpis().stream()
                .filter(kpi -> kpi.measure().equals("own_council_share") && kpi.scope().interval().equals(interval) && kpi.scope().desk().isEmpty())
                .map(Kpi::estimate)
                .mapToDouble(Estimate::value)
                .findFirst()
                .orElseThrow();
    }

    /** Agents of no employer are home to all, and nobody's own. */
    @Test
    void agentsOfNoEmployerAreNobodysOwn() throws IOException {
        calls("north", "09:00:00", "09:00:01");
        calls("south", "10:00:00");
        Study study = run(DESK.replace("employer: south, ", ""));
        assertThat(share(study, Scope.OVERALL)).as("the first; the second and South's are taken by whom nobody employs").isEqualTo(1.0 / 3);
        assertThat(share(study, Scope.council("south"))).isZero();
        assertThat(share(study, Scope.group("south"))).isZero();
    }

    @Test
    void isUnknownWhereNobodyEmploysAnybody() throws IOException {
        calls("north", "09:00:00");
        calls("south", "10:00:00");
        Study study = run(DESK.replace("employer: south, ", "").replace("employer: north, ", ""));
        assertThat(study.estimate("own_council_share", Scope.OVERALL)).isEqualTo(Estimate.EMPTY);
        assertThat(study.kpis()).noneMatch(kpi -> kpi.measure().equals("own_council_share"));
        String alone = DESK.replaceAll("employer: \\w+, ", "").replaceAll("trace: \\{.*?\\}", "volume: 1 / h");
        assertThat(ScenarioFile.of(alone + "targets: [{measure: own_council_share, at_least: 60 %}]\n", Path.of("desk.yaml")).faults()).containsExactly(
                "desk.yaml:13:21: targets[0].measure: found \"own_council_share\": no group has an employer, so own_council_share has no value; write employer for the groups of each council");
        ScenarioFile file = ScenarioFile.of(alone, Path.of("desk.yaml"));
        assertThatThrownBy(() -> Until.parse("own_council_share >= 60 %").in(file)).hasMessageContaining("no group has an employer");
        assertThat(study.estimate("answered", Scope.OVERALL).value()).isEqualTo(2);
    }

    /** As any share: a target may ask for it. */
    @Test
    void targetsMayAskForIt() throws IOException {
        calls("north", "09:00:00", "09:01:00", "09:02:00");
        calls("south", "10:00:00", "10:00:01");
        Study study = run(DESK + "targets: [{measure: own_council_share, at_least: 60 %, council: north}, {measure: own_council_share, at_least: 60 %, council: south}]\n");
        assertThat(study.verdicts()).extracting(Study.Verdict::measure).containsExactly("own_council_share", "own_council_share");
        assertThat(study.verdicts()).extracting(verdict -> verdict.estimate().value()).containsExactly(2.0 / 3, 1.0 / 2);
    }

    /** North's agent is idle and South's callers wait: 30 s are the rule, not the desk's business. */
    @Test
    void aPercentileThatIsTheRuleIsExplained() throws IOException {
        calls("north", "09:00:00", "10:00:00");
        calls("south", "09:30:00", "09:30:01", "10:30:00", "10:30:01", "10:59:59");
        Study study = run(DESK);
        double wait = study.estimate("wait_p90", Scope.desk("main")).value();
        assertThat(wait).isBetween(30.0, 30.3);
        String note = "desk.yaml:9:28: desks.main.home_first: found \"30 s\": that 90 % of answered waited at most " + String.format("%.1f", wait)
                + " s is this rule: they wait so long for agents of their own council although others are idle; own_council_share says what it brings [kept_waiting]";
        assertThat(study.warnings()).filteredOn(warning -> warning.contains("kept_waiting")).singleElement().asString().endsWith(note);
        String silent = DESK + "silence: {kept_waiting: everybody knows}\n";
        assertThat(run(silent).warnings()).noneMatch(warning -> warning.contains("kept_waiting") || warning.contains("silence_idle"));
        String routed = DESK.replace("home_first: 30 s", "") + "routing: [{flow: north, group: north}, {flow: south, group: south}, {flow: south, group: north, after: 25 s}]\n";
        assertThat(run(routed).warnings()).filteredOn(warning -> warning.contains("kept_waiting")).singleElement().asString()
                .contains("routing[2].after: found \"25 s\": that 90 % of answered waited at most 25.").contains("for some agents although others are idle");
        calls("south", "09:30:00", "10:30:00");
        assertThat(run(DESK).warnings()).noneMatch(warning -> warning.contains("kept_waiting"));
    }
}
