package mergedesk.observe;

/**
 * What one replication (or batch) leaves: totals by scope, waits by flow, days by service level. Immutable by convention; sums of summaries of
 * one Program are meaningful, so are ratios of sums.
 *
 * @param replication number of the replication
 * @param totals columns of {@link Count} for each row of {@link Scopes}: [row × Count.COLUMNS + column]
 * @param waitBins for each flow the bins of {@link WaitBins} that waits of answered contacts fell into, ascending; bin 0 included
 * @param waitCounts the number of contacts in each
 * @param days number of days by whole percent of answered within T of offered, 0 .. 100, for each desk and last for all together; a part of a
 *     day at the start or end of the window is a day, a day without any contact is none
 */
public record RunSummary(long replication, long[] totals, short[][] waitBins, int[][] waitCounts, int[][] days) {
    /** One number of one row. */
    public long total(int row, int column) {
        return totals[row * Count.COLUMNS + column];
    }
}
