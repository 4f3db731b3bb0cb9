package mergedesk.scenario.tree;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import mergedesk.scenario.Problem;

/** Says where a path of the scenario stands and notes faults there. */
public final class Places {
    private final Tree.Table top;
    private final Faults faults;

    public Places(Tree.Table top, Faults faults) {
        this.top = top;
        this.faults = faults;
    }

    /** Whether nothing at, above or below {@code path} is at fault so far, so that it may be judged further. */
    public boolean sound(String path) {
        return !faults.touch(path);
    }

    /** Whether {@code path} as a whole, or a part above it, is at fault, so that nothing below it can be found. */
    public boolean unusable(String path) {
        return faults.cover(path);
    }

    /** Whether the user wrote something at {@code path}. */
    public boolean written(String path) {
        return find(path) != null;
    }

    /** The keys of the table at {@code path}; none when there is no table. */
    public Set<String> keys(String path) {
        return find(path) instanceof Tree.Table table ? table.entries().keySet() : Set.of();
    }

    /** A fault at {@code path}; it stands at the nearest part that the user wrote. Says nothing when this, or a part above it, is at fault already. */
    public void fault(String path, String rule, String advice) {
        if (!faults.cover(path)) {
            Problem problem = problem(path, rule, advice);
            faults.add(place(path), path, problem.found(), rule, advice);
        }
    }

    /** What a fault at {@code path} would be; for what is no fault. */
    public Problem problem(String path, String rule, String advice) {
        Place place = place(path);
        String found = find(path) instanceof Tree.Leaf leaf ? leaf.shown() : "";
        return new Problem(place.file(), place.line(), place.column(), path, found, rule, advice);
    }

    private Place place(String path) {
        return nearest(path).place();
    }

    /** A fault of the last key of {@code path} itself, which the user wrote. */
    public void faultAtKey(String path, String rule, String advice) {
        int dot = path.lastIndexOf('.');
        if (!faults.cover(path) && find(path.substring(0, dot)) instanceof Tree.Table table) {
            String key = path.substring(dot + 1);
            faults.add(table.entries().get(key).keyPlace(), path, Tree.quote(key), rule, advice);
        }
    }

    /** A fault of a row of a CSV file. */
    public void faultIn(Place row, String column, String found, String rule, String advice) {
        faults.add(row, column, found, rule, advice);
    }

    /** See {@link Faults#suggestion}. */
    public String suggestion(String typed, Collection<String> known, String otherwise) {
        return faults.suggestion(typed, known, otherwise);
    }

    /** The value at {@code path} without what is known about it; null when there is none. */
    public Tree find(String path) {
        return walk(path, false);
    }

    private Tree nearest(String path) {
        return walk(path, true);
    }

    private Tree walk(String path, boolean orNearest) {
        List<String> segments = TreePath.segments(path);
        Tree node = top;
        if (segments == null) {
            return orNearest ? node : null;
        }
        for (String segment : segments) {
            Tree next = step(node, segment);
            if (next == null) {
                return orNearest ? node : null;
            }
            node = next;
        }
        return plain(node);
    }

    private static Tree step(Tree node, String segment) {
        if (segment.startsWith("[")) {
            int index = Integer.parseInt(segment.substring(1, segment.length() - 1));
            return plain(node) instanceof Tree.Items list
                            && index < list.items().size()
                    ? list.items().get(index)
                    : null;
        }
        return plain(node) instanceof Tree.Table table ? table.get(segment) : null;
    }

    private static Tree plain(Tree node) {
        return node instanceof Tree.Table table && table.get("value") != null ? table.get("value") : node;
    }
}
