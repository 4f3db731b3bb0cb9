package mergedesk.units;

import java.io.Serializable;
import java.lang.invoke.MethodType;
import java.lang.invoke.SerializedLambda;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * A record that says what differs from another: {@code flow.with(Flow::balk, 0.2)} is the same flow, but for its balking.
 *
 * <p>So scenarios can be built in code, and results be changed, without constructors of twenty arguments, and a new component of a record costs no line here. Which component a reference
 * such as {@code Flow::balk} means is read from its serialised form: the one way in which Java tells the name of a method that was passed. Types are checked when
 * it is called, values are not: that is the reader's part.
 *
 * @param <R> the record itself
 */
public interface With<R extends Record & With<R>> {
    /**
     * A component, written as a reference to its accessor.
     *
     * @param <R> the record
     * @param <T> the type of the component
     */
    interface Component<R, T> extends Function<R, T>, Serializable {}

    /**
     * The same, but for one component; null where the record allows that something is absent.
     *
     * @throws IllegalArgumentException when it is no component of the record, or the value is of another type
     */
    default <T> R with(Component<R, T> component, T value) {
        return changed(component, value);
    }

    /** The same with a further entry of a table, the last; or with another value under a key that it has. */
    default <V> R plus(Component<R, Map<String, V>> table, String key, V value) {
        Map<String, V> entries = new LinkedHashMap<>(table.apply(self()));
        entries.put(key, value);
        return changed(table, Collections.unmodifiableMap(entries));
    }

    /** The same with a further item at the end of a list. */
    default <V> R plus(Component<R, List<V>> list, V value) {
        List<V> items = new ArrayList<>(list.apply(self()));
        items.add(value);
        return changed(list, Collections.unmodifiableList(items));
    }

    @SuppressWarnings("unchecked")
    private R self() {
        return (R) this;
    }

    @SuppressWarnings("unchecked")
    private R changed(Component<R, ?> component, Object value) {
        Components components = Components.of(getClass());
        int changed = indexOf(component, components);
        Object[] values = components.values(this);
        values[changed] = value;
        try {
            return (R) components.make(values);
        } catch (IllegalArgumentException e) {
            RecordComponent wanted = components.get(changed);
            if (MethodType.methodType(wanted.getType()).wrap().returnType().isInstance(value)) {
                throw e; // the record itself refuses the value
            }
            throw new IllegalArgumentException(
                    "value: found " + value + ", but " + wanted.getName() + " is a " + wanted.getType().getSimpleName(), e);
        }
    }

    private int indexOf(Component<R, ?> component, Components components) {
        SerializedLambda reference = References.form(component);
        boolean own = reference.getImplClass().equals(getClass().getName().replace('.', '/'));
        int index = own ? components.indexOf(reference.getImplMethodName()) : -1;
        if (index < 0) {
            throw new IllegalArgumentException("component: found " + reference.getImplClass() + "." + reference.getImplMethodName() + "; write an accessor such as "
                    + getClass().getSimpleName() + "::" + components.get(0).getName());
        }
        return index;
    }
}
