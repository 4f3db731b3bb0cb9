package mergedesk.report.chart;

import java.awt.Color;
import java.awt.Stroke;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import mergedesk.report.text.ValueText;
import mergedesk.stats.Estimate;
import org.jfree.chart.annotations.XYLineAnnotation;
import org.jfree.chart.annotations.XYTextAnnotation;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.plot.ValueMarker;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.ui.Layer;
import org.jfree.chart.ui.RectangleAnchor;
import org.jfree.chart.ui.TextAnchor;
import org.jfree.data.xy.XYSeries;

/** A share week by week: a line in the band of its intervals. Weeks without a value are gaps. */
public final class WeeksChart {
    private static final int MOST_TICKS = 6;
    private static final double ROOM = 1.03; // for half of the last tick
    private static final double LOWEST_SPAN = 0.03;
    private static final double LEVEL = 0.05;
    private static final int MOST_LEVELS = 9;
    /** As many sides of a comparison as are told apart without colours. */
    public static final int MOST_SIDES = 4;
    private static final List<Look> LOOKS = List.of(
            new Look(Ink.MUTED, Style.LINE, "muted", Ink.GRID), new Look(Ink.MAIN, Style.LINE, "main", Ink.MAIN_AREA), new Look(Ink.LOAD, Style.DASHED, "load dashed", null), new Look(Ink.MAIN, Style.DOTTED, "main dotted", null));

    private WeeksChart() {}

    /** How the line of a side looks; {@code band}: null where it would hide others. */
    private record Look(Ink line, Stroke stroke, String css, Ink band) {}

    /** A side of a comparison: the same weeks as of all others. */
    public record Side(String letter, List<Week> weeks) {}

    /**
     * Several sides in one chart, with the bands of the first two.
     *
     * @param sides two or more, at most {@link #MOST_SIDES}
     */
    public static Chart ofSides(String id, String title, String finding, List<Side> sides, List<Mark> marks, OptionalDouble target) {
        List<Week> first = sides.get(0).weeks();
        XYPlot plot = plot(first);
        Lines lines = new Lines(plot);
        for (int i = 0; i < sides.size(); i++) {
            Look look = LOOKS.get(i);
            lines.line(series(sides.get(i).weeks()), look.line, look.stroke);
            if (look.band != null) {
                Bands.add(plot, estimates(sides.get(i).weeks()), look.band, 1);
            }
        }
        addMarks(plot, marks, target);
        String svg = new Drawing(plot, "Answered within the target wait").svg(id, title, finding);
        List<Chart.Key> key = new ArrayList<>();
        for (int i = 0; i < sides.size(); i++) {
            key.add(new Chart.Key(LOOKS.get(i).css, sides.get(i).letter()));
        }
        addKeys(key, marks, target);
        List<String> columns = new ArrayList<>(List.of("Week of"));
        sides.forEach(side -> columns.add(side.letter()));
        List<List<String>> rows = new ArrayList<>();
        for (int week = 0; week < first.size(); week++) {
            List<String> row = new ArrayList<>(List.of(first.get(week).name()));
            for (Side side : sides) {
                row.add(ValueText.SHARE.text(side.weeks().get(week).share()));
            }
            rows.add(row);
        }
        return new Chart(id, title, finding, svg, key, columns, rows);
    }

    /** A week, as an axis and as a table call it. */
    public record Week(String tick, String name, Estimate share) {}

    /** Something that happened between two points of the axis: {@code at} weeks behind the first. */
    public record Mark(double at, String label) {}

    /** From where to where on the axis something may happen, with its number. */
    public record Span(double from, double to, String label) {}

