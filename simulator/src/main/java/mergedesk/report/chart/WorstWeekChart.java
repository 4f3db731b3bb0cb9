package mergedesk.report.chart;

import java.awt.BasicStroke;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import mergedesk.report.text.NumberText;
import mergedesk.results.WorstWeek;
import org.jfree.chart.annotations.XYTextAnnotation;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.plot.CombinedDomainXYPlot;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.ui.RectangleInsets;
import org.jfree.chart.ui.TextAnchor;
import org.jfree.data.xy.XYSeries;

/** A week of one run, hour by hour: what was down, how many waited, who came and was answered in time. */
public final class WorstWeekChart {
    private static final double DAY_SECONDS = 86_400;
    private static final int HEIGHT = 420;
    private static final int MOST_STEPS = 4;
    private static final BasicStroke BAR = new BasicStroke(9, BasicStroke.CAP_BUTT, BasicStroke.JOIN_MITER);

    private WorstWeekChart() {}

    /**
     * The chart.
     *
     * @param id unique in the page
     */
    public static Chart of(String id, String title, String finding, WorstWeek week) {
        double days = week.offered().length * week.stepSeconds() / DAY_SECONDS;
        LocalDate first = LocalDate.parse(week.first());
        CombinedDomainXYPlot all = new CombinedDomainXYPlot(Style.axis(0, days, 1, day -> first.plusDays((long) day).getDayOfWeek().getDisplayName(TextStyle.SHORT, Locale.UK)));
        all.setGap(14);
        all.setInsets(new RectangleInsets(8, 2, 2, 18));
        List<String> down = week.outages().stream().map(WorstWeek.Outage::what).distinct().toList();
        if (!down.isEmpty()) {
            all.add(outages(week, down, days), 1 + Math.min(3, down.size()));
        }
        all.add(waiting(week), 5);
        all.add(contacts(week), 5);
        List<Chart.Key> key = new ArrayList<>(List.of(
                new Chart.Key("load", "people waiting (upper curve)"),
                new Chart.Key("main-area", "contacts that came, by half hour"),
                new Chart.Key("main", "of these answered in time")));
        if (!down.isEmpty()) {
            key.add(0, new Chart.Key("text", "an application is down (on top)"));
        }
        return new Chart(id, title, finding, new Drawing(all, HEIGHT).svg(id, title, finding), key, List.of("From", "Waiting, mean", "Came", "Answered in time"), rows(week, first));
    }

    private static XYPlot outages(WorstWeek week, List<String> down, double days) {
        NumberAxis up = Style.axis(-0.7, down.size() - 0.3, down.size(), row -> "");
        up.setTickLabelsVisible(false);
        XYPlot plot = Style.xyPlot(null, up);
        plot.setRangeGridlinesVisible(false);
        Lines lines = new Lines(plot);
        for (int row = 0; row < down.size(); row++) {
            plot.addAnnotation(name(down.get(down.size() - 1 - row), row));
        }
        for (WorstWeek.Outage outage : week.outages()) {
            XYSeries bar = new XYSeries("");
            double row = down.size() - 1.25 - down.indexOf(outage.what());
            bar.add(Math.max(0, outage.fromSeconds() / DAY_SECONDS), row);
            bar.add(Math.min(days, outage.toSeconds() / DAY_SECONDS), row);
            lines.line(bar, Ink.TEXT, BAR);
        }
        return plot;
    }

    private static XYTextAnnotation name(String text, int row) {
        XYTextAnnotation name = new XYTextAnnotation(text, 0.04, row + 0.28);
        name.setFont(Style.LABEL);
        name.setPaint(Ink.MUTED.colour());
        name.setTextAnchor(TextAnchor.CENTER_LEFT);
        return name;
    }

    private static XYPlot waiting(WorstWeek week) {
        double most = IntStream.range(0, week.waiting().length).mapToDouble(i -> week.waiting()[i]).max().orElse(0);
        XYPlot plot = Style.xyPlot(null, up(most));
        new Lines(plot).line(steps(week, i -> week.waiting()[i]), Ink.LOAD, Style.HAIR);
        return plot;
    }

    private static XYPlot contacts(WorstWeek week) {
        double most = IntStream.of(week.offered()).max().orElse(0);
        XYPlot plot = Style.xyPlot(null, up(most));
        Lines lines = new Lines(plot);
        lines.area(steps(week, i -> week.offered()[i]), Ink.MAIN_AREA);
        lines.line(steps(week, i -> week.within()[i]), Ink.MAIN, Style.HAIR);
        return plot;
    }

    private static NumberAxis up(double most) {
        double step = Style.niceStep(Math.max(1, most), MOST_STEPS);
        return Style.axis(0, step * StrictMath.ceil(Math.max(1, most) / step), step, Style.numbers(step));
    }

    /** A value for the whole of each step. */
    private static XYSeries steps(WorstWeek week, IntToDoubleFunction value) {
        XYSeries series = new XYSeries("", false, true);
        for (int i = 0; i < week.offered().length; i++) {
            series.add(i * week.stepSeconds() / DAY_SECONDS, value.applyAsDouble(i));
            series.add((i + 1) * week.stepSeconds() / DAY_SECONDS, value.applyAsDouble(i));
        }
        return series;
    }

    private static List<List<String>> rows(WorstWeek week, LocalDate first) {
        List<List<String>> rows = new ArrayList<>();
        for (int i = 0; i < week.offered().length; i++) {
            if (week.offered()[i] > 0 || week.waiting()[i] > 0) {
                rows.add(List.of(
                        time(first, i * (long) week.stepSeconds()), NumberText.fixed(week.waiting()[i], 1), NumberText.whole(week.offered()[i]), NumberText.whole(week.within()[i])));
            }
        }
        return rows;
    }

    /** Mon 09:30. */
    static String time(LocalDate first, long seconds) {
        LocalDateTime at = first.atStartOfDay().plusSeconds(seconds);
        return at.getDayOfWeek().getDisplayName(TextStyle.SHORT, Locale.UK) + "\u00a0" + at.toLocalTime();
    }
}
