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
import java.util.stream.Stream;
import mergedesk.scenario.Meaning;
import mergedesk.scenario.Scenario;

/** Which keys of the language scenarios use, section by section, and which words where a key may be one of a few. Keys are named {@code Desk.lines}, words {@code Desk.atClose KEEP}. */
public final class UsedKeys {
    private static final int ENOUGH = 2;
    private static final Set<String> SILENCE = Set.of("null", "[]", "{}", "false", "0", "0.0", "");

    private final Map<String, Set<String>> values = new TreeMap<>(); // of each key, the first two
    private final Set<String> words = new TreeSet<>();
    private final Set<String> usedWords = new TreeSet<>();

    public UsedKeys() {
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
                    addWords(words, key(section, component), component.getType().getEnumConstants());
                    find(component.getGenericType(), known);
                }
            }
        }
    }

    private static void addWords(Set<String> to, String key, Object... found) {
        if (found != null) {
            Stream.of(found).filter(value -> value instanceof Enum).forEach(value -> to.add(key + " " + value));
        }
    }

    private static String key(Class<?> section, RecordComponent component) {
        return section.getSimpleName() + "." + component.getName();
    }

    /** All that there are. */
    public Set<String> keys() {
        return values.keySet();
    }

    /** Those that have had two values, or one that is not what stands for silence. */
    public Set<String> used() {
        Set<String> used = new TreeSet<>();
        values.forEach((key, found) -> {
            if (found.size() >= ENOUGH || found.stream().anyMatch(value -> !SILENCE.contains(value))) {
                used.add(key);
            }
        });
        return used;
    }

    /** All words that one of these keys may be; of lists none. */
    public Set<String> words() {
        return words;
    }

    /** Those that have been written, or have held by default. */
    public Set<String> usedWords() {
        return usedWords;
    }

    /** Looks at a scenario, or a part of one. */
    public void read(Object part) {
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
                addWords(usedWords, key(section.getClass(), component), value);
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
