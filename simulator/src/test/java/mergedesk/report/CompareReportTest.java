package mergedesk.report;

import static mergedesk.report.ComparisonFixture.LEVEL;
import static mergedesk.report.ComparisonFixture.council;
import static mergedesk.report.ComparisonFixture.exact;
import static mergedesk.report.ComparisonFixture.overall;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import mergedesk.results.Comparison;
import mergedesk.results.Comparison.Difference;
import mergedesk.results.ComparisonFolder;
import mergedesk.results.Kpi;
import mergedesk.results.Kpis;
import mergedesk.results.Origin;
import mergedesk.results.Parts;
import mergedesk.results.ResultFolder;
import mergedesk.results.Scope;
import mergedesk.results.Study;
import mergedesk.results.Study.Verdict;
import mergedesk.stats.Estimate;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CompareReportTest {
    private static final String NONE = "(no difference that these runs can show)";

    @TempDir
    private Path folder;

    @Test
    void headlineSaysWhatIsSavedAndWhatTheServiceLevelDoes() {
        assertThat(headline(ComparisonFixture.merging()))
                .isEqualTo("16.1 FTE fewer (71.2 → 55.1): 80.3 → 80.6 % answered within 45 s " + NONE + "; most in Halton, 77.0 → 81.0 % (+4.0 points ± 1.1).");
    }

    @Test
    void sameStaffAndCostAreSaid() {
        assertThat(headline(ComparisonFixture.of(
                        exact("fte", 71.2, 71.2), exact("agent_hours_per_day", 527, 527), exact("cost", 2_200_000, 2_200_000), overall(LEVEL, 0.806, 0.882, 0.076, 0.004))))
                .isEqualTo("Same staff, same cost: 80.6 → 88.2 % answered within 45 s (+7.6 points ± 0.4).");
        assertThat(headline(ComparisonFixture.of(
                        exact("fte", 71.2, 71.2), exact("agent_hours_per_day", 527, 500), exact("cost", 2_200_000, 2_250_000), overall(LEVEL, 0.806, 0.882, 0.076, 0.004))))
                .startsWith("Same staff, £50,000 a year more (£2,200,000 → £2,250,000): ");
        assertThat(headline(ComparisonFixture.of(overall(LEVEL, 0.806, 0.882, 0.076, 0.004)))).startsWith("80.6 → 88.2 % answered");
    }

    /** Whoever subtracts the two numbers finds the change. */
    @Test
    void changesOfStaffAndCostAddUp() {
        assertThat(headline(ComparisonFixture.of(exact("fte", 27.22, 26.788), exact("cost", 844_541, 831_135), overall(LEVEL, 0.806, 0.882, 0.076, 0.004))))
                .startsWith("0.4 FTE fewer (27.2 → 26.8), £13,400 a year less (£844,500 → £831,100): ");
        assertThat(headline(ComparisonFixture.of(exact("fte", 27.22, 27.19), exact("cost", 844_541, 844_150)))).startsWith("0.03 FTE fewer (27.22 → 27.19), £391 a year less (£844,541 → £844,150): ");
    }

    /** A day more that is open divides the same hours by six. */
    @Test
    void theSameHoursOnMoreDaysAreNoLessStaff() {
        Comparison comparison = ComparisonFixture.of(exact("fte", 27.2, 27.2), exact("agent_hours_per_day", 42, 35), overall(LEVEL, 0.806, 0.882, 0.076, 0.004), overall("own_council_share", 1, 0.84, -0.16, 0.01));
        Document page = page(comparison);
        assertThat(page.select(".headline").text()).startsWith("Same staff: ").doesNotContain("hours");
        assertThat(page.select("#everything ~ details tbody").text()).contains("Full-time").doesNotContain("Agent-hours");
        assertThat(page.select("main li").eachText()).contains("Answered by the caller's own council: 16.0 points ± 1.0 less (A 100.0 %, B 84.0 %).");
        assertThat(CompareSummary.of(comparison, StandardCharsets.UTF_8)).doesNotContain("Agent-hours");
    }

    @Test
    void theSameCallersAreNotClaimedOfOtherPeople() {
        Comparison same = ComparisonFixture.merging();
        assertThat(page(same).select(".fitted").text()).contains("All sides met the same callers");
        assertThat(page(same.warnedOf(List.of("B: " + Comparison.STRANGERS + ": 1 of its flows"))).select(".fitted").text()).startsWith("Not all sides met the same callers");
    }

    @Test
    void ofVeryManyCouncilsThoseThatChangeMostAreShown() {
        Difference[] differences = IntStream.range(0, 70).mapToObj(i -> council("Council " + i, LEVEL, 0.5, 0.5 + i / 1000.0, 0.02)).toArray(Difference[]::new);
        Document page = page(ComparisonFixture.of(differences));
        assertThat(cells(page, "councils-side-by-side")).hasSize(60).extracting(row -> row.get(0)).startsWith("Council 10").endsWith("Council 69");
        assertThat(table(page, "councils-side-by-side").select("caption").text()).contains("The 60 whose service level changes most, of 70; all are in differences.csv.");
    }

    /** What a council loses comes before what another gains. */
    @Test
    void headlineNeverHidesWhoLoses() {
        Comparison comparison = ComparisonFixture.of(
                exact("fte", 71.2, 55.1),
                overall(LEVEL, 0.806, 0.882, 0.076, 0.004),
                council("Halton", LEVEL, 0.80, 0.75, 0.01),
                council("Aldermere", LEVEL, 0.60, 0.90, 0.01),
                council("Halton", "blocked_share", 0, 0, 0),
                council("Aldermere", "blocked_share", 0.03, 0, 0.002));
        assertThat(headline(comparison))
                .endsWith("; but in Halton, 80.0 → 75.0 % (−5.0 points ± 1.3)"
                        + "; most gained in Aldermere, 60.0 → 90.0 % (+30.0 points ± 1.3)"
                        + "; engaged tones in Aldermere 3.0 → 0.0 % (−3.0 points ± 0.3).");
        Document page = page(comparison);
        assertThat(page.select("main li").eachText()).contains("Of 2 councils, 1 gains and 1 loses in the service level.");
        assertThat(page.select(".headline + .note").text())
                .isEqualTo("Intervals of 95 % that hold together (Bonferroni): the one on everything together; and, as a family of their own, the 4 on the councils among which this sentence chooses.");
    }

    /** Half-widths of 0.02 for each by itself; of twenty councils one that is 0.025 off is no finding, nor is it with two sides more. */
    @Test
    void aCouncilIsNamedOnlyByAnIntervalThatHoldsForAllCouncils() {
        List<Difference> differences = Stream.concat(
                        Stream.of(overall(LEVEL, 0.8, 0.85, 0.05, 0.01)),
                        IntStream.range(0, 20).mapToObj(i -> council("Council " + i, LEVEL, 0.8, i == 7 ? 0.825 : 0.8, 0.02)))
                .toList();
        assertThat(differences.get(8).isShown()).isTrue();
        assertThat(headline(ComparisonFixture.of(differences.toArray(Difference[]::new)))).doesNotContain("Council 7");
        assertThat(page(ComparisonFixture.of(differences.toArray(Difference[]::new))).select("main li").eachText())
                .contains("For none of the 20 councils can these runs show a gain or a loss in the service level.");
    }

    @Test
    void theClaimsOfSeveralSidesHoldTogether() {
        List<Difference> narrow = List.of(overall(LEVEL, 0.80, 0.821, 0.021, 0.02));
        assertThat(headline(ComparisonFixture.of(List.of(), List.of(narrow)))).isEqualTo("80.0 → 82.1 % answered within 45 s (+2.1 points ± 2.0).");
        Document page = page(ComparisonFixture.of(List.of(), List.of(narrow, narrow)));
        assertThat(page.select(".headline").eachText()).containsExactly("80.0 → 82.1 % answered within 45 s " + NONE + ".", "80.0 → 82.1 % answered within 45 s " + NONE + ".");
        assertThat(page.select("section:has(#verdict) h3").eachText()).containsExactly("B one desk", "C half a desk");
        assertThat(page.select("h1").text()).isEqualTo("nine desks against 2 others");
        assertThat(headings(page, "main")).containsExactly("Measure", "A", "B", "C", "B − A", "C − A");
    }

    @Test
    void whatTheIntervalDoesNotShowIsNotClaimed() {
        Comparison nothing = ComparisonFixture.of(
                overall(LEVEL, 0.803, 0.806, 0.003, 0.003),
                overall("blocked_share", 0, 0, 0, 0),
                overall("occupancy", 0.7, 0.71, 0.01, 0.02));
        assertThat(headline(nothing)).isEqualTo("80.3 → 80.6 % answered within 45 s " + NONE + ".");
        assertThat(page(nothing).select("section:has(#verdict) li").eachText())
                .containsExactly("Occupancy: no difference that these runs can show (A 70.0 %, B 71.0 %).");
    }

    @Test
    void aSinglePairShowsNothing() {
        assertThat(headline(ComparisonFixture.of(overall(LEVEL, 0.2, 0.9, 0.7, Double.NaN)))).endsWith(NONE + ".");
    }

    /** Who asks is said; who does not is judged all the same. */
    @Test
    void everyTargetStandsWithItsVerdictOnEachSide() {
        Verdict met = new Verdict(LEVEL, Scope.OVERALL, "80 %", 0.8, true, new Estimate(0.85, 0.01, 60, Estimate.Method.RATIO), Verdict.State.MET);
        Verdict missed = new Verdict("wait_p90", Scope.desk("North"), "45 s", 45, false, new Estimate(61, 2, 60, Estimate.Method.QUANTILE), Verdict.State.MISSED);
        Comparison comparison = ComparisonFixture.of(List.of(met, missed), List.of(List.of(overall(LEVEL, 0.803, 0.806, 0.003, 0.003))));
        Kpis waits = Kpis.of(List.of(new Kpi("wait_p90", Scope.desk("North"), new Estimate(30, 2, 60, Estimate.Method.QUANTILE))));
        Comparison.Side unasked = new Comparison.Side("C", comparison.base().study().with(Study::verdicts, List.of(met)).with(Study::kpis, waits), comparison.others().get(0).differences());
        Document page = page(comparison.with(Comparison::sides, List.of(comparison.sides().get(0), comparison.sides().get(1), unasked)));
        assertThat(cells(page, "targets"))
                .containsExactly(
                        List.of("Answered within T, of offered ≥ 80 %", "Met: 85.0 % ± 1.0", "Met: 85.0 % ± 1.0", "Met: 85.0 % ± 1.0"),
                        List.of("North: 90 % of answered waited at most ≤ 45 s (asked for by A, B)", "Missed: 61.0 s ± 2.0", "Missed: 61.0 s ± 2.0", "Met: 30.0 s ± 2.0"));
        assertThat(CompareSummary.of(comparison, StandardCharsets.US_ASCII)).contains("Answered within T, of offered >= 80 %: A Met: 85.0 % +/- 1.0; B Met:\n  85.0 % +/- 1.0.");
    }

    /** Each beside the other, those that only one side has too; nought on both sides is left out. */
    @Test
    void everyCouncilIsShown() {
        Comparison comparison = ComparisonFixture.of(
                overall(LEVEL, 0.806, 0.882, 0.076, 0.004),
                council("Halton", LEVEL, 0.80, 0.75, 0.01),
                council("Halton", "blocked_share", 0, 0, 0),
                council("Aldermere", LEVEL, 0.60, 0.90, 0.01));
        assertThat(cells(page(comparison), "councils-side-by-side"))
                .containsExactly(
                        List.of("Halton", "Answered within T, of offered", "80.0 % ± 1.0", "75.0 % ± 1.0", "−5.0 points ± 1.0"),
                        List.of("Aldermere", "Answered within T, of offered", "60.0 % ± 1.0", "90.0 % ± 1.0", "+30.0 points ± 1.0"));
        assertThat(page(comparison).select("figure h3").eachText()).containsExactly("Service level, side by side");
    }

    @Test
    void folderHoldsTheDifferences() throws IOException {
        Comparison comparison = ComparisonFixture.merging();
        Path target = folder.resolve("compare");
        Origin origin = Origin.comparison(List.of(Path.of("a.yaml"), Path.of("b.yaml")), List.of(), List.of());
        ResultFolder asked = ResultFolder.ask(target, origin, List.of());
        ComparisonFolder.write(
                asked, comparison, Map.of("report.html", CompareReport.render(comparison, new Parts())));
        assertThat(Files.readAllLines(target.resolve("differences.csv")))
                .startsWith(
                        "measure,scope,council,service,channel,desk,group,interval,side,value_a,value,difference,"
                                + "half_width,n,method",
                        "fte,overall,,,,,,,b,71.2,55.1,-16.1,0,60,exact")
                .hasSize(8);
        assertThat(target.resolve("manifest.json")).content().contains("mergedesk-comparison", "\"a\"", "\"b\"");
    }

    private static Document page(Comparison comparison) {
        Parts parts = new Parts();
        Document page = Jsoup.parse(CompareReport.render(comparison, parts));
        assertThat(parts.failures()).isEmpty();
        return page;
    }

    private static String headline(Comparison comparison) {
        return page(comparison).select(".headline").text();
    }

    private static Element table(Document page, String id) {
        return page.getElementById(id).closest("table");
    }

    private static List<String> headings(Document page, String id) {
        return table(page, id).select("thead th").eachText();
    }

    private static List<List<String>> cells(Document page, String id) {
        return table(page, id).select("tbody tr").stream().map(row -> row.children().eachText()).toList();
    }
}
