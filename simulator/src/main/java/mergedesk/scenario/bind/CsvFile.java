package mergedesk.scenario.bind;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRow;
import java.io.FilterReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import mergedesk.scenario.Limits;
import mergedesk.scenario.io.Reading;
import mergedesk.scenario.text.Misread;
import mergedesk.scenario.text.Syntax;
import mergedesk.scenario.tree.Faults;
import mergedesk.scenario.tree.Layers;
import mergedesk.scenario.tree.Place;
import mergedesk.scenario.tree.SourceFiles;
import mergedesk.scenario.tree.Tree;
import mergedesk.scenario.tree.TreePath;

/**
 * Streams the rows of one CSV file whose first line names the columns.
 *
 * <p>Reading stops at the twentieth fault, and past five million rows or 256 MB.
 */
final class CsvFile {
    private static final long MOST_BYTES = 256L << 20;
    private static final int MOST_ROWS = 5_000_000;
    private static final int ENOUGH_FAULTS = 20;

    private final SourceFiles files;
    private final Faults faults;
    private final Path file;
    /** The columns by name, with their numbers. */
    private final Map<String, Integer> header = new HashMap<>();

    private int faultCount;

    CsvFile(SourceFiles files, Faults faults, Path file) {
        this.files = files;
        this.faults = faults;
        this.file = file;
    }

    /** The file that a text of the scenario names. */
    static CsvFile named(Tree.Leaf name, SourceFiles files, Faults faults) {
        try {
            return new CsvFile(files, faults, Layers.resolve(name));
        } catch (InvalidPathException e) {
            throw new Misread("this is not the name of a file", "write the name of a CSV file beside the scenario");
        }
    }

    /** The name in {@code {file: name}}, or null with a fault. */
    static Tree.Leaf only(Tree.Table table, String path, Faults faults) {
        Tree name = table.get("file");
        for (Map.Entry<String, Tree.Entry> entry : table.entries().entrySet()) {
            if (!entry.getKey().equals("file")) {
                faults.add(
                        entry.getValue().keyPlace(),
                        TreePath.join(path, entry.getKey()),
                        "",
                        "this key cannot stand here",
                        "write {file: name.csv} alone");
                return null;
            }
        }
        if (!(name instanceof Tree.Leaf leaf) || leaf.text() == null) {
            faults.add(
                    name == null ? table : name,
                    TreePath.join(path, "file"),
                    "the name of a CSV file is needed here",
                    "write {file: name.csv}");
            return null;
        }
        return leaf;
    }

    Path file() {
        return file;
    }

    /** One row; its cells are asked for by column name. */
    final class Row {
        private final CsvRow cells;

        private Row(CsvRow cells) {
            this.cells = cells;
        }

        /** The cell, or null when it is empty or the file has no such column. */
        Tree.Leaf cell(String column) {
            Integer index = header.get(column);
            String text = index == null || index >= cells.getFieldCount()
                    ? ""
                    : cells.getField(index).strip();
            return text.isEmpty() ? null : new Tree.Leaf(place(), text);
        }

        /** The value of a cell that must not be empty, or null with a fault. */
        <T> T need(String column, Syntax<T> syntax, Limits limits, Leaves leaves) {
            Tree.Leaf cell = cell(column);
            if (cell == null) {
                fault(column, "", "the cell is empty", "write a value such as " + syntax.example());
                return null;
            }
            return read(column, cell, syntax, limits, leaves);
        }

        /** The value of a cell, or null when it is empty or at fault. */
        <T> T read(String column, Tree.Leaf cell, Syntax<T> syntax, Limits limits, Leaves leaves) {
            T value = leaves.read(syntax, limits, cell, column);
            if (value == null) {
                faultCount++;
            }
            return value;
        }

        Place place() {
            return new Place(file.toString(), null, (int) cells.getOriginalLineNumber(), 0);
        }

        void fault(String column, String found, String rule, String advice) {
            CsvFile.this.fault(place(), column, found, rule, advice);
        }
    }

