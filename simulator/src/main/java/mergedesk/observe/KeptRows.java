package mergedesk.observe;

import java.util.Map;
import java.util.stream.IntStream;

/**
 * Which rows of {@link Scopes} a {@link RunSummary} has: what is not kept is not summed up.
 *
 * @param rows the rows, ascending
 * @param histograms whether waits and days by service level are kept
 * @param byPeriod those of the rows that are also kept by period, ascending; only kinds of periods for which there are any
 */
public record KeptRows(int[] rows, boolean histograms, Map<Period, int[]> byPeriod) {
    /** Nothing by period. */
    public KeptRows(int[] rows, boolean histograms) {
        this(rows, histograms, Map.of());
    }

    /** Everything. */
    public static KeptRows all(Scopes scopes) {
        return new KeptRows(IntStream.range(0, scopes.rows().size()).toArray(), true, scopes.byPeriod());
    }

    /** The rows that are kept by such periods. */
    int[] by(Period period) {
        return byPeriod.getOrDefault(period, new int[0]);
    }
}
