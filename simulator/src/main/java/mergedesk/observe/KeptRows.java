package mergedesk.observe;

import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/**
 * Which rows of {@link Scopes} a {@link RunSummary} has: what is not kept is not summed up.
 *
 * @param rows the rows, ascending
 * @param histograms whether waits and days by service level are kept
 */
public record KeptRows(int[] rows, boolean histograms) {
    /** Everything. */
    public static KeptRows all(Scopes scopes) {
        return new KeptRows(IntStream.range(0, scopes.rows().size()).toArray(), true);
    }

    /** Those that are wanted. */
    public static KeptRows of(Scopes scopes, IntPredicate wanted, boolean histograms) {
        return new KeptRows(IntStream.range(0, scopes.rows().size()).filter(wanted).toArray(), histograms);
    }
}
