package mergedesk.report.chart;

import java.awt.Graphics2D;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import java.util.List;

/** Bars with their intervals, one or two for each name: how much of something is due to each. */
public final class SizeChart {
    private static final int NAME_ROOM = 150;
    private static final int LEFT = 160;
    private static final int RIGHT = Style.WIDTH - 20;
    private static final int TOP = 6;
    private static final int BAR = 13;
    private static final int GAP = 12; // between names
    private static final int BELOW = 42;

    private final List<Row> rows;
    private final Reach reach;
    private final String label;

    /** A bar, in units of the axis; ends are NaN where there is no interval. */
    public record Bar(double value, double low, double high) {}

    /** A name with as many bars as there are kinds. */
    public record Row(String name, List<Bar> bars) {}

    private SizeChart(List<Row> rows, Reach reach, String label) {
        this.rows = rows;
        this.reach = reach;
        this.label = label;
    }

    /**
     * The chart.
     *
     * @param axis what bars measure
     * @param factor by which values are multiplied to be in the unit
     * @param kinds what the bars of a name are, one or two; the first is dark
     */
    public static Chart of(String id, String title, String finding, String axis, double factor, String unit, List<String> kinds, List<Row> rows, List<String> columns, List<List<String>> cells) {
        double low = 0;
        double high = 0;
        for (Row row : rows) {
            for (Bar bar : row.bars) {
                low = Math.min(low, least(bar) * factor);
                high = Math.max(high, most(bar) * factor);
            }
        }
        Reach reach = Reach.rounded(factor, unit, low, high);
        SizeChart chart = new SizeChart(rows, reach, reach.label(axis));
        String svg = new Drawing(chart.bottom() + BELOW, chart::paint).svg(id, title, finding);
        List<Chart.Key> key = kinds.size() < 2 ? List.of() : List.of(new Chart.Key("main-solid", kinds.get(0)), new Chart.Key("main-area", kinds.get(1)));
        return new Chart(id, title, finding, svg, key, columns, cells);
    }

    private static double least(Bar bar) {
        return Double.isNaN(bar.value) ? 0 : Double.isNaN(bar.low) ? bar.value : Math.min(bar.value, bar.low);
    }

    private static double most(Bar bar) {
        return Double.isNaN(bar.value) ? 0 : Double.isNaN(bar.high) ? bar.value : Math.max(bar.value, bar.high);
    }

    private int rowHeight() {
        return BAR * rows.get(0).bars.size() + GAP;
    }

    private int bottom() {
        return TOP + rows.size() * rowHeight();
    }

    private double at(double value) {
        return LEFT + (value - reach.low()) / (reach.high() - reach.low()) * (RIGHT - LEFT);
    }

    private void paint(Graphics2D canvas) {
        canvas.setFont(Style.LABEL);
        canvas.setStroke(Style.HAIR);
        for (double tick = reach.low(); tick < reach.high() + reach.step() / 2; tick += reach.step()) {
            canvas.setPaint(Ink.GRID.colour());
            canvas.draw(new Line2D.Double(at(tick), TOP, at(tick), bottom()));
            centred(canvas, reach.tick(tick), at(tick), bottom() + 16);
        }
        for (int i = 0; i < rows.size(); i++) {
            paint(canvas, rows.get(i), TOP + i * rowHeight() + GAP / 2.0);
        }
        canvas.setStroke(Style.HAIR);
        canvas.setPaint(Ink.AXIS.colour());
        canvas.draw(new Line2D.Double(at(0), TOP, at(0), bottom()));
        centred(canvas, TextWidths.fit(label, Style.LABEL_SIZE, RIGHT - LEFT + 40), (LEFT + RIGHT) / 2.0, bottom() + 35);
    }

    private static void centred(Graphics2D canvas, String text, double x, double y) {
        canvas.setPaint(Ink.MUTED.colour());
        canvas.drawString(text, (float) (x - TextWidths.of(text, Style.LABEL_SIZE) / 2), (float) y);
    }

    private void paint(Graphics2D canvas, Row row, double top) {
        String name = TextWidths.fit(row.name, Style.LABEL_SIZE, NAME_ROOM);
        canvas.setPaint(Ink.TEXT.colour());
        canvas.drawString(name, LEFT - 8 - TextWidths.of(name, Style.LABEL_SIZE), (float) (top + row.bars.size() * BAR / 2.0 + 5));
        for (int i = 0; i < row.bars.size(); i++) {
            Bar bar = row.bars.get(i);
            if (!Double.isNaN(bar.value)) {
                double from = at(Math.min(0, bar.value * reach.factor()));
                double to = at(Math.max(0, bar.value * reach.factor()));
                Rectangle2D box = new Rectangle2D.Double(from, top + i * BAR + 1, to - from, BAR - 2);
                canvas.setStroke(Style.HAIR);
                canvas.setPaint((i == 0 ? Ink.MAIN : Ink.MAIN_AREA).colour());
                canvas.fill(box);
                canvas.setPaint(Ink.MAIN.colour());
                canvas.draw(box);
                canvas.setStroke(Style.LINE);
                canvas.setPaint(Ink.LOAD.colour());
                canvas.draw(new Line2D.Double(at(least(bar) * reach.factor()), top + (i + 0.5) * BAR, at(most(bar) * reach.factor()), top + (i + 0.5) * BAR));
            }
        }
    }
}
