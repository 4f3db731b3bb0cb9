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
 * @param columns which columns of {@link Count} are kept; the others are 0
 * @param numbers these columns for each of these rows: [place in rows × columns.count() + place of the column]
 * @param waitBins for each flow, and each sort of tickets behind them, the bins of {@link WaitBins} that waits of answered contacts fell into, or the time that deferred work took, ascending; bin 0 included
 * @param waitCounts the number of contacts in each
 * @param days number of days by whole percent of answered within T of offered, both by day of arrival, 0 .. 100, for each desk and last for all together; a
 *     part of a day at the start or end of the window is a day, a day without any contact is none; a day that a batch divides belongs to a later one
 * @param given what follows from the dates of the run's own plan and not from its events, [number of the exact measure × rows of everything but intervals + row]; empty where all runs have the same
 * @param decided civil days on which the run's own results decided steps of its plan, by key of the step
 * @param periods totals of each period of a kind, without waits and days, in the rows that are kept by such periods
 */
public record RunSummary(
        long replication, int[] rows, Columns columns, long[] numbers, short[][] waitBins, int[][] waitCounts, int[][] days, double[] given, Map<String, Long> decided, Map<Period, List<RunSummary>> periods) {
    private static final int PERCENTS = 101;
    static final short[][] NO_BINS = {};
    static final int[][] NOTHING = {};
    private static final double[] NOTHING_GIVEN = {};

    /** Without periods. */
    private RunSummary(long replication, int[] rows, Columns columns, long[] numbers, short[][] waitBins, int[][] waitCounts, int[][] days) {
        this(replication, rows, columns, numbers, waitBins, waitCounts, days, NOTHING_GIVEN, Map.of(), Map.of());
    }

    /** From the numbers of all rows: [row × Count.COLUMNS + column]. */
    public RunSummary(long replication, long[] totals, short[][] waitBins, int[][] waitCounts, int[][] days) {
        this(replication, places(totals, totals.length / Count.COLUMNS), Columns.ALL, Columns.ALL.pick(totals, places(totals, totals.length / Count.COLUMNS)), waitBins, waitCounts, days);
    }

    /** From the numbers of these rows: [place in rows × Count.COLUMNS + column]. */
    static RunSummary of(long replication, int[] rows, Columns columns, long[] numbers, short[][] waitBins, int[][] waitCounts, int[][] days) {
        int[] places = places(numbers, rows.length);
        int[] found = places.length == rows.length ? rows : Arrays.stream(places).map(place -> rows[place]).toArray();
        return new RunSummary(replication, found, columns, columns.pick(numbers, places), waitBins, waitCounts, days);
    }

    /** Which of so many rows are not all zeros. */
    private static int[] places(long[] numbers, int rows) {
        int[] places = new int[rows];
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

    /** One number of one row. */
    public long total(int row, int column) {
        int place = place(row);
        return place < 0 || columns.place(column) < 0 ? 0 : numbers[place * columns.count() + columns.place(column)];
    }

    /** A combination of columns of one row. */
    public long sum(int row, int[] of, int[] signs) {
        int first = place(row) * columns.count();
        long sum = 0;
        for (int i = 0; first >= 0 && i < of.length; i++) {
            int place = columns.place(of[i]);
            sum += place < 0 ? 0 : signs[i] * numbers[first + place];
        }
        return sum;
    }

    /** Waits of the contacts of these flows together, or times of these sorts of deferred work. */
    public Waits waits(int[] of) {
        return of.length == 1 ? waits(of[0]) : Waits.sum(IntStream.of(of).mapToObj(this::waits).toList());
    }

    private Waits waits(int flow) {
        return new Waits(waitBins[flow], waitCounts[flow]);
    }

    /** Whether the row has any number that is not 0. */
    public boolean has(int row) {
        return place(row) >= 0;
    }

    /** Place of the row among {@link #rows}; negative for a row of zeros. */
    private int place(int row) {
        boolean dense = row < rows.length && rows[row] == row;
        return dense ? row : Arrays.binarySearch(rows, row);
    }

    /** The totals of some rows, without waits, days and periods. */
    public RunSummary only(IntPredicate wanted) {
        int[] places = IntStream.range(0, rows.length).filter(i -> wanted.test(rows[i])).toArray();
        long[] picked = new long[places.length * columns.count()];
        for (int i = 0; i < places.length; i++) {
            System.arraycopy(numbers, places[i] * columns.count(), picked, i * columns.count(), columns.count());
        }
        return new RunSummary(replication, Arrays.stream(places).map(i -> rows[i]).toArray(), columns, picked, NO_BINS, NOTHING, NOTHING, given, decided, Map.of());
    }

    /** The same with periods, or with others. */
    public RunSummary withPeriods(Map<Period, List<RunSummary>> others) {
        return new RunSummary(replication, rows, columns, numbers, waitBins, waitCounts, days, given, decided, others);
    }

    /** The same with what follows from the dates of its plan, and what results decided of them. */
    public RunSummary withPlan(double[] values, Map<String, Long> decisions) {
        return new RunSummary(replication, rows, columns, numbers, waitBins, waitCounts, days, values, decisions, periods);
    }

    /** What was counted in each period, in order; none where such periods are not kept. */
    public List<RunSummary> by(Period period) {
        return periods.getOrDefault(period, List.of());
    }

    /** Totals of these rows, of which some may be zeros: [place in rows × Count.COLUMNS + column]. */
    static RunSummary ofTotals(long replication, int[] rows, Columns columns, long[] numbers) {
        return of(replication, rows, columns, numbers, NO_BINS, NOTHING, NOTHING);
    }

    /** The same from what is kept of them alone. */
    static RunSummary ofKept(long replication, int[] rows, Columns columns, long[] kept) {
        RunSummary all = new RunSummary(replication, rows, columns, kept, NO_BINS, NOTHING, NOTHING);
        return all.only(row -> all.isAny(all.place(row)));
    }

    private boolean isAny(int place) {
        for (int i = place * columns.count(); i < (place + 1) * columns.count(); i++) {
            if (numbers[i] != 0) {
                return true;
            }
        }
        return false;
    }

    /** How many numbers it holds without its periods, as a measure of memory. */
    public long size() {
        return (long) numbers.length + Arrays.stream(waitBins).mapToLong(bins -> bins.length).sum() + (long) days.length * PERCENTS + given.length;
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
        long[] numbers = new long[rows.length * first.columns.count()];
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
            int of = flow;
            Waits waits = Waits.sum(batches.stream().map(batch -> batch.waits(of)).toList());
            bins[flow] = waits.bins();
            counts[flow] = waits.counts();
        }
        return new RunSummary(first.replication, rows, first.columns, numbers, bins, counts, days, first.given, first.decided, Map.of());
    }

    private void addNumbers(int[] toRows, long[] to) {
        for (int i = 0; i < rows.length; i++) {
            int at = Arrays.binarySearch(toRows, rows[i]) * columns.count();
            for (int place = 0; place < columns.count(); place++) {
                long number = numbers[i * columns.count() + place];
                to[at + place] = together(columns.at(place), to[at + place], number);
            }
        }
    }

    private static long together(int column, long soFar, long number) {
        if (Count.isLongest(column)) {
            return Math.max(soFar, number);
        }
        return Count.isLevel(column) ? number : Exact.sum(soFar, number);
    }
}
