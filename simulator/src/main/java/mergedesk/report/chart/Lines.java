package mergedesk.report.chart;

import java.awt.Stroke;
import org.jfree.chart.plot.DatasetRenderingOrder;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.xy.XYAreaRenderer;
import org.jfree.chart.renderer.xy.XYItemRenderer;
import org.jfree.chart.renderer.xy.XYLineAndShapeRenderer;
import org.jfree.data.xy.XYSeries;
import org.jfree.data.xy.XYSeriesCollection;

/** Adds lines and areas to a plot; later ones lie on top. */
final class Lines {
    private final XYPlot plot;
    private int drawn;

    Lines(XYPlot plot) {
        this.plot = plot;
        plot.setDatasetRenderingOrder(DatasetRenderingOrder.FORWARD);
    }

    void area(XYSeries series, Ink ink) {
        XYAreaRenderer renderer = new XYAreaRenderer(XYAreaRenderer.AREA);
        renderer.setOutline(false);
        renderer.setSeriesPaint(0, ink.colour());
        add(series, renderer);
    }

    void line(XYSeries series, Ink ink, Stroke stroke) {
        XYLineAndShapeRenderer renderer = new XYLineAndShapeRenderer(true, false);
        renderer.setDrawSeriesLineAsPath(true);
        renderer.setSeriesPaint(0, ink.colour());
        renderer.setSeriesStroke(0, stroke);
        add(series, renderer);
    }

    private void add(XYSeries series, XYItemRenderer renderer) {
        plot.setDataset(drawn, new XYSeriesCollection(series));
        plot.setRenderer(drawn, renderer);
        drawn++;
    }
}
