package mergedesk.scenario.bind;

import java.lang.reflect.Constructor;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import mergedesk.scenario.Meaning;
import mergedesk.scenario.text.Syntaxes;

/** Makes records by reflection. */
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

    /** The constructor that takes all components, with the types of these: to look them up takes longer than to call it. */
    private static final ClassValue<Constructor<?>> CONSTRUCTORS = new ClassValue<>() {
        @Override
        protected Constructor<?> computeValue(Class<?> type) {
            Class<?>[] types = Arrays.stream(type.getRecordComponents())
                    .map(RecordComponent::getType)
                    .toArray(Class<?>[]::new);
            try {
                return type.getDeclaredConstructor(types);
            } catch (NoSuchMethodException e) {
                throw new IllegalStateException("no record: " + type.getName(), e);
            }
        }
    };

    private Records() {}

    /** What a component without a value holds: an empty collection, zero, or null. */
    static Object absent(Type type) {
        return ABSENT.get(Key.rawType(type));
    }

    /** What stands in a list or table for an entry that cannot be read, so that the others keep their places: an empty record, or null. */
    static Object unread(Type type) {
        Class<?> raw = Key.rawType(type);
        return raw.isRecord() && Syntaxes.of(type, Meaning.Form.NUMBER) == null
                ? make(raw, Key.of(raw).stream().map(key -> absent(key.type())).toArray())
                : null;
    }

    /** The record of {@code type} with {@code values} in the order of its components. */
    static Object make(Class<?> type, Object[] values) {
        try {
            return CONSTRUCTORS.get(type).newInstance(values);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("cannot make a " + type.getName(), e);
        }
    }
}
