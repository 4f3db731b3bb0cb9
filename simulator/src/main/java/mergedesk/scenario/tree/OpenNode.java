package mergedesk.scenario.tree;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A list or table of YAML whose end has not come yet. */
final class OpenNode {
    private final Place place;
    private final String anchor;
    /** Null for a list. */
    private final Map<String, Tree.Entry> entries;
    /** Null but for a table in braces. */
    private final Braces braces;

    private final List<Tree> items = new ArrayList<>();
    private String key;
    private Place keyPlace;
    private long nodes = 1;
    private int height;

    /** A finished value, its nodes with aliases written out, and the levels below it. */
    record Built(Tree tree, long nodes, int height) {}

    OpenNode(Place place, String anchor, boolean table, boolean flow) {
        this.place = place;
        this.anchor = anchor;
        this.entries = table ? new LinkedHashMap<>() : null;
        this.braces = table && flow ? new Braces(entries) : null;
    }

    /** The name by which aliases refer to it; null when it has none. */
    String anchor() {
        return anchor;
    }

    /** Whether the next value is a key of this table. */
    boolean awaitsKey() {
        return entries != null && key == null;
    }

    void key(String text, Place where) {
        key = text;
        keyPlace = where;
    }

    /** Where the key of the present value stands. */
    Place keyPlace() {
        return keyPlace;
    }

    /** The entry that has the key of the present value already, or null. */
    Tree.Entry earlier() {
        return entries == null ? null : entries.get(key);
    }

    /** Whether the present key and value are a slip of writing, which is mended. */
    boolean mends(Tree value) {
        if (braces == null || !braces.mends(key, keyPlace, value)) {
            return false;
        }
        nodes++;
        key = null;
        return true;
    }

    /** The slips that were mended. */
    List<Braces.Slip> slips() {
        return braces == null ? List.of() : braces.slips();
    }

    /** Adds the present value; a second value of a key is dropped. */
    void add(Built value) {
        nodes += value.nodes();
        height = Math.max(height, value.height());
        if (entries == null) {
            items.add(value.tree());
        } else {
            if (entries.putIfAbsent(key, new Tree.Entry(keyPlace, value.tree())) == null && braces != null) {
                braces.added(key, value.tree());
            }
            key = null;
        }
    }

    Built finish() {
        return new Built(
                entries == null ? new Tree.Items(place, items) : new Tree.Table(place, entries), nodes, height + 1);
    }

    /** Adds the way from this node to the present value to {@code path}. */
    void appendStep(StringBuilder path) {
        if (entries == null) {
            path.append('[').append(items.size()).append(']');
        } else if (key != null) {
            path.append(path.isEmpty() ? "" : ".").append(key);
        }
    }
}
