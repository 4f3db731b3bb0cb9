package mergedesk.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import mergedesk.results.Kpi;
import mergedesk.results.Kpis;
import mergedesk.results.Parts;
import mergedesk.results.Scope;
import mergedesk.results.Study;
import mergedesk.results.SweepStudy;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class HtmlReportTest {
    private static final int MOST_PARSE_ERRORS = 100;

    static List<Named<String>> pages() {
        return List.of(
                Named.of("merged", HtmlReport.render(StudyFixture.merged(), new Parts())),
                Named.of("small", HtmlReport.render(StudyFixture.small(), new Parts())),
                Named.of("large", HtmlReport.render(StudyFixture.large(), new Parts())),
                Named.of("hostile", HtmlReport.render(StudyFixture.hostile(), new Parts())),
                Named.of("sweep", SweepReport.render(SweepFixture.of(SweepStudy.Kind.FULL), new Parts())),
                Named.of("morris", SweepReport.render(SweepFixture.of(SweepStudy.Kind.MORRIS), new Parts())),
                Named.of("saltelli", SweepReport.render(SweepFixture.of(SweepStudy.Kind.SALTELLI), new Parts())),
                Named.of("begun", SweepReport.render(SweepFixture.begun(), new Parts())),
                Named.of("compare", CompareReport.render(ComparisonFixture.merging(), new Parts())));
    }

    @ParameterizedTest
    @MethodSource("pages")
    void isWellFormed(String html) {
        Parser parser = Parser.htmlParser().setTrackErrors(MOST_PARSE_ERRORS);
        Jsoup.parse(html, "", parser);
        assertThat(parser.getErrors()).isEmpty();
    }

    /** Places in files are for those who wrote these; what is wrong with the run itself is for all who read it. */
    @Test
    void foldsNotesOnTheScenarioAndNoWarnings() {
        String note = "desk.yaml:3:27: flows.tax.work.mean: talk lasts 4.83 h [talk_unusual]";
        String warning = "Stopped early: 3 of 9 replications were finished [of those asked for]";
        Document run = Jsoup.parse(HtmlReport.render(StudyFixture.small().warnedOf(List.of(note, warning)), new Parts()));
        assertThat(run.select("details.notes summary").text()).isEqualTo("1 note on the scenario");
        assertThat(run.select("details.notes li").eachText()).containsExactly(note);
        assertThat(run.select(".warning").text()).contains(warning).doesNotContain(note);
        Document compare = Jsoup.parse(CompareReport.render(ComparisonFixture.merging().warnedOf(List.of("A: " + note, "B: desk.yaml:11:15: desks.main: more work [overloaded]")), new Parts()));
        assertThat(compare.select("details.notes summary").text()).isEqualTo("2 notes on the scenario");
        assertThat(compare.select("details.notes li").eachText()).containsExactly("A: " + note, "B: desk.yaml:11:15: desks.main: more work [overloaded]");
    }

    @ParameterizedTest
    @MethodSource("pages")
    void loadsNothingAndRunsNothing(String html) {
        Document page = Jsoup.parse(html);
        assertThat(page.select("script, link, img, iframe, object, embed, form, base, meta[http-equiv]"))
                .isEmpty();
        assertThat(page.getAllElements().eachAttr("src").size()).isZero();
        assertThat(Pattern.compile("url\\((?!data:)|@import").matcher(html).find())
                .isFalse();
        for (Element element : page.getAllElements()) {
            element.attributes()
                    .forEach(attribute -> assertThat(attribute.getKey()).doesNotStartWith("on"));
            assertThat(element.attr("xlink:href")).isEmpty();
        }
        assertThat(page.select("a[href]").eachAttr("href"))
                .allMatch(href -> href.startsWith("#") || href.startsWith("https://"));
    }

    @ParameterizedTest
    @MethodSource("pages")
    void canBeReadWithoutSeeing(String html) {
        Document page = Jsoup.parse(html);
        assertThat(page.select("html").attr("lang")).isEqualTo("en-GB");
        assertThat(page.select("h1")).hasSize(1);
        assertThat(page.selectFirst("body").child(0).attr("href")).isEqualTo("#result");
        assertThat(page.select("#result")).hasSize(1);
        for (Element chart : page.select("[role=img]")) {
            assertThat(page.getElementById(chart.attr("aria-labelledby")).text())
                    .isNotBlank();
            assertThat(page.getElementById(chart.attr("aria-describedby")).text())
                    .isNotBlank();
            assertThat(chart.closest("figure").select("details table tbody tr")).isNotEmpty();
        }
        for (Element table : page.select("table")) {
            assertThat(table.select("caption").text()).isNotBlank();
            assertThat(table.select("thead th"))
                    .isNotEmpty()
                    .allMatch(th -> th.attr("scope").equals("col"));
            for (Element row : table.select("tbody tr")) {
                assertThat(row.select("th[scope=row]")).hasSize(1);
                assertThat(row.children()).hasSameSizeAs(table.select("thead th"));
            }
            assertThat(table.parent().attr("tabindex")).isEqualTo("0");
        }
        List<String> ids = page.getAllElements().eachAttr("id").stream()
                .filter(id -> !id.isEmpty())
                .toList();
        assertThat(ids).doesNotHaveDuplicates();
        assertThat(page.select("[aria-labelledby]").eachAttr("aria-labelledby")).isSubsetOf(ids);
    }

    @ParameterizedTest
    @MethodSource("pages")
    void chartsUseOnlyColoursOfTheStyleSheet(String html) {
        Document page = Jsoup.parse(html);
        String css = page.select("style").first().data();
        assertThat(page.select("svg [fill]").eachAttr("fill")).allMatch(fill -> fill.equals("none"));
        assertThat(page.select("svg [stroke]")).isEmpty();
        assertThat(page.select("svg [class]").stream()
                        .flatMap(shape -> Stream.of(shape.className().split(" ")))
                        .distinct())
                .allMatch(name -> css.contains("." + name + " {"));
        assertThat(page.select("svg [clip-path], svg defs, svg image")).isEmpty();
    }

    /** What is folded on the screen is open on paper, but the numbers of charts, which are drawn; captions do not scroll away with their tables. */
    @ParameterizedTest
    @MethodSource("pages")
    void nothingIsCut(String html) {
        Document page = Jsoup.parse(html);
        String css = page.select("style").first().data();
        String print = css.substring(css.indexOf("@media print"));
        for (Element folded : page.select("details:not(.numbers)")) {
            assertThat(print).containsPattern("details\\." + folded.className() + "::details-content[^}]*content-visibility: visible");
        }
        assertThat(page.select("table:not(.heat) caption:not(.hidden)")).allMatch(caption -> caption.children().hasClass("stay"));
        assertThat(page.select("table.folds td")).allMatch(cell -> cell.attr("data-label").equals(cell.closest("table").select("thead th").get(cell.elementSiblingIndex()).text()));
    }

    @Test
    void tablesByPlaceSayWhoWasBlockedAndLeaveOutStaffWhereThereAreNone() {
        List<Kpi> kpis = new ArrayList<>(StudyFixture.merged().kpis());
        for (String council : List.of("Halton", "Warrington")) {
            kpis.add(new Kpi("blocked_share", Scope.council(council), StudyFixture.ratio(0.031, 0.002)));
            kpis.add(new Kpi("fte", Scope.council(council), StudyFixture.mean(0, 0)));
            kpis.add(new Kpi("fte", Scope.desk("merged"), StudyFixture.mean(51, 0)));
        }
        Element table = Jsoup.parse(HtmlReport.render(StudyFixture.merged().with(Study::kpis, Kpis.of(kpis)), new Parts())).getElementById("by-council").closest("table");
        List<String> headings = table.select("thead th").eachText();
        assertThat(headings).contains("Blocked").doesNotContain("FTE", "n");
        assertThat(table.select("tbody tr:has(th:containsOwn(Halton)) td").get(headings.indexOf("Blocked") - 1).text()).isEqualTo("3.1 % ± 0.2");
        assertThat(table.select("caption").text()).isEqualTo("By council n = 60.");
    }

    /** Where there is a T, what it is stands before it. */
    @Test
    void saysWhatWordsMean() {
        String text = Jsoup.parse(HtmlReport.render(StudyFixture.merged(), new Parts())).body().text();
        assertThat(text.indexOf("T is the target wait, 20 s.")).isPositive().isLessThan(text.indexOf("within T"));
        List<Study.Assumption> figures = List.of(figure("flows.a.work.cv"), figure("flows.a.balk"), figure("busyness.all.cv"));
        assertThat(figuresNote(figures))
                .endsWith("A flow is what people of one council call about in one service, on one channel, at one desk. cv is the standard deviation divided by the mean."
                        + " balk is the share of those who leave at once when told to wait.");
        assertThat(figuresNote(List.of(figure("desks.a.lines")))).isEqualTo("Numbers of the scenario");
    }

    private static Study.Assumption figure(String path) {
        return new Study.Assumption(path, "1", "", "", "", "assumption", "a.yaml:1");
    }

    private static String figuresNote(List<Study.Assumption> figures) {
        return Jsoup.parse(HtmlReport.render(StudyFixture.merged().with(Study::assumptions, figures), new Parts())).getElementById("figures").text();
    }

    @Test
    void nothingThatVariesBetweenEqualRunsIsShown() {
        Study study = StudyFixture.merged();
        Study.Manifest run = study.manifest();
        assertThat(HtmlReport.render(study, new Parts()))
                .doesNotContain(run.java())
                .doesNotContain(Double.toString(run.wallSeconds()))
                .isEqualTo(HtmlReport.render(study, new Parts()));
    }

    @Test
    void tellsTheVerdictsInOneSentenceEach() {
        List<String> verdicts = Jsoup.parse(HtmlReport.render(StudyFixture.merged(), new Parts()))
                .select(".verdict p")
                .eachText();
        assertThat(verdicts)
                .containsExactly(
                        "Met: 83.1 % ± 0.9 of contacts were answered within 20 s; at least 80 % was asked for.",
                        "Missed: ICT support: nine in ten of the answered contacts waited at most 61.3 s ± 2.2;"
                                + " at most 45 s was asked for.",
                        "Not sure: 4.9 % ± 0.3 of contacts were given up while waiting; at most 5 % was asked for."
                                + " The interval contains the target: more replications would tell.");
    }

    /** The same number of twelve flows, from the same source, is one. */
    @Test
    void whatSeveralHaveAlikeIsOneNumber() {
        List<Study.Assumption> figures = IntStream.range(0, 14)
                .mapToObj(i -> new Study.Assumption("flows.f" + i + ".work.mean", i < 12 ? "5 min" : "6 min", "4 min", "7 min", i < 12 ? "D" : "", i < 12 ? "published" : "assumption", "today.yaml:" + i))
                .toList();
        Document page = Jsoup.parse(HtmlReport.render(StudyFixture.merged().with(Study::assumptions, figures), new Parts()));
        assertThat(page.text()).contains("Of the scenario’s 2 numbers (14 with those that several flows, desks or groups have alike), 1 is an assumption and 1 has a source.");
        assertThat(page.getElementById("figures").closest("table").select("tbody tr").stream().map(row -> row.child(0).text() + " | " + row.child(5).text()))
                .containsExactly("flows.*.work.mean, 2 flows | today.yaml:12 and 1 more", "flows.*.work.mean, 12 flows | today.yaml:0 and 11 more");
    }

    /** Twelve lines of one desk that say the same are white on a telephone. */
    @Test
    void conditionsAreSaidOnceForADeskAndWideTablesFold() {
        Document page = Jsoup.parse(HtmlReport.render(StudyFixture.merged(), new Parts()));
        assertThat(page.select(".conditions li").eachText()).isNotEmpty().doesNotHaveDuplicates().allMatch(line -> line.contains("Conditions "));
        assertThat(page.select("table:not(.heat):not(.folds):not(.numbers table)")).allMatch(table -> table.select("thead th").size() <= 3);
    }

    @Test
    void saysWhatTheResultRestsOn() {
        String text = Jsoup.parse(HtmlReport.render(StudyFixture.merged(), new Parts()))
                .text();
        assertThat(text)
                .contains("No result is fitted to any observation: it follows from the scenario’s numbers alone, some of which may have been: the scenario says which, and to what.")
                .contains("Of the scenario’s 2 numbers (143 with those that several flows, desks or groups have alike), 1 is an assumption and 1 has a source. Notes that the scenario silences: talk_unusual (Enquiries about planning do last that long).")
                .contains("Conditions do not hold: callers give up")
                .contains("Sg / A")
                .contains("20140401")
                .contains("mergedesk run scenarios/councils/cheshire/merged.yaml");
    }

    @Test
    void saysWhichNumbersMatterWhenThatWasAsked() {
        Document page = Jsoup.parse(HtmlReport.render(StudyFixture.merged(), new Parts()));

        String section = page.select("section[aria-labelledby=matters]").text().replace('\u00a0', ' ');
        assertThat(section)
                .contains("The 3 widest of 13 numbers with a range")
                .contains("hold for all 6 changes together")
                .contains("It hangs most on talk time, 15 flows: at the lowest (230 s) +6.1 points ± 0.7, at the highest (300 s) −9.4 points ± 0.7.")
                .contains("is clearly missed with one alone: talk time, 15 flows at the highest (300 s).")
                .contains("Calls, 15 flows each at its lowest +2.0 points ± 0.4 met each at its highest −2.1 points ± 0.4 not sure")
                .contains("Agents, floating 0 – not possible 20 +0.3 points ± 0.4 met")
                .contains("no value at its lowest")
                .contains("Not possible: agents, floating at the lowest (0). no group can serve this flow.");
        assertThat(Jsoup.parse(HtmlReport.render(StudyFixture.small(), new Parts())).select("#matters")).isEmpty();
    }

    @Test
    void leavesOutWhatDoesNotExist() {
        Document page = Jsoup.parse(HtmlReport.render(StudyFixture.small(), new Parts()));
        assertThat(page.text())
                .contains("No target was set in the scenario")
                .doesNotContain("By council")
                .doesNotContain("Desk by desk")
                .doesNotContain("Beside the formulas")
                .doesNotContain("Sources");
        assertThat(page.select("figure h3").eachText())
                .containsExactly(
                        "Load and staffing through the day", "How long answered contacts waited", "How days differ");
    }

    @Test
    void anEmptyStudyIsStillAPage() {
        Study small = StudyFixture.small();
        Study empty = small.with(Study::name, "Nothing")
                .with(Study::question, null)
                .with(Study::description, null)
                .with(Study::kpis, Kpis.of(List.of()))
                .with(Study::desks, List.of());
        Document page = Jsoup.parse(HtmlReport.render(empty, new Parts()));
        assertThat(page.select("svg")).isEmpty();
        assertThat(page.text()).contains("Nothing", "How this was made");
    }

    @Test
    void aLargeStudyShowsTheWorstTwentyAndSaysSo() {
        String html = HtmlReport.render(StudyFixture.large(), new Parts());
        assertThat(html.length()).isLessThan(2_000_000);
        Document page = Jsoup.parse(html);
        Element councils = page.getElementById("by-council").closest("table");
        assertThat(councils.select("tbody tr")).hasSize(ScopeGrids.MOST_ROWS);
        assertThat(councils.select("tbody th").first().text()).isEqualTo("Borough Council of Number 299");
        assertThat(councils.select("caption").text()).contains("of 300; all are in kpis.csv");
        assertThat(page.select("details.desk")).hasSize(ScopeGrids.MOST_ROWS);
    }

    @Test
    void namesFromScenariosAreTextWhereverTheyStand() {
        String html = HtmlReport.render(StudyFixture.hostile(), new Parts());
        Document page = Jsoup.parse(html);
        assertThat(html).doesNotContain("<script").doesNotContain("<b>b</b>").doesNotContain("80 % <i>");
        assertThat(page.select("h1").text()).isEqualTo("<script>alert('x')</script>\"&amp;' onload=alert(1)");
        assertThat(page.select("a[href^=javascript]")).isEmpty();
    }
}
