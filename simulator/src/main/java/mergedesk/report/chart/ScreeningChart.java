package mergedesk.report.chart;

import java.awt.Graphics2D;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;

/** How far factors move a measure against how differently they do so from place to place: a Morris design's two numbers of each. */
public final class ScreeningChart {
    private static final int MOST_NAMES = 12;
    private static final float NAME_ROOM = 150;
    private static final int LEFT = 52;
    private static final int RIGHT = Style.WIDTH - 18;
    private static final int TOP = 30;
    private static final int BOTTOM = 262;
    private static final int HEIGHT = 304;
    private static final double DOT = 4; // radius

    private final List<Row> rows;
    private final Reach across;
    private final Reach up;
    private final String label;
    private final String upLabel;
    private final List<Rectangle2D> taken = new ArrayList<>();

    /** A factor; the half-width is that of {@code size}, NaN where there is none. */
    public record Row(String name, double size, double halfWidth, double deviation) {}

    private ScreeningChart(List<Row> rows, Reach across, Reach up, String label, String upLabel) {
        this.rows = rows;
        this.across = across;
        this.up = up;
        this.label = label;
        this.upLabel = upLabel;
    }

    /**
     * The chart.
     *
     * @param rows those first that move it most; only these are named
     * @param factor by which values are multiplied to be in the unit
     */
    public static Chart of(String id, String title, String finding, double factor, String unit, List<Row> rows, List<String> columns, List<List<String>> cells) {
        double most = rows.stream().mapToDouble(row -> (row.size + half(row)) * factor).filter(Double::isFinite).max().orElse(1);
        double high = rows.stream().mapToDouble(row -> row.deviation * factor).filter(Double::isFinite).max().orElse(1);
        Reach across = Reach.rounded(factor, unit, 0, most);
        Reach up = Reach.rounded(factor, unit, 0, high);
        ScreeningChart chart = new ScreeningChart(rows, across, up, across.label("Mean size of its effect, μ*"), up.label("Deviation of its effect, σ"));
        return new Chart(id, title, finding, new Drawing(HEIGHT, chart::paint).svg(id, title, finding), List.of(), columns, cells);
    }

    private static double half(Row row) {
        return Double.isNaN(row.halfWidth) ? 0 : row.halfWidth;
    }

    private double x(double value) {
        return LEFT + (across.within(value * across.factor()) - across.low()) / (across.high() - across.low()) * (RIGHT - LEFT);
    }

    private double y(double value) {
        return BOTTOM - (value * up.factor() - up.low()) / (up.high() - up.low()) * (BOTTOM - TOP);
    }

    private void paint(Graphics2D canvas) {
        canvas.setFont(Style.LABEL);
        canvas.setStroke(Style.HAIR);
        for (double tick = up.low(); tick < up.high() + up.step() / 2; tick += up.step()) {
            canvas.setPaint(Ink.GRID.colour());
            canvas.draw(new Line2D.Double(LEFT, y(tick / up.factor()), RIGHT, y(tick / up.factor())));
            String text = up.tick(tick);
            write(canvas, text, LEFT - 6 - TextWidths.of(text, Style.LABEL_SIZE), y(tick / up.factor()) + 5, Ink.MUTED);
        }
        for (double tick = across.low(); tick < across.high() + across.step() / 2; tick += across.step()) {
            String text = across.tick(tick);
            write(canvas, text, x(tick / across.factor()) - TextWidths.of(text, Style.LABEL_SIZE) / 2, BOTTOM + 17, Ink.MUTED);
        }
        canvas.setPaint(Ink.AXIS.colour());
        canvas.draw(new Line2D.Double(LEFT, BOTTOM, RIGHT, BOTTOM));
        write(canvas, upLabel, 2, 14, Ink.MUTED);
        write(canvas, label, (LEFT + RIGHT - TextWidths.of(label, Style.LABEL_SIZE)) / 2.0, BOTTOM + 37, Ink.MUTED);
        List<Row> known = rows.stream().filter(row -> Double.isFinite(row.size) && Double.isFinite(row.deviation)).toList();
        known.forEach(row -> mark(canvas, row));
        known.stream().limit(MOST_NAMES).forEach(row -> name(canvas, row));
    }

    private static void write(Graphics2D canvas, String text, double x, double y, Ink ink) {
        canvas.setPaint(ink.colour());
        canvas.drawString(text, (float) x, (float) y);
    }

    private void mark(Graphics2D canvas, Row row) {
        canvas.setPaint(Ink.MAIN.colour());
        canvas.setStroke(Style.LINE);
        canvas.draw(new Line2D.Double(x(row.size - half(row)), y(row.deviation), x(row.size + half(row)), y(row.deviation)));
        Rectangle2D dot = new Rectangle2D.Double(x(row.size) - DOT, y(row.deviation) - DOT, 2 * DOT, 2 * DOT);
        canvas.fill(dot);
        taken.add(dot);
        taken.add(new Rectangle2D.Double(x(row.size - half(row)), y(row.deviation) - 1, x(row.size + half(row)) - x(row.size - half(row)), 2));
    }

    /** Where there is room: above, below, further away, else not at all, as the table has it too. */
    private void name(Graphics2D canvas, Row row) {
        String text = TextWidths.fit(row.name, Style.LABEL_SIZE, NAME_ROOM);
        double width = TextWidths.of(text, Style.LABEL_SIZE);
        double left = Math.max(LEFT + 2, Math.min(RIGHT - width, x(row.size) - width / 2));
        for (double base : new double[] {y(row.deviation) - 9, y(row.deviation) + 20, y(row.deviation) - 24, y(row.deviation) + 35}) {
            Rectangle2D room = new Rectangle2D.Double(left, base - 12, width, 15);
            if (room.getMinY() > TOP - 14 && room.getMaxY() < BOTTOM && taken.stream().noneMatch(room::intersects)) {
                taken.add(room);
                write(canvas, text, left, base, Ink.TEXT);
                return;
            }
        }
    }
}