    /**
     * Hands every row to {@code rows}.
     *
     * @return whether the file was read to its end without a fault
     * @throws Misread when it cannot be read at all
     */
    boolean read(List<String> required, List<String> optional, Consumer<Row> rows) {
        faults.opened(file.toString());
        try (Reader reader = new ShortLines(
                        new InputStreamReader(files.open(file, MOST_BYTES), StandardCharsets.UTF_8.newDecoder()));
                CsvReader csv = CsvReader.builder().build(reader)) {
            for (CsvRow cells : csv) {
                accept(new Row(cells), required, optional, rows);
                if (faultCount >= ENOUGH_FAULTS) {
                    break;
                }
            }
        } catch (UncheckedIOException | IOException e) {
            Throwable cause = e instanceof UncheckedIOException && e.getCause() != null ? e.getCause() : e;
            throw cause instanceof CharacterCodingException
                    ? SourceFiles.binary()
                    : SourceFiles.unreadable((IOException) cause);
        }
        if (header.isEmpty()) {
            throw new Misread(
                    "the file is empty", "begin it with a line of column names: " + String.join(",", required));
        }
        return faultCount == 0;
    }

    private void accept(Row row, List<String> required, List<String> optional, Consumer<Row> rows) {
        if (row.cells.getFields().stream().anyMatch(cell -> cell.indexOf('\0') >= 0)) {
            throw SourceFiles.binary();
        }
        if (header.isEmpty()) {
            begin(row, required, optional);
        } else if (row.cells.getOriginalLineNumber() > MOST_ROWS) {
            fault(
                    row.place(),
                    "",
                    "",
                    "the file has more than 5,000,000 rows",
                    "aggregate it into counts per interval");
            faultCount = ENOUGH_FAULTS;
        } else if (row.cells.getFieldCount() != header.size()) {
            fault(
                    row.place(),
                    "",
                    row.cells.getFieldCount() + " cells",
                    "the first line names " + header.size() + " columns",
                    "check commas and quotation marks");
        } else {
            rows.accept(row);
        }
    }

    private void begin(Row row, List<String> required, List<String> optional) {
        List<String> known = new ArrayList<>(required);
        known.addAll(optional);
        for (String cell : row.cells.getFields()) {
            String column = cell.strip();
            if (header.putIfAbsent(column, header.size()) != null) {
                row.fault(column, "", "the column stands here a second time", "keep one of the two");
            } else if (!known.contains(column)) {
                row.fault(column, "", "this column is not known", faults.suggestion(column, known, "remove it"));
            }
            if (faultCount >= ENOUGH_FAULTS) {
                return;
            }
        }
        for (String column : required) {
            if (!header.containsKey(column)) {
                row.fault(
                        column,
                        "",
                        "this column is missing",
                        "the first line names the columns " + String.join(",", required));
            }
        }
        if (faultCount > 0) {
            faultCount = ENOUGH_FAULTS;
        }
    }

    private void fault(Place place, String column, String found, String rule, String advice) {
        faultCount++;
        faults.add(place, column, found, rule, advice);
    }

    /**
     * The text of a file without its byte order mark, which a quoted heading must not begin with.
     *
     * <p>Refuses a line of which the CSV reader would make more cells than fit the memory.
     */
    private static final class ShortLines extends FilterReader {
        private boolean begun;
        private int length;

        ShortLines(Reader in) {
            super(in);
        }

        @Override
        public int read(char[] buffer, int offset, int count) throws IOException {
            int n = super.read(buffer, offset, count);
            if (!begun && n > 0) {
                begun = true;
                if (buffer[offset] == SourceFiles.BYTE_ORDER_MARK) {
                    System.arraycopy(buffer, offset + 1, buffer, offset, n - 1);
                    return n == 1 ? read(buffer, offset, count) : noted(buffer, offset, n - 1);
                }
            }
            return noted(buffer, offset, n);
        }

        private int noted(char[] buffer, int offset, int n) {
            for (int i = offset; i < offset + n; i++) {
                length = buffer[i] == '\n' || buffer[i] == '\r' ? 0 : length + 1;
                SourceFiles.refuseLonger(length);
            }
            return n;
        }
    }
}
