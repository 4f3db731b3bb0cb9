package mergedesk.report.chart;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.OptionalDouble;
import mergedesk.stats.Estimate;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;

class RowsChartTest {
    private static Element drawn(double share, double half) {
        RowsChart.Row row = new RowsChart.Row("Halton", new Estimate(share, half, 30, Estimate.Method.RATIO));
        return Jsoup.parse(RowsChart.of("c", "Levels", "All alike.", "Council", "Answered", List.of(row), OptionalDouble.empty()).svg()).selectFirst("svg");
    }

    /** More than all cannot be answered, nor less than none: an interval ends there, and does not cross the value beside it. */
    @Test
    void intervalsEndAtNothingAndAtAll() {
        assertThat(drawn(0.5, 0.9).html()).isEqualTo(drawn(0.5, 0.5).html()).isNotEqualTo(drawn(0.5, 0.4).html());
        Element line = drawn(0.95, 0.3).select("line[stroke-width=1.8]").first();
        double value = Double.parseDouble(drawn(0.95, 0.3).select("text:containsOwn(95.0)").first().attr("x"));
        assertThat(Math.max(Double.parseDouble(line.attr("x1")), Double.parseDouble(line.attr("x2")))).isLessThan(value - 5);
    }

    /** Agents may finish calls after their shift: then the axis is as long as the interval. */
    @Test
    void whatPassesAllHasItsWholeInterval() {
        assertThat(drawn(1.1, 0.2).html()).isNotEqualTo(drawn(1.1, 0.1).html());
    }

    @Test
    void whatIsKnownExactlyHasNoInterval() {
        assertThat(drawn(0.5, 0).select("[stroke-width=1.8]")).isEmpty();
        assertThat(drawn(0.5, Double.NaN).select("[stroke-width=1.8]")).isEmpty();
        assertThat(drawn(0.5, 0.1).select("[stroke-width=1.8]")).hasSize(1);
    }
}
