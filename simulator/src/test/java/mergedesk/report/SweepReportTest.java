package mergedesk.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import mergedesk.results.Parts;
import mergedesk.results.SweepCsv;
import mergedesk.results.SweepStudy;
import mergedesk.results.SweepStudy.Failure;
import mergedesk.results.SweepStudy.Kind;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What a sweep's report says of numbers that are known. Form, escaping and access: {@link HtmlReportTest}. */
class SweepReportTest {
    private static Document page(SweepStudy study) {
        Parts parts = new Parts();
        Document page = Jsoup.parse(SweepReport.render(study, parts));
        assertThat(parts.failures()).isEmpty();
        return page;
    }

    private static String text(Element element) {
        return element.text().replace('\u00a0', ' ');
    }

    @Test
    void failuresComeFirstEachWithWhatRepeatsIt() {
        Document page = page(SweepFixture.of(Kind.FULL));
        Element main = page.getElementById("result");
        assertThat(main.child(0).select("h2").text()).isEqualTo("1 failure, with its point left out of all that follows");
        assertThat(main.child(0).select("code").text()).isEqualTo("mergedesk run desk.yaml --set 'a=<b>'");
        assertThat(main.child(0).text()).contains("Point 3 cannot be run: desk.yaml: no <group>");
        assertThat(page(SweepFixture.of(Kind.FULL, List.of())).select("#failures")).isEmpty();
        List<Failure> many = IntStream.range(0, 50).mapToObj(i -> new Failure(i, 2, "lost", "repeat")).toList();
        Document long50 = page(SweepFixture.of(Kind.FULL, many));
        assertThat(long50.select(".failures li")).hasSize(20);
        assertThat(long50.getElementById("failures").text()).startsWith("50 failures").contains("the first 20");
    }

    @Test
    void theFirstPageSaysWhatWasRunWhatIsBestAndWhatMovesIt() {
        String found = text(page(SweepFixture.of(Kind.FULL)).selectFirst("section[aria-labelledby=found]"));
        assertThat(found)
                .contains("12 points of 3 factors, every combination of their values, each run 5 times: 55 runs, seed 7.")
                .contains("1 point of these has no run, and is left out of what follows.")
                .contains("All points met the same people at the same moments")
                .contains("Best at agents 12, rate 0.5 / min, rule home and 1 other point: 80.0 % ± 1.0.")
                .contains("Worst at agents 8, rate 1.5 / min, rule home: 40.0 % ± 1.0.")
                .contains("Moved most by agents: on average over the others 50.0 % ± 1.0 at 8, 70.0 % ± 1.0 at 12.")
                .contains("95 % of answered waited at most, desk one No point has a value of it.");
    }

    /** Means over the others differ by 20 points: more than the noise of 1 point each, and less than what other points might have given, were it 15. */
    @Test
    void whatIsNotSurelyDueToAFactorIsNotSaidToBeChance() {
        assertThat(moved(Kind.FULL, 0.15, 0.01)).isEqualTo("Moved most by agents: on average over the others 50.0 % ± 1.0 at 8, 70.0 % ± 1.0 at 12.");
        assertThat(moved(Kind.FULL, 0.01, 0.15)).isEqualTo("No factor by itself moves it by more than chance might.");
        assertThat(moved(Kind.LATIN_HYPERCUBE, 0.01, 0.15)).startsWith("Moved most by agents: ");
        assertThat(moved(Kind.LATIN_HYPERCUBE, 0.15, 0.01)).isEqualTo("What each factor does by itself is not more than what may be due to which points there are: more points would tell.");
    }

