package mergedesk.scenario.bind;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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

    /**
     * A table of a record, after faults of all keys that it does not have. Keys of a required part that is missing stand one level too high: one fault says so, and nothing else is said of
     * that part. So where the length of a part of a mixture stands beside its share.
     */
    static Tree.Table checked(Tree.Table table, String path, Class<?> type, Faults faults) {
        List<String> names = Key.names(type);
        Tree.Table checked = table;
        for (Key key : Key.written(type)) {
            if (key.required() && checked.get(key.name()) == null && key.type() instanceof Class<?> part && part.isRecord()) {
                Tree.Table above = checked;
                List<String> misplaced = Key.names(part).stream().filter(name -> !names.contains(name) && above.entries().containsKey(name)).toList();
                checked = misplaced.isEmpty() ? checked : lowered(checked, key.name(), misplaced, path, faults);
            }
        }
        refuseOthers(checked, path, names, faults);
        return checked;
    }

    private static Tree.Table lowered(Tree.Table table, String key, List<String> misplaced, String path, Faults faults) {
        Tree.Entry first = table.entries().get(misplaced.get(0));
        faults.add(first.keyPlace(), TreePath.join(path, misplaced.get(0)), "", "this key belongs under " + key, "write " + key + ": {" + String.join(": ..., ", misplaced) + ": ...}");
        faults.spoil(TreePath.join(path, key));
        Tree.Table without = table;
        Map<String, Tree.Entry> below = new LinkedHashMap<>();
        for (String name : misplaced) {
            below.put(name, table.entries().get(name));
            without = without.without(name);
        }
        return without.with(key, new Tree.Entry(first.keyPlace(), new Tree.Table(first.keyPlace(), below)));
    }

    private static void refuseOthers(Tree.Table table, String path, List<String> names, Faults faults) {
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
