package mergedesk.report.chart;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import mergedesk.results.WorstWeek;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;

/** What the chart of the worst week draws on top: a strip for each outage, in the row of its application. */
class WorstWeekChartTest {
    private static final double HOUR = 3_600;

    private static Element chart(List<WorstWeek.Outage> outages) {
        int steps = 7 * 48;
        WorstWeek week = new WorstWeek("2026-03-16", "2026-03-16", 0, 20, 0.5, 0.8, true, 1_800, new int[steps], new int[steps], new double[steps], outages);
        return Jsoup.parse(WorstWeekChart.of("worst", "Hour by hour", "so", week).svg()).selectFirst("svg");
    }

    /** The week is 412 wide from 30 on; what began before it, or lasts beyond, is cut. Names stand above their row. */
    @Test
    void drawsAStripForEachOutageBesideItsApplication() {
        Element chart = chart(List.of(new WorstWeek.Outage("Records", 42 * HOUR, 84 * HOUR), new WorstWeek.Outage("Maps", 126 * HOUR, 176 * HOUR), new WorstWeek.Outage("Records", -5 * HOUR, 21 * HOUR)));
        assertThat(chart.select("path.s-text[stroke-width=9]").eachAttr("d")).containsExactly("M133 40.9 L236 40.9", "M339 75.4 L442 75.4", "M30 40.9 L81.5 40.9");
        assertThat(names(chart)).containsExactly("Maps at 62.1", "Records at 27.6");
    }

    @Test
    void hasNoRowsWhereNothingWasDown() {
        Element chart = chart(List.of());
        assertThat(chart.select("path.s-text[stroke-width=9]")).isEmpty();
        assertThat(names(chart)).isEmpty();
    }

    private static List<String> names(Element chart) {
        return chart.select("text").stream().filter(text -> text.text().matches("Maps|Records")).map(text -> text.text() + " at " + text.attr("y")).toList();
    }
}
