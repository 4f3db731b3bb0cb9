package mergedesk.observe;

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
}
