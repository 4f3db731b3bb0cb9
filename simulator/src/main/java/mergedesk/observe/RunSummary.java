package mergedesk.observe;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/**
 * What one replication (or batch) leaves: totals by scope, waits by flow, days by service level. Immutable by convention; sums of summaries of
 * one Program are meaningful, so are ratios of sums.
 *
 * @param replication number of the replication
 * @param rows rows of {@link Scopes} that are not all zeros, ascending: a batch of a minute touches few intervals of the week
 * @param numbers columns of {@link Count} for each of these: [place in rows × Count.COLUMNS + column]
 * @param waitBins for each flow, and each sort of tickets behind them, the bins of {@link WaitBins} that waits of answered contacts fell into, or the time that deferred work took, ascending; bin 0 included
 * @param waitCounts the number of contacts in each
 * @param days number of days by whole percent of answered within T of offered, both by day of arrival, 0 .. 100, for each desk and last for all together; a
 *     part of a day at the start or end of the window is a day, a day without any contact is none; a day that a batch divides belongs to a later one
 * @param periods totals of each period of a kind, without waits and days, in the rows that are kept by such periods
 */
public record RunSummary(
        long replication, int[] rows, long[] numbers, short[][] waitBins, int[][] waitCounts, int[][] days, Map<Period, List<RunSummary>> periods) {
    private static final int PERCENTS = 101;
    static final short[][] NO_BINS = {};
    static final int[][] NOTHING = {};

    /** Without periods. */
    public RunSummary(long replication, int[] rows, long[] numbers, short[][] waitBins, int[][] waitCounts, int[][] days) {
        this(replication, rows, numbers, waitBins, waitCounts, days, Map.of());
    }

    /** From the numbers of all rows: [row × Count.COLUMNS + column]. */
    public RunSummary(long replication, long[] totals, short[][] waitBins, int[][] waitCounts, int[][] days) {
        this(replication, places(totals), pick(totals, places(totals)), waitBins, waitCounts, days);
    }

    /** From the numbers of these rows: [place in rows × Count.COLUMNS + column]. */
    static RunSummary of(long replication, int[] rows, long[] numbers, short[][] waitBins, int[][] waitCounts, int[][] days) {
        int[] places = places(numbers);
        return places.length == rows.length
                ? new RunSummary(replication, rows, numbers, waitBins, waitCounts, days)
                : new RunSummary(replication, Arrays.stream(places).map(place -> rows[place]).toArray(), pick(numbers, places), waitBins, waitCounts, days);
    }

    /** Where rows stand that are not all zeros. */
    private static int[] places(long[] numbers) {
        int[] places = new int[numbers.length / Count.COLUMNS];
        int found = 0;
        for (int place = 0; place < places.length; place++) {
            int column = 0;
            while (column < Count.COLUMNS && numbers[place * Count.COLUMNS + column] == 0) {
                column++;
            }
            if (column < Count.COLUMNS) {
                places[found++] = place;
            }
        }
        return Arrays.copyOf(places, found);
    }

    private static long[] pick(long[] numbers, int[] places) {
        long[] picked = new long[places.length * Count.COLUMNS];
        for (int i = 0; i < places.length; i++) {
            System.arraycopy(numbers, places[i] * Count.COLUMNS, picked, i * Count.COLUMNS, Count.COLUMNS);
        }
        return picked;
    }

    /** One number of one row. */
    public long total(int row, int column) {
        int first = first(row);
        return first < 0 ? 0 : numbers[first + column];
    }

    /** Where the row's columns begin in {@link #numbers}; negative for a row of zeros. */
    public int first(int row) {
        boolean dense = row < rows.length && rows[row] == row;
        return (dense ? row : Arrays.binarySearch(rows, row)) * Count.COLUMNS;
    }

    /** The totals of some rows, without waits, days and periods. */
    public RunSummary only(IntPredicate wanted) {
        int[] places = IntStream.range(0, rows.length).filter(i -> wanted.test(rows[i])).toArray();
        return new RunSummary(replication, Arrays.stream(places).map(i -> rows[i]).toArray(), pick(numbers, places), NO_BINS, NOTHING, NOTHING);
    }

    /** The same with periods, or with others. */
    public RunSummary withPeriods(Map<Period, List<RunSummary>> others) {
        return new RunSummary(replication, rows, numbers, waitBins, waitCounts, days, others);
    }

    /** What was counted in each period, in order; none where such periods are not kept. */
    public List<RunSummary> by(Period period) {
        return periods.getOrDefault(period, List.of());
    }

    /** Totals of these rows: {@link #numbers}, of which some may be zeros. */
    static RunSummary ofTotals(long replication, int[] rows, long[] numbers) {
        return of(replication, rows, numbers, NO_BINS, NOTHING, NOTHING);
    }

    /** How many numbers it holds without its periods, as a measure of memory. */
    public long size() {
        return (long) numbers.length + Arrays.stream(waitBins).mapToLong(bins -> bins.length).sum() + (long) days.length * PERCENTS;
    }

    /** What several batches of one replication leave together, as if they had been one. */
    public static RunSummary sum(List<RunSummary> batches) {
        RunSummary first = batches.get(0);
        if (batches.size() == 1) {
            return first;
        }
        TreeSet<Integer> union = new TreeSet<>();
        batches.forEach(batch -> Arrays.stream(batch.rows).forEach(union::add));
        int[] rows = union.stream().mapToInt(Integer::intValue).toArray();
        long[] numbers = new long[rows.length * Count.COLUMNS];
        int[][] days = new int[first.days.length][PERCENTS];
        for (RunSummary batch : batches) {
            batch.addNumbers(rows, numbers);
            for (int desk = 0; desk < days.length; desk++) {
                for (int i = 0; i < PERCENTS; i++) {
                    days[desk][i] = Exact.sum(days[desk][i], batch.days[desk][i]);
                }
            }
        }
        short[][] bins = new short[first.waitBins.length][];
        int[][] counts = new int[bins.length][];
        for (int flow = 0; flow < bins.length; flow++) {
            sumWaits(batches, flow, bins, counts);
        }
        return new RunSummary(first.replication, rows, numbers, bins, counts, days);
    }

    private void addNumbers(int[] toRows, long[] to) {
        for (int i = 0; i < rows.length; i++) {
            int place = Arrays.binarySearch(toRows, rows[i]) * Count.COLUMNS;
            for (int column = 0; column < Count.COLUMNS; column++) {
                long number = numbers[i * Count.COLUMNS + column];
                to[place + column] = Count.isLevel(column) ? number : Exact.sum(to[place + column], number);
            }
        }
    }

    private static void sumWaits(List<RunSummary> batches, int flow, short[][] bins, int[][] counts) {
        int[] dense = new int[WaitBins.BINS];
        for (RunSummary batch : batches) {
            for (int i = 0; i < batch.waitBins[flow].length; i++) {
                int bin = batch.waitBins[flow][i];
                dense[bin] = Exact.sum(dense[bin], batch.waitCounts[flow][i]);
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
}
