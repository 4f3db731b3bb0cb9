package mergedesk.report.chart;

import java.util.List;
import mergedesk.report.text.ValueText;
import mergedesk.stats.Estimate;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.plot.XYPlot;
import org.jfree.data.xy.XYSeries;

/** A number of open pieces of work, or their age, at the end of each week. */
public final class BacklogChart {
    private static final int MOST_TICKS = 6;
    private static final int MOST_STEPS = 5;

    private BacklogChart() {}

    /** A week, as an axis and as a table call it, and what there was at its end, in the unit of the chart. */
    public record Week(String tick, String name, Estimate value) {}

    /**
     * The chart.
     *
     * @param id unique in the page
     * @param up what the values are, with their unit
     * @param weeks one after the other, two or more
     */
    public static Chart of(String id, String title, String finding, String up, List<Week> weeks) {
        double step = Math.max(1, StrictMath.ceil((weeks.size() - 1.0) / MOST_TICKS));
        NumberAxis across = Style.axis("Week of", 0, weeks.size() - 1.0, step, at -> weeks.get((int) StrictMath.rint(at)).tick());
        double most = weeks.stream().map(Week::value).filter(value -> !value.isEmpty()).mapToDouble(Estimate::value).max().orElse(0);
        double upStep = Style.niceStep(Math.max(1, most), MOST_STEPS);
        XYPlot plot = Style.xyPlot(across, Style.axis(0, upStep * StrictMath.ceil(Math.max(1, most) / upStep), upStep, Style.numbers(upStep)));
        XYSeries line = new XYSeries("");
        for (int i = 0; i < weeks.size(); i++) {
            line.add(i, weeks.get(i).value().isEmpty() ? Double.NaN : weeks.get(i).value().value());
        }
        new Lines(plot).line(line, Ink.MAIN, Style.LINE);
        String svg = new Drawing(plot, up).svg(id, title, finding);
        return new Chart(id, title, finding, svg, List.of(new Chart.Key("main", "mean of the simulated years")), List.of("Week of", up), weeks.stream()
                .map(week -> List.of(week.name(), ValueText.of("backlog_mean").text(week.value())))
                .toList());
    }
}
