package mergedesk.report.chart;

import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleFunction;
import mergedesk.report.text.ValueText;
import mergedesk.stats.Estimate;
import org.jfree.chart.annotations.XYTextAnnotation;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.plot.CombinedDomainXYPlot;
import org.jfree.chart.plot.ValueMarker;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.ui.Layer;
import org.jfree.chart.ui.RectangleInsets;
import org.jfree.chart.ui.TextAnchor;
import org.jfree.data.xy.XYSeries;

/** Several things week by week, one above the other over the same weeks, with the steps of a plan through all of them: what comes, who is there, and what becomes of it. */
public final class TimelineChart {
    private static final int WEIGHT_HEIGHT = 9; // pixels
    private static final int PANEL_WEIGHT = 12;
    private static final int LINE_WEIGHT = 2;
    private static final int AXIS_HEIGHT = 48;
    private static final int MOST_TICKS = 6;
    private static final int MOST_STEPS = 2;
    private static final double ROOM = 1.03; // for half of the last tick
    private static final double HEAD = 1.45; // of the highest tick: room for the name of the panel
    private static final double NAME = 1.3;

    private TimelineChart() {}

    /** A week, as an axis and as a table call it. */
    public record Week(String tick, String name) {}

    /**
     * One of the drawings.
     *
     * @param name what the values are, with their unit
     * @param isShare whether they are shares, 0 .. 1
     * @param values by week
     */
    public record Panel(String name, boolean isShare, List<Estimate> values) {
        private double most() {
            return values.stream().filter(value -> !value.isEmpty()).mapToDouble(Estimate::value).max().orElse(0);
        }

        private String text(Estimate value) {
            return (isShare ? ValueText.SHARE : ValueText.of("backlog_mean")).text(value);
        }
    }

    /**
     * The chart.
     *
     * @param id unique in the page
     * @param weeks one after the other, two or more
     * @param marks steps of a plan
     * @param spans from when to when they may happen
     */
    public static Chart of(String id, String title, String finding, List<Week> weeks, List<Panel> panels, List<WeeksChart.Mark> marks, List<WeeksChart.Span> spans) {
        double step = Math.max(1, StrictMath.ceil((weeks.size() - 1.0) / MOST_TICKS));
        CombinedDomainXYPlot all = new CombinedDomainXYPlot(
                Style.axis("Week of", 0, (weeks.size() - 1) * ROOM, step, at -> at < weeks.size() ? weeks.get((int) StrictMath.rint(at)).tick() : ""));
        all.setGap(4);
        all.setInsets(new RectangleInsets(8, 2, 2, 18));
        int head = marks.isEmpty() ? 0 : 1 + spans.size();
        if (head > 0) {
            all.add(steps(marks, spans), head * LINE_WEIGHT);
        }
        for (Panel panel : panels) {
            XYPlot plot = plot(panel);
            marks.forEach(mark -> plot.addDomainMarker(line(mark), Layer.FOREGROUND));
            all.add(plot, PANEL_WEIGHT);
        }
        List<Chart.Key> key = new ArrayList<>(List.of(new Chart.Key("main", "mean of the simulated years"), new Chart.Key("main-area", "95 % interval of each week")));
        if (!marks.isEmpty()) {
            key.add(new Chart.Key("muted dotted", "steps of the plan, by number"));
        }
        if (!spans.isEmpty()) {
            key.add(new Chart.Key("muted", "when they happen, nine times in ten"));
        }
        int height = (panels.size() * PANEL_WEIGHT + head * LINE_WEIGHT) * WEIGHT_HEIGHT + AXIS_HEIGHT;
        String svg = new Drawing(all, height).svg(id, title, finding);
        return new Chart(id, title, finding, svg, key, columns(panels), rows(weeks, panels));
    }

    /** Numbers of the steps, on top, and below them from when to when they may happen. */
    private static XYPlot steps(List<WeeksChart.Mark> marks, List<WeeksChart.Span> spans) {
        NumberAxis up = Style.axis(-spans.size(), 1, spans.size() + 2.0, row -> "");
        up.setTickLabelsVisible(false);
        up.setTickMarksVisible(false);
        up.setAxisLineVisible(false);
        XYPlot plot = Style.xyPlot(null, up);
        plot.setRangeGridlinesVisible(false);
        new Lines(plot).line(new XYSeries(""), Ink.MUTED, Style.HAIR); // marks are drawn with a line only
        marks.forEach(mark -> plot.addDomainMarker(WeeksChart.marker(mark), Layer.FOREGROUND));
        WeeksChart.addSpans(plot, spans, -0.5, -1, Math.max(1, spans.size()));
        return plot;
    }

    private static XYPlot plot(Panel panel) {
        double most = panel.most();
        double least = panel.isShare ? 1e-3 : 1; // an axis of nothing has a length, too
        double step = Style.niceStep(Math.max(least, most), MOST_STEPS);
        double top = step * StrictMath.ceil(Math.max(least, most) / step);
        DoubleFunction<String> ticks = panel.isShare ? share -> Style.numbers(100 * step).apply(100 * share) + "\u00a0%" : Style.numbers(step);
        NumberAxis up = Style.axis(0, top * HEAD, step, tick -> tick > top * 1.001 ? "" : ticks.apply(tick));
        XYPlot plot = Style.xyPlot(null, up);
        XYSeries line = new XYSeries("");
        for (int week = 0; week < panel.values.size(); week++) {
            line.add(week, panel.values.get(week).isEmpty() ? Double.NaN : panel.values.get(week).value());
        }
        new Lines(plot).line(line, Ink.MAIN, Style.LINE);
        Bands.add(plot, panel.values, Ink.MAIN_AREA, Math.min(panel.isShare ? 1 : Double.POSITIVE_INFINITY, top * HEAD));
        XYTextAnnotation name = new XYTextAnnotation(panel.name, 0, top * NAME);
        name.setFont(Style.LABEL);
        name.setPaint(Ink.TEXT.colour());
        name.setTextAnchor(TextAnchor.CENTER_LEFT);
        plot.addAnnotation(name);
        return plot;
    }

    private static ValueMarker line(WeeksChart.Mark mark) {
        return new ValueMarker(mark.at(), Ink.MUTED.colour(), Style.DOTTED);
    }

    private static List<String> columns(List<Panel> panels) {
        List<String> columns = new ArrayList<>(List.of("Week of"));
        panels.forEach(panel -> columns.add(panel.name));
        return columns;
    }

    private static List<List<String>> rows(List<Week> weeks, List<Panel> panels) {
        List<List<String>> rows = new ArrayList<>();
        for (int week = 0; week < weeks.size(); week++) {
            List<String> row = new ArrayList<>(List.of(weeks.get(week).name()));
            for (Panel panel : panels) {
                row.add(panel.text(panel.values.get(week)));
            }
            rows.add(row);
        }
        return rows;
    }
}
