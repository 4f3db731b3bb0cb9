package mergedesk.report;

import static mergedesk.report.ComparisonFixture.overall;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import mergedesk.results.Comparison;
import mergedesk.results.ComparisonFolder;
import mergedesk.results.Origin;
import mergedesk.results.Parts;
import mergedesk.results.ResultFolder;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CompareReportTest {
    @TempDir
    private Path folder;

    @Test
    void headlineNamesWhatIsSavedAndTheServiceLevel() {
        assertThat(headline(ComparisonFixture.merging()))
                .isEqualTo("One desk saves 41.2 ± 3.1 agent-hours an open day, against nine desks, with no difference that"
                        + " these runs can show in service level (80.3 % and 80.6 %).");
    }

    @Test
    void headlineNeverHidesALowerServiceLevel() {
        assertThat(headline(ComparisonFixture.of(
                        overall("agent_hours_per_day", 486, 445, -41.2, 3.1),
                        overall("sl_answered_of_offered", 0.803, 0.75, -0.053, 0.005))))
                .endsWith(", but the service level is 5.3 points ± 0.5 lower.");
    }

    @Test
    void whatTheIntervalDoesNotShowIsNotClaimed() {
        Comparison nothing = ComparisonFixture.of(
                overall("agent_hours_per_day", 486, 485, -1, 3.1),
                overall("sl_answered_of_offered", 0.803, 0.806, 0.003, 0.003));
        assertThat(headline(nothing))
                .isEqualTo("There is no difference that these runs can show between nine desks and one desk.");
        assertThat(Jsoup.parse(CompareReport.render(nothing, new Parts()))
                        .select("main li")
                        .eachText())
                .containsExactly(
                        "Agent-hours an open day: no difference that these runs can show (A 486, B 485).",
                        "Answered within T, of offered: no difference that these runs can show (A 80.3 %, B 80.6 %).");
    }

    @Test
    void aSinglePairShowsNothing() {
        assertThat(headline(ComparisonFixture.of(overall("fte", 60, 50, -10, Double.NaN))))
                .startsWith("There is no difference that these runs can show");
    }

    @Test
    void folderHoldsTheDifferences() throws IOException {
        Comparison comparison = ComparisonFixture.merging();
        Path target = folder.resolve("compare");
        Origin origin = Origin.comparison(Path.of("a.yaml"), Path.of("b.yaml"), List.of());
        ResultFolder asked = ResultFolder.ask(target, origin, List.of());
        ComparisonFolder.write(
                asked, comparison, Map.of("report.html", CompareReport.render(comparison, new Parts())));
        assertThat(Files.readAllLines(target.resolve("differences.csv")))
                .startsWith(
                        "measure,scope,council,service,channel,desk,group,interval,value_a,value_b,difference,"
                                + "half_width,n,method",
                        "agent_hours_per_day,overall,,,,,,,486,445,-41.2,3.1,60,paired_difference")
                .hasSize(6);
        assertThat(target.resolve("manifest.json")).content().contains("mergedesk-comparison", "\"a\"", "\"b\"");
    }

    private static String headline(Comparison comparison) {
        return Jsoup.parse(CompareReport.render(comparison, new Parts()))
                .select(".headline")
                .text();
    }
}
