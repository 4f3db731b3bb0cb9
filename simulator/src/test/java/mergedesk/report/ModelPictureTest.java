package mergedesk.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.OptionalInt;
import mergedesk.api.Mergedesk;
import mergedesk.api.RunOptions;
import mergedesk.api.ScenarioFile;
import mergedesk.api.Watcher;
import mergedesk.report.chart.Chart;
import mergedesk.results.Model;
import mergedesk.results.Parts;
import mergedesk.results.Scope;
import mergedesk.results.Study;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What was understood: from the file over the Program to the drawing. */
class ModelPictureTest {
    private static final String YAML = """
            name: t
            time: {start: 2025-04-07T09:00, length: 2 h, zone: UTC}
            councils: {east: {name: East}, west: {name: West}}
            services: {tax: {name: Council tax}, bins: {name: Bins}}
            flows:
              et: {council: east, service: tax, desk: one, volume: 100 / hour, work: {distribution: constant, mean: 1 min}}
              eb: {council: east, service: bins, desk: one, volume: 100 / hour, work: {distribution: constant, mean: 1 min}}
              wt: {council: west, service: tax, desk: one, volume: 100 / hour, work: {distribution: constant, mean: 1 min}}
              wb: {council: west, service: bins, desk: two, volume: 100 / hour, work: {distribution: constant, mean: 1 min}}
            desks: {one: {name: The one, lines: 30, home_first: 45 s}, two: {}}
            groups:
              east_team: {desk: one, employer: east, staffing: 4}
              bins_team: {desk: one, staffing: 2, skills: [bins]}
              anybody: {desk: two, staffing: 3}
            """;

    private static Study study(String yaml) {
        ScenarioFile file = ScenarioFile.of(yaml, Path.of("t.yaml"));
        assertThat(file.faults()).isEmpty();
        return Mergedesk.run(file, new RunOptions(2, 1L, 1, ""), Watcher.NONE);
    }

    private static List<String> words(Chart chart) {
        return Jsoup.parse(chart.svg()).select("svg text").eachText();
    }

    @Test
    void knowsWhatEachGroupMayTake() {
        assertThat(study(YAML).model())
                .isEqualTo(new Model(
                        List.of(new Model.Desk("one", OptionalInt.of(30)), new Model.Desk("two", OptionalInt.empty())),
                        List.of(new Model.Channel("phone", Model.Brings.CALLS)),
                        List.of(
                                new Model.Team("east_team", "one", "east", 3, 3, 0, 45, true, false, 1),
                                new Model.Team("bins_team", "one", "", 1, 3, 0, 0, false, false, 1),
                                new Model.Team("anybody", "two", "", 1, 1, 0, 0, false, false, 1)),
                        4,
                        List.of()));
    }

    @Test
    void knowsRoutingRowByRow() {
        String rows = YAML.replace(", home_first: 45 s", "") + """
                routing:
                  - {flow: et, group: east_team}
                  - {flow: wt, group: east_team, after: 20 s}
                  - {flow: eb, group: east_team, after: 60 s}
                  - {flow: eb, group: bins_team, rank: 2}
                  - {flow: wb, group: anybody, after: 10 s, rank: 3}
                """;
        assertThat(study(rows).model().teams())
                .containsExactly(
                        new Model.Team("east_team", "one", "east", 3, 3, 0, 60, false, false, 1),
                        new Model.Team("bins_team", "one", "", 1, 3, 0, 0, false, false, 2),
                        new Model.Team("anybody", "two", "", 1, 1, 10, 10, false, false, 3));
    }

    @Test
    void drawsFlowsOneByOneWhereTheyAreFew() {
        Chart chart = new ModelPicture(study(YAML)).chart("model", "t").orElseThrow();
        assertThat(chart.finding()).startsWith("4 flows of 2 councils, ").contains(" contacts in 2\u00a0h, reach 2 desks, where 3 groups of agents answer: ").endsWith("\u00a0FTE.");
        assertThat(words(chart))
                .contains("Who calls", "Desks", "Who answers", "Council tax", "East", "Bins", "West", "The one", "30 lines", "two", "east_team", "others’ after 45 s", "bins_team", "1 of 3 flows", "anybody");
        assertThat(Jsoup.parse(chart.svg()).select("path")).hasSize(4 + 3);
        assertThat(chart.rows()).extracting(row -> row.get(3)).containsExactly("others’ after 45\u00a0s", "1 of 3 flows", "everything");
    }

