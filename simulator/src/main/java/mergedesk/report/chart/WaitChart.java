package mergedesk.report.chart;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import mergedesk.report.text.NumberText;
import mergedesk.report.text.VerdictText;
import mergedesk.results.Study.DeskPicture;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.ui.Layer;
import org.jfree.data.xy.XYSeries;

/** Share of answered contacts that waited no longer than a time, with the target wait marked. */
public final class WaitChart {
    private static final double ALMOST_ALL = 0.99;
    private static final double MINUTES_FROM = 600;
    private static final int TABLE_ROWS = 10;

    private final DeskPicture desk;
    private final double longest;
    private final double unit;
    private final String unitName;

    private WaitChart(DeskPicture desk) {
        this.desk = desk;
        double[] waits = desk.waitSeconds();
        int last = 0;
        while (last < waits.length - 1 && desk.waitShare()[last] < ALMOST_ALL) {
            last++;
        }
        longest = Math.max(1, Math.max(waits[last], Math.min(2 * desk.targetSeconds(), waits[waits.length - 1])));
        unit = longest >= MINUTES_FROM ? 60 : 1;
        unitName = unit == 1 ? "s" : "min";
    }

    /** The chart; {@code id} is unique in the page. */
    public static Chart of(DeskPicture desk, String id) {
        return new WaitChart(desk).chart(id);
    }

    /** Whether there is anything to draw. */
    public static boolean isPossible(DeskPicture desk) {
        return desk.waitSeconds().length > 1 && desk.waitShare()[desk.waitShare().length - 1] > 0;
    }

    private Chart chart(String id) {
        double shown = longest / unit;
        double step = Style.niceStep(shown, 6);
        XYPlot plot = Style.xyPlot(
                Style.axis("Wait until answered, " + unitName, 0, shown, step, Style.numbers(step)),
                Style.axis(0, 1, 0.25, Style::percent));
        XYSeries series = new XYSeries("", false);
        for (int i = 0; i < desk.waitSeconds().length && desk.waitSeconds()[i] < longest; i++) {
            series.add(desk.waitSeconds()[i] / unit, desk.waitShare()[i]);
        }
        series.add(shown, shareWithin(longest));
        Lines lines = new Lines(plot);
        lines.area(series, Ink.MAIN_AREA);
        lines.line(series, Ink.MAIN, Style.LINE);
        if (desk.targetSeconds() > 0 && desk.targetSeconds() <= longest) {
            boolean late = desk.targetSeconds() > longest / 2;
            String label = Style.percent(shareWithin(desk.targetSeconds())) + " within "
                    + VerdictText.duration(desk.targetSeconds());
            plot.addDomainMarker(Style.markerBelow(desk.targetSeconds() / unit, label, late), Layer.FOREGROUND);
        }
        String title = "How long answered contacts waited";
        String svg = new Drawing(plot, "Share of answered contacts").svg(id, title, finding());
        return new Chart(
                id, title, finding(), svg, List.of(), List.of("Wait up to", "Share of answered contacts"), rows());
    }

    private String finding() {
        String atOnce = Style.percent(shareWithin(0)) + " of the answered contacts did not wait";
        if (desk.targetSeconds() == 0) {
            return atOnce + ".";
        }
        return atOnce + "; "
                + Style.percent(shareWithin(desk.targetSeconds())) + " waited no longer than "
                + VerdictText.duration(desk.targetSeconds()) + ", the target wait.";
    }

    private List<List<String>> rows() {
        TreeSet<Double> waits = new TreeSet<>();
        double step = Style.niceStep(longest, TABLE_ROWS);
        for (int i = 0; i * step <= longest; i++) {
            waits.add(i * step);
        }
        if (desk.targetSeconds() > 0 && desk.targetSeconds() <= longest) {
            waits.add(desk.targetSeconds());
        }
        List<List<String>> rows = new ArrayList<>();
        for (double wait : waits) {
            rows.add(List.of(VerdictText.duration(wait), NumberText.fixed(100 * shareWithin(wait), 1) + "\u00a0%"));
        }
        return rows;
    }

    /** The curve at a wait, straight between the points of the grid. */
    private double shareWithin(double wait) {
        double[] waits = desk.waitSeconds();
        double[] shares = desk.waitShare();
        int next = 0;
        while (next < waits.length && waits[next] < wait) {
            next++;
        }
        if (next == waits.length) {
            return shares[next - 1];
        }
        if (next == 0 || waits[next] == wait) {
            return shares[next];
        }
        double part = (wait - waits[next - 1]) / (waits[next] - waits[next - 1]);
        return shares[next - 1] + part * (shares[next] - shares[next - 1]);
    }
}
