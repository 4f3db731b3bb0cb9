package mergedesk.report;

import java.util.List;

/**
 * A table of a page, ready to be read. The first cell of a row names the row.
 *
 * @param id unique in the page
 * @param note what is left out and where it is; empty when nothing is
 * @param folds whether each row becomes a block on a telephone
 */
public record Grid(String id, String caption, String note, List<Column> columns, List<List<String>> rows, boolean folds) {
    private static final int SHEET = 24; // rows

    /** One that is scrolled where there is no room for it. */
    Grid(String id, String caption, String note, List<Column> columns, List<List<String>> rows) {
        this(id, caption, note, columns, rows, false);
    }

    /** The same, of which each row becomes a block where there is no room for it. */
    Grid folding() {
        return new Grid(id, caption, note, columns, rows, true);
    }

    /** Whether it fits on a sheet of paper, and so is kept together. */
    public boolean isShort() {
        return rows.size() <= SHEET;
    }

    /** A column: its heading and how its cells stand. */
    public record Column(String heading, Kind kind) {
        /** CSS class. */
        public String css() {
            return kind == Kind.NUMBER ? "number" : kind == Kind.CODE ? "code" : "words";
        }
    }

    /** How cells stand: numbers to the right, words to the left, code as typed. */
    public enum Kind {
        NUMBER,
        WORDS,
        CODE
    }

    static Column number(String heading) {
        return new Column(heading, Kind.NUMBER);
    }

    static Column words(String heading) {
        return new Column(heading, Kind.WORDS);
    }

    static Column code(String heading) {
        return new Column(heading, Kind.CODE);
    }
}
