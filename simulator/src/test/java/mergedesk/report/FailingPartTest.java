package mergedesk.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.AbstractList;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import mergedesk.results.Comparison;
import mergedesk.results.Kpis;
import mergedesk.results.Origin;
import mergedesk.results.Parts;
import mergedesk.results.ResultCsv;
import mergedesk.results.ResultFolder;
import mergedesk.results.Study;
import mergedesk.results.Study.DeskPicture;
import mergedesk.results.StudyFolder;
import mergedesk.stats.Estimate;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A chart, table or text that fails takes nothing else with it, and names itself in the page, in the manifest and on the console. */
class FailingPartTest {
    private static final Study SOUND = StudyFixture.merged();
    private static final List<String> HEADINGS = headings(Jsoup.parse(HtmlReport.render(SOUND, new Parts())));

    /** One element that nobody can read. */
    private static <T> List<T> broken() {
        return new AbstractList<>() {
            @Override
            public T get(int index) {
                throw new AssertionError("broken on purpose");
            }

            @Override
            public int size() {
                return 1;
            }
        };
    }

    /** The sound study with one component that nobody can read. */
    private static Study without(String component) {
        return switch (component) {
            case "verdicts" -> SOUND.with(Study::verdicts, broken());
            case "desks" -> SOUND.with(Study::desks, broken());
            case "assumptions" -> SOUND.with(Study::assumptions, broken());
            case "sources" -> SOUND.with(Study::sources, broken());
            case "theory" -> SOUND.with(Study::theory, broken());
            default -> SOUND.with(Study::measures, broken());
        };
    }

