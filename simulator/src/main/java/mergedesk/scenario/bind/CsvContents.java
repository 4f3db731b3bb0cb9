package mergedesk.scenario.bind;

import java.nio.file.Path;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import mergedesk.scenario.Note;
import mergedesk.scenario.text.Misread;
import mergedesk.scenario.text.Numbers;
import mergedesk.scenario.tree.Faults;
import mergedesk.scenario.tree.SourceFiles;
import mergedesk.scenario.tree.Tree;

/** What the CSV files of one reading hold: each is read once, however many flows name it. */
final class CsvContents {
    /** Of all files together, each as often as it is named: so much is checked and compiled for the flows that name it. */
    private static final int MOST_ROWS = 10_000_000;

    private final SourceFiles files;
    private final Faults faults;
    /** Null for a file with faults. */
    private final Map<Wanted, Object> contents = new HashMap<>();

    /** That of an earlier reading of the same files, or null. */
    private final CsvContents earlier;

    /** Every file that was read, by this reading or an earlier one. */
    private final Map<Path, CsvFile> read = new LinkedHashMap<>();

    private long rows;
    private int uses;

    CsvContents(SourceFiles files, Faults faults, CsvContents earlier) {
        this.files = files;
        this.faults = faults;
        this.earlier = earlier;
    }

    /** How often a file was asked for so far. */
    int uses() {
        return uses;
    }

    /** What was understood of files that write otherwise than the language. */
    List<Note> notes() {
        return read.values().stream().map(CsvFile::note).flatMap(Optional::stream).toList();
    }

    /** A file and what is made of it: the same heading may be read as whole numbers or as weights. */
    private record Wanted(Path file, Object as) {}

    /**
     * What {@code reading} makes of the file that {@code name} names.
     *
     * @param path where the scenario names the file
     * @param as tells this reading from others of the same file
     * @return null with a fault, when this is the first to name the file, and else with {@code path} spoilt
     */
    <T> T of(Tree.Leaf name, String path, Object as, Function<CsvFile, T> reading) {
        return of(name, path, as, reading, earlier);
    }

    /** As {@link #of}, for contents that later readings must make again, because faults are noted in them. */
    <T> T ofThisReading(Tree.Leaf name, String path, Object as, Function<CsvFile, T> reading) {
        return of(name, path, as, reading, null);
    }

    private <T> T of(Tree.Leaf name, String path, Object as, Function<CsvFile, T> reading, CsvContents known) {
        uses++;
        try {
            CsvFile file = CsvFile.named(name, files, faults);
            Wanted wanted = new Wanted(file.file(), as);
            if (!contents.containsKey(wanted)) {
                contents.put(wanted, null);
                read.putIfAbsent(wanted.file(), file);
                contents.put(wanted, known == null ? reading.apply(file) : known.orRead(wanted, file, this, reading));
            }
            @SuppressWarnings("unchecked")
            T content = (T) contents.get(wanted);
            if (content == null) {
                faults.spoil(path);
            }
            if (content instanceof Collection<?> list) {
                rows += list.size();
                refuseTooMany();
            }
            return content;
        } catch (Misread misread) {
            faults.add(name, path, misread);
            return null;
        }
    }

    /** What the earlier reading made of a file, else what {@code reading} makes of it. */
    private Object orRead(Wanted wanted, CsvFile file, CsvContents now, Function<CsvFile, ?> reading) {
        Object content = contents.get(wanted);
        if (content == null) {
            return reading.apply(file);
        }
        now.read.put(wanted.file(), read.get(wanted.file()));
        now.faults.opened(wanted.file().toString());
        now.files.again(wanted.file(), files);
        return content;
    }

    private void refuseTooMany() {
        if (rows > MOST_ROWS) {
            throw new Misread(
                    "with this file the scenario would have more than " + Numbers.grouped(MOST_ROWS)
                            + " recorded rows, each file counted as often as it is named",
                    "aggregate the rows, such as times into counts per interval");
        }
    }
}
