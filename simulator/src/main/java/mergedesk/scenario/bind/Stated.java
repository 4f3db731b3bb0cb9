package mergedesk.scenario.bind;

import java.util.List;
import mergedesk.scenario.tree.Faults;
import mergedesk.scenario.tree.Tree;
import mergedesk.scenario.tree.TreePath;

/**
 * A number as it stands in the scenario: plain, or with what is known about it, {@code {value, range, source, status}}.
 *
 * @param value the number itself; null when the table lacks it
 * @param range the lowest and highest value, or null
 * @param source ids of sources, or null
 * @param status how well it is known, or null
 */
record Stated(Tree value, Tree range, Tree source, Tree status) {
    static final List<String> KEYS = List.of("value", "range", "source", "status");

    static Stated of(Tree node) {
        if (node instanceof Tree.Table table && KEYS.stream().anyMatch(table.entries()::containsKey)) {
            return new Stated(table.get("value"), table.get("range"), table.get("source"), table.get("status"));
        }
        return new Stated(node, null, null, null);
    }

    /** Whether there is a number, without keys that nobody knows; {@code node} is what was written. */
    boolean isWhole(Tree node, String path, Faults faults) {
        if (value == node) {
            return true;
        }
        ((Tree.Table) node).entries().forEach((name, entry) -> {
            if (!KEYS.contains(name)) {
                faults.add(
                        entry.keyPlace(),
                        TreePath.join(path, name),
                        "",
                        "this key is not known beside value",
                        faults.suggestion(
                                name, KEYS, ((Tree.Table) node).entries().keySet(), "remove it"));
            }
        });
        if (value == null) {
            faults.add(
                    node.place(),
                    path,
                    "",
                    "the key value is missing",
                    "write {value: ..., range: [..., ...], source: S1.4}");
        }
        return value != null;
    }
}
