package mergedesk.scenario;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** One sentence that tells the user what a key means; editors show it, the JSON Schema carries it. */
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.RECORD_COMPONENT, ElementType.TYPE, ElementType.FIELD})
public @interface Meaning {
    /** The sentence, in the user's words. */
    String value();

    /** The value that holds when the key is absent, as the user would write it; empty: no default. */
    String byDefault() default "";

    /** Whether a scenario without this key is a fault. */
    boolean required() default false;
}
