package mergedesk.cli;

import java.util.List;

/** Texts in columns, for a terminal. */
final class Columns {
    private static final String BETWEEN = "  ";

    private Columns() {}

    /** Rows of equally many cells, each column as wide as its widest cell; numbers to the right. */
    static String of(List<List<String>> rows) {
        int[] widths = new int[rows.get(0).size()];
        rows.forEach(row -> {
            for (int i = 0; i < widths.length; i++) {
                widths[i] = Math.max(widths[i], row.get(i).length());
            }
        });
        StringBuilder text = new StringBuilder();
        for (List<String> row : rows) {
            StringBuilder line = new StringBuilder();
            for (int i = 0; i < widths.length; i++) {
                String cell = row.get(i);
                String room = " ".repeat(widths[i] - cell.length());
                line.append(i > 0 ? BETWEEN : "").append(cell.matches("-?[0-9.]+.*") ? room + cell : cell + room);
            }
            text.append(line.toString().stripTrailing()).append('\n');
        }
        return text.toString();
    }
}
