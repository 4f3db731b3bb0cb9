package mergedesk.scenario.bind;

import java.util.List;
import java.util.stream.Stream;
import mergedesk.scenario.tree.Defaulted;
import mergedesk.scenario.tree.Faults;
import mergedesk.scenario.tree.Tree;
import mergedesk.scenario.tree.TreePath;

/** The keys that a table may have. */
final class KnownKeys {
    private KnownKeys() {}

    /** What such a table looks like. */
    static String example(List<Key> keys) {
        List<String> names = keys.stream()
                .filter(key -> key.required())
                .map(Key::name)
                .toList();
        if (names.isEmpty()) {
            names = keys.stream().limit(3).map(Key::name).toList();
        }
        return "{" + String.join(": ..., ", names) + ": ...}";
    }

    /** Faults of all keys but {@code names}. */
    static void refuseOthers(Tree.Table table, String path, List<String> names, Faults faults) {
        table.entries().forEach((name, entry) -> {
            if (!names.contains(name)) {
                String file = entry.keyPlace().file();
                List<String> free = all(path, names).filter(key -> !table.has(key, file)).toList();
                String advice = faults.suggestion(name, free, "remove it; the keys are " + String.join(", ", all(path, names).toList()));
                faults.add(entry.keyPlace(), TreePath.join(path, name), "", "this key is not known", advice);
            }
        });
    }

    /** At the top there are keys that are no part of the scenario as it was understood. */
    private static Stream<String> all(String path, List<String> names) {
        return path.isEmpty()
                ? Stream.concat(names.stream(), Defaulted.SECTIONS.keySet().stream().filter(section -> names.contains(Defaulted.SECTIONS.get(section))))
                : names.stream();
    }
}
