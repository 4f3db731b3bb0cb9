package mergedesk.units;

import java.util.function.BiFunction;
import java.util.function.Function;

/**
 * Something that Programs may have in common, as a function of one value, and of nothing else: what is made of values that are alike is the same. See {@link Alike}.
 *
 * @param make makes it; reads nothing but its argument, of which it may make parts that are in common, too, and nobody writes to what it returns
 */
public record Common<F, T>(BiFunction<F, InCommon, T> make) {
    /** Of which no part is in common. */
    public static <F, T> Common<F, T> of(Function<F, T> make) {
        return new Common<>((from, common) -> make.apply(from));
    }
}
