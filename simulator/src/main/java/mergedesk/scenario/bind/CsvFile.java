package mergedesk.scenario.bind;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRow;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import mergedesk.scenario.Limits;
import mergedesk.scenario.Note;
import mergedesk.scenario.NoteKind;
import mergedesk.scenario.Problem;
import mergedesk.scenario.text.Misread;
import mergedesk.scenario.text.Syntax;
import mergedesk.scenario.tree.Faults;
import mergedesk.scenario.tree.Layers;
import mergedesk.scenario.tree.Place;
import mergedesk.scenario.tree.SourceFiles;
import mergedesk.scenario.tree.Tree;
import mergedesk.scenario.tree.TreePath;
import mergedesk.scenario.tree.Unlisted;

/**
 * Streams the rows of one CSV file whose first line names the columns.
 *
 * <p>Twenty faults are listed, and further rows that have some are counted. Reading stops past five million rows or 256 MB. Cells may be divided by commas, semicolons or tabs;
 * {@link CsvDialect} and {@link CsvText} say what else is understood, and {@link #note} tells it.
 */
final class CsvFile {
    private static final long MOST_BYTES = 256L << 20;
    private static final int MOST_ROWS = 5_000_000;
    private static final int MOST_UNLISTED = 10_000;

    private final SourceFiles files;
    private final Faults faults;
    private final Path file;
    /** The columns by name, with their numbers. */
    private final Map<String, Integer> header = new HashMap<>();

    private CsvDialect dialect;
    private String letters = "";
    private int faultCount;
    /** Whether no further row needs to be looked at. */
    private boolean complete;

    private final Unlisted unlisted = new Unlisted(MOST_UNLISTED);

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

        /** The cell as it stands there, or null when it is empty or the file has no such column. */
        Tree.Leaf cell(String column) {
            Integer index = header.get(column);
            String text = index == null || index >= cells.getFieldCount()
                    ? ""
                    : cells.getField(index).strip();
            return text.isEmpty() ? null : new Tree.Leaf(place(), text);
        }

        /** The number or date in a cell as the language writes it, or null when there is none or, with a fault, when it is in doubt. */
        Tree.Leaf amount(String column) {
            Tree.Leaf cell = cell(column);
            if (cell == null) {
                return null;
            }
            try {
                return new Tree.Leaf(cell.place(), dialect.understood(cell.text()));
            } catch (Misread misread) {
                fault(column, cell.shown(), misread.rule(), misread.advice());
                return null;
            }
        }

        /** The cell as faults name it: with the flow of its row, where rows have one. */
        private String named(String column) {
            Tree.Leaf flow = column.equals("flow") ? null : cell("flow");
            return flow == null ? column : column + " of " + flow.text();
        }

        /** The value of a cell that must not be empty, or null with a fault. */
        <T> T need(String column, Syntax<T> syntax, Limits limits, Leaves leaves) {
            if (cell(column) == null) {
                fault(column, "", "the cell is empty", "write a value such as " + syntax.example());
                return null;
            }
            return read(column, syntax, limits, leaves);
        }

        /** The value of a cell, or null when it is empty or at fault. */
        <T> T read(String column, Syntax<T> syntax, Limits limits, Leaves leaves) {
            Tree.Leaf cell = amount(column);
            if (cell == null) {
                return null;
            }
            T value = leaves.read(syntax, limits, cell, named(column));
            if (value == null) {
                faultCount++;
            }
            return value;
        }

        Place place() {
            return new Place(file.toString(), null, (int) cells.getOriginalLineNumber(), 0);
        }

        void fault(String column, String found, String rule, String advice) {
            CsvFile.this.fault(place(), named(column), found, rule, advice);
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
        List<String> known = Stream.concat(required.stream(), optional.stream()).toList();
        try (CsvText text = new CsvText(files.open(file, MOST_BYTES));
                BufferedReader buffered = new BufferedReader(text)) {
            char separator = CsvDialect.separator(buffered, known);
            dialect = new CsvDialect(separator, () -> evidence(separator));
            for (CsvRow cells : CsvReader.builder().fieldSeparator(separator).build(buffered)) {
                if (complete) {
                    break;
                }
                take(new Row(cells), required, known, rows);
            }
            letters = text.letters();
        } catch (UncheckedIOException | IOException e) {
            throw unreadable(e);
        }
        if (header.isEmpty()) {
            throw new Misread(
                    "the file is empty", "begin it with a line of column names: " + String.join(",", required));
        }
        unlisted.tell(faults::add);
        return faultCount == 0;
    }

