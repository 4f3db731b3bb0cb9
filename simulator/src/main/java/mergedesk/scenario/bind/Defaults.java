package mergedesk.scenario.bind;

import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import mergedesk.scenario.Meaning;
import mergedesk.scenario.tree.Faults;
import mergedesk.scenario.tree.Place;
import mergedesk.scenario.tree.Tree;
import mergedesk.scenario.tree.TreeParser;

/** The values of absent keys, read from {@link Meaning#byDefault()} as if the user had written them. */
public final class Defaults {
    private static final String FILE = "(default)";
    private static final Map<String, Tree> READ = new ConcurrentHashMap<>();

    private Defaults() {}

    /** The default of a key as a tree, or null when it has none. */
    public static Tree of(Key key, String ownKey) {
        String text = key.byDefault();
        if (text.isEmpty()) {
            return null;
        }
        return text.equals(Meaning.OWN_KEY) ? leaf(ownKey) : READ.computeIfAbsent(text, Defaults::parse);
    }

    private static Tree parse(String text) {
        boolean collection = text.startsWith("{") || text.startsWith("[");
        return collection ? new TreeParser(FILE, Path.of(""), new Faults()).parse(text) : leaf(text);
    }

    private static Tree leaf(String text) {
        return new Tree.Leaf(Place.fileAsWhole(FILE, Path.of("")), text);
    }

    /** Whether nobody wrote this value. */
    static boolean isDefault(Tree value) {
        return value.place().file().equals(FILE);
    }
}
