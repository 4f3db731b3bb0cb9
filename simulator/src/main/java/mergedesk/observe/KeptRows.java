package mergedesk.observe;

import java.util.stream.IntStream;

/**
 * Which rows of {@link Scopes} a {@link RunSummary} has: what is not kept is not summed up.
 *
 * @param rows the rows, ascending
 * @param histograms whether waits and days by service level are kept
 * @param byMonth those of the rows that are also kept by calendar month, ascending
 */
public record KeptRows(int[] rows, boolean histograms, int[] byMonth) {
    /** Nothing by month. */
    public KeptRows(int[] rows, boolean histograms) {
        this(rows, histograms, new int[0]);
    }

    /** Everything. */
    public static KeptRows all(Scopes scopes) {
        return new KeptRows(IntStream.range(0, scopes.rows().size()).toArray(), true, scopes.byMonth());
    }
}
