package mergedesk.scenario.tree;

import java.io.IOException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import mergedesk.scenario.text.Misread;

/**
 * Reads a scenario file and the files that it extends, and lays one over the other.
 *
 * <p>Tables merge key by key, everything else is replaced, and an empty value removes a key. A table that names a {@code value} or a
 * {@code file} says a complete thing: it replaces what stood there, so that a new value never inherits an old source. The same of a length of time that is said in
 * another way than below, see {@link OtherLength}.
 */
public final class Layers {
    private static final long MOST_BYTES = 16L << 20;
    private static final int MOST_LAYERS = 16;
    private static final String EXTENDS = "extends";
    private static final String WRITE = "write extends: base.yaml, or extends: [base.yaml, rooms.yaml], of which the later goes over the earlier";

    private final SourceFiles files;
    private final Faults faults;
    private final Deque<Path> reading = new ArrayDeque<>();
    private final Set<Path> read = new HashSet<>();

    public Layers(SourceFiles files, Faults faults) {
        this.files = files;
        this.faults = faults;
    }

    /** The merged table, or null when a fault made that impossible. */
    public Tree.Table load(Path file) {
        return load(file, null);
    }

    /** @param named where the file is named, or null for the first */
    private Tree.Table load(Path file, Tree named) {
        Place whole = Place.fileAsWhole(file.toString(), folderOf(file));
        faults.opened(file.toString());
        Tree tree;
        try {
            refuseRepetition(file);
            tree = new TreeParser(file.toString(), folderOf(file), faults).parse(files.text(file, MOST_BYTES));
        } catch (Misread misread) {
            if (named == null) {
                faults.add(whole, "", "", misread.rule(), misread.advice());
            } else {
                faults.add(named, EXTENDS, misread);
            }
            return null;
        }
        if (tree == null) {
            return null;
        }
        if (!(tree instanceof Tree.Table table)) {
            faults.add(
                    tree,
                    "",
                    "a scenario is a table of keys",
                    "write key: value lines, or let 'mergedesk new' begin one");
            return null;
        }
        reading.push(real(file));
        try {
            return withBase(table);
        } finally {
            reading.pop();
        }
    }

    private Tree.Table withBase(Tree.Table table) {
        Tree named = table.get(EXTENDS);
        if (named == null) {
            return table;
        }
        List<Tree> files = named instanceof Tree.Items several ? several.items() : List.of(named);
        if (files.isEmpty()) {
            faults.add(named, EXTENDS, "there is no file in it", WRITE);
            return null;
        }
        Tree.Table base = null;
        for (Tree file : files) {
            Tree.Table one = loadNamed(file);
            if (one == null) {
                return null;
            }
            base = base == null ? one : over(base, one);
        }
        return over(base, table.without(EXTENDS));
    }

    /** Null, with a fault, of what cannot be read. */
    private Tree.Table loadNamed(Tree named) {
        if (named instanceof Tree.Leaf leaf && leaf.text() != null) {
            try {
                return load(resolve(leaf), named);
            } catch (InvalidPathException e) {
                // as any other that is no name
            }
        }
        faults.add(named, EXTENDS, "this is not the name of a file", WRITE);
        return null;
    }

    private void refuseRepetition(Path file) {
        if (reading.contains(real(file))) {
            throw new Misread(
                    "the file extends itself" + (reading.size() > 1 ? " through other files" : ""),
                    "name another file, or remove the line");
        }
        if (!read.add(real(file))) {
            throw new Misread("the file is in it already, and would go over what lies over it", "name it once, before those that go over it");
        }
        if (read.size() > MOST_LAYERS) {
            throw new Misread(
                    "more than " + MOST_LAYERS + " files extend each other", "merge some of them");
        }
    }

    /** The path that a value names, seen from the file in which it stands. */
    public static Path resolve(Tree.Leaf leaf) {
        return leaf.place().folder().resolve(leaf.text()).normalize();
    }

    private static Path folderOf(Path file) {
        return file.getParent() == null ? Path.of("") : file.getParent();
    }

    private static Path real(Path file) {
        try {
            return file.toRealPath();
        } catch (IOException e) {
            return file.toAbsolutePath().normalize();
        }
    }

    /** {@code upper} over {@code lower}. */
    public static Tree.Table over(Tree.Table lower, Tree.Table upper) {
        Tree.Table kept = OtherLength.kept(lower, upper);
        Map<String, Tree.Entry> merged = new LinkedHashMap<>(kept.entries());
        upper.entries().forEach((key, entry) -> {
            Tree below = kept.get(key);
            if (lower.get(key) != null && entry.value() instanceof Tree.Leaf leaf && leaf.text() == null) {
                merged.remove(key);
            } else if (below == null) {
                merged.put(key, entry);
            } else if (below instanceof Tree.Table lowerTable
                    && entry.value() instanceof Tree.Table upperTable
                    && mergeable(lowerTable, upperTable)) {
                merged.put(key, new Tree.Entry(entry.keyPlace(), over(lowerTable, upperTable), true));
            } else {
                merged.put(key, new Tree.Entry(entry.keyPlace(), entry.value(), true));
            }
        });
        return new Tree.Table(upper.place(), merged);
    }

    private static boolean mergeable(Tree.Table lower, Tree.Table upper) {
        Map<String, Tree.Entry> keys = upper.entries();
        boolean complete = keys.containsKey("value") || keys.containsKey("file");
        return !complete && !lower.entries().containsKey("file");
    }
}
