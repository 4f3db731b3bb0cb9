package mergedesk.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import mergedesk.api.Mergedesk;
import mergedesk.api.RunOptions;
import mergedesk.api.ScenarioFile;
import mergedesk.api.Watcher;
import mergedesk.results.Comparison;
import mergedesk.results.Parts;
import mergedesk.results.PlaceNames;
import mergedesk.results.ResultCsv;
import mergedesk.results.Scope;
import mergedesk.results.Study;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;

/** Names that the user gave are what readers see; files keep identifiers. */
class PlaceNamesTest {
    private static final List<String> IDENTIFIERS = List.of("crewe_and_nantwich", "vale_royal", "council_tax", "main_desk", "other_desk", "all_rounders", "the_others", "by_phone");
    private static final List<String> NAMES =
            List.of("Crewe and Nantwich", "Vale Royal", "Council tax", "The main desk", "The other desk", "All-rounders", "The others");

    private static final ScenarioFile FILE = ScenarioFile.of("""
            name: t
            silence: {overloaded: notes name paths}
            time: {start: 2025-04-07T09:00, length: 2 h, zone: UTC, end: drain}
            councils: {crewe_and_nantwich: {name: Crewe and Nantwich}, vale_royal: {name: Vale Royal}}
            services: {council_tax: {name: Council tax}, bins: }
            channels: {by_phone: {name: Telephone}}
            flows:
              one: {council: crewe_and_nantwich, service: council_tax, channel: by_phone, desk: main_desk, volume: 60 / h, work: {distribution: exponential, mean: 2 min}}
              two: {council: vale_royal, service: bins, channel: by_phone, desk: other_desk, volume: 60 / h, work: {distribution: exponential, mean: 5 min}}
            desks: {main_desk: {name: The main desk}, other_desk: {name: The other desk}}
            groups: {all_rounders: {name: All-rounders, desk: main_desk, staffing: 3}, the_others: {name: The others, desk: other_desk, staffing: 4}}
            targets:
              - {measure: answer_rate, at_least: 80 %, council: crewe_and_nantwich}
              - {measure: answer_rate, at_least: 80 %, service: council_tax}
              - {measure: answer_rate, at_least: 80 %, desk: other_desk}
              - {measure: occupancy, at_most: 80 %, group: all_rounders}
            """, Path.of("names.yaml"));

    /** Visible words, those of charts included, without the paths of assumptions. */
    private static String words(String html) {
        Document page = Jsoup.parse(html);
        page.select("table:has(caption#figures)").remove();
        return page.body().text();
    }

    @Test
    void standInReportChartsAndConsole() {
        Study study = Mergedesk.run(FILE, new RunOptions(3, null, 1, ""), Watcher.NONE);
        String report = words(HtmlReport.render(study, new Parts()));
        String console = ConsoleSummary.of(study, StandardCharsets.UTF_8);
        assertThat(report).contains(NAMES).doesNotContain(IDENTIFIERS);
        assertThat(console).contains("Crewe and Nantwich: ", "Council tax: ", "The other desk: ", "All-rounders: ", "The other desk: no steady state").doesNotContain(IDENTIFIERS);
        assertThat(ResultCsv.kpis(study.kpis())).asString(StandardCharsets.UTF_8).contains(IDENTIFIERS).doesNotContain(NAMES);
    }

    @Test
    void standInComparisons() {
        Comparison comparison = Mergedesk.compare(List.of(FILE, FILE), new RunOptions(3, null, 1, ""), Watcher.NONE);
        assertThat(words(CompareReport.render(comparison, new Parts()))).contains("Crewe and Nantwich", "Council tax", "The main desk").doesNotContain(IDENTIFIERS);
        assertThat(comparison.others().get(0).all()).extracting(difference -> difference.scope().council()).contains("vale_royal");
    }

    /** Two of one name would be one row for readers. */
    @Test
    void areToldApart() {
        PlaceNames names = PlaceNames.of(Map.of(Scope.Kind.COUNCIL, Map.of("a", "Shire", "b", "Shire", "c", "Other"), Scope.Kind.DESK, Map.of("a", "Shire")));
        assertThat(names.of(Scope.council("a"))).isEqualTo("Shire (a)");
        assertThat(names.of(Scope.council("b"))).isEqualTo("Shire (b)");
        assertThat(names.of(Scope.council("c"))).isEqualTo("Other");
        assertThat(names.of(Scope.desk("a"))).isEqualTo("Shire");
        assertThat(names.of(Scope.flow("c", "tax", "phone", "a"))).isEqualTo("Other, tax, phone, Shire");
        assertThat(names.of(Scope.OVERALL)).isEmpty();
        assertThat(names.of(Scope.month("2026-03", Scope.council("c")))).isEqualTo("2026-03 Other");
        assertThat(names.of(Scope.month("2026-03", Scope.OVERALL))).isEqualTo("2026-03");
        PlaceNames others = PlaceNames.of(Map.of(Scope.Kind.COUNCIL, Map.of("c", "Not this", "d", "Fourth")));
        assertThat(names.or(others).of(Scope.council("c"))).isEqualTo("Other");
        assertThat(names.or(others).of(Scope.council("d"))).isEqualTo("Fourth");
    }
}
