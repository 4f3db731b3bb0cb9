package mergedesk.report;

import java.util.List;

/**
 * A response over two factors: a table whose cells are the darker the higher. Numbers stand in the cells where there is room; else they are there for those who do not see.
 *
 * @param id unique in the page
 * @param caption what it shows
 * @param note what the cells are
 * @param corner the two factors
 * @param legend from the palest to the darkest, each with what it stands for
 * @param isNumbered whether cells show their numbers
 */
public record SweepHeat(String id, String caption, String note, String corner, List<String> columns, List<Line> lines, List<Cell> legend, boolean isNumbered) {
    /** A row. */
    public record Line(String name, List<Cell> cells) {}

    /** A value and the class of its shade; that is empty where there is none. */
    public record Cell(String text, String css) {}
}
