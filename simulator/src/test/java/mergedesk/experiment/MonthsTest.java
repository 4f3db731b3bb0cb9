package mergedesk.experiment;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import mergedesk.api.Mergedesk;
import mergedesk.api.RunOptions;
import mergedesk.api.ScenarioFile;
import mergedesk.api.Watcher;
import mergedesk.report.ConsoleSummary;
import mergedesk.report.HtmlReport;
import mergedesk.results.Kpi;
import mergedesk.results.Parts;
import mergedesk.results.ResultCsv;
import mergedesk.results.Scope;
import mergedesk.results.Study;
import mergedesk.stats.Chance;
import mergedesk.stats.Estimate;
import mergedesk.stats.Measure;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A billing run in March: the year meets its target, and March does not. */
class MonthsTest {
    private static final String YAML = """
            name: Two desks
            time: {start: 2026-01-01, length: 1 year}
            councils: {north: {}, south: {}}
            services: {tax: {}}
            profiles: {day: {mon-fri: {"09:00": 1, "17:00": 0}}}
            flows:
              f: {council: north, service: tax, desk: east, volume: 40000 / year, profile: day, work: {distribution: exponential, mean: 4 min}, patience: {distribution: exponential, mean: 4 min}}
              g: {council: south, service: tax, desk: west, volume: 40000 / year, profile: day, work: {distribution: exponential, mean: 4 min}, patience: {distribution: exponential, mean: 4 min}}
            desks: {east: {opening: {mon-fri: "09:00-17:00"}}, west: {opening: {mon-fri: "09:00-17:00"}}}
            groups: {e: {desk: east, staffing: 4}, w: {desk: west, staffing: 4}}
            events: {billing: {start: 2026-03-02, shape: [%s], councils: [north]}}
            targets:
              - {measure: sl_answered_of_offered, at_least: 80 %%, desk: east}
              - {measure: sl_answered_of_offered, at_least: 80 %%, desk: east, every: month}
              - {measure: sl_answered_of_offered, at_least: 80 %%, council: south, every: month}
              - {measure: abandonment_rate, at_most: 5 %%, every: month}
            """.formatted("3.1" + ", 3.1".repeat(25));

    private static Study study;

    @BeforeAll
    static void run(@TempDir Path folder) throws IOException {
        ScenarioFile file = ScenarioFile.read(Files.writeString(folder.resolve("desk.yaml"), YAML), List.of());
        assertThat(file.faults()).isEmpty();
        study = Mergedesk.run(file, new RunOptions(8, 1L, 2, ""), Watcher.NONE);
    }

    private static Estimate level(Scope scope) {
        return study.estimate("sl_answered_of_offered", scope);
    }

    @Test
    void theYearIsMetAndMarchIsNot() {
        Estimate year = level(Scope.desk("east"));
        Estimate march = level(Scope.month("2026-03", Scope.desk("east")));
        Study.Verdict verdict = study.verdicts().get(0);
        assertThat(verdict.state()).isEqualTo(Study.Verdict.State.MET);
        assertThat(verdict.estimate()).isEqualTo(year);
        assertThat(march.value() + march.halfWidth()).isLessThan(0.6);
        assertThat(march.halfWidth()).isBetween(0.001, 0.05);
        assertThat(march.n()).isEqualTo(8);
        assertThat(level(Scope.month("2026-03", Scope.desk("west"))).value()).isGreaterThan(0.85);
        assertThat(level(Scope.month("2026-03", Scope.council("north")))).isEqualTo(march);
    }

    /** Judged by intervals that hold for all months together: the worst decides, and it is known how often all of them kept the bound. */
    @Test
    void aTargetForEveryMonthIsMissedByOne() {
        Study.Verdict east = study.verdicts().get(1);
        assertThat(east.state()).isEqualTo(Study.Verdict.State.MISSED);
        assertThat(east.scope()).isEqualTo(Scope.month("2026-03", Scope.desk("east")));
        assertThat(east.estimate()).isEqualTo(level(east.scope()).amongst(12));
        assertThat(east.every()).contains(new Study.Verdict.Every(Scope.Kind.MONTH, 12, 0, 0, 8, true));
        assertThat(east.each()).hasSize(12).containsEntry("2026-03", new Chance(0, 8)).containsEntry("2026-07", new Chance(8, 8));
        Study.Verdict south = study.verdicts().get(2);
        assertThat(south.state()).isEqualTo(Study.Verdict.State.MET);
        assertThat(south.scope().place()).isEqualTo(Scope.council("south"));
        assertThat(south.every()).contains(new Study.Verdict.Every(Scope.Kind.MONTH, 12, 0, 8, 8, true));
        assertThat(south.each().values()).hasSize(12).containsOnly(new Chance(8, 8));
        Study.Verdict all = study.verdicts().get(3);
        assertThat(HtmlReport.render(study, new Parts()).replace('\u00a0', ' ')).contains("Runs that keep Abandoned ≤ 5 %").contains("0 of 8 (0 to 37 %)").contains("8 of 8 (63 to 100 %)");
        assertThat(all.state()).isEqualTo(Study.Verdict.State.MISSED);
        assertThat(all.scope()).isEqualTo(Scope.month("2026-03", Scope.OVERALL));
    }

