package mergedesk.scenario.bind;

import java.lang.reflect.Type;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import mergedesk.scenario.Change;
import mergedesk.scenario.Meaning;
import mergedesk.scenario.Profile;
import mergedesk.scenario.Scenario;
import mergedesk.scenario.Season;
import mergedesk.scenario.Staffing;
import mergedesk.scenario.WeeklyShare;
import mergedesk.scenario.text.Misread;
import mergedesk.scenario.text.Suggestion;
import mergedesk.scenario.text.Syntax;
import mergedesk.scenario.text.Syntaxes;
import mergedesk.scenario.tree.Defaulted;
import mergedesk.scenario.tree.Tree;

/**
 * What stands at a path of the scenario language.
 *
 * @param type the type of the value; inside tables with a syntax of their own, that of their cells
 * @param key the key of the record that the path has passed last; null at the top
 * @param inTable whether the path is inside such a table, where any key may stand
 */
public record PathType(Type type, Key key, boolean inTable) {
    public static final PathType TOP = new PathType(Scenario.class, null, false);

    /** How numbers are written there. */
    public Meaning.Form form() {
        return key == null ? Meaning.Form.NUMBER : key.form();
    }

    /** The syntax of a single value there, or null. */
    public Syntax<?> syntax() {
        return Syntaxes.of(type, form());
    }

    /**
     * One key further.
     *
     * @param present the keys that the table has; a council, flow or other entry must be among them
     * @throws Misread when there can be no such key
     */
    public PathType below(String segment, Collection<String> present) {
        if (inTable || syntax() != null) {
            return new PathType(type, key, true);
        }
        if (type == Staffing.class) {
            return new PathType(Integer.class, key, true);
        }
        if (type == WeeklyShare.class) {
            return new PathType(Double.class, key, true);
        }
        if (type == Profile.class && segment.equals(WeekTables.WEIGHTS)) {
            return new PathType(String.class, key, true);
        }
        if (type == Profile.class || type == Season.class) {
            return new PathType(Double.class, key, true);
        }
        if (type == Change.class) {
            return TOP.below(segment, present);
        }
        Class<?> raw = Key.rawType(type);
        if (raw == Map.class) {
            return entry(segment, present);
        }
        return raw.isRecord() && !WeekTables.reads(type)
                ? component(raw, segment)
                : new PathType(String.class, key, true);
    }

    private PathType entry(String segment, Collection<String> present) {
        Type value = Key.argument(type, 1);
        boolean named = Key.argument(type, 0) == String.class && Syntaxes.of(value, form()) == null;
        if (named && !present.contains(segment)) {
            throw new Misread(
                    "there is no " + Tree.quote(segment) + " here",
                    Suggestion.of(segment, present, "name one that the scenario has"));
        }
        return new PathType(value, key, false);
    }

    private PathType component(Class<?> record, String segment) {
        List<Key> keys = Key.written(record);
        List<String> names = Key.names(record);
        String section = record == Scenario.class ? Defaulted.SECTIONS.get(segment) : null;
        if (section != null) {
            Key entries = keys.get(names.indexOf(section));
            return new PathType(Key.argument(entries.type(), 1), entries, false);
        }
        int index = names.indexOf(segment);
        if (index < 0) {
            throw new Misread(
                    "the key " + Tree.quote(segment) + " is not known",
                    Suggestion.of(segment, names, "the keys are " + String.join(", ", names)));
        }
        return new PathType(keys.get(index).type(), keys.get(index), false);
    }

    /** An entry of the list that stands there. */
    public PathType item() {
        return Key.rawType(type) == List.class
                ? new PathType(Key.argument(type, 0), key, false)
                : new PathType(type, key, true);
    }
}
