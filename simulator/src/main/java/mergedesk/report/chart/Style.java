package mergedesk.report.chart;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Stroke;
import java.text.FieldPosition;
import java.text.NumberFormat;
import java.text.ParsePosition;
import java.util.function.DoubleFunction;
import mergedesk.report.text.NumberText;
import org.jfree.chart.axis.Axis;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.axis.NumberTickUnit;
import org.jfree.chart.plot.ValueMarker;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.ui.RectangleAnchor;
import org.jfree.chart.ui.RectangleInsets;
import org.jfree.chart.ui.TextAnchor;

/**
 * The common look: light grid, no frame, room for a label, units at the axes.
 *
 * <p>Drawings are 460 wide so that their text is still read when they shrink to a telephone's 340.
 */
final class Style {
    static final int WIDTH = 460;
    static final int HEIGHT = 290;
    static final int LABEL_SIZE = 14;
    static final Font LABEL = new ChartFont(LABEL_SIZE);

    static final Stroke HAIR = new BasicStroke(1);
    static final Stroke LINE = new BasicStroke(2.2f, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND);
    static final Stroke DASHED =
            new BasicStroke(2.2f, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND, 10, new float[] {7, 4}, 0);
    static final Stroke DOTTED =
            new BasicStroke(2, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND, 10, new float[] {2, 3}, 0);

    private static final Color UNSEEN = new Color(0, 0, 0, 0);

    private Style() {}

    /** A plot of lines over two number axes. */
    static XYPlot xyPlot(NumberAxis across, NumberAxis up) {
        XYPlot plot = new XYPlot(null, across, up, null);
        plot.setBackgroundPaint(null);
        plot.setOutlineVisible(false);
        plot.setInsets(new RectangleInsets(8, 2, 2, 18));
        plot.setAxisOffset(RectangleInsets.ZERO_INSETS);
        plot.setDomainGridlinesVisible(false);
        plot.setRangeGridlinePaint(Ink.GRID.colour());
        plot.setRangeGridlineStroke(HAIR);
        return plot;
    }

    /**
     * An axis from low to high.
     *
     * @param label what is measured and its unit
     * @param step distance between ticks
     * @param text how a tick is written
     */
    static NumberAxis axis(String label, double low, double high, double step, DoubleFunction<String> text) {
        NumberAxis axis = axis(low, high, step, text);
        axis.setLabel(label);
        return axis;
    }

    /** An axis without a label. */
    static NumberAxis axis(double low, double high, double step, DoubleFunction<String> text) {
        NumberAxis axis = new NumberAxis();
        axis.setRange(low, high);
        axis.setTickUnit(new NumberTickUnit(step, new TickText(text)));
        dress(axis);
        return axis;
    }

    static void dress(Axis axis) {
        axis.setLabelFont(LABEL);
        axis.setLabelPaint(Ink.MUTED.colour());
        axis.setTickLabelFont(LABEL);
        axis.setTickLabelPaint(Ink.MUTED.colour());
        axis.setAxisLinePaint(Ink.AXIS.colour());
        axis.setAxisLineStroke(HAIR);
        axis.setTickMarkPaint(Ink.AXIS.colour());
        axis.setTickMarkStroke(HAIR);
    }

    /** A line up through the plot, with its name at the upper end. */
    static ValueMarker markerAbove(double value, String label, boolean labelLeft) {
        return marker(
                value,
                label,
                labelLeft ? RectangleAnchor.TOP_LEFT : RectangleAnchor.TOP_RIGHT,
                labelLeft ? TextAnchor.TOP_RIGHT : TextAnchor.TOP_LEFT);
    }

    /** A line up through the plot, with its name at the lower end. */
    static ValueMarker markerBelow(double value, String label, boolean labelLeft) {
        return marker(
                value,
                label,
                labelLeft ? RectangleAnchor.BOTTOM_LEFT : RectangleAnchor.BOTTOM_RIGHT,
                labelLeft ? TextAnchor.BOTTOM_RIGHT : TextAnchor.BOTTOM_LEFT);
    }

    private static ValueMarker marker(double value, String label, RectangleAnchor end, TextAnchor side) {
        ValueMarker marker = new ValueMarker(value, Ink.TARGET.colour(), DOTTED);
        marker.setLabel(label);
        marker.setLabelFont(LABEL);
        marker.setLabelBackgroundColor(UNSEEN);
        marker.setLabelPaint(Ink.TARGET.colour());
        marker.setLabelAnchor(end);
        marker.setLabelTextAnchor(side);
        marker.setLabelOffset(new RectangleInsets(4, 5, 6, 5));
        return marker;
    }

    /** Numbers at ticks: as many decimals as the distance between ticks needs. */
    static DoubleFunction<String> numbers(double step) {
        int decimals = 0;
        for (double s = step; decimals < 6 && Math.abs(s - StrictMath.rint(s)) > 1e-6; s *= 10) {
            decimals++;
        }
        int shown = decimals;
        return tick -> NumberText.fixed(tick, shown);
    }

    /** A share 0..1 in whole per cent. */
    static String percent(double share) {
        return NumberText.whole(100 * share) + "\u00a0%";
    }

    /** Steps of 1, 2 or 5 times a power of ten, so that at most {@code most} fit into a length. */
    static double niceStep(double length, int most) {
        double step = 1e-6;
        for (int i = 0; length / step > most; i++) {
            step *= i % 3 == 1 ? 2.5 : 2;
        }
        return step;
    }

    private static final class TickText extends NumberFormat {
        private final transient DoubleFunction<String> text;

        TickText(DoubleFunction<String> text) {
            this.text = text;
        }

        @Override
        public StringBuffer format(double number, StringBuffer to, FieldPosition position) {
            return to.append(text.apply(number));
        }

        @Override
        public StringBuffer format(long number, StringBuffer to, FieldPosition position) {
            return to.append(text.apply((double) number));
        }

        @Override
        public Number parse(String source, ParsePosition position) {
            throw new UnsupportedOperationException("ticks are only written");
        }
    }
}
