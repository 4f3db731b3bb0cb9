package mergedesk.scenario.io;

import java.lang.reflect.Type;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import mergedesk.scenario.Meaning;

/** What type stands at a path of the scenario language. */
final class PathTypes {
    private PathTypes() {}

    /**
     * The type of {@code segment} inside {@code type}; null inside a type with a syntax of its own, where any key may stand.
     *
     * @param present the keys that the table has; entries of a map must be among them
     * @throws Misread when there can be no such key
     */
    static Type below(Type type, String segment, Collection<String> present) {
        if (type == null || WeekTables.reads(type)) {
            return null;
        }
        Class<?> raw = Key.rawType(type);
        if (raw == Map.class) {
            if (Key.argument(type, 0) == String.class && !present.contains(segment) && Key.rawType(Key.argument(type, 1)).isRecord()) {
                throw new Misread("there is no " + Tree.quote(segment) + " here", Suggestion.of(segment, present, "name one that the scenario has"));
            }
            return Key.argument(type, 1);
        }
        if (raw.isRecord() && Syntaxes.of(type, Meaning.Form.NUMBER) == null) {
            List<Key> keys = Key.written(raw);
            List<String> names = keys.stream().map(Key::name).toList();
            if (!names.contains(segment)) {
                throw new Misread("the key " + Tree.quote(segment) + " is not known", Suggestion.of(segment, names, "the keys are " + String.join(", ", names)));
            }
            return keys.get(names.indexOf(segment)).type();
        }
        return null;
    }

    /** The type of the entries of a list; null when unknown. */
    static Type item(Type type) {
        return type != null && Key.rawType(type) == List.class ? Key.argument(type, 0) : null;
    }
}
