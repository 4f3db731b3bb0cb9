package mergedesk.report;

import java.util.ArrayList;
import java.util.List;

/**
 * A plain table for the console, at most 80 columns wide: the first column is cut to fit, the others stand to the right.
 */
final class TextTable {
    static final int WIDTH = 80;

    private static final String GAP = "  ";
    private static final int LEAST_FIRST = 12;

    private final List<List<String>> rows = new ArrayList<>();

    TextTable(String... headings) {
        rows.add(List.of(headings));
    }

    void add(String... cells) {
        rows.add(List.of(cells));
    }

    @Override
    public String toString() {
        int columns = rows.get(0).size();
        int[] widths = new int[columns];
        for (List<String> row : rows) {
            for (int i = 0; i < columns; i++) {
                widths[i] = Math.max(widths[i], row.get(i).length());
            }
        }
        int others = 0;
        for (int i = 1; i < columns; i++) {
            others += widths[i] + GAP.length();
        }
        widths[0] = Math.min(widths[0], Math.max(LEAST_FIRST, WIDTH - others));
        StringBuilder text = new StringBuilder();
        for (List<String> row : rows) {
            StringBuilder line = new StringBuilder(left(row.get(0), widths[0]));
            for (int i = 1; i < columns; i++) {
                line.append(GAP)
                        .append(" ".repeat(widths[i] - row.get(i).length()))
                        .append(row.get(i));
            }
            text.append(line.toString().stripTrailing()).append('\n');
        }
        return text.toString();
    }

    /** Breaks a paragraph between words; lines after the first are indented. */
    static String wrap(String paragraph, String indent) {
        StringBuilder text = new StringBuilder();
        int used = 0;
        for (String word : paragraph.split(" ", -1)) {
            if (used > 0 && used + 1 + word.length() > WIDTH) {
                text.append('\n').append(indent);
                used = indent.length();
            } else if (used > 0) {
                text.append(' ');
                used++;
            }
            text.append(word);
            used += word.length();
        }
        return text.append('\n').toString();
    }

    private static String left(String cell, int width) {
        return cell.length() > width ? cell.substring(0, width - 3) + "..." : cell + " ".repeat(width - cell.length());
    }
}
