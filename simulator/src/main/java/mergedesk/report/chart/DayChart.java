package mergedesk.report.chart;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import mergedesk.report.text.NumberText;
import mergedesk.results.Study.DeskPicture;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.xy.StandardXYBarPainter;
import org.jfree.chart.renderer.xy.XYBarRenderer;
import org.jfree.chart.ui.Layer;
import org.jfree.data.xy.XYIntervalSeries;
import org.jfree.data.xy.XYIntervalSeriesCollection;

/** How far days differ: share of days by their service level. */
public final class DayChart {
    private static final int NARROW = 25;

    private final double[] dayShare;
    private final OptionalDouble target;
    private final int lowest;
    private final int width;

    private DayChart(DeskPicture desk, OptionalDouble target) {
        this.dayShare = desk.dayShare();
        this.target = target;
        int least = IntStream.range(0, dayShare.length)
                .filter(i -> dayShare[i] > 0)
                .findFirst()
                .orElse(0);
        int shown = (int) Math.min(least, StrictMath.floor(100 * target.orElse(1)));
        width = 100 - shown <= NARROW ? 1 : 5;
        lowest = Math.min(95, shown / 5 * 5);
    }

    /**
     * The chart.
     *
     * @param target service level that was asked for, 0..1; empty when none was
     * @param id unique in the page
     */
    public static Chart of(DeskPicture desk, OptionalDouble target, String id) {
        return new DayChart(desk, target).chart(id);
    }

    /** Whether there is anything to draw. */
    public static boolean isPossible(DeskPicture desk) {
        return Arrays.stream(desk.dayShare()).sum() > 0;
    }

    private Chart chart(String id) {
        XYIntervalSeries series = new XYIntervalSeries("");
        List<List<String>> rows = new ArrayList<>();
        double most = 0;
        for (int from = lowest; from < 100; from += width) {
            double share = shareFrom(from);
            double gap = width * 0.08;
            series.add(from + width / 2.0, from + gap, from + width - gap, share, share, share);
            rows.add(List.of(from + " to " + (from + width) + "\u00a0%", NumberText.fixed(100 * share, 1) + "\u00a0%"));
            most = Math.max(most, share);
        }
        XYIntervalSeriesCollection data = new XYIntervalSeriesCollection();
        data.addSeries(series);
        double step = Style.niceStep(Math.max(most, 0.01), 5);
        NumberAxis up = Style.axis(0, step * StrictMath.ceil(most * 1.2 / step), step, Style::percent);
        double ticks = Math.max(1, Style.niceStep(100.0 - lowest, 6));
        NumberAxis across = Style.axis("Service level of the day, %", lowest, 100, ticks, Style.numbers(ticks));
        XYPlot plot = Style.xyPlot(across, up);
        plot.setDataset(data);
        plot.setRenderer(bars());
        if (target.isPresent()) {
            boolean late = 100 * target.getAsDouble() > (lowest + 100) / 2.0;
            plot.addDomainMarker(
                    Style.markerAbove(
                            100 * target.getAsDouble(), Style.percent(target.getAsDouble()) + " asked for", late),
                    Layer.FOREGROUND);
        }
        String title = "How days differ";
        String svg = new Drawing(plot, "Share of days").svg(id, title, finding());
        return new Chart(id, title, finding(), svg, List.of(), List.of("Service level", "Share of days"), rows);
    }

    private String finding() {
        if (target.isPresent()) {
            double reached = IntStream.range((int) StrictMath.ceil(100 * target.getAsDouble() - 1e-9), 101)
                    .mapToDouble(i -> dayShare[i])
                    .sum();
            return "The service level of " + Style.percent(target.getAsDouble()) + " was reached on "
                    + Style.percent(reached) + " of the days.";
        }
        int worst = 0;
        for (double below = dayShare[0]; worst < 100 && below < 0.1; below += dayShare[worst]) {
            worst++;
        }
        return "On one day in ten the service level was below about " + Math.min(100, worst + 1) + "\u00a0%.";
    }

    /** Days of exactly 100 % belong to the last bar. */
    private double shareFrom(int from) {
        int end = from + width >= 100 ? 101 : from + width;
        return IntStream.range(from, end).mapToDouble(i -> dayShare[i]).sum();
    }

    private static XYBarRenderer bars() {
        XYBarRenderer bars = new XYBarRenderer();
        bars.setBarPainter(new StandardXYBarPainter());
        bars.setShadowVisible(false);
        bars.setDrawBarOutline(false);
        bars.setUseYInterval(false);
        bars.setSeriesPaint(0, Ink.MAIN.colour());
        return bars;
    }
}
