package mergedesk.dsol.reference;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.Collection;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import mergedesk.scenario.Meaning;
import mergedesk.scenario.Scenario;

/** Which keys of the language scenarios use, section by section. Keys are named {@code Desk.lines}. */
final class UsedKeys {
    private static final int ENOUGH = 2;
    private static final Set<String> SILENCE = Set.of("null", "[]", "{}", "false", "0", "0.0", "");

    private final Map<String, Set<String>> values = new TreeMap<>(); // of each key, the first two

    UsedKeys() {
        find(Scenario.class, new HashSet<>());
    }

    private void find(Type type, Set<Type> known) {
        if (type instanceof ParameterizedType parameterized) {
            for (Type argument : parameterized.getActualTypeArguments()) {
                find(argument, known);
            }
        } else if (type instanceof Class<?> section && section.isRecord() && known.add(section)) {
            for (RecordComponent component : section.getRecordComponents()) {
                if (component.isAnnotationPresent(Meaning.class)) {
                    values.put(key(section, component), new HashSet<>());
                    find(component.getGenericType(), known);
                }
            }
        }
    }

    private static String key(Class<?> section, RecordComponent component) {
        return section.getSimpleName() + "." + component.getName();
    }

    /** All that there are. */
    Set<String> keys() {
        return values.keySet();
    }

    /** Those that have had two values, or one that is not what stands for silence. */
    Set<String> used() {
        Set<String> used = new TreeSet<>();
        values.forEach((key, found) -> {
            if (found.size() >= ENOUGH || found.stream().anyMatch(value -> !SILENCE.contains(value))) {
                used.add(key);
            }
        });
        return used;
    }

    /** Looks at a scenario, or a part of one. */
    void read(Object part) {
        if (part instanceof Map<?, ?> map) {
            map.values().forEach(this::read);
        } else if (part instanceof Collection<?> list) {
            list.forEach(this::read);
        } else if (part instanceof Record section) {
            for (RecordComponent component : section.getClass().getRecordComponents()) {
                Object value = value(section, component);
                Set<String> found = values.get(key(section.getClass(), component));
                if (found != null && found.size() < ENOUGH) {
                    found.add(String.valueOf(value));
                }
                read(value);
            }
        }
    }

    private static Object value(Record section, RecordComponent component) {
        try {
            return component.getAccessor().invoke(section);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(component.toString(), e);
        }
    }
}
