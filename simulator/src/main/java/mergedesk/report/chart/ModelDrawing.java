package mergedesk.report.chart;

import java.awt.BasicStroke;
import java.awt.Graphics2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.util.List;

/** Columns of boxes, such as who calls, which desk they reach and who answers there, and bands from one column to the next that are the wider, the more pass. */
public final class ModelDrawing {
    private static final int LINE = 17; // from one line of text to the next
    private static final int PADDING = 5;
    private static final int GAP = 9; // between boxes
    private static final int HEADING = 24;
    private static final double WIDEST = 11;
    private static final float[] DASHES = {4, 3};

    private final List<Column> columns;
    private final List<Band> bands;
    private final double[][] top;
    private final int height;

    /**
     * A box.
     *
     * @param lines its name, then what else there is to say; each is cut to the width
     */
    public record Box(List<String> lines) {
        private double height() {
            return lines.size() * LINE + 2 * PADDING - 3;
        }
    }

    /**
     * Boxes one below the other.
     *
     * @param left where they begin, of a width of 460
     * @param accented whether their frames stand out
     */
    public record Column(String heading, double left, double width, boolean accented, List<Box> boxes) {}

    /**
     * A band from a box to one of the next column.
     *
     * @param column of the box from which it comes
     * @param share of all that passes, 0 to 1
     * @param dashed for what only comes when another fails
     */
    public record Band(int column, int from, int to, double share, boolean dashed) {
        /** One that is not dashed. */
        public Band(int column, int from, int to, double share) {
            this(column, from, to, share, false);
        }
    }

    private ModelDrawing(List<Column> columns, List<Band> bands) {
        this.columns = columns;
        this.bands = bands;
        double most = columns.stream().mapToDouble(column -> height(column.boxes)).max().orElse(0);
        top = columns.stream().map(column -> tops(column.boxes, most)).toArray(double[][]::new);
        height = (int) Math.ceil(HEADING + most + 2);
    }

    /** The chart; {@code headings} and {@code rows} are its numbers. */
    public static Chart of(String id, String title, String finding, List<Column> columns, List<Band> bands, List<String> headings, List<List<String>> rows) {
        ModelDrawing drawing = new ModelDrawing(columns, bands);
        String svg = new Drawing(drawing.height, drawing::paint).svg(id, title, finding);
        return new Chart(id, title, finding, svg, List.of(), headings, rows);
    }

    private static double height(List<Box> boxes) {
        return boxes.stream().mapToDouble(Box::height).sum() + GAP * Math.max(0, boxes.size() - 1);
    }

    /** Spread over the height of the highest column. */
    private static double[] tops(List<Box> boxes, double most) {
        double free = (most - height(boxes)) / Math.max(1, boxes.size());
        double[] tops = new double[boxes.size()];
        double at = HEADING + free / 2;
        for (int box = 0; box < tops.length; box++) {
            tops[box] = at;
            at += boxes.get(box).height() + GAP + free;
        }
        return tops;
    }

    private void paint(Graphics2D canvas) {
        canvas.setFont(Style.LABEL);
        bands.forEach(band -> paint(canvas, band));
        for (int column = 0; column < columns.size(); column++) {
            canvas.setPaint(Ink.MUTED.colour());
            canvas.drawString(columns.get(column).heading(), (float) columns.get(column).left(), LINE - 4f);
            for (int box = 0; box < columns.get(column).boxes().size(); box++) {
                paint(canvas, columns.get(column), columns.get(column).boxes().get(box), top[column][box]);
            }
        }
    }

    private static void paint(Graphics2D canvas, Column column, Box box, double top) {
        canvas.setStroke(Style.HAIR);
        canvas.setPaint((column.accented() ? Ink.MAIN : Ink.AXIS).colour());
        canvas.draw(new Rectangle2D.Double(column.left(), top, column.width(), box.height()));
        for (int line = 0; line < box.lines().size(); line++) {
            canvas.setPaint((line == 0 ? Ink.TEXT : Ink.MUTED).colour());
            String text = TextWidths.fit(box.lines().get(line), Style.LABEL_SIZE, (float) column.width() - 2 * PADDING);
            canvas.drawString(text, (float) column.left() + PADDING, (float) top + PADDING + (line + 1) * LINE - 6f);
        }
    }

    private void paint(Graphics2D canvas, Band band) {
        double x = columns.get(band.column()).left() + columns.get(band.column()).width();
        double end = columns.get(band.column() + 1).left();
        double middle = (x + end) / 2;
        Path2D path = new Path2D.Double();
        path.moveTo(x, middleOf(band.column(), band.from()));
        path.curveTo(middle, middleOf(band.column(), band.from()), middle, middleOf(band.column() + 1, band.to()), end, middleOf(band.column() + 1, band.to()));
        float width = (float) (1 + (WIDEST - 1) * band.share());
        canvas.setStroke(band.dashed() ? new BasicStroke(width, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND, 1, DASHES, 0) : new BasicStroke(width, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND));
        canvas.setPaint(Ink.MAIN_AREA.colour());
        canvas.draw(path);
    }

    private double middleOf(int column, int box) {
        return top[column][box] + columns.get(column).boxes().get(box).height() / 2;
    }
}
