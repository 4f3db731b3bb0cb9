package mergedesk.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import mergedesk.report.text.VerdictText;
import mergedesk.results.Kpi;
import mergedesk.results.Kpis;
import mergedesk.results.Parts;
import mergedesk.results.Scope;
import mergedesk.results.Study;
import mergedesk.stats.Estimate;
import org.junit.jupiter.api.Test;

/** The service level of the week in one table. */
class HeatMapsTest {
    private static void slot(List<Kpi> kpis, String name, double offered, double level) {
        kpis.add(new Kpi("offered", Scope.interval(name), new Estimate(offered, 1, 20, Estimate.Method.MEAN)));
        kpis.add(new Kpi("sl_answered_of_offered", Scope.interval(name), offered == 0 ? Estimate.EMPTY : new Estimate(level, 0.021, 20, Estimate.Method.RATIO)));
    }

    private static Study study() {
        List<Kpi> kpis = new ArrayList<>(StudyFixture.merged().kpis());
        slot(kpis, "Mon 09:00", 1_000, 0.912);
        slot(kpis, "Mon 09:30", 800, 0.746);
        slot(kpis, "Mon 17:00", 0, 0);
        slot(kpis, "Sat 09:00", 300, 0.123);
        slot(kpis, "Sat 12:00", 2, 0);
        return StudyFixture.merged().with(Study::kpis, Kpis.of(kpis));
    }

    @Test
    void namesTheLowestSlotThatHasCalls() {
        HeatMap week = new HeatMaps(study()).week(Scope.OVERALL, "week-map").orElseThrow();
        assertThat(week.columns()).containsExactly("Mon", "Sat");
        assertThat(week.lines()).extracting(HeatMap.Line::name).containsExactly("09:00", "09:30", "12:00");
        assertThat(week.lines().get(0).cells()).containsExactly(new HeatMap.Cell("91", "heat0"), new HeatMap.Cell("12", "heat4"));
        assertThat(week.lines().get(1).cells()).containsExactly(new HeatMap.Cell("75", "heat2"), new HeatMap.Cell("", ""));
        assertThat(week.finding()).isEqualTo("Lowest on Sat\u00a009:00: 12.3\u00a0%\u00a0±\u00a02.6, of 3 times of the week (1 quiet one left out).");
    }

    /** Two replications and four times of the week give an interval of thousands of points. */
    @Test
    void saysWhereSoFewRunsDoNotPinTheLowestDown() {
        List<Kpi> kpis = new ArrayList<>(study().kpis());
        kpis.replaceAll(kpi -> kpi.scope().interval().equals("Sat 09:00") && kpi.measure().equals("sl_answered_of_offered") ? new Kpi(kpi.measure(), kpi.scope(), new Estimate(0.123, 4.5, 2, Estimate.Method.RATIO)) : kpi);
        assertThat(new HeatMaps(StudyFixture.merged().with(Study::kpis, Kpis.of(kpis))).week(Scope.OVERALL, "week-map").orElseThrow().finding())
                .isEqualTo("Lowest on Sat\u00a009:00: 12.3\u00a0% (so few runs do not pin it down), of 3 times of the week (1 quiet one left out).");
    }

    /** Beside a verdict on everything together, and on nothing else, which intervals do not speak of. */
    @Test
    void theWorstTimeStandsBesideTheVerdict() {
        Study study = study();
        VerdictText text = new VerdictText(study);
        assertThat(text.worst(study.verdicts().get(0))).first().asString().startsWith("The worst of 3 times of the week (1 quiet one left out) was Sat\u00a009:00: 12.3\u00a0%\u00a0±\u00a0");
        assertThat(text.worst(study.verdicts().get(1))).isEmpty();
    }

    /** A desk's own times, and nothing of the others. */
    @Test
    void aDeskHasItsOwnWeek() {
        List<Kpi> kpis = new ArrayList<>(study().kpis());
        for (String slot : List.of("Tue 08:00", "Wed 08:00")) {
            kpis.add(new Kpi("sl_answered_of_offered", Scope.desk("merged").in(Scope.Kind.INTERVAL, slot), new Estimate(0.64, 0.02, 20, Estimate.Method.RATIO)));
        }
        HeatMap week = new HeatMaps(study().with(Study::kpis, Kpis.of(kpis))).week(Scope.desk("merged"), "one").orElseThrow();
        assertThat(week.columns()).containsExactly("Tue", "Wed");
        assertThat(week.lines()).containsExactly(new HeatMap.Line("08:00", List.of(new HeatMap.Cell("64", "heat3"), new HeatMap.Cell("64", "heat3"))));
        assertThat(week.finding()).isEmpty();
    }

    /** Fourteen councils and three weeks: the twelve with the lowest week in the order of the file, weeks in that of the calendar. */
    @Test
    void weeksOfCouncilsStandSideBySide() {
        List<Kpi> kpis = new ArrayList<>();
        List<KpiIndex.Place> councils = new ArrayList<>();
        for (int i = 0; i < 14; i++) {
            Scope council = Scope.council("c" + i);
            councils.add(new KpiIndex.Place(council, "Council " + i, Map.of()));
            for (String week : List.of("2026-03-02", "2026-03-09", "2026-03-16")) {
                double level = week.endsWith("09") ? 0.5 + (i * 5 % 14) / 100.0 : 0.95;
                kpis.add(new Kpi("sl_answered_of_offered", council.in(Scope.Kind.WEEK, week), new Estimate(level, 0.02, 20, Estimate.Method.RATIO)));
            }
        }
        HeatMap weeks = new HeatMaps(StudyFixture.merged().with(Study::kpis, Kpis.of(kpis))).weeksOfCouncils(councils).orElseThrow();
        assertThat(weeks.columns()).hasSize(12).startsWith("Council 0", "Council 1", "Council 2").doesNotContain("Council 8", "Council 11"); // 40 and 55 are 12 and 13 of 14
        assertThat(weeks.lines()).extracting(HeatMap.Line::name).containsExactly("2\u00a0Mar\u00a02026", "9\u00a0Mar\u00a02026", "16\u00a0Mar\u00a02026");
        assertThat(weeks.lines().get(1).cells()).startsWith(new HeatMap.Cell("50", "heat3"), new HeatMap.Cell("55", "heat3"));
        assertThat(weeks.finding()).isEqualTo("The 12 councils with the lowest week, of 14; all are in kpis.csv.");
        assertThat(new HeatMaps(StudyFixture.merged().with(Study::kpis, Kpis.of(kpis))).weeksOfCouncils(councils.subList(0, 1))).isEmpty();
    }

    @Test
    void standsInTheReportOfAWeekOnly() {
        assertThat(HtmlReport.render(study(), new Parts())).contains("<h2 id=\"week\">The week</h2>").contains("<td class=\"heat4\">12</td>");
        assertThat(new HeatMaps(StudyFixture.merged()).week(Scope.OVERALL, "week-map")).isEmpty();
    }
}
