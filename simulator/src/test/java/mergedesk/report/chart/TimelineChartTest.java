package mergedesk.report.chart;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import mergedesk.stats.Estimate;
import org.junit.jupiter.api.Test;

class TimelineChartTest {
    private static final List<TimelineChart.Week> WEEKS = Stream.of("a", "b", "c", "d").map(name -> new TimelineChart.Week(name, "week " + name)).toList();

    private static List<Estimate> values(double... values) {
        return Arrays.stream(values).mapToObj(value -> Double.isNaN(value) ? Estimate.EMPTY : new Estimate(value, value / 10, 20, Estimate.Method.RATIO)).toList();
    }

    private static long count(String pattern, String svg) {
        return Pattern.compile(pattern).matcher(svg).results().count();
    }

    /** Each thing has its panel, its column and its unit; a week without a value divides line and band. */
    @Test
    void everyThingHasItsPanel() {
        Chart chart = TimelineChart.of("id", "Title", "Finding.", WEEKS, List.of(
                new TimelineChart.Panel("Contacts", false, values(100, 200, 300, 400)), new TimelineChart.Panel("In time", true, values(0.9, Double.NaN, 0.5, 0.6))), List.of(), List.of());
        assertThat(chart.svg()).contains(">Contacts<", ">In time<", ">400<", ">100\u00a0%<").doesNotContain("NaN");
        assertThat(count("class=\"f-main-area\"", chart.svg())).isEqualTo(3); // one, and one on each side of the gap
        assertThat(chart.columns()).containsExactly("Week of", "Contacts", "In time");
        assertThat(chart.rows()).hasSize(4).contains(List.of("week a", "100\u00a0±\u00a010", "90.0\u00a0%\u00a0±\u00a09.0"), List.of("week b", "200\u00a0±\u00a020", "–"));
    }

    /** Steps stand on top, once, and their lines go through every panel; dates that are drawn have bars. */
    @Test
    void stepsGoThroughAll() {
        List<TimelineChart.Panel> panels = List.of(new TimelineChart.Panel("Contacts", false, values(1, 2, 3, 4)), new TimelineChart.Panel("In time", true, values(0.9, 0.8, 0.5, 0.6)));
        List<WeeksChart.Mark> marks = List.of(new WeeksChart.Mark(1.5, "7"));
        Chart planned = TimelineChart.of("id", "Title", "Finding.", WEEKS, panels, marks, List.of());
        assertThat(count(">7<", planned.svg())).isOne();
        assertThat(count("stroke-dasharray", planned.svg())).isGreaterThanOrEqualTo(3);
        assertThat(planned.key()).extracting(Chart.Key::name).containsExactly("mean of the simulated years", "95 % interval of each week", "steps of the plan, by number");
        Chart drawn = TimelineChart.of("id", "Title", "Finding.", WEEKS, panels, marks, List.of(new WeeksChart.Span(1, 2, "8"), new WeeksChart.Span(1.5, 2, "9")));
        assertThat(drawn.svg()).contains(">8 <", ">9 <");
        assertThat(drawn.key()).extracting(Chart.Key::name).contains("when they happen, nine times in ten");
        int height = height(planned.svg());
        assertThat(height(drawn.svg())).isGreaterThan(height);
    }

    private static int height(String svg) {
        return Integer.parseInt(Pattern.compile("viewBox=\"0 0 \\d+ (\\d+)\"").matcher(svg).results().findFirst().orElseThrow().group(1));
    }
}
