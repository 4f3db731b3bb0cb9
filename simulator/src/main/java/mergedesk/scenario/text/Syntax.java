package mergedesk.scenario.text;

import java.util.function.Function;
import java.util.function.ToDoubleFunction;

/**
 * How a single value of one type is written.
 *
 * @param pattern regular expression of the whole text, for the JSON Schema and editors; the reader is the judge
 * @param example a text that can be read
 * @param reader text to value; throws {@link Misread}
 * @param magnitude the value as a number in the unit of {@link mergedesk.scenario.Limits}; null for what is not a number
 */
public record Syntax<T>(String pattern, String example, Function<String, T> reader, ToDoubleFunction<T> magnitude) {
    /** The syntax of something that is not a number. */
    public static <T> Syntax<T> word(String pattern, String example, Function<String, T> reader) {
        return new Syntax<>(pattern, example, reader, null);
    }

    public boolean numeric() {
        return magnitude != null;
    }
}