    /** Its size does not grow: the largest are drawn, and all others in a box of their own. */
    @Test
    void foldsWhatIsMany() {
        Chart chart = new ModelPicture(study(councils(40))).chart("model", "t").orElseThrow();
        assertThat(words(chart)).contains("33 other councils", "33 others", "33 other groups").doesNotContain("c00 name");
        assertThat(words(chart).stream().filter(word -> word.endsWith(" name"))).hasSize(7);
        assertThat(Jsoup.parse(chart.svg()).select("rect")).hasSize(3 * 8);
        assertThat(chart.svg().length()).isBetween(new ModelPicture(study(YAML)).chart("model", "t").orElseThrow().svg().length(), 12_000);
    }

    /** A country's report opens like any other: every part of it is bounded, however many councils there are. */
    @Tag("nightly")
    @Test
    void aReportOfThreeHundredCouncilsStaysSmall() {
        String yaml = councils(300).replace("start: 2025-04-07T09:00, length: 1 h", "start: 2025-04-01, length: 40 days")
                .replaceAll("volume: \\d+ / hour", "volume: 3 / day")
                .replaceAll("staffing: \\d+", "staffing: 1")
                + "targets:\n" + "  - {measure: answer_rate, at_least: 80 %, every: month, council: c200}\n".repeat(20);
        Study study = study(yaml);
        assertThat(study.by(Scope.Kind.MONTH, "sl_answered_of_offered", Scope.council("c200"))).hasSize(2);
        Parts parts = new Parts();
        String report = HtmlReport.render(study, parts);
        assertThat(parts.failures()).isEmpty();
        assertThat(report.length()).as("characters, of which 2 MB are promised").isBetween(100_000, 2_000_000);
        assertThat(Jsoup.parse(report).select("tr, rect, path, line, polyline, text").size()).isLessThan(15_000);
        ScenarioFile file = ScenarioFile.of(yaml, Path.of("t.yaml"));
        assertThat(CompareReport.render(Mergedesk.compare(List.of(file, file, file), new RunOptions(2, 1L, 1, ""), Watcher.NONE), parts).length()).isLessThan(1_000_000);
    }

    /** The largest are the last. */
    private static String councils(int number) {
        StringBuilder councils = new StringBuilder("councils:\n");
        StringBuilder flows = new StringBuilder("flows:\n");
        StringBuilder desks = new StringBuilder("desks:\n");
        StringBuilder groups = new StringBuilder("groups:\n");
        for (int i = 0; i < number; i++) {
            String id = (number > 100 ? "c%03d" : "c%02d").formatted(i);
            councils.append("  %s: {name: %s name}\n".formatted(id, id));
            flows.append("  %s: {council: %s, service: tax, desk: %s, volume: %d / hour, work: {distribution: constant, mean: 1 min}}\n".formatted(id, id, id, 20 + 100 * i));
            desks.append("  %s: {}\n".formatted(id));
            groups.append("  g%s: {desk: %s, staffing: %d}\n".formatted(id, id, 2 + 3 * i));
        }
        return "name: t\ntime: {start: 2025-04-07T09:00, length: 1 h, zone: UTC}\nservices: {tax: {}}\n" + councils + flows + desks + groups;
    }

    @Test
    void standsInTheReportAndOnEachSideOfAComparison() {
        ScenarioFile file = ScenarioFile.of(YAML, Path.of("t.yaml"));
        Document page = Jsoup.parse(HtmlReport.render(study(YAML), new Parts()));
        assertThat(page.select("section:has(#the-model) svg[role=img]")).hasSize(1);
        assertThat(page.getElementById("model-desc").text()).startsWith("4 flows of 2 councils");
        Document both = Jsoup.parse(CompareReport.render(Mergedesk.compare(List.of(file, file), new RunOptions(2, 1L, 1, ""), Watcher.NONE), new Parts()));
        assertThat(both.select("section:has(#models) figure h3").eachText()).containsExactly("A: t", "B: t");
    }
}