    /** What the findings say of a study whose means have these half-widths. */
    private static String moved(Kind kind, double spread, double noise) {
        SweepStudy study = SweepFixture.of(kind);
        SweepStudy.Response of = study.responses().get(0);
        List<List<SweepStudy.Mean>> means = of.effects().byFactor().stream().map(levels -> levels.stream().map(mean -> new SweepStudy.Mean(mean.value(), noise, spread, mean.points())).toList()).toList();
        SweepStudy.Effects effects = new SweepStudy.Effects(means, List.of(), Optional.empty(), of.effects().counted(), of.effects().leftOut());
        SweepStudy.Response response = new SweepStudy.Response(of.column(), of.measure(), of.place(), of.estimates(), of.valued(), of.lowest(), of.highest(), effects, of.elementary(), of.indices());
        List<String> said = new SweepFindings(study).of(response);
        return said.get(said.size() - 1).replace('\u00a0', ' ');
    }

    /** Means by agents say what the rate does, and the other way round. */
    @Test
    void factorsThatATableMovesTogetherAreTold() {
        SweepStudy crossed = SweepFixture.of(Kind.TABLE, List.of());
        assertThat(text(page(crossed).getElementById("result"))).doesNotContain("together (correlation").contains("Moved most by agents");
        SweepStudy study = new SweepStudy(
                crossed.title(), "", crossed.ran(), crossed.factors(), crossed.points(), crossed.responses(), List.of(), List.of(new SweepStudy.Together(0, 1, -0.866)), List.of());
        String found = text(page(study).selectFirst("section[aria-labelledby=found]"));
        assertThat(found).contains("The table moves agents and rate together (correlation −0.87): what is shown of the one by itself is partly due to the other.").doesNotContain("Moved most by");
    }

    @Test
    void replicationsThatDifferAreARange() {
        SweepStudy study = SweepFixture.of(Kind.FULL);
        SweepStudy.Ran ran = study.ran();
        SweepStudy.Ran more = new SweepStudy.Ran(ran.file(), ran.version(), ran.kind(), ran.points(), ran.reached(), ran.done(), ran.failed(), ran.asked(), 6, 24, ran.seed(), ran.sameCallers(), ran.complete());
        SweepStudy other = new SweepStudy(study.title(), "", more, study.factors(), study.points(), study.responses(), List.of(), List.of(), List.of());
        assertThat(new SweepFindings(other).ran().get(0)).contains(", each run from 6 to 24 times: 55 runs");
    }

    @Test
    void scenarioFilesAreCalledWithoutTheWayToThem() {
        List<String> files = List.of("../rooms/in/nine.yaml", "../rooms/two.yaml");
        SweepStudy.Factor rooms = new SweepStudy.Factor("rooms", "", false, "scenarios", files.stream().map(file -> new SweepStudy.Level(file, Double.NaN, Double.NaN)).toList());
        assertThat(files.stream().map(file -> SweepFindings.brief(rooms, file))).containsExactly("in/nine", "two");
        assertThat(SweepFindings.brief(SweepFixture.of(Kind.FULL).factors().get(2), SweepFixture.HOSTILE)).isEqualTo(SweepFixture.HOSTILE);
    }

    @Test
    void levelsAreDrawnAndMappedWithTheirNumbers() {
        Document page = page(SweepFixture.of(Kind.FULL));
        assertThat(page.select("figure h3").eachText()).containsExactlyInAnyOrder("Effect of agents", "Effect of rate", "Effect of rule", "agents together with rate", "All points at once");
        Element agents = page.select("figure:has(h3:containsOwn(Effect of agents))").first();
        assertThat(agents.select("tbody tr").eachText().stream().map(row -> row.replace('\u00a0', ' '))).containsExactly("8 50.0 % ± 1.0 4", "10 60.0 % ± 1.0 4", "12 70.0 % ± 1.0 4");
        Element heat = page.selectFirst("table.shades");
        assertThat(heat.select("tbody tr").eachText().stream().map(row -> row.replace('\u00a0', ' '))).containsExactly("8 60.0 % 40.0 %", "10 70.0 % 50.0 %", "12 80.0 % 60.0 %");
        assertThat(heat.select("tbody tr").get(2).child(1).className()).isEqualTo("shade8");
        assertThat(heat.select("tbody tr").get(0).child(2).className()).isEqualTo("shade0");
        assertThat(heat.select(".legend .shade")).hasSize(9);
    }

