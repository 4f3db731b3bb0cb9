package mergedesk.report.chart;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.Stroke;
import java.awt.geom.Line2D;
import java.awt.geom.Path2D;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** Parallel coordinates: an upright axis for each factor and one for the response, and a line across them for each point, in a colour that says how large the response is. */
public final class ParallelChart {
    private static final int STEPS = 5;
    private static final int LAYERS = 8; // so that no colour lies on top of all others
    private static final int FAINT = 150; // of 255
    private static final int LEFT = 32;
    private static final int RIGHT = Style.WIDTH - 34;
    private static final int TOP = 62;
    private static final int BOTTOM = 300;
    private static final int HEIGHT = 322;
    private static final int NAME = 16; // height of a line of names
    private static final int MANY = 150; // lines
    private static final Stroke THIN = new BasicStroke(0.7f);
    private static final Stroke USUAL = new BasicStroke(1.3f);

    private final List<Axis> axes;
    private final List<Line> lines;

    /** An axis and what stands at its ends. */
    public record Axis(String name, String low, String high) {}

    /** A point: its place on each axis, 0 to 1; the last is the response's. */
    public record Line(double[] places) {}

    private ParallelChart(List<Axis> axes, List<Line> lines) {
        this.axes = axes;
        this.lines = lines;
    }

    /** The chart; {@code reach} is that of the response, from its least to its greatest value. */
    public static Chart of(String id, String title, String finding, List<Axis> axes, List<Line> lines, Reach reach, List<String> columns, List<List<String>> rows) {
        ParallelChart chart = new ParallelChart(axes, lines);
        List<Chart.Key> key = new ArrayList<>();
        double part = (reach.high() - reach.low()) / STEPS;
        for (int i = 0; i < STEPS; i++) {
            key.add(new Chart.Key("ramp-" + i, reach.text(reach.low() + i * part) + " to " + reach.text(reach.low() + (i + 1) * part)));
        }
        return new Chart(id, title, finding, new Drawing(HEIGHT, chart::paint).svg(id, title, finding), key, columns, rows);
    }

    private double x(int axis) {
        return LEFT + (double) axis * (RIGHT - LEFT) / (axes.size() - 1);
    }

    private void paint(Graphics2D canvas) {
        boolean isMany = lines.size() > MANY;
        for (int layer = 0; layer < LAYERS; layer++) {
            for (int step = 0; step < STEPS; step++) {
                Path2D path = new Path2D.Double();
                for (int i = layer; i < lines.size(); i += LAYERS) {
                    if (step(lines.get(i)) == step) {
                        add(path, lines.get(i));
                    }
                }
                Color ink = Ink.values()[Ink.RAMP_0.ordinal() + step].colour();
                canvas.setPaint(isMany ? new Color(ink.getRed(), ink.getGreen(), ink.getBlue(), FAINT) : ink);
                canvas.setStroke(isMany ? THIN : USUAL);
                if (path.getCurrentPoint() != null) {
                    canvas.draw(path);
                }
            }
        }
        canvas.setFont(Style.LABEL);
        canvas.setStroke(Style.LINE);
        double gap = (double) (RIGHT - LEFT) / (axes.size() - 1);
        for (int i = 0; i < axes.size(); i++) {
            canvas.setPaint(Ink.AXIS.colour());
            canvas.draw(new Line2D.Double(x(i), TOP, x(i), BOTTOM));
            text(canvas, axes.get(i).name, x(i), TOP - 26 - NAME * (i % 2), 2 * gap - 8, Ink.TEXT);
            text(canvas, axes.get(i).high, x(i), TOP - 6, gap - 6, Ink.MUTED);
            text(canvas, axes.get(i).low, x(i), BOTTOM + NAME, gap - 6, Ink.MUTED);
        }
    }

    private static int step(Line line) {
        return (int) Math.min(STEPS - 1, Math.max(0, line.places[line.places.length - 1] * STEPS));
    }

    private void add(Path2D path, Line line) {
        IntStream.range(0, axes.size()).forEach(i -> {
            double y = BOTTOM - line.places[i] * (BOTTOM - TOP);
            if (i == 0) {
                path.moveTo(x(i), y);
            } else {
                path.lineTo(x(i), y);
            }
        });
    }

    private static void text(Graphics2D canvas, String text, double x, double y, double room, Ink ink) {
        String shown = TextWidths.fit(text, Style.LABEL_SIZE, (float) room);
        float width = TextWidths.of(shown, Style.LABEL_SIZE);
        canvas.setPaint(ink.colour());
        canvas.drawString(shown, (float) Math.max(0, Math.min(Style.WIDTH - width, x - width / 2)), (float) y);
    }
}