    private static Misread unreadable(Exception e) {
        Throwable cause = e instanceof UncheckedIOException && e.getCause() != null ? e.getCause() : e;
        return cause instanceof CharacterCodingException ? SourceFiles.binary() : SourceFiles.unreadable((IOException) cause);
    }

    /** Looks through all cells. */
    private CsvDialect.Evidence evidence(char separator) {
        CsvDialect.Evidence evidence = new CsvDialect.Evidence();
        try (BufferedReader text = new BufferedReader(new CsvText(files.open(file, MOST_BYTES)))) {
            for (CsvRow cells : CsvReader.builder().fieldSeparator(separator).build(text)) {
                cells.getFields().forEach(cell -> evidence.accept(cell.strip()));
            }
        } catch (UncheckedIOException | IOException e) {
            throw unreadable(e);
        }
        return evidence;
    }

    /** What was understood of a file that writes otherwise than the language; to be asked when all of it has been read. */
    Optional<Note> note() {
        String words = dialect == null ? "" : dialect.words() + (letters.isEmpty() ? "" : ", " + letters);
        return words.isEmpty()
                ? Optional.empty()
                : Optional.of(new Note(NoteKind.TABLE_UNDERSTOOD, new Problem(file.toString(), 0, 0, "", "", "understood as a table with " + words.substring(2), "")));
    }

    /** Takes a row; beyond so many faults, it is only asked whether there are any. */
    private void take(Row row, List<String> required, List<String> known, Consumer<Row> rows) {
        if (faultCount < Unlisted.ENOUGH_FAULTS) {
            accept(row, required, known, rows);
        } else if (faults.count(() -> accept(row, required, known, rows)) > 0) {
            unlisted.add(row.place());
            complete |= unlisted.isFull();
        }
    }

    private void accept(Row row, List<String> required, List<String> known, Consumer<Row> rows) {
        List<String> cells = row.cells.getFields();
        if (cells.stream().anyMatch(cell -> cell.indexOf('\0') >= 0)) {
            throw SourceFiles.binary();
        }
        if (isBlank(cells, 0) || header.isEmpty() && cells.get(0).startsWith(CsvDialect.STATED)) {
            return;
        }
        if (header.isEmpty()) {
            begin(row, required, known);
        } else if (row.cells.getOriginalLineNumber() > MOST_ROWS) {
            complete = true;
            fault(row.place(), "", "", "the file has more than 5,000,000 rows", "aggregate it into counts per interval");
        } else if (cells.size() < header.size() || !isBlank(cells, header.size())) {
            fault(
                    row.place(),
                    "",
                    cells.size() + " cells",
                    "the first line names " + header.size() + " columns",
                    "check what divides the cells, and quotation marks");
        } else {
            rows.accept(row);
        }
    }

    /** Whether nothing stands in the cells from number {@code from} on, as spreadsheets leave them beside and below a table. */
    private static boolean isBlank(List<String> cells, int from) {
        for (int i = from; i < cells.size(); i++) {
            if (!cells.get(i).isBlank()) {
                return false;
            }
        }
        return true;
    }

    private void begin(Row row, List<String> required, List<String> known) {
        List<String> columns = row.cells.getFields().stream().map(CsvDialect::heading).toList();
        int count = columns.size();
        while (columns.get(count - 1).isEmpty()) {
            count--;
        }
        for (String column : columns.subList(0, count)) {
            if (header.putIfAbsent(column, header.size()) != null) {
                row.fault(column, "", "the column stands here a second time", "keep one of the two");
            } else if (!known.contains(column)) {
                row.fault(column, "", "this column is not known", faults.suggestion(column, known, columns, "remove it"));
            }
            if (faultCount >= Unlisted.ENOUGH_FAULTS) {
                complete = true;
                return;
            }
        }
        for (String column : required) {
            if (!header.containsKey(column)) {
                row.fault(column, "", "this column is missing", "the first line names the columns " + String.join(",", required));
            }
        }
        complete = faultCount > 0;
    }

    private void fault(Place place, String column, String found, String rule, String advice) {
        faultCount++;
        faults.add(place, column, found, rule, advice);
    }
}
