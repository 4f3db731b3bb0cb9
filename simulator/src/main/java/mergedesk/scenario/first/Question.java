package mergedesk.scenario.first;

import java.util.Optional;
import java.util.function.Function;
import mergedesk.scenario.text.Misread;
import mergedesk.scenario.text.Syntax;

/**
 * One question about a first scenario.
 *
 * @param key name of the answer
 * @param text the question, in one sentence
 * @param byDefault the answer that an empty line stands for
 * @param check the reason why an answer cannot be, or empty
 */
public record Question(String key, String text, String byDefault, Function<String, Optional<String>> check) {
    /** A question whose answer is one value of {@code syntax}. */
    static Question of(String key, String text, String byDefault, Syntax<?> syntax) {
        return new Question(key, text, byDefault, answer -> {
            try {
                syntax.reader().apply(answer);
                return Optional.empty();
            } catch (Misread misread) {
                return Optional.of(misread.rule() + "; " + misread.advice());
            }
        });
    }
}
