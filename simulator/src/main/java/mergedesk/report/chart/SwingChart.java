package mergedesk.report.chart;

import java.awt.BasicStroke;
import java.util.List;
import java.util.OptionalDouble;
import java.util.function.DoubleFunction;
import java.util.stream.Stream;
import mergedesk.report.text.ValueText;
import mergedesk.stats.Estimate;
import mergedesk.stats.Measure;
import org.jfree.chart.annotations.CategoryTextAnnotation;
import org.jfree.chart.axis.CategoryAnchor;
import org.jfree.chart.axis.CategoryAxis;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.plot.CategoryPlot;
import org.jfree.chart.plot.ValueMarker;
import org.jfree.chart.renderer.category.StandardBarPainter;
import org.jfree.chart.renderer.category.StatisticalBarRenderer;
import org.jfree.chart.ui.Layer;
import org.jfree.chart.ui.RectangleInsets;
import org.jfree.chart.ui.TextAnchor;
import org.jfree.data.statistics.DefaultStatisticalCategoryDataset;

/** A tornado: how far a measure moves when one number after the other is put to the ends of its range, with the interval of each difference. */
public final class SwingChart {
    private static final int ROW_HEIGHT = 38;
    private static final int AROUND = 60;
    private static final float NAME_ROOM = 350; // on two lines
    private static final double MARGIN = 0.08;
    private static final int MOST_TICKS = 5;

    private SwingChart() {}

    /** A number and the changes at its ends; empty where there is none, because that is not possible. */
    public record Row(String name, Estimate low, Estimate high) {}

    /**
     * The chart.
     *
     * @param unit of the measure
     * @param axis what the bars measure, with its unit
     * @param bound change at which the target is met just so; empty without a target
     */
    public static Chart of(String id, String title, String finding, Measure.Unit unit, String axis, List<Row> rows, OptionalDouble bound) {
        double scale = unit == Measure.Unit.SHARE ? 100 : 1;
        DefaultStatisticalCategoryDataset data = new DefaultStatisticalCategoryDataset();
        for (int i = 0; i < rows.size(); i++) {
            RowsChart.Place place = RowsChart.Place.of(i, rows.get(i).name(), NAME_ROOM);
            add(data, rows.get(i).low(), scale, "low", place);
            add(data, rows.get(i).high(), scale, "high", place);
        }
        CategoryAxis names = RowsChart.names();
        names.setCategoryMargin(0.3);
        names.setMaximumCategoryLabelLines(2);
        CategoryPlot plot = new CategoryPlot(data, names, across(axis, rows, bound, scale), bars());
        RowsChart.dress(plot);
        plot.setInsets(new RectangleInsets(4, 2, 2, 16));
        for (int i = 0; i < rows.size(); i++) {
            if (rows.get(i).low().isEmpty() || rows.get(i).high().isEmpty()) {
                plot.addAnnotation(impossible(rows.get(i), RowsChart.Place.of(i, rows.get(i).name(), NAME_ROOM)));
            }
        }
        plot.addRangeMarker(new ValueMarker(0, Ink.AXIS.colour(), Style.HAIR), Layer.FOREGROUND);
        bound.ifPresent(at -> plot.addRangeMarker(new ValueMarker(at * scale, Ink.TARGET.colour(), Style.DOTTED), Layer.FOREGROUND));
        String svg = new Drawing(plot, AROUND + ROW_HEIGHT * rows.size()).svg(id, title, finding);
        Stream<Chart.Key> key = Stream.of(new Chart.Key("main-solid", "strong: at its lowest"), new Chart.Key("main-area", "faint: at its highest"));
        Stream<Chart.Key> target = bound.isPresent() ? Stream.of(new Chart.Key("target dotted", "as much as the target leaves room for")) : Stream.empty();
        return new Chart(id, title, finding, svg, Stream.concat(key, target).toList(), List.of("Number", "At its lowest", "At its highest"), cells(unit, rows));
    }

    private static void add(DefaultStatisticalCategoryDataset data, Estimate change, double scale, String end, RowsChart.Place place) {
        data.add(change.isEmpty() ? 0 : change.value() * scale, Double.isNaN(change.halfWidth()) ? 0 : change.halfWidth() * scale, end, place);
    }

    /** From the furthest change to the left to the furthest to the right, the target included when it is not far away. */
    private static NumberAxis across(String label, List<Row> rows, OptionalDouble bound, double scale) {
        double left = 0;
        double right = 0;
        for (Row row : rows) {
            for (Estimate change : List.of(row.low(), row.high())) {
                if (!change.isEmpty()) {
                    double half = Double.isNaN(change.halfWidth()) ? 0 : change.halfWidth();
                    left = Math.min(left, (change.value() - half) * scale);
                    right = Math.max(right, (change.value() + half) * scale);
                }
            }
        }
        double length = Math.max(right - left, 1e-9);
        if (bound.isPresent() && Math.abs(bound.getAsDouble() * scale) <= length) {
            left = Math.min(left, bound.getAsDouble() * scale);
            right = Math.max(right, bound.getAsDouble() * scale);
            length = Math.max(right - left, 1e-9);
        }
        double step = Style.niceStep(length, MOST_TICKS);
        DoubleFunction<String> number = Style.numbers(step);
        return Style.axis(label, left - MARGIN * length, right + MARGIN * length, step, tick -> (tick > step / 2 ? "+" : "") + number.apply(Math.abs(tick) < step / 2 ? 0 : tick));
    }

    private static List<List<String>> cells(Measure.Unit unit, List<Row> rows) {
        ValueText values = new ValueText(unit);
        return rows.stream()
                .map(row -> List.of(row.name(), values.difference(row.low()), values.difference(row.high())))
                .toList();
    }

    /** A bar of no length would look harmless. */
    private static CategoryTextAnnotation impossible(Row row, RowsChart.Place place) {
        String which = row.low().isEmpty() && row.high().isEmpty() ? "at either end" : row.low().isEmpty() ? "at its lowest" : "at its highest";
        CategoryTextAnnotation annotation = new CategoryTextAnnotation(" no value " + which, place, 0);
        annotation.setFont(Style.LABEL);
        annotation.setPaint(Ink.TARGET.colour());
        annotation.setCategoryAnchor(CategoryAnchor.MIDDLE);
        annotation.setTextAnchor(TextAnchor.CENTER_LEFT);
        return annotation;
    }

    private static StatisticalBarRenderer bars() {
        StatisticalBarRenderer bars = new StatisticalBarRenderer();
        bars.setBarPainter(new StandardBarPainter());
        bars.setShadowVisible(false);
        bars.setItemMargin(0);
        bars.setDrawBarOutline(true);
        for (int series = 0; series < 2; series++) {
            bars.setSeriesOutlinePaint(series, Ink.MAIN.colour());
            bars.setSeriesOutlineStroke(series, Style.HAIR);
        }
        bars.setSeriesPaint(0, Ink.MAIN.colour());
        bars.setSeriesPaint(1, Ink.MAIN_AREA.colour());
        bars.setErrorIndicatorPaint(Ink.TEXT.colour());
        bars.setErrorIndicatorStroke(new BasicStroke(1.4f));
        return bars;
    }
}
