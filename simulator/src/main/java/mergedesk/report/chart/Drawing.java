package mergedesk.report.chart;

import java.awt.Font;
import java.awt.FontMetrics;
import java.awt.Graphics;
import java.awt.geom.Rectangle2D;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.apache.batik.svggen.SVGGeneratorContext;
import org.apache.batik.svggen.SVGGeneratorContext.GraphicContextDefaults;
import org.apache.batik.svggen.SVGGraphics2D;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.plot.Plot;
import org.jfree.chart.ui.RectangleInsets;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/** Draws a plot as SVG that is the same on every machine and Java version. */
final class Drawing extends SVGGraphics2D {
    /** Digits after the point of a coordinate: a tenth of a pixel, coarser than what Java versions differ by. */
    private static final int PRECISION = 1;

    private Drawing(SVGGeneratorContext context) {
        super(context, false);
    }

    private Drawing(Drawing original) {
        super(original);
    }

    /**
     * The drawing as an inline {@code svg} element.
     *
     * @param id start of the ids within it; unique in the page
     */
    static String svg(Plot plot, int width, int height, String id, String title, String description) {
        SVGGeneratorContext context = SVGGeneratorContext.createDefault(emptyDocument());
        context.setPrecision(PRECISION);
        context.setComment(null);
        GraphicContextDefaults defaults = new GraphicContextDefaults();
        defaults.setFont(new ChartFont(Style.LABEL_SIZE));
        context.setGraphicContextDefaults(defaults);
        Drawing drawing = new Drawing(context);
        JFreeChart chart = new JFreeChart(null, null, plot, false);
        chart.setBackgroundPaint(null);
        chart.setPadding(RectangleInsets.ZERO_INSETS);
        chart.draw(drawing, new Rectangle2D.Double(0, 0, width, height));
        Element root = drawing.getRoot();
        drawing.dispose();
        return new SvgText(root).inline(width, height, id, title, description);
    }

    @Override
    public Graphics create() {
        return new Drawing(this);
    }

    @Override
    public FontMetrics getFontMetrics(Font font) {
        return font instanceof ChartFont chartFont ? chartFont.metrics() : super.getFontMetrics(font);
    }

    private static Document emptyDocument() {
        try {
            return DocumentBuilderFactory.newInstance().newDocumentBuilder().newDocument();
        } catch (ParserConfigurationException e) {
            throw new AssertionError("every Java platform makes empty documents", e);
        }
    }
}
