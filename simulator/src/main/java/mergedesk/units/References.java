package mergedesk.units;

import java.lang.invoke.SerializedLambda;
import java.lang.reflect.Method;
import java.util.concurrent.atomic.AtomicReference;

/** What references to accessors mean, see {@link With}; looked up once for each place in the code where one is written. */
final class References {
    private static final ClassValue<AtomicReference<SerializedLambda>> FORMS = new ClassValue<>() {
        @Override
        protected AtomicReference<SerializedLambda> computeValue(Class<?> type) {
            return new AtomicReference<>();
        }
    };

    private References() {}

    /** The serialised form of a reference: objects of one class are all of one place. */
    static SerializedLambda form(With.Component<?, ?> component) {
        AtomicReference<SerializedLambda> known = FORMS.get(component.getClass());
        if (known.get() == null) {
            known.set(read(component));
        }
        return known.get();
    }

    private static SerializedLambda read(With.Component<?, ?> component) {
        try {
            Method form = component.getClass().getDeclaredMethod("writeReplace");
            form.setAccessible(true);
            return (SerializedLambda) form.invoke(component);
        } catch (ReflectiveOperationException e) {
            throw new IllegalArgumentException("component: found " + component + "; write a reference to an accessor", e);
        }
    }
}
