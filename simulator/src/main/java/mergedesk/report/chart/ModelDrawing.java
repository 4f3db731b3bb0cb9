package mergedesk.report.chart;

import java.awt.BasicStroke;
import java.awt.Graphics2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;

/** Columns of boxes, such as who calls, which desk they reach and who answers there, and bands from one column to the next that are the wider, the more pass; lines that leave a column out run below it. */
public final class ModelDrawing {
    private static final int LINE = 17; // from one line of text to the next
    private static final int PADDING = 5;
    private static final int GAP = 9; // between boxes
    private static final int HEADING = 24;
    private static final int NAME_LINES = 3;
    private static final int LANE_GAP = 6; // between lines below the boxes
    private static final double WIDEST = 11;
    private static final float[] DASHES = {4, 3};

    private final List<Column> columns;
    private final List<Band> bands;
    private final List<Line> lines;
    private final double[][] top;
    private final double bottom; // of the boxes
    private final int height;

    /**
     * A box.
     *
     * @param lines its name, which takes several lines where it must, then what else there is to say; each is cut to the width
     */
    public record Box(List<String> lines) {
        /** The name, in one line or more. */
        private List<String> name(double width) {
            return TextWidths.wrap(lines.get(0), Style.LABEL_SIZE, room(width), NAME_LINES);
        }

        private double height(double width) {
            return (name(width).size() + lines.size() - 1) * LINE + 2 * PADDING - 3;
        }

        private static float room(double width) {
            return (float) width - 2 * PADDING;
        }
    }

    /**
     * Boxes one below the other.
     *
     * @param left where they begin, of a width of 460
     * @param accented whether their frames stand out
     */
    public record Column(String heading, double left, double width, boolean accented, List<Box> boxes) {
        private double height(int box) {
            return boxes.get(box).height(width);
        }
    }

    /**
     * A line from boxes of a column to one of the next but one.
     *
     * @param column of the boxes from which it comes
     * @param name written on it
     */
    public record Line(String name, int column, List<Integer> from, int to) {}

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

    private ModelDrawing(List<Column> columns, List<Band> bands, List<Line> lines) {
        this.columns = columns;
        this.bands = bands;
        this.lines = lines;
        double most = columns.stream().mapToDouble(ModelDrawing::height).max().orElse(0);
        top = columns.stream().map(column -> tops(column, most)).toArray(double[][]::new);
        bottom = HEADING + most;
        height = (int) Math.ceil(bottom + lines.stream().mapToDouble(this::lane).sum() + 2);
    }

    /** The chart; {@code headings} and {@code rows} are its numbers. */
    public static Chart of(String id, String title, String finding, List<Column> columns, List<Band> bands, List<String> headings, List<List<String>> rows) {
        return of(id, title, finding, columns, bands, List.of(), headings, rows);
    }

    /** The same with lines below. */
    public static Chart of(String id, String title, String finding, List<Column> columns, List<Band> bands, List<Line> lines, List<String> headings, List<List<String>> rows) {
        ModelDrawing drawing = new ModelDrawing(columns, bands, lines);
        String svg = new Drawing(drawing.height, drawing::paint).svg(id, title, finding);
        return new Chart(id, title, finding, svg, List.of(), headings, rows);
    }

    private static double height(Column column) {
        return column.boxes.stream().mapToDouble(box -> box.height(column.width)).sum() + GAP * Math.max(0, column.boxes.size() - 1);
    }

    /** Spread over the height of the highest column. */
    private static double[] tops(Column column, double most) {
        double free = (most - height(column)) / Math.max(1, column.boxes.size());
        double[] tops = new double[column.boxes.size()];
        double at = HEADING + free / 2;
        for (int box = 0; box < tops.length; box++) {
            tops[box] = at;
            at += column.height(box) + GAP + free;
        }
        return tops;
    }

    private void paint(Graphics2D canvas) {
        canvas.setFont(Style.LABEL);
        bands.forEach(band -> paint(canvas, band));
        double lane = bottom;
        for (Line line : lines) {
            lane += lane(line);
            paint(canvas, line, lane - 3);
        }
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
        canvas.draw(new Rectangle2D.Double(column.left(), top, column.width(), box.height(column.width())));
        List<String> text = new ArrayList<>(box.name(column.width()));
        int name = text.size();
        box.lines().stream().skip(1).forEach(line -> text.add(TextWidths.fit(line, Style.LABEL_SIZE, Box.room(column.width()))));
        for (int line = 0; line < text.size(); line++) {
            canvas.setPaint((line < name ? Ink.TEXT : Ink.MUTED).colour());
            canvas.drawString(text.get(line), (float) column.left() + PADDING, (float) top + PADDING + (line + 1) * LINE - 6f);
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

    /** Out of the boxes, down to its lane, along below the column between, where its name stands on it, and up to the box where it ends. */
    private void paint(Graphics2D canvas, Line line, double lane) {
        Column between = columns.get(line.column() + 1);
        Column last = columns.get(line.column() + 2);
        double start = columns.get(line.column()).left() + columns.get(line.column()).width();
        double end = between.left() + between.width();
        Path2D path = new Path2D.Double();
        for (int box : line.from()) {
            path.moveTo(start, middleOf(line.column(), box));
            down(path, start, middleOf(line.column(), box), between.left(), lane);
        }
        path.lineTo(end, lane);
        down(path, end, lane, last.left(), middleOf(line.column() + 2, line.to()));
        canvas.setStroke(Style.HAIR);
        canvas.setPaint(Ink.AXIS.colour());
        canvas.draw(path);
        canvas.setPaint(Ink.MUTED.colour());
        List<String> name = name(line);
        for (int i = 0; i < name.size(); i++) {
            canvas.drawString(name.get(i), (float) between.left(), (float) lane - 4f - (name.size() - 1 - i) * LINE);
        }
    }

    private List<String> name(Line line) {
        return TextWidths.wrap(line.name(), Style.LABEL_SIZE, (float) columns.get(line.column() + 1).width(), NAME_LINES);
    }

    /** How high the lane of a line is. */
    private double lane(Line line) {
        return name(line).size() * LINE + LANE_GAP;
    }

    private static void down(Path2D path, double x, double y, double toX, double toY) {
        double middle = (x + toX) / 2;
        path.curveTo(middle, y, middle, toY, toX, toY);
    }

    private double middleOf(int column, int box) {
        return top[column][box] + columns.get(column).height(box) / 2;
    }
}