    @Test
    void screeningIndicesAndAliasesAreShownWhereThereAreAny() {
        Document morris = page(SweepFixture.of(Kind.MORRIS));
        assertThat(text(morris.getElementById("m1-elementary").closest("table").selectFirst("tbody tr"))).isEqualTo("rate 30.0 points ± 2.0 −30.0 points 10.0 points");
        assertThat(morris.getElementById("m1-elementary").text()).contains("over 10 trajectories; 1 lack a value");
        assertThat(morris.select("svg:has(title:containsOwn(Which factors matter)) text").eachText()).contains("rate", "agents");
        Document saltelli = page(SweepFixture.of(Kind.SALTELLI));
        assertThat(text(saltelli.getElementById("m1-indices").closest("table").selectFirst("tbody tr"))).isEqualTo("rate 70 % (60 to 80) 75 % (65 to 85)");
        assertThat(text(saltelli.getElementById("m1-second").closest("table").selectFirst("tbody tr"))).isEqualTo("rate × rule 70 % (60 to 80)");
        assertThat(text(saltelli.body())).contains("About 4 % of the variance is due to random numbers");
        assertThat(text(page(SweepFixture.of(Kind.FRACTION)).getElementById("aliases").closest("table"))).contains("agents × rate rule");
        assertThat(page(SweepFixture.of(Kind.FULL)).select("#aliases, #m1-elementary, #m1-indices")).isEmpty();
    }

    @Test
    void pointsSpreadOverRangesAreDrawnOneByOne() {
        Document page = page(SweepFixture.of(Kind.LATIN_HYPERCUBE));
        assertThat(page.select("figure h3").eachText()).containsExactly("Against agents", "Against rate", "Against rule", "All points at once");
        assertThat(page.select("table.shades")).isEmpty();
    }

    @Test
    void whatWasStoppedSaysHowMuchThereIs() {
        Document page = page(SweepFixture.begun());
        assertThat(text(page.body())).contains("Stopped early: 0 of 60 runs are done, and 0 of 12 points have any.");
        assertThat(page.select("figure, table.shades")).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(Kind.class)
    void textOfOthersIsText(Kind kind) {
        SweepStudy study = SweepFixture.of(kind);
        Document page = page(study);
        assertThat(page.select("h1").text()).isEqualTo("Agents & <rates>");
        assertThat(page.select("b")).isEmpty();
        assertThat(SweepReport.render(study, new Parts())).isEqualTo(SweepReport.render(study, new Parts()));
    }

    @Test
    void tablesHaveTheNumbersOfTheCharts() {
        SweepStudy study = SweepFixture.of(Kind.SALTELLI);
        String points = new String(SweepCsv.files(study).get(SweepCsv.POINTS).get(), StandardCharsets.UTF_8);
        assertThat(points.lines().toList().subList(0, 5)).containsExactly(
                "point,agents,rate,rule,sl_answered_of_offered,sl_answered_of_offered_half_width,sl_answered_of_offered_n,wait_p95,wait_p95_half_width,wait_p95_n",
                "0,8,0.5,home,0.6,0.01,5,,,0",
                "1,8,0.5,\"<b>near & \"\"far\"\"\",0.6,0.01,5,,,0",
                "2,8,1.5,home,0.4,0.01,5,,,0",
                "3,8,1.5,\"<b>near & \"\"far\"\"\",,,0,,,0");
        assertThat(new String(SweepCsv.files(study).get(SweepCsv.EFFECTS).get(), StandardCharsets.UTF_8)).startsWith("measure,factor,level,value,noise_half_width,spread_half_width,points\nsl_answered_of_offered,agents,8,0.5,0.01,0.1,4\n");
        assertThat(new String(SweepCsv.files(study).get(SweepCsv.INDICES).get(), StandardCharsets.UTF_8)).contains("\nsl_answered_of_offered,second,rate,rule,0.7,0.6,0.8,60,4\n");
        assertThat(SweepCsv.files(study).keySet()).isSubsetOf(SweepCsv.names()).doesNotContain(SweepCsv.ALIASES, SweepCsv.ELEMENTARY);
    }
}
