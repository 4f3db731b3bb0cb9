package mergedesk.scenario.bind;

import java.lang.reflect.Type;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import mergedesk.scenario.Meaning;
import mergedesk.scenario.text.Syntaxes;
import mergedesk.units.Components;

/** What stands where nothing could be read. */
final class Records {
    private static final Map<Class<?>, Object> ABSENT = Map.of(
            List.class,
            List.of(),
            Map.class,
            Collections.emptyMap(),
            Set.class,
            Set.of(),
            boolean.class,
            false,
            int.class,
            0,
            long.class,
            0L,
            double.class,
            0.0);

    private Records() {}

    /** What a component without a value holds: an empty collection, zero, or null. */
    static Object absent(Type type) {
        return ABSENT.get(Key.rawType(type));
    }

    /** What stands in a list or table for an entry that cannot be read, so that the others keep their places: an empty record, or null. */
    static Object unread(Type type) {
        Class<?> raw = Key.rawType(type);
        return raw.isRecord() && Syntaxes.of(type, Meaning.Form.NUMBER) == null
                ? Components.of(raw).make(Key.of(raw).stream().map(key -> absent(key.type())).toArray())
                : null;
    }
}
