package mergedesk.scenario.bind;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import mergedesk.scenario.Meaning;
import mergedesk.scenario.text.Suggestion;
import mergedesk.scenario.text.Syntaxes;
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
    /** Names in the files that a file extends, by file. */
    private final Map<String, List<String>> others = new HashMap<>();

    /** For the entries of {@code table}, each a record of {@code type}. */
    Variants(Tree.Table table, Class<?> type, Faults faults) {
        this.table = table;
        this.required = type.isRecord() && !WeekTables.reads(type) && Syntaxes.of(type, Meaning.Form.NUMBER) == null
                ? Key.required(type)
                : List.of();
        this.faults = faults;
    }

    /** Whether the entry lacks what it needs and has nearly the name of one in another file; then a fault says so. */
    boolean refuseMistyped(String name, Tree.Entry entry, String path) {
        if (required.isEmpty() || entry.isBelow() || !(entry.value() instanceof Tree.Table table)) {
            return false;
        }
        List<String> missing = required.stream().filter(key -> !isOwn(table.entries().get(key))).toList();
        if (missing.isEmpty()) {
            return false;
        }
        List<String> known = others.computeIfAbsent(entry.keyPlace().file(), this::namesBelow);
        String advice = known.isEmpty() ? "" : faults.suggestion(name, known, "");
        if (!advice.startsWith(Suggestion.GUESS)) {
            return false;
        }
        boolean isDefault = missing.stream().allMatch(key -> table.get(key) != null);
        faults.add(
                entry.keyPlace(),
                path,
                Tree.quote(name),
                "the file that this one extends has no such entry, and a new one needs " + String.join(", ", missing),
                isDefault ? advice + " Or write " + missing.get(0) + " of a new one, though it is the default" : advice);
        return true;
    }

    /** Whether a key stands in the entry itself, not in what all entries have: else every mistyped name were a sound new entry. */
    private boolean isOwn(Tree.Entry key) {
        return key != null && !faults.isShared(key.keyPlace());
    }

    private List<String> namesBelow(String file) {
        return table.entries().entrySet().stream()
                .filter(entry -> faults.isBefore(file, entry.getValue().keyPlace().file()))
                .map(Map.Entry::getKey)
                .toList();
    }
}