    /**
     * The chart.
     *
     * @param id unique in the page
     * @param weeks one after the other, two or more
     * @param marks steps of a plan
     * @param spans from when to when steps may happen, drawn one above the other
     * @param target share that was asked for; empty when none was
     */
    public static Chart of(String id, String title, String finding, List<Week> weeks, List<Mark> marks, List<Span> spans, OptionalDouble target) {
        XYPlot plot = plot(weeks);
        new Lines(plot).line(series(weeks), Ink.MAIN, Style.LINE);
        Bands.add(plot, estimates(weeks), Ink.MAIN_AREA, 1);
        addMarks(plot, marks, target);
        addSpans(plot, spans, LOWEST_SPAN, LEVEL, MOST_LEVELS);
        String svg = new Drawing(plot, "Answered within the target wait").svg(id, title, finding);
        List<Chart.Key> key = new ArrayList<>(List.of(new Chart.Key("main", "mean of the simulated years"), new Chart.Key("main-area", "95 % interval of each week")));
        addKeys(key, marks, target);
        if (!spans.isEmpty()) {
            key.add(new Chart.Key("muted", "when they happen, nine times in ten"));
        }
        return new Chart(id, title, finding, svg, key, List.of("Week of", "Answered within the target wait"), weeks.stream()
                .map(week -> List.of(week.name(), ValueText.SHARE.text(week.share())))
                .toList());
    }

    private static List<Estimate> estimates(List<Week> weeks) {
        return weeks.stream().map(Week::share).toList();
    }

    private static XYPlot plot(List<Week> weeks) {
        double step = Math.max(1, StrictMath.ceil((weeks.size() - 1.0) / MOST_TICKS));
        NumberAxis across = Style.axis("Week of", 0, (weeks.size() - 1) * ROOM, step, at -> at < weeks.size() ? weeks.get((int) StrictMath.rint(at)).tick() : "");
        return Style.xyPlot(across, Style.axis(0, 1, 0.25, Style::percent));
    }

    private static XYSeries series(List<Week> weeks) {
        XYSeries line = new XYSeries("");
        for (int i = 0; i < weeks.size(); i++) {
            line.add(i, weeks.get(i).share().isEmpty() ? Double.NaN : weeks.get(i).share().value());
        }
        return line;
    }

    private static void addMarks(XYPlot plot, List<Mark> marks, OptionalDouble target) {
        target.ifPresent(asked -> plot.addRangeMarker(new ValueMarker(asked, Ink.TARGET.colour(), Style.DOTTED), Layer.FOREGROUND));
        marks.forEach(mark -> plot.addDomainMarker(marker(mark), Layer.FOREGROUND));
    }

    /** One above the other, from a height of the upright axis on. */
    static void addSpans(XYPlot plot, List<Span> spans, double lowest, double level, int mostLevels) {
        for (int i = 0; i < spans.size(); i++) {
            double height = lowest + i % mostLevels * level;
            plot.addAnnotation(new XYLineAnnotation(spans.get(i).from(), height, spans.get(i).to(), height, Style.LINE, Ink.MUTED.colour()));
            XYTextAnnotation label = new XYTextAnnotation(spans.get(i).label() + " ", spans.get(i).from(), height);
            label.setFont(Style.LABEL);
            label.setPaint(Ink.MUTED.colour());
            label.setTextAnchor(TextAnchor.CENTER_RIGHT);
            plot.addAnnotation(label);
        }
    }

    private static void addKeys(List<Chart.Key> key, List<Mark> marks, OptionalDouble target) {
        target.ifPresent(asked -> key.add(new Chart.Key("target dotted", Style.percent(asked) + " asked for")));
        if (!marks.isEmpty()) {
            key.add(new Chart.Key("muted dotted", "steps of the plan, by number"));
        }
    }

    static ValueMarker marker(Mark mark) {
        ValueMarker marker = new ValueMarker(mark.at(), Ink.MUTED.colour(), Style.DOTTED);
        marker.setLabel(mark.label());
        marker.setLabelFont(Style.LABEL);
        marker.setLabelPaint(Ink.MUTED.colour());
        marker.setLabelBackgroundColor(new Color(0, 0, 0, 0));
        marker.setLabelAnchor(RectangleAnchor.TOP_LEFT);
        marker.setLabelTextAnchor(TextAnchor.TOP_RIGHT);
        return marker;
    }
}
