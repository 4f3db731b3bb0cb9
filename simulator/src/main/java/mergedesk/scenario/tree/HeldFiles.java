package mergedesk.scenario.tree;

import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/** What files held when they were first opened, for further readings that shall find the same, here or on another machine. Thread-safe. */
public final class HeldFiles {
    private final Map<Path, byte[]> held = new ConcurrentHashMap<>();
    private final Set<Path> inCode = ConcurrentHashMap.newKeySet(); // those that no disk has
    private final boolean complete;

    /** Of no file so far. */
    public HeldFiles() {
        complete = false;
    }

    private HeldFiles(boolean complete) {
        this.complete = complete;
    }

    /** One file that need not be there; others are opened as usual. */
    public static HeldFiles of(Path name, byte[] bytes) {
        HeldFiles files = new HeldFiles();
        files.held.put(name, bytes);
        files.inCode.add(name);
        return files;
    }

    /** All files that there are: others are not looked for. {@code bytes}, {@code inCode}: by name, as {@link #all} and {@link #inCode()} give them. */
    public static HeldFiles only(Map<String, byte[]> bytes, Set<String> inCode) {
        HeldFiles files = new HeldFiles(true);
        inCode.forEach(name -> files.inCode.add(Path.of(name)));
        bytes.forEach((name, of) -> files.held.put(Path.of(name), of));
        return files;
    }

    /** The same as others have, beside what these hold. */
    public void add(HeldFiles others) {
        others.held.forEach(held::putIfAbsent);
        inCode.addAll(others.inCode);
    }

    /** What every file held, by its name as readers named it. The arrays are not to be written to. */
    public Map<String, byte[]> all() {
        Map<String, byte[]> all = new TreeMap<>();
        held.forEach((path, bytes) -> all.put(path.toString(), bytes));
        return all;
    }

    /** Names of those that stand in no file, but in a program. */
    public Set<String> inCode() {
        return inCode.stream().map(Path::toString).collect(Collectors.toCollection(TreeSet::new));
    }

    /** Whether what is called so stands in no file, but in a program. */
    public boolean isInCode(Path name) {
        return inCode.contains(name);
    }

    /** Whether others than these are not there. */
    boolean isComplete() {
        return complete;
    }

    /** Null of a file that was not opened yet. */
    byte[] get(Path file) {
        return held.get(file);
    }

    /** What a file holds from now on: these bytes, or those that another reading found before. */
    byte[] hold(Path file, byte[] found) {
        byte[] before = held.putIfAbsent(file, found);
        return before == null ? found : before;
    }
}
