package mergedesk.report.chart;

import java.awt.BasicStroke;
import java.awt.Paint;
import java.awt.Stroke;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import mergedesk.report.text.NumberText;
import mergedesk.report.text.ValueText;
import mergedesk.stats.Estimate;
import org.jfree.chart.annotations.CategoryLineAnnotation;
import org.jfree.chart.annotations.CategoryTextAnnotation;
import org.jfree.chart.axis.AxisLocation;
import org.jfree.chart.axis.CategoryAnchor;
import org.jfree.chart.axis.CategoryAxis;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.plot.CategoryPlot;
import org.jfree.chart.plot.PlotOrientation;
import org.jfree.chart.plot.ValueMarker;
import org.jfree.chart.renderer.category.BarRenderer;
import org.jfree.chart.renderer.category.StandardBarPainter;
import org.jfree.chart.ui.Layer;
import org.jfree.chart.ui.RectangleInsets;
import org.jfree.chart.ui.TextAnchor;
import org.jfree.data.category.DefaultCategoryDataset;

/**
 * A share for each of several names, with its interval: one bar a row.
 *
 * <p>An interval ends at 0 and at 100 % when the share does: more than all cannot be answered, whatever ± says.
 */
public final class RowsChart {
    private static final int ROW_HEIGHT = 26;
    private static final int AROUND = 60;
    private static final float NAME_ROOM = 190;
    private static final Stroke INTERVAL = new BasicStroke(1.8f);

    private RowsChart() {}

    /**
     * A bar.
     *
     * @param name what it is called where it stands alone
     * @param label what stands beside it
     * @param side 0 for the base of a comparison, then those that are compared with it
     */
    public record Row(String name, String label, Estimate share, int side) {
        /** A bar like any other. */
        public Row(String name, Estimate share) {
            this(name, name, share, 1);
        }

        private double low() {
            return Math.max(0, share.value() - halfWidth());
        }

        private double high() {
            double high = share.value() + halfWidth();
            return share.value() <= 1 ? Math.min(1, high) : high;
        }

        private double halfWidth() {
            return Double.isNaN(share.halfWidth()) ? 0 : share.halfWidth();
        }
    }

    /** Keeps rows of equal names, or names that start alike, apart. */
    record Place(int index, String label) implements Comparable<Place> {
        static Place of(int index, String name) {
            return of(index, name, NAME_ROOM);
        }

        static Place of(int index, String name, float room) {
            return new Place(index, TextWidths.fit(name, Style.LABEL_SIZE, room));
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
        DefaultCategoryDataset data = new DefaultCategoryDataset();
        for (int i = 0; i < rows.size(); i++) {
            data.addValue(rows.get(i).share().value(), "", Place.of(i, rows.get(i).label()));
        }
        double most = rows.stream().filter(row -> !row.share().isEmpty()).mapToDouble(Row::high).reduce(1, Math::max);
        double end = most;
        NumberAxis across = Style.axis(axis, 0, most * 1.2, 0.25, tick -> tick > end + 1e-9 ? "" : Style.percent(tick));
        CategoryPlot plot = new CategoryPlot(data, names(), across, new Bars(rows));
        dress(plot);
        for (int i = 0; i < rows.size(); i++) {
            addInterval(plot, rows.get(i), Place.of(i, rows.get(i).label()));
            plot.addAnnotation(valueText(rows.get(i).share(), Place.of(i, rows.get(i).label()), most));
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

    private static void addInterval(CategoryPlot plot, Row row, Place place) {
        if (!row.share().isEmpty() && row.high() > row.low()) {
            plot.addAnnotation(new CategoryLineAnnotation(place, row.low(), place, row.high(), Shade.of(row.side()).interval.colour(), INTERVAL));
        }
    }

    /** How the bars of a side look: pale and dark in turn, so that they are told apart without colours too. */
    private enum Shade {
        BASE(Ink.GRID, Ink.MUTED, Ink.MUTED, "grid-solid"),
        FIRST(Ink.MAIN_AREA, Ink.MAIN, Ink.MAIN, "main-area"),
        SECOND(Ink.LOAD, Ink.LOAD, Ink.TEXT, "load-solid"),
        THIRD(Ink.MAIN, Ink.MAIN, Ink.TEXT, "main-solid"),
        FOURTH(Ink.MUTED, Ink.MUTED, Ink.TEXT, "muted-solid");

        private final Ink fill;
        private final Ink outline;
        private final Ink interval;
        private final String css;

        Shade(Ink fill, Ink outline, Ink interval, String css) {
            this.fill = fill;
            this.outline = outline;
            this.interval = interval;
            this.css = css;
        }

        /** From the fifth other side on they come round again: the letter beside the bar tells. */
        static Shade of(int side) {
            return side == 0 ? BASE : values()[1 + (side - 1) % (values().length - 1)];
        }
    }

    /** A key of the sides by their letters or names, the base first. */
    public static List<Chart.Key> sides(List<String> names) {
        return IntStream.range(0, names.size()).mapToObj(side -> new Chart.Key(Shade.of(side).css, names.get(side))).toList();
    }

    /** Bars in the shades of their sides. */
    private static final class Bars extends BarRenderer {
        private static final long serialVersionUID = 1L;

        private final transient List<Row> rows;

        Bars(List<Row> rows) {
            this.rows = rows;
            setBarPainter(new StandardBarPainter());
            setShadowVisible(false);
            setDrawBarOutline(true);
            setSeriesOutlineStroke(0, Style.HAIR);
        }

        private Shade shade(int item) {
            return Shade.of(rows.get(item).side());
        }

        @Override
        public Paint getItemPaint(int series, int item) {
            return shade(item).fill.colour();
        }

        @Override
        public Paint getItemOutlinePaint(int series, int item) {
            return shade(item).outline.colour();
        }
    }
}
