package mergedesk.scenario.bind;

import java.util.List;
import mergedesk.scenario.tree.Tree;

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
}
