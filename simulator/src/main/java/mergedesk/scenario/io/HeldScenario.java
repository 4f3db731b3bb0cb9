package mergedesk.scenario.io;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import mergedesk.scenario.tree.Faults;
import mergedesk.scenario.tree.FileRead;
import mergedesk.scenario.tree.Tree;

/**
 * A scenario that is read once and may then have other values, any number of times: whatever becomes of its files meanwhile, every reading is of what they
 * held at first.
 */
public final class HeldScenario {
    private final ScenarioReader reader;
    private final Path file;
    private final Tree.Table table;
    private final List<FileRead> layers;
    private final Map<Path, byte[]> held;
    private final Reading reading;

    /**
     * @param table what the files say, before any value of the command line; null where faults made that impossible
     * @param layers the files that the table was read from
     * @param held what the files hold
     * @param reading the first reading
     */
    HeldScenario(ScenarioReader reader, Path file, Tree.Table table, List<FileRead> layers, Map<Path, byte[]> held, Reading reading) {
        this.reader = reader;
        this.file = file;
        this.table = table;
        this.layers = layers;
        this.held = held;
        this.reading = reading;
    }

    /** As it was read. */
    public Reading reading() {
        return reading;
    }

    /** The same with a further value, which goes over those before: {@code flows.north.volume=12 / min}. Only when it was sound. */
    public Reading with(String set) {
        requireSound();
        return reader.read(file, table, Stream.concat(reading.sets().stream(), Stream.of(set)).toList(), layers, held);
    }

    /**
     * The number at {@code path}, for whoever wants to move it: {@code groups.north.staffing}, {@code flows.tax.volume}. Only when it was sound.
     *
     * <p>{@link Lever#set} makes the value for {@link #with} that gives it another value.
     */
    public LeverReading lever(String path) {
        requireSound();
        Tree.Table now = new SetOptions(new Faults(), file).apply(reading.sets(), table);
        return new LeverSearch(now, reading.scenario().figures()).find(path);
    }

    private void requireSound() {
        if (!reading.isSound()) {
            throw new IllegalStateException(file + " has faults");
        }
    }
}
