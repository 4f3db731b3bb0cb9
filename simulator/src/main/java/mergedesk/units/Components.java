package mergedesk.units;

import java.lang.reflect.AccessibleObject;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.util.stream.Stream;

/** How the records of one class are taken apart and made, looked up once. Thread-safe. */
public final class Components {
    private static final ClassValue<Components> OF = new ClassValue<>() {
        @Override
        protected Components computeValue(Class<?> type) {
            return new Components(type);
        }
    };

    private final Class<?> type;
    private final RecordComponent[] components;
    private final Method[] accessors;
    private final Constructor<?> constructor;

    private Components(Class<?> type) {
        this.type = type;
        components = type.getRecordComponents();
        accessors = Stream.of(components).map(RecordComponent::getAccessor).toArray(Method[]::new);
        try {
            constructor = type.getDeclaredConstructor(Stream.of(components).map(RecordComponent::getType).toArray(Class<?>[]::new));
            AccessibleObject.setAccessible(accessors, true); // else each call looks whether it may
            constructor.setAccessible(true);
        } catch (NoSuchMethodException e) {
            throw new IllegalStateException("no record: " + type.getName(), e);
        }
    }

    /** Those of a class of records. */
    public static Components of(Class<?> record) {
        return OF.get(record);
    }

    /** The values of a record, in the order of its components. */
    public Object[] values(Object record) {
        Object[] values = new Object[accessors.length];
        for (int i = 0; i < values.length; i++) {
            values[i] = value(i, record);
        }
        return values;
    }

    /** How many components the records have. */
    int count() {
        return accessors.length;
    }

    /** One of the values of a record. */
    public Object value(int index, Object record) {
        try {
            return accessors[index].invoke(record);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("cannot read a " + type.getName(), e);
        }
    }

    /**
     * The record with these values, in the order of its components.
     *
     * @throws IllegalArgumentException when a value is of another type
     * @throws RuntimeException whatever the record has against the values
     */
    public Object make(Object[] values) {
        try {
            return constructor.newInstance(values);
        } catch (InvocationTargetException e) {
            if (e.getCause() instanceof RuntimeException refusal) {
                throw refusal;
            }
            throw new IllegalStateException("cannot make a " + type.getName(), e);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("cannot make a " + type.getName(), e);
        }
    }

    /** Number of the component with a name; -1 when there is none. */
    int indexOf(String name) {
        for (int i = 0; i < components.length; i++) {
            if (components[i].getName().equals(name)) {
                return i;
            }
        }
        return -1;
    }

    /** A component. */
    RecordComponent get(int index) {
        return components[index];
    }
}
