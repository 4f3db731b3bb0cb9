package mergedesk.report.chart;

import java.awt.Font;
import java.awt.FontMetrics;
import java.awt.Graphics;
import org.apache.batik.svggen.SVGGeneratorContext;
import org.apache.batik.svggen.SVGGraphics2D;

/** What JFreeChart draws on: Batik's, but text is measured by {@link ChartFont}. */
final class Canvas extends SVGGraphics2D {
    Canvas(SVGGeneratorContext context) {
        super(context, false);
    }

    private Canvas(Canvas original) {
        super(original);
    }

    @Override
    public Graphics create() {
        return new Canvas(this);
    }

    @Override
    public FontMetrics getFontMetrics(Font font) {
        if (font instanceof ChartFont chartFont) {
            return chartFont.metrics();
        }
        throw new IllegalArgumentException("text in a font other than the charts': " + font);
    }
}
