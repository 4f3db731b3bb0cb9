package mergedesk.observe;

import java.util.List;
import java.util.stream.IntStream;

/**
 * What one replication (or batch) leaves: totals by scope, waits by flow, days by service level. Immutable by convention; sums of summaries of
 * one Program are meaningful, so are ratios of sums.
 *
 * @param replication number of the replication
 * @param totals columns of {@link Count} for each row of {@link Scopes}: [row × Count.COLUMNS + column]
 * @param waitBins for each flow the bins of {@link WaitBins} that waits of answered contacts fell into, ascending; bin 0 included
 * @param waitCounts the number of contacts in each
 * @param days number of days by whole percent of answered within T of offered, both by day of arrival, 0 .. 100, for each desk and last for all together; a
 *     part of a day at the start or end of the window is a day, a day without any contact is none; a day that a batch divides belongs to a later one
 */
public record RunSummary(long replication, long[] totals, short[][] waitBins, int[][] waitCounts, int[][] days) {
    /** One number of one row. */
    public long total(int row, int column) {
        return totals[row * Count.COLUMNS + column];
    }

    /** What several batches of one replication leave together, as if they had been one. */
    public static RunSummary sum(List<RunSummary> batches) {
        RunSummary first = batches.get(0);
        long[] totals = new long[first.totals.length];
        short[][] bins = new short[first.waitBins.length][];
        int[][] counts = new int[bins.length][];
        int[][] days = new int[first.days.length][101];
        for (RunSummary batch : batches) {
            add(batch.totals, totals);
            for (int row = 0; row < days.length; row++) {
                add(batch.days[row], days[row]);
            }
        }
        for (int flow = 0; flow < bins.length; flow++) {
            int[] dense = new int[WaitBins.BINS];
            for (RunSummary batch : batches) {
                for (int i = 0; i < batch.waitBins[flow].length; i++) {
                    dense[batch.waitBins[flow][i]] += batch.waitCounts[flow][i];
                }
            }
            int[] used = IntStream.range(0, dense.length).filter(bin -> bin == 0 || dense[bin] > 0).toArray();
            bins[flow] = new short[used.length];
            counts[flow] = new int[used.length];
            for (int i = 0; i < used.length; i++) {
                bins[flow][i] = (short) used[i];
                counts[flow][i] = dense[used[i]];
            }
        }
        return new RunSummary(first.replication, totals, bins, counts, days);
    }

    private static void add(long[] from, long[] to) {
        for (int i = 0; i < to.length; i++) {
            to[i] += from[i];
        }
    }

    private static void add(int[] from, int[] to) {
        for (int i = 0; i < to.length; i++) {
            to[i] += from[i];
        }
    }
}
