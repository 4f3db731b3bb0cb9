package mergedesk.report.chart;

import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.apache.batik.svggen.SVGGeneratorContext;
import org.apache.batik.svggen.SVGGeneratorContext.GraphicContextDefaults;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.plot.Plot;
import org.jfree.chart.title.TextTitle;
import org.jfree.chart.ui.HorizontalAlignment;
import org.jfree.chart.ui.RectangleEdge;
import org.jfree.chart.ui.RectangleInsets;
import org.jfree.chart.ui.VerticalAlignment;
import org.w3c.dom.Document;

/** A plot, or what draws itself, as SVG that is the same on every machine and Java version. */
final class Drawing {
    /** Digits after the point of a coordinate: a tenth of a pixel, coarser than what Java versions differ by. */
    private static final int PRECISION = 1;

    /** Whoever draws. */
    interface Painter {
        void paint(Graphics2D canvas);
    }

    private final int height;
    private final Painter painter;

    /** What draws itself, as high as it says. */
    Drawing(int height, Painter painter) {
        this.height = height;
        this.painter = painter;
    }

    /** A plot of the usual height; {@code upLabel} says what the upright axis measures, and its unit. */
    Drawing(Plot plot, String upLabel) {
        this(chart(plot), Style.HEIGHT, upLabel);
    }

    Drawing(Plot plot, int height) {
        this(height, canvas -> chart(plot).draw(canvas, new Rectangle2D.Double(0, 0, Style.WIDTH, height)));
    }

    private Drawing(JFreeChart chart, int height, String upLabel) {
        this(height, canvas -> chart.draw(canvas, new Rectangle2D.Double(0, 0, Style.WIDTH, height)));
        TextTitle label = new TextTitle(
                upLabel,
                Style.LABEL,
                Ink.MUTED.colour(),
                RectangleEdge.TOP,
                HorizontalAlignment.LEFT,
                VerticalAlignment.TOP,
                new RectangleInsets(0, 2, 4, 0));
        chart.addSubtitle(label);
    }

    private static JFreeChart chart(Plot plot) {
        JFreeChart chart = new JFreeChart(null, null, plot, false);
        chart.setBackgroundPaint(null);
        chart.setPadding(RectangleInsets.ZERO_INSETS);
        return chart;
    }

    /**
     * The drawing as an inline {@code svg} element.
     *
     * @param id start of the ids within it; unique in the page
     */
    String svg(String id, String title, String description) {
        SVGGeneratorContext context = SVGGeneratorContext.createDefault(emptyDocument());
        context.setPrecision(PRECISION);
        context.setComment(null);
        GraphicContextDefaults defaults = new GraphicContextDefaults();
        defaults.setFont(Style.LABEL);
        context.setGraphicContextDefaults(defaults);
        Canvas canvas = new Canvas(context);
        painter.paint(canvas);
        SvgText text = new SvgText(canvas.getRoot());
        canvas.dispose();
        return text.inline(Style.WIDTH, height, id, title, description);
    }

    private static Document emptyDocument() {
        try {
            return DocumentBuilderFactory.newInstance().newDocumentBuilder().newDocument();
        } catch (ParserConfigurationException e) {
            throw new AssertionError("every Java platform makes empty documents", e);
        }
    }
}
