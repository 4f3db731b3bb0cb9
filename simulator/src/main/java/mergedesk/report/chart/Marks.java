package mergedesk.report.chart;

import java.awt.BasicStroke;
import java.awt.Graphics2D;
import java.awt.Stroke;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.util.Arrays;
import org.jfree.chart.annotations.AbstractXYAnnotation;
import org.jfree.chart.axis.ValueAxis;
import org.jfree.chart.plot.PlotRenderingInfo;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.ui.RectangleEdge;

/**
 * Points with intervals as three paths at most, so that a thousand of them take no more of a page than a picture: JFreeChart's own renderers write several shapes for each.
 *
 * <p>A point is {left end, right end, low end, value, high end, place across}.
 */
final class Marks extends AbstractXYAnnotation {
    private static final long serialVersionUID = 1L;
    private static final int FEW = 60;
    private static final Stroke INTERVAL = new BasicStroke(1.6f);
    private static final Stroke THIN = new BasicStroke(1);
    private static final Stroke DOT = new BasicStroke(7, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND);
    private static final Stroke SMALL_DOT = new BasicStroke(4, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND);

    private final transient double[][] spots;
    private final transient Ink ink;
    private final transient Ink intervals;
    private final boolean joined;

    private Marks(double[][] spots, Ink ink, Ink intervals, boolean joined) {
        this.spots = spots;
        this.ink = ink;
        this.intervals = intervals;
        this.joined = joined;
    }

    /** With a line through them. */
    static Marks joined(double[][] spots, Ink ink) {
        return new Marks(spots, ink, ink, true);
    }

    /** Each by itself. */
    static Marks apart(double[][] spots) {
        return new Marks(spots, Ink.MAIN, spots.length > FEW ? Ink.MAIN_AREA : Ink.MAIN, false);
    }

    @Override
    public void draw(Graphics2D canvas, XYPlot plot, Rectangle2D area, ValueAxis across, ValueAxis up, int renderer, PlotRenderingInfo info) {
        Path2D lines = new Path2D.Double();
        Path2D ends = new Path2D.Double();
        Path2D dots = new Path2D.Double();
        for (double[] spot : spots) {
            double x = across.valueToJava2D(spot[5], area, RectangleEdge.BOTTOM);
            double y = up.valueToJava2D(spot[3], area, RectangleEdge.LEFT);
            if (lines.getCurrentPoint() == null) {
                lines.moveTo(x, y);
            } else {
                lines.lineTo(x, y);
            }
            line(ends, x, up.valueToJava2D(spot[2], area, RectangleEdge.LEFT), x, up.valueToJava2D(spot[4], area, RectangleEdge.LEFT));
            line(ends, across.valueToJava2D(spot[0], area, RectangleEdge.BOTTOM), y, across.valueToJava2D(spot[1], area, RectangleEdge.BOTTOM), y);
            dots.moveTo(x, y);
            dots.lineTo(x, y);
        }
        boolean few = spots.length <= FEW;
        draw(canvas, ends, intervals, few ? INTERVAL : THIN);
        if (joined) {
            draw(canvas, lines, ink, Style.LINE);
        }
        draw(canvas, dots, ink, few ? DOT : SMALL_DOT);
    }

    private static void line(Path2D path, double x1, double y1, double x2, double y2) {
        if (Math.abs(x1 - x2) + Math.abs(y1 - y2) > 0.1) {
            path.moveTo(x1, y1);
            path.lineTo(x2, y2);
        }
    }

    private static void draw(Graphics2D canvas, Path2D path, Ink ink, Stroke stroke) {
        if (path.getCurrentPoint() != null) {
            canvas.setPaint(ink.colour());
            canvas.setStroke(stroke);
            canvas.draw(path);
        }
    }

    @Override
    public boolean equals(Object other) {
        return this == other; // JFreeChart compares annotations only to remove them
    }

    @Override
    public int hashCode() {
        return Arrays.deepHashCode(spots);
    }
}
