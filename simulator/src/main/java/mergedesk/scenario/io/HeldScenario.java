package mergedesk.scenario.io;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import mergedesk.scenario.bind.Binder;
import mergedesk.scenario.tree.Defaulted;
import mergedesk.scenario.tree.Faults;
import mergedesk.scenario.tree.FileRead;
import mergedesk.scenario.tree.HeldFiles;
import mergedesk.scenario.tree.Places;
import mergedesk.scenario.tree.TreePath;

/**
 * A scenario that is read once and may then have other values, any number of times: whatever becomes of its files meanwhile, every reading is of what they
 * held at first.
 *
 * <p>Sections, and entries of sections, that no value touches are not read again, nor are CSV files; what is checked is the whole. So a further reading costs a part of the
 * first. Thread-safe.
 */
public final class HeldScenario {
    private final ScenarioReader reader;
    private final Path file;
    private final Defaulted table;
    private final List<FileRead> layers;
    private final HeldFiles held;
    private final Reading reading;
    private final Binder binder;
    private final Consistent consistent = new Consistent();

    /**
     * @param table what was read, values of the command line included; null where faults made that impossible
     * @param layers the files that the table was read from
     * @param held what the files hold
     * @param reading the first reading
     * @param binder that of the first reading
     */
    HeldScenario(
            ScenarioReader reader, Path file, Defaulted table, List<FileRead> layers, HeldFiles held, Reading reading, Binder binder) {
        this.reader = reader;
        this.file = file;
        this.table = table;
        this.layers = layers;
        this.held = held;
        this.reading = reading;
        this.binder = binder;
    }

    /** As it was read. */
    public Reading reading() {
        return reading;
    }

    /** The same with further values, which go over those before: {@code flows.north.volume=12 / min}. Only when it was sound. */
    public Reading with(List<String> sets) {
        requireSound();
        return reader.read(this, List.copyOf(sets));
    }

    /**
     * The number at {@code path}, for whoever wants to move it: {@code groups.north.staffing}, {@code flows.tax.volume}. Only when it was sound.
     *
     * <p>{@link Lever#set} makes the value for {@link #with} that gives it another value.
     *
     * @param sets values as for {@link #with}, with which it was sound
     */
    public LeverReading lever(String path, List<String> sets) {
        Reading now = sets.isEmpty() ? reading : with(sets);
        requireSound();
        Defaulted changed = Defaulted.of(new SetOptions(new Faults(), file).apply(sets, table.written()), new Faults());
        return new LeverSearch(changed.of(path), now.scenario().figures()).find(path);
    }

    /** The paths that a pattern means, in which a * stands for every entry of a table: {@code flows.*.volume}; a path alone means itself. Only when it was sound. */
    public List<String> paths(String pattern) {
        requireSound();
        List<String> paths = List.of("");
        Places places = new Places(table.whole(), new Faults());
        for (String segment : pattern.split("\\.")) {
            paths = paths.stream()
                    .flatMap(path -> (segment.equals("*") ? places.keys(path).stream() : Stream.of(segment)).map(key -> TreePath.join(path, key)))
                    .toList();
        }
        return paths;
    }

    private void requireSound() {
        if (!reading.isSound()) {
            throw new IllegalStateException(file + " has faults");
        }
    }

    Path file() {
        return file;
    }

    Defaulted table() {
        return table;
    }

    List<FileRead> layers() {
        return layers;
    }

    /** What its files held when they were read. */
    public HeldFiles held() {
        return held;
    }

    Consistent consistent() {
        return consistent;
    }

    Binder binder() {
        return binder;
    }
}
