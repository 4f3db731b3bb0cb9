package mergedesk.report.chart;

import java.util.Arrays;
import java.util.List;
import java.util.function.DoubleFunction;
import java.util.stream.IntStream;
import mergedesk.stats.Estimate;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.plot.XYPlot;

/** Values with their intervals over a number or over names: joined by lines, or each by itself. */
public final class PointsChart {
    private static final int MOST_TICKS = 5;
    private static final double EDGE = 0.04; // of the axis, beside the outermost points
    private static final float NAMES_ROOM = 370; // all together

    private PointsChart() {}

    /** A value somewhere along the axis, in the unit of the measure. */
    public record Spot(double across, Estimate estimate) {}

    /**
     * Points that belong together.
     *
     * @param look 0 for the usual one; from 1 on, one of five from low to high
     * @param joined whether a line goes through them
     */
    public record Series(String name, int look, boolean joined, List<Spot> spots) {}

    /**
     * The axis across.
     *
     * @param names what stands at 0, 1 ...; empty where it has numbers
     */
    public record Across(String label, List<String> names, double low, double high) {
        /** Of names. */
        public static Across ofNames(String label, List<String> names) {
            return new Across(label, names, -0.5, names.size() - 0.5);
        }

        /** Of numbers. */
        public static Across ofNumbers(String label, double low, double high) {
            double edge = high > low ? EDGE * (high - low) : Math.max(Math.abs(low) / 10, 1);
            return new Across(label, List.of(), low - edge, high + edge);
        }

        private NumberAxis axis() {
            if (names.isEmpty()) {
                double step = Style.niceStep(high - low, MOST_TICKS);
                return Style.axis(label, low, high, step, Style.numbers(step));
            }
            int longest = names.stream().mapToInt(String::length).max().orElse(1);
            int each = (int) StrictMath.ceil(names.size() / Math.max(2.0, Math.min(12.0, 60.0 / Math.max(4, Math.min(longest, 12)))));
            float room = NAMES_ROOM * each / names.size();
            DoubleFunction<String> text = at -> at < -0.1 || at > names.size() - 0.9 ? "" : TextWidths.fit(names.get((int) StrictMath.rint(at)), Style.LABEL_SIZE, room);
            return Style.axis(label, low, high, each, text);
        }
    }

    /**
     * The chart.
     *
     * @param id unique in the page
     * @param up what the values are
     * @param columns headings of the numbers
     * @param rows the numbers
     */
    public static Chart of(String id, String title, String finding, String up, Across across, Reach reach, List<Series> series, List<String> columns, List<List<String>> rows) {
        XYPlot plot = Style.xyPlot(across.axis(), Style.axis(reach.low(), reach.high(), reach.step(), reach::tick));
        series.forEach(one -> plot.addAnnotation(marks(one, reach)));
        String svg = new Drawing(plot, reach.label(up)).svg(id, title, finding);
        List<Chart.Key> key = series.size() < 2 ? List.of() : series.stream().map(one -> new Chart.Key("ramp-" + (one.look() - 1), one.name())).toList();
        return new Chart(id, title, finding, svg, key, columns, rows);
    }

    private static Marks marks(Series series, Reach reach) {
        double[][] spots = series.spots().stream()
                .filter(spot -> Double.isFinite(spot.estimate().value()))
                .map(spot -> spot(spot, reach))
                .toArray(double[][]::new);
        Ink ink = series.look() == 0 ? Ink.MAIN : Ink.values()[Ink.RAMP_0.ordinal() + series.look() - 1];
        return series.joined() ? Marks.joined(spots, ink) : Marks.apart(spots);
    }

    private static double[] spot(Spot spot, Reach reach) {
        double value = spot.estimate().value() * reach.factor();
        double half = Double.isNaN(spot.estimate().halfWidth()) ? 0 : spot.estimate().halfWidth() * reach.factor();
        return new double[] {spot.across(), spot.across(), reach.within(value - half), reach.within(value), reach.within(value + half), spot.across()};
    }

    /** Looks of several series in order, spread over the five that there are. */
    public static int[] looks(int series) {
        int[] looks = IntStream.range(0, series).map(i -> 1 + (series == 1 ? 0 : (int) StrictMath.rint(4.0 * i / (series - 1)))).toArray();
        return Arrays.copyOf(looks, looks.length);
    }
}
