package mergedesk.program;

import java.util.List;

/**
 * The calendar months of the window that counts, by local date: none where no month is whole, where one is all there is, or where the window is divided into batches.
 *
 * @param startTick tick at which each begins: the first with the window
 * @param names how results call each, such as {@code 2026-03}
 */
public record Months(long[] startTick, List<String> names) {
    /** No months. */
    public static final Months NONE = new Months(new long[0], List.of());

    /** Number of months. */
    public int count() {
        return startTick.length;
    }
}
