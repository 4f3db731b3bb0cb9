package mergedesk.scenario.bind;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.List;
import mergedesk.scenario.Limits;
import mergedesk.scenario.Meaning;
import mergedesk.scenario.text.KeysOfKinds;

/**
 * One key of the language: a component of a record as the user writes it.
 *
 * @param meaning whose answers the last four components are, because annotations are slow to answer; null of what only CSV files say
 * @param limits null when every value makes sense
 */
public record Key(String name, Type type, Meaning meaning, Limits limits, boolean required, boolean filledByReader, Meaning.Form form, String byDefault) {
    private static final ClassValue<OfRecord> OF = new ClassValue<>() {
        @Override
        protected OfRecord computeValue(Class<?> type) {
            return OfRecord.of(Arrays.stream(type.getRecordComponents()).map(Key::of).toList());
        }
    };

    /** The keys of a record, looked up once. */
    private record OfRecord(List<Key> all, List<Key> written, List<String> names, List<String> required) {
        static OfRecord of(List<Key> all) {
            List<Key> written = all.stream().filter(key -> !key.filledByReader).toList();
            return new OfRecord(all, written, written.stream().map(Key::name).toList(), written.stream().filter(key -> key.required).map(Key::name).toList());
        }
    }

    /** The components of a record in its order; those that the reader fills included. */
    public static List<Key> of(Class<?> record) {
        return OF.get(record).all;
    }

    /** The keys that a user may write. */
    public static List<Key> written(Class<?> record) {
        return OF.get(record).written;
    }

    /** The names of the keys that a user may write. */
    static List<String> names(Class<?> record) {
        return OF.get(record).names;
    }

    /** Those of them that must be written. */
    static List<String> required(Class<?> record) {
        return OF.get(record).required;
    }

    private static Key of(RecordComponent component) {
        Meaning meaning = component.getAnnotation(Meaning.class);
        return new Key(
                KeysOfKinds.snake(component.getName()),
                component.getGenericType(),
                meaning,
                component.getAnnotation(Limits.class),
                meaning != null && meaning.required(),
                meaning != null && meaning.filledByReader(),
                meaning == null ? Meaning.Form.NUMBER : meaning.form(),
                meaning == null ? "" : meaning.byDefault());
    }

    /** The class behind a type: that of a list for a list of anything. */
    public static Class<?> rawType(Type type) {
        return type instanceof ParameterizedType p ? (Class<?>) p.getRawType() : (Class<?>) type;
    }

    /** Type argument number {@code index} of a generic type. */
    public static Type argument(Type type, int index) {
        return ((ParameterizedType) type).getActualTypeArguments()[index];
    }
}
