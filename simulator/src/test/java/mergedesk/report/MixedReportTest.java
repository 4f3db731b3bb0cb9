package mergedesk.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import mergedesk.api.Mergedesk;
import mergedesk.api.RunOptions;
import mergedesk.api.ScenarioFile;
import mergedesk.api.Watcher;
import mergedesk.report.chart.Chart;
import mergedesk.report.text.NumberText;
import mergedesk.results.Parts;
import mergedesk.results.Scope;
import mergedesk.results.Study;
import org.junit.jupiter.api.Test;

/** Parts of one report say the same of what comes, whatever it comes by. */
class MixedReportTest {
    private static final String HEAD = """
            name: t
            time: {start: 2026-03-02, length: 7 days}
            councils: {c: {}}
            services: {s: {}, t: {}}
            channels: {phone: , email: {kind: deferred}, ticket: {kind: deferred}}
            """;
    private static final String LENGTH = "{distribution: exponential, mean: 5 min}";
    private static final String TICKETS = "  tickets: {council: c, service: t, channel: ticket, desk: ict, volume: 200 / week, work: " + LENGTH
            + ", resolve_within: 1 working day, ticket: {priority: {1: 20 %, 3: 80 %}, reassign: [{from: first, to: second, chance: 50 %}]}}\n";
    private static final String ICT_DESK = "  ict: {opening: {mon-fri: 08:00-18:00}}\n";
    private static final String ICT_GROUPS = "  first: {desk: ict, skills: [t], staffing: 3}\n  second: {desk: ict, skills: [t], staffing: 2}\nrouting: [{flow: tickets, group: first}]\n";

    private static final Study MIXED = run(HEAD
            + "flows:\n  calls: {council: c, service: s, channel: phone, desk: d, volume: 900 / week, work: " + LENGTH + ", patience: " + LENGTH + "}\n"
            + "  emails: {council: c, service: s, channel: email, desk: d, volume: 300 / week, work: " + LENGTH + ", resolve_within: 2 working days}\n" + TICKETS
            + "campaigns:\n  arrears: {council: c, service: s, desk: d, list: 50, dialling: {distribution: constant, mean: 20 s}, answered: 40 %, work: " + LENGTH + "}\n"
            + "desks:\n  d: {opening: {mon-fri: 08:00-18:00}, lines: 3}\n" + ICT_DESK
            + "groups:\n  team: {desk: d, skills: [s], staffing: 3}\n" + ICT_GROUPS);
    private static final Study TICKETS_ONLY = run(HEAD.replace("phone: , email: {kind: deferred}, ", "") + "flows:\n" + TICKETS + "desks:\n" + ICT_DESK + "groups:\n" + ICT_GROUPS);

    private static Study run(String yaml) {
        return Mergedesk.run(ScenarioFile.of(yaml, Path.of("t.yaml")), new RunOptions(2, 1L, 1, "run"), Watcher.NONE);
    }

    private static StudyPage page(Study study) {
        return new StudyPage(study, new Parts());
    }

    private static String number(Study study, String measure) {
        return NumberText.rounded(study.estimate(measure, Scope.OVERALL).value());
    }

    @Test
    void modelCountsWhatComesByEveryChannel() {
        String finding = page(MIXED).model().orElseThrow().finding();
        assertThat(finding).startsWith("3 flows and 1 campaign of 1 council, " + number(MIXED, "offered") + " contacts, " + number(MIXED, "received") + " pieces of work that waits and "
                + number(MIXED, "dials") + " calls to people of a list in 7 days");
        assertThat(page(TICKETS_ONLY).model().orElseThrow().finding()).startsWith("1 flow of 1 council, " + number(TICKETS_ONLY, "received") + " pieces of work that waits in 7 days");
    }

    @Test
    void groupsThatGetTicketsFromOthersDoNotTakeNothing() {
        List<List<String>> rows = page(TICKETS_ONLY).model().orElseThrow().rows();
        assertThat(rows).extracting(row -> row.get(0) + ": " + row.get(3)).containsExactly("first: everything", "second: tickets passed on");
        assertThat(TICKETS_ONLY.estimate("occupancy", Scope.group("", "ict", "second")).value()).isPositive();
    }

    @Test
    void loadIsNotSaidToBeNoughtWhereNobodyCalls() {
        Chart load = page(TICKETS_ONLY).charts().stream().filter(chart -> chart.id().endsWith("load")).findFirst().orElseThrow();
        assertThat(load.finding()).doesNotContain("Erlang").contains("most agents are busy at");
        Chart mixed = page(MIXED).charts().stream().filter(chart -> chart.id().endsWith("load")).findFirst().orElseThrow();
        assertThat(mixed.finding()).contains("Erlang").contains("some with work that nobody waits for");
    }

    @Test
    void keyNumbersAreOfWhatComes() {
        assertThat(page(TICKETS_ONLY).tiles()).extracting(StudyPage.Tile::label).containsExactly("Work received", "Finished in time", "Backlog at the end", "Occupancy", "Agents scheduled", "Full-time equivalents");
        assertThat(page(MIXED).tiles()).extracting(StudyPage.Tile::label).startsWith("Contacts offered", "Answered", "Answered in time", "Mean wait").contains("Work received");
        assertThat(ConsoleSummary.of(TICKETS_ONLY, StandardCharsets.UTF_8)).doesNotContain("Calls offered", "Mean number waiting").contains("Deferred work received");
        assertThat(ConsoleSummary.of(MIXED, StandardCharsets.UTF_8)).contains("Calls offered").contains("Deferred work received");
    }

    @Test
    void channelsSideBySideSayWhoIsInNoColumn() {
        assertThat(MIXED.estimate("blocked", Scope.OVERALL).value()).isPositive();
        assertThat(page(MIXED).channels().orElseThrow().note()).contains("Blocked, as lines or the queue were full, and in none of the columns but the first: " + number(MIXED, "blocked").substring(0, 1));
    }

    @Test
    void workThatWaitsHasNoRowOfCalls() {
        Grid byChannel = page(MIXED).tables().stream().filter(grid -> grid.id().equals("by-channel")).findFirst().orElseThrow();
        assertThat(byChannel.rows()).extracting(row -> row.get(0)).containsExactly("phone", "arrears");
        assertThat(page(TICKETS_ONLY).tables()).noneMatch(grid -> grid.id().equals("by-channel"));
    }
}
