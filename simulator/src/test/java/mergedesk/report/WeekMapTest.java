package mergedesk.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import mergedesk.report.text.VerdictText;
import mergedesk.results.Kpi;
import mergedesk.results.Kpis;
import mergedesk.results.Parts;
import mergedesk.results.Scope;
import mergedesk.results.Study;
import mergedesk.stats.Estimate;
import org.junit.jupiter.api.Test;

/** The service level of the week in one table. */
class WeekMapTest {
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
        WeekMap week = WeekMap.of(study()).orElseThrow();
        assertThat(week.days()).containsExactly("Mon", "Sat");
        assertThat(week.lines()).extracting(WeekMap.Line::time).containsExactly("09:00", "09:30", "12:00");
        assertThat(week.lines().get(0).cells()).containsExactly(new WeekMap.Cell("91", "heat0"), new WeekMap.Cell("12", "heat4"));
        assertThat(week.lines().get(1).cells()).containsExactly(new WeekMap.Cell("75", "heat2"), new WeekMap.Cell("", ""));
        assertThat(week.finding()).isEqualTo("Lowest on Sat\u00a009:00: 12.3\u00a0%\u00a0±\u00a02.1.");
    }

    /** Beside a verdict on everything together, and on nothing else, which intervals do not speak of. */
    @Test
    void theWorstTimeStandsBesideTheVerdict() {
        Study study = study();
        VerdictText text = new VerdictText(study);
        assertThat(text.worst(study.verdicts().get(0))).singleElement().asString().startsWith("The worst of 3 times of the week was Sat\u00a009:00: 12.3\u00a0%\u00a0±\u00a0");
        assertThat(text.worst(study.verdicts().get(1))).isEmpty();
    }

    @Test
    void standsInTheReportOfAWeekOnly() {
        assertThat(HtmlReport.render(study(), new Parts())).contains("<h2 id=\"week\">The week</h2>").contains("<td class=\"heat4\">12</td>");
        assertThat(WeekMap.of(StudyFixture.merged())).isEmpty();
    }
}