    /** For a place and a measure the months are rows of their own, in order; contacts of the months add up to those of the year. */
    @Test
    void everyMeasureOfEveryPlaceHasItsMonths() {
        for (Scope place : List.of(Scope.OVERALL, Scope.council("north"), Scope.service("tax"), Scope.desk("west"), Scope.group("", "west", "w"))) {
            for (Measure measure : Measure.all()) {
                List<Kpi> months = study.by(Scope.Kind.MONTH, measure.id(), place);
                boolean exists = study.kpis().stream().anyMatch(kpi -> kpi.measure().equals(measure.id()) && kpi.scope().isSameAs(place));
                assertThat(months).as("%s %s", measure.id(), place).hasSize(exists && measure.isByPeriod() ? 12 : 0);
                if (exists && measure.id().equals("answered")) {
                    assertThat(months).extracting(kpi -> kpi.scope().interval()).startsWith("2026-01", "2026-02").isSorted();
                    double sum = months.stream().mapToDouble(kpi -> kpi.estimate().value()).sum();
                    assertThat(sum).isCloseTo(study.estimate("answered", place).value(), org.assertj.core.data.Offset.offset(1e-6));
                }
            }
        }
        assertThat(study.kpis()).noneMatch(kpi -> kpi.scope().kind() == Scope.Kind.MONTH && !kpi.scope().channel().isEmpty());
        String csv = new String(ResultCsv.kpis(study.kpis()), StandardCharsets.UTF_8);
        assertThat(csv).containsPattern("\noffered,month,,,,,,2026-03,[0-9.]+,[0-9.]+,8,mean\n")
                .containsPattern("\nsl_answered_of_offered,month,,,,east,,2026-03,0\\.[0-9]+,0\\.[0-9]+,8,ratio_of_totals\n");
    }

    @Test
    void theWorstMonthStandsBesideVerdictAndYear() {
        String console = ConsoleSummary.of(study, StandardCharsets.UTF_8);
        assertThat(console.replaceAll("\\s+", " ")).contains("Worst month").containsPattern("Answered within T, of offered [0-9.]+ % [0-9.]+ 8 [0-9.]+ % Mar 2026 ")
                .containsPattern("Met, but not in every month: east: [0-9.]+ % ± [0-9.]+ of calls were answered within 20 s; at least 80 % was asked for. The worst of 12 months was March 2026: [45][0-9.]+ % ± [0-9.]+, which misses it. The worst of 53 weeks was that of [0-9]+ March 2026: [345][0-9.]+ % ± [0-9.]+, which misses it.");
        assertThat(console.replaceAll("\\s+", " "))
                .containsPattern("Missed: east: in March 2026, the worst of 12 months, [45][0-9.]+ % ± [0-9.]+ of calls were answered within 20 s; at least 80 % in every month was asked for. All months kept it in 0 of 8 simulated runs.")
                .contains("Met: south: in ");
        assertThat(console.lines()).allMatch(line -> line.length() <= 80 && line.equals(line.stripTrailing()));
    }

    @Test
    void theReportGoesMonthByMonth() {
        Parts parts = new Parts();
        String html = HtmlReport.render(study, parts);
        assertThat(parts.failures()).isEmpty();
        assertThat(html).contains("<h2 id=\"by-month\">Month by month</h2>").contains("Answered within T, by desk and month").contains("Answered within T, by council and month")
                .containsPattern("verdict unsure\"><span class=\"mark\" aria-hidden=\"true\">!</span>\\s*<div><p><strong>Met, but not in every month:</strong> east")
                .containsPattern("verdict missed\"><span class=\"mark\" aria-hidden=\"true\">✗</span>\\s*<div><p><strong>Missed:</strong> east: in March")
                .contains("id=\"desk-1-months").contains("Service level by week", "id=\"desk-1-weeks", "id=\"desk-1-week\"", "id=\"desk-2-week\"", "Every week of the councils", "id=\"weeks-of-councils\"").contains("March\u00a02026").doesNotContain("(in part)");
    }
}
