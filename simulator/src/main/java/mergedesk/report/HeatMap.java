package mergedesk.report;

import java.util.List;

/**
 * Levels at a glance: a table whose cells are the darker the lower. Numbers stand in the cells, so that colour is never alone.
 *
 * @param id unique in the page
 * @param caption what the numbers are
 * @param finding what is to be seen; empty when nothing is
 * @param corner heading of the rows' names
 */
public record HeatMap(String id, String caption, String finding, String corner, List<String> columns, List<Line> lines) {
    /** A row. */
    public record Line(String name, List<Cell> cells) {}

    /** A level in per cent; {@code css} tells how low it is. Both are empty where there is none. */
    public record Cell(String text, String css) {}
}
