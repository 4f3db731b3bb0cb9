package mergedesk.scenario;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** One sentence that tells the user what a key means; editors show it, the JSON Schema carries it. */
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.RECORD_COMPONENT, ElementType.TYPE, ElementType.FIELD})
public @interface Meaning {
    /** A {@link #byDefault()} for names: the key under which the thing stands. */
    String OWN_KEY = "own key";

    /** The sentence, in the user's words. */
    String value();

    /** The value that holds when the key is absent, as the user would write it; empty: no default. */
    String byDefault() default "";

    /** Whether a scenario without this key is a fault. */
    boolean required() default false;

    /** How a number or a time of day is written; other types have a form of their own. */
    Form form() default Form.NUMBER;

    /** Whether the reader fills the component from a file or from other keys; such a component is no key of the language. */
    boolean filledByReader() default false;

    /** Ways of writing a number or a time of day. */
    enum Form {
        /** {@code 1.25}. */
        NUMBER,
        /** {@code 120,000}: how many there are. */
        COUNT,
        /** {@code 80 %}; a bare number is a fault. */
        SHARE,
        /** {@code 140 %} or {@code 1.4}. */
        RATIO,
        /** By the measure beside it: a share, a time or a number. */
        OF_MEASURE,
        /** A time of day at which something ends, so that {@code 24:00} makes sense. */
        END
    }
}
