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

    Lines(XYPlot plot) {
        this.plot = plot;
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
        int next = plot.getDatasetCount();
        int index = plot.getDataset(0) == null ? 0 : next;
        plot.setDataset(index, new XYSeriesCollection(series));
        plot.setRenderer(index, renderer);
        plot.setDatasetRenderingOrder(DatasetRenderingOrder.FORWARD);
    }
}
