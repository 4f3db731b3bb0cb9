package mergedesk.scenario.bind;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import mergedesk.scenario.text.Suggestion;
import mergedesk.scenario.tree.Faults;
import mergedesk.scenario.tree.Tree;

/**
 * Entries of a file that extends another, which were meant to change an entry there and have its name wrong.
 *
 * <p>Such an entry looks like a new one that lacks what a new one needs. To say that its desk is missing sends people to look for a desk.
 */
final class Variants {
    private final Tree.Table table;
    private final List<String> required;
    private final Faults faults;
    /** Names in other files, by file. */
    private final Map<String, List<String>> others = new HashMap<>();

    /** For the entries of {@code table}, each a record of {@code type}. */
    Variants(Tree.Table table, Class<?> type, Faults faults) {
        this.table = table;
        this.required = type.isRecord() && !WeekTables.reads(type)
                ? Key.written(type).stream().filter(key -> key.meaning().required()).map(Key::name).toList()
                : List.of();
        this.faults = faults;
    }

    /** Whether the entry lacks what it needs and has nearly the name of one in another file; then a fault says so. */
    boolean refuseMistyped(String name, Tree.Entry entry, String path) {
        if (required.isEmpty() || !(entry.value() instanceof Tree.Table written) || written.entries().keySet().containsAll(required)) {
            return false;
        }
        List<String> known = others.computeIfAbsent(entry.keyPlace().file(), this::namesOutside);
        String advice = known.isEmpty() ? "" : faults.suggestion(name, known, "");
        if (!advice.startsWith(Suggestion.GUESS)) {
            return false;
        }
        List<String> missing = required.stream().filter(key -> written.get(key) == null).toList();
        faults.add(
                entry.keyPlace(),
                path,
                Tree.quote(name),
                "the file that this one extends has no such entry, and a new one needs " + String.join(", ", missing),
                advice);
        return true;
    }

    private List<String> namesOutside(String file) {
        return table.entries().entrySet().stream()
                .filter(entry -> !entry.getValue().keyPlace().file().equals(file))
                .map(Map.Entry::getKey)
                .toList();
    }
}