    private static List<String> headings(Document page) {
        return page.select("h2").eachText();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "verdicts: Does it hold?, Charts",
                "desks: Does it hold?, Key numbers, Charts, Desk by desk",
                "assumptions: What it rests on",
                "sources: What it rests on",
                "theory: Beside the formulas",
                "measures: What it rests on"
            })
    void aSectionThatFailsIsTheOnlyOneMissing(String row) throws IOException {
        String component = row.substring(0, row.indexOf(':'));
        List<String> missing = List.of(row.substring(row.indexOf(' ') + 1).split(", "));
        Study study = without(component);
        Parts parts = new Parts();

        Document page = Jsoup.parse(HtmlReport.render(study, parts));

        assertThat(headings(page)).isSubsetOf(HEADINGS).doesNotContainAnyElementsOf(missing);
        assertThat(headings(page).size()
                        + missing.stream().filter(HEADINGS::contains).count())
                .isEqualTo(HEADINGS.size());
        for (String name : missing) {
            assertThat(page.select(".warning").eachText())
                    .anyMatch(note -> note.contains("Section “" + name + "”: left out"));
            assertThat(parts.failures())
                    .anyMatch(failure -> failure.contains(name) && failure.contains("broken on purpose"));
        }
    }

    @Test
    void aChartThatFailsIsTheOnlyOneMissing() {
        DeskPicture desk = SOUND.desks().get(0);
        DeskPicture torn = new DeskPicture(
                desk.desk(),
                desk.targetSeconds(),
                desk.intervals(),
                desk.offeredLoad(),
                desk.scheduled(),
                desk.busy(),
                desk.waitSeconds(),
                new double[] {0.5, 1},
                desk.dayShare());
        Parts parts = new Parts();

        Document page = Jsoup.parse(HtmlReport.render(pictured(torn), parts));

        List<String> all = Jsoup.parse(HtmlReport.render(SOUND, new Parts()))
                .select("figure h3")
                .eachText();
        assertThat(all).contains("How long answered contacts waited");
        assertThat(page.select("figure h3").eachText())
                .containsExactlyElementsOf(all.stream()
                        .filter(title -> !title.equals("How long answered contacts waited"))
                        .toList());
        assertThat(parts.failures()).singleElement().asString().startsWith("Chart of waits, merged: left out");
        assertThat(page.select(".warning li").eachText())
                .satisfiesExactly(
                        note -> assertThat(note).isEqualTo(SOUND.warnings().get(0)),
                        note -> assertThat(note).startsWith("Chart of waits, merged: left out"));
    }

    private static Study pictured(DeskPicture desk) {
        return SOUND.with(Study::desks, List.of(desk));
    }

    /** Not even a study of which nothing can be read loses its numbers. */
    @Test
    void kpisAndManifestDependOnNoPartOfTheReport(@TempDir Path folder) throws IOException {
        Study hopeless = SOUND.with(Study::verdicts, broken())
                .with(Study::desks, broken())
                .with(Study::assumptions, broken())
                .with(Study::sources, broken())
                .with(Study::theory, broken())
                .with(Study::measures, broken());
        Study unreadable = hopeless.with(Study::kpis, Kpis.of(broken()));
        Parts parts = new Parts();
        String page = HtmlReport.render(unreadable, parts);
        Study told = hopeless.warnedOf(parts.failures());

        StudyFolder.write(asked(folder.resolve("out")), told, Map.of(HtmlReport.FILE_NAME, page));

        assertThat(folder.resolve("out/kpis.csv")).hasBinaryContent(ResultCsv.kpis(SOUND.kpis()));
        assertThat(Files.readString(folder.resolve("out/manifest.json"))).contains("Report: left out");
        assertThat(page).contains("could not be made");
        assertThat(page.lines().findFirst()).as("by which an older report is known").isEqualTo(HtmlReport.render(SOUND, new Parts()).lines().findFirst());
        String console = ConsoleSummary.of(told, StandardCharsets.UTF_8);
        assertThat(console)
                .contains("Calls offered", "Note: Report: left out", "Note: Verdicts on the targets: left out");
        assertThat(ConsoleSummary.of(unreadable, StandardCharsets.UTF_8)).contains("Note: Table: left out");
    }

    @Test
    void aComparisonIsAsRobust() {
        Comparison sound = ComparisonFixture.merging();
        Comparison.Side side = sound.others().get(0);
        Comparison.Side unnamed = new Comparison.Side("B", side.study().with(Study::description, null), side.differences());
        Parts parts = new Parts();

        Document page = Jsoup.parse(CompareReport.render(sound.with(Comparison::sides, List.of(sound.base(), unnamed)), parts));

        assertThat(headings(page))
                .containsExactly("What the runs show", "Does it hold?", "Side by side", "Council by council", "Every difference", "How every measure is defined");
        assertThat(page.select(".warning").eachText())
                .anyMatch(note -> note.contains("Section “How this was made”: left out"));
        Comparison.Side torn = new Comparison.Side("B", side.study(), null);
        assertThat(CompareSummary.of(sound.with(Comparison::sides, List.of(sound.base(), torn)), StandardCharsets.UTF_8))
                .contains("Note: Table: left out", "Note: Headline: left out");
    }

    /** What formulas and measures may come to: shown, not thrown. */
    @Test
    void numbersWithoutBoundsAreShown() {
        Estimate endless = new Estimate(Double.POSITIVE_INFINITY, Double.POSITIVE_INFINITY, 3, Estimate.Method.MEAN);
        Study.Theory none = new Study.Theory(
                "merged", "Erlang C", "wait_mean_answered", OptionalDouble.empty(), endless, false, "overload");
        Study study = SOUND.with(Study::theory, List.of(none)).with(Study::warnings, List.of());
        Parts parts = new Parts();

        Document page = Jsoup.parse(HtmlReport.render(study, parts));

        assertThat(parts.failures()).isEmpty();
        assertThat(page.getElementById("formulas")
                        .closest("table")
                        .select("tbody td")
                        .eachText())
                .contains("no steady state", "infinite days ± infinite");
        assertThat(ConsoleSummary.of(study, StandardCharsets.UTF_8))
                .contains("Note: merged: no steady state by formula.");
    }

    private static ResultFolder asked(Path target) throws IOException {
        return ResultFolder.ask(target, Origin.study(Path.of("desk.yaml"), List.of()), List.of());
    }
}
