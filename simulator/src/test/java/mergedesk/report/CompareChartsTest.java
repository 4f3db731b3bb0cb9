package mergedesk.report;

import static mergedesk.report.ComparisonFixture.LEVEL;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import mergedesk.report.chart.Chart;
import mergedesk.results.Comparison;
import mergedesk.results.Comparison.Side;
import mergedesk.results.Kpi;
import mergedesk.results.Kpis;
import mergedesk.results.Parts;
import mergedesk.results.PlaceNames;
import mergedesk.results.Scope;
import mergedesk.results.Study;
import mergedesk.results.Study.Verdict;
import mergedesk.stats.Estimate;
import mergedesk.stats.Measure;
import org.junit.jupiter.api.Test;

class CompareChartsTest {
    private static final List<String> MONTHS = IntStream.range(0, 12).mapToObj(month -> String.format("2026-%02d", 1 + month)).toList();

    /** Levels rise from January to December, but for the third side, which is lowest of all in December. */
    @Test
    void whereNotAllMonthsHaveRoomTheWorstAreShown() {
        Chart months = months(comparison(4));
        assertThat(months.finding()).endsWith(" The 10 months of 12 in which a side’s service level is lowest.");
        assertThat(months.rows()).hasSize(40).extracting(row -> row.get(0).replace('\u00a0', ' ')).startsWith("January 2026, A", "January 2026, B", "January 2026, C", "January 2026, D").endsWith("December 2026, D")
                .doesNotContain("October 2026, A", "November 2026, A");
        assertThat(months(comparison(3)).rows()).hasSize(36);
        assertThat(months(comparison(3)).finding()).doesNotContain("lowest");
    }

    @Test
    void everyChartShowsWhatIsAskedForAndWhoIsWho() {
        assertThat(charts(comparison(4))).hasSize(2).allSatisfy(chart -> {
            assertThat(chart.key()).extracting(Chart.Key::name).containsExactly("A", "B", "C", "D", "80\u00a0% asked for");
            assertThat(chart.key()).extracting(Chart.Key::ink).doesNotHaveDuplicates();
            assertThat(chart.svg()).contains("s-target", "f-grid", "f-main-area", "f-load", "f-main\"");
        });
    }

    /** Long titles that begin alike would fill a phone. */
    @Test
    void whatAllNamesBeginWithIsSaidOnce() {
        assertThat(months(comparison(2)).finding()).startsWith("A: side 0, B: side 1. ");
        assertThat(months(named("The year: in steps", "The year: at once")).finding()).startsWith("The year. A: in steps, B: at once. ");
        assertThat(months(named("The year: in steps", "The town: at once")).finding()).startsWith("A: The year: in steps, B: The town: at once. ");
    }

    private static Comparison named(String... names) {
        Comparison comparison = comparison(names.length);
        List<Side> sides = IntStream.range(0, names.length).mapToObj(i -> {
            Side side = comparison.sides().get(i);
            return new Side(side.letter(), side.study().with(Study::name, names[i]), Map.of());
        }).toList();
        return new Comparison("", sides, Measure.all(), List.of(), PlaceNames.NONE);
    }

    private static Chart months(Comparison comparison) {
        return charts(comparison).stream().filter(chart -> chart.id().equals("sides-months")).findFirst().orElseThrow();
    }

    private static List<Chart> charts(Comparison comparison) {
        Parts parts = new Parts();
        List<Chart> charts = new CompareCharts(comparison, parts).all();
        assertThat(parts.failures()).isEmpty();
        return charts;
    }

    private static Comparison comparison(int number) {
        Study small = StudyFixture.small();
        Study base = small.with(Study::manifest, small.manifest().with(Study.Manifest::start, "2026-01-01T00:00").with(Study.Manifest::horizonSeconds, 365 * 86_400.0));
        List<Side> sides = new ArrayList<>();
        for (int i = 0; i < number; i++) {
            int side = i;
            Stream<Kpi> months = IntStream.range(0, 12).mapToObj(month -> kpi(Scope.OVERALL.in(Scope.Kind.MONTH, MONTHS.get(month)), side == 2 && month == 11 ? 0.1 : 0.5 + month / 100.0));
            Study study = base.with(Study::name, "side " + i).with(Study::kpis, Kpis.of(Stream.concat(Stream.of(kpi(Scope.OVERALL, 0.55)), months).toList()));
            Verdict asked = new Verdict(LEVEL, Scope.OVERALL, "80 %", 0.8, true, new Estimate(0.55, 0.01, 60, Estimate.Method.RATIO), Verdict.State.MISSED);
            sides.add(new Side(Comparison.letter(i), study.with(Study::verdicts, i == 1 ? List.of(asked) : List.of()), Map.of()));
        }
        return new Comparison("", sides, Measure.all(), List.of(), PlaceNames.NONE);
    }

    private static Kpi kpi(Scope scope, double level) {
        return new Kpi(LEVEL, scope, new Estimate(level, 0.01, 60, Estimate.Method.RATIO));
    }
}
