package mergedesk.report.chart;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import mergedesk.report.text.NumberText;
import mergedesk.results.Study.DeskPicture;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.plot.XYPlot;
import org.jfree.data.xy.XYSeries;

/** Load and staffing of a desk against the time of an average weekday on which it is open. */
public final class LoadChart {
    private static final int MOST_TICKS = 6;

    private final DeskPicture desk;
    private final boolean others;
    private final int first;
    private final int end;

    private LoadChart(DeskPicture desk, boolean others) {
        this.desk = desk;
        this.others = others;
        int[] used = IntStream.range(0, desk.intervals().size())
                .filter(i -> desk.offeredLoad()[i] > 0 || desk.scheduled()[i] > 0 || desk.busy()[i] > 0)
                .toArray();
        first = used.length == 0 ? 0 : used[0];
        end = used.length == 0 ? desk.intervals().size() : used[used.length - 1] + 1;
    }

    /**
     * The chart.
     *
     * @param others whether agents have other work than to talk to those who come: work that waits on desks, or calls to people of a list
     * @param id unique in the page
     */
    public static Chart of(DeskPicture desk, boolean others, String id) {
        return new LoadChart(desk, others).chart(id);
    }

    /** Whether there is anything to draw. */
    public static boolean isPossible(DeskPicture desk) {
        return !desk.intervals().isEmpty();
    }

    private Chart chart(String id) {
        double most = IntStream.range(first, end)
                .mapToDouble(i -> Math.max(desk.scheduled()[i], Math.max(desk.busy()[i], desk.offeredLoad()[i])))
                .max()
                .orElse(1);
        double step = Style.niceStep(Math.max(most, 1), 5);
        double top = step * StrictMath.ceil(Math.max(most, 1) * 1.02 / step);
        NumberAxis time = Style.axis("Time of day", first, end, tickStep(), this::timeAt);
        XYPlot plot = Style.xyPlot(time, Style.axis(0, top, step, Style.numbers(step)));
        Lines lines = new Lines(plot);
        lines.area(steps(desk.busy()), Ink.MAIN_AREA);
        lines.line(steps(desk.busy()), Ink.MAIN, Style.HAIR);
        lines.line(steps(desk.offeredLoad()), Ink.LOAD, Style.DASHED);
        lines.line(steps(desk.scheduled()), Ink.MAIN, Style.LINE);
        String title = "Load and staffing through the day";
        String svg = new Drawing(plot, "Agents; load in Erlang").svg(id, title, finding());
        return new Chart(
                id,
                title,
                finding(),
                svg,
                List.of(
                        new Chart.Key("main", "agents scheduled"),
                        new Chart.Key("main-area", others ? "agents busy, with whatever work" : "agents busy"),
                        new Chart.Key("load dashed", others ? "offered load of people who call, visit or chat, Erlang" : "offered load, Erlang")),
                List.of("Time of day", "Offered load (Erlang)", "Agents scheduled", "Agents busy"),
                rows());
    }

    private String finding() {
        int peak = IntStream.range(first, end)
                .reduce((a, b) -> desk.offeredLoad()[b] > desk.offeredLoad()[a] ? b : a)
                .orElse(first);
        if (desk.offeredLoad()[peak] == 0) {
            int busiest = IntStream.range(first, end).reduce((a, b) -> desk.busy()[b] > desk.busy()[a] ? b : a).orElse(first);
            return "On an average open weekday most agents are busy at " + desk.intervals().get(busiest) + ": " + NumberText.brief(desk.busy()[busiest]) + " of "
                    + NumberText.brief(desk.scheduled()[busiest]) + " scheduled. Nobody calls: their work waits on the desk, or they call.";
        }
        return "On an average open weekday the load is highest at "
                + desk.intervals().get(peak) + ": "
                + NumberText.brief(desk.offeredLoad()[peak]) + " Erlang, with "
                + NumberText.brief(desk.scheduled()[peak]) + " agents scheduled, of whom "
                + NumberText.brief(desk.busy()[peak]) + " were busy" + (others ? ", some with work that nobody waits for at the desk." : ".");
    }

    private List<List<String>> rows() {
        List<List<String>> rows = new ArrayList<>();
        for (int i = first; i < end; i++) {
            rows.add(List.of(
                    desk.intervals().get(i),
                    NumberText.fixed(desk.offeredLoad()[i], 1),
                    NumberText.fixed(desk.scheduled()[i], 1),
                    NumberText.fixed(desk.busy()[i], 1)));
        }
        return rows;
    }

    /** A corner at both ends of each interval, so that lines show steps. */
    private XYSeries steps(double[] values) {
        XYSeries series = new XYSeries("", false);
        for (int i = first; i < end; i++) {
            series.add(i, values[i]);
            series.add(i + 1.0, values[i]);
        }
        return series;
    }

    /** Whole hours where the interval divides an hour. */
    private int tickStep() {
        int perHour = Math.max(1, (int) desk.intervals().stream()
                .filter(label -> label.startsWith(desk.intervals().get(0).substring(0, 2)))
                .count());
        int hours = Arrays.stream(new int[] {1, 2, 3, 4, 6, 12})
                .filter(h -> (end - first) / (perHour * h) <= MOST_TICKS)
                .findFirst()
                .orElse(24);
        return perHour * hours;
    }

    private String timeAt(double index) {
        int i = (int) StrictMath.rint(index);
        return i >= 0 && i < desk.intervals().size() ? desk.intervals().get(i) : "";
    }
}
