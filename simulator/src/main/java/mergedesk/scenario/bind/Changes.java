package mergedesk.scenario.bind;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import mergedesk.scenario.Change;
import mergedesk.scenario.tree.Faults;
import mergedesk.scenario.tree.Tree;

/** What a step of a plan says, as it is written: it is read when it has been laid over the scenario. */
final class Changes {
    private Changes() {}

    /** Null, with a fault, of anything but a table. */
    static Change of(Tree node, String path, Faults faults) {
        if (!(node instanceof Tree.Table table)) {
            faults.add(node, path, "a table of keys is needed here", "write what holds then as in the scenario: {groups: {team: {staffing: 9}}}");
            return null;
        }
        return new Change(keys(table));
    }

    private static Map<String, Object> keys(Tree.Table table) {
        Map<String, Object> keys = new LinkedHashMap<>();
        table.entries().forEach((key, entry) -> keys.put(key, plain(entry.value())));
        return Collections.unmodifiableMap(keys);
    }

    private static Object plain(Tree node) {
        if (node instanceof Tree.Items list) {
            return list.items().stream().map(Changes::plain).toList();
        }
        return node instanceof Tree.Table table ? keys(table) : ((Tree.Leaf) node).text();
    }
}
