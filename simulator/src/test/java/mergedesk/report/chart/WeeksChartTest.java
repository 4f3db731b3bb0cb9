package mergedesk.report.chart;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.regex.Pattern;
import mergedesk.stats.Estimate;
import org.junit.jupiter.api.Test;

class WeeksChartTest {
    private static WeeksChart.Week week(int i, Estimate share) {
        return new WeeksChart.Week("w" + i, "week " + i, share);
    }

    private static Estimate share(double value, double halfWidth) {
        return new Estimate(value, halfWidth, 20, Estimate.Method.RATIO);
    }

    private static long bands(String svg) {
        return Pattern.compile("class=\"f-main-area\"").matcher(svg).results().count();
    }

    /** A week in which nobody called divides line and band. */
    @Test
    void aWeekWithoutAValueIsAGap() {
        List<WeeksChart.Week> weeks = new ArrayList<>();
        for (int i = 0; i < 10; i++) {
            weeks.add(week(i, i == 4 ? Estimate.EMPTY : share(0.8 + i / 100.0, 0.02)));
        }
        Chart chart = WeeksChart.of("id", "Title", "Finding.", weeks, List.of(), List.of(), OptionalDouble.of(0.8));
        assertThat(bands(chart.svg())).isEqualTo(2);
        assertThat(chart.rows()).hasSize(10).contains(List.of("week 4", "–"), List.of("week 0", "80.0\u00a0%\u00a0±\u00a02.0"));
        assertThat(chart.key()).contains(new Chart.Key("target dotted", "80\u00a0% asked for"));
        assertThat(chart.svg()).contains(">w0<", ">w2<", ">w8<").doesNotContain("NaN");
    }

    /** One replication has no intervals; and none reaches beyond 0 and 100 %. */
    @Test
    void bandsStayBetweenNothingAndAll() {
        List<WeeksChart.Week> alone = List.of(week(0, share(0.5, Double.NaN)), week(1, share(0.6, Double.NaN)), week(2, share(0.7, Double.NaN)));
        assertThat(bands(WeeksChart.of("id", "Title", "Finding.", alone, List.of(), List.of(), OptionalDouble.empty()).svg())).isZero();
        List<WeeksChart.Week> wide = List.of(week(0, share(0.5, 0.7)), week(1, share(0.5, 0.7)));
        List<WeeksChart.Week> all = List.of(week(0, share(0.5, 0.5)), week(1, share(0.5, 0.5)));
        assertThat(WeeksChart.of("id", "Title", "Finding.", wide, List.of(), List.of(), OptionalDouble.empty()).svg()).isEqualTo(WeeksChart.of("id", "Title", "Finding.", all, List.of(), List.of(), OptionalDouble.empty()).svg());
    }
}
