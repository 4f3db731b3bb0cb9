package mergedesk.report.chart;

import java.awt.BasicStroke;
import java.util.List;
import java.util.OptionalDouble;
import mergedesk.report.text.NumberText;
import mergedesk.report.text.ValueText;
import mergedesk.stats.Estimate;
import org.jfree.chart.annotations.CategoryTextAnnotation;
import org.jfree.chart.axis.AxisLocation;
import org.jfree.chart.axis.CategoryAnchor;
import org.jfree.chart.axis.CategoryAxis;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.plot.CategoryPlot;
import org.jfree.chart.plot.PlotOrientation;
import org.jfree.chart.plot.ValueMarker;
import org.jfree.chart.renderer.category.StandardBarPainter;
import org.jfree.chart.renderer.category.StatisticalBarRenderer;
import org.jfree.chart.ui.Layer;
import org.jfree.chart.ui.RectangleInsets;
import org.jfree.chart.ui.TextAnchor;
import org.jfree.data.statistics.DefaultStatisticalCategoryDataset;

/** A share for each of several names, with its interval: one bar a row. */
public final class RowsChart {
    private static final int ROW_HEIGHT = 26;
    private static final int AROUND = 60;
    private static final float NAME_ROOM = 190;

    private RowsChart() {}

    /** A bar. */
    public record Row(String name, Estimate share) {}

    /** Keeps rows of equal names, or names that start alike, apart. */
    record Place(int index, String label) implements Comparable<Place> {
        static Place of(int index, String name) {
            return new Place(index, TextWidths.fit(name, Style.LABEL_SIZE, NAME_ROOM));
        }

        @Override
        public int compareTo(Place other) {
            return Integer.compare(index, other.index);
        }

        @Override
        public String toString() {
            return label;
        }
    }

    /**
     * The chart.
     *
     * @param target share that was asked for; empty when none was
     * @param nameColumn heading of the names in the table
     * @param axis what the bars measure
     */
    public static Chart of(
            String id,
            String title,
            String finding,
            String nameColumn,
            String axis,
            List<Row> rows,
            OptionalDouble target) {
        DefaultStatisticalCategoryDataset data = new DefaultStatisticalCategoryDataset();
        double most = 1;
        for (int i = 0; i < rows.size(); i++) {
            Estimate share = rows.get(i).share();
            data.add(
                    share.value(),
                    Double.isNaN(share.halfWidth()) ? 0 : share.halfWidth(),
                    "",
                    Place.of(i, rows.get(i).name()));
            most = Math.max(most, share.value());
        }
        double end = most;
        NumberAxis across = Style.axis(axis, 0, most * 1.2, 0.25, tick -> tick > end + 1e-9 ? "" : Style.percent(tick));
        CategoryPlot plot = new CategoryPlot(data, names(), across, bars());
        dress(plot);
        for (int i = 0; i < rows.size(); i++) {
            plot.addAnnotation(valueText(rows.get(i).share(), Place.of(i, rows.get(i).name()), most));
        }
        if (target.isPresent()) {
            plot.addRangeMarker(
                    new ValueMarker(target.getAsDouble(), Ink.TARGET.colour(), Style.DOTTED), Layer.FOREGROUND);
        }
        String svg = new Drawing(plot, AROUND + ROW_HEIGHT * rows.size()).svg(id, title, finding);
        List<Chart.Key> key = target.isPresent()
                ? List.of(new Chart.Key("target dotted", Style.percent(target.getAsDouble()) + " asked for"))
                : List.of();
        return new Chart(id, title, finding, svg, key, List.of(nameColumn, axis), cells(rows));
    }

    private static List<List<String>> cells(List<Row> rows) {
        return rows.stream()
                .map(row -> List.of(row.name(), ValueText.SHARE.text(row.share())))
                .toList();
    }

    private static CategoryTextAnnotation valueText(Estimate share, Place row, double most) {
        String text = share.isEmpty() ? ValueText.NOTHING : NumberText.fixed(100 * share.value(), 1);
        CategoryTextAnnotation annotation = new CategoryTextAnnotation(text, row, most * 1.19);
        annotation.setFont(Style.LABEL);
        annotation.setPaint(Ink.TEXT.colour());
        annotation.setCategoryAnchor(CategoryAnchor.MIDDLE);
        annotation.setTextAnchor(TextAnchor.CENTER_RIGHT);
        return annotation;
    }

    /** An axis of names. */
    static CategoryAxis names() {
        CategoryAxis axis = new CategoryAxis();
        Style.dress(axis);
        axis.setTickLabelPaint(Ink.TEXT.colour());
        axis.setMaximumCategoryLabelWidthRatio(0.5f);
        axis.setLowerMargin(0.01);
        axis.setUpperMargin(0.01);
        axis.setCategoryMargin(0.35);
        axis.setTickMarksVisible(false);
        return axis;
    }

    /** Rows from top to bottom. */
    static void dress(CategoryPlot plot) {
        plot.setOrientation(PlotOrientation.HORIZONTAL);
        plot.setRangeAxisLocation(AxisLocation.BOTTOM_OR_LEFT);
        plot.setBackgroundPaint(null);
        plot.setOutlineVisible(false);
        plot.setInsets(new RectangleInsets(4, 2, 2, 4));
        plot.setAxisOffset(RectangleInsets.ZERO_INSETS);
        plot.setRangeGridlinePaint(Ink.GRID.colour());
        plot.setRangeGridlineStroke(Style.HAIR);
    }

    private static StatisticalBarRenderer bars() {
        StatisticalBarRenderer bars = new StatisticalBarRenderer();
        bars.setBarPainter(new StandardBarPainter());
        bars.setShadowVisible(false);
        bars.setDrawBarOutline(true);
        bars.setSeriesOutlinePaint(0, Ink.MAIN.colour());
        bars.setSeriesOutlineStroke(0, Style.HAIR);
        bars.setSeriesPaint(0, Ink.MAIN_AREA.colour());
        bars.setErrorIndicatorPaint(Ink.MAIN.colour());
        bars.setErrorIndicatorStroke(new BasicStroke(1.8f));
        return bars;
    }
}
