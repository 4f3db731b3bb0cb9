package mergedesk.report.chart;

import java.util.ArrayList;
import java.util.List;
import mergedesk.stats.Estimate;
import org.jfree.chart.annotations.XYPolygonAnnotation;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.ui.Layer;

/** The intervals of values one after the other, as bands behind their line; gaps where there is none. */
final class Bands {
    private Bands() {}

    /** {@code most}: where the upright axis ends. */
    static void add(XYPlot plot, List<Estimate> values, Ink ink, double most) {
        for (List<Integer> together : stretches(values)) {
            plot.getRenderer().addAnnotation(new XYPolygonAnnotation(band(values, together, most), null, null, ink.colour()), Layer.BACKGROUND);
        }
    }

    /** Values one after the other that have intervals. */
    private static List<List<Integer>> stretches(List<Estimate> values) {
        List<List<Integer>> stretches = new ArrayList<>();
        for (int i = 0; i < values.size(); i++) {
            if (!Double.isNaN(values.get(i).halfWidth())) {
                if (i == 0 || Double.isNaN(values.get(i - 1).halfWidth())) {
                    stretches.add(new ArrayList<>());
                }
                stretches.get(stretches.size() - 1).add(i);
            }
        }
        return stretches;
    }

    /** Along the upper ends of the intervals and back along the lower. */
    private static double[] band(List<Estimate> values, List<Integer> together, double most) {
        int points = together.size();
        double[] corners = new double[4 * points];
        for (int i = 0; i < points; i++) {
            Estimate value = values.get(together.get(i));
            int back = 2 * points - 1 - i;
            corners[2 * i] = together.get(i);
            corners[2 * i + 1] = Math.min(most, value.value() + value.halfWidth());
            corners[2 * back] = together.get(i);
            corners[2 * back + 1] = Math.max(0, value.value() - value.halfWidth());
        }
        return corners;
    }
}
