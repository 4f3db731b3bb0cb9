package mergedesk.observe;

import java.util.Arrays;
import java.util.stream.IntStream;
import mergedesk.observe.Scopes.Kind;
import mergedesk.program.Program;

/** Adds what {@link Totals} counted up to the rows that are kept. Runs once for each replication or batch; the summary is all that it allocates. */
final class Summing {
    private final boolean histograms;
    private final int[] named; // kept rows of everything but intervals
    private final int[][] placesOfFlow; // in named, of the rows for which contacts of the flow count
    private final int[][] placesOfGroup; // of the rows for which time of the group counts
    private final int[] placeOfGroup; // of the group's own row, or -1
    private final int firstInterval; // row of the first interval of the week
    private final boolean[] keptInterval;

    Summing(Program program, Scopes scopes, KeptRows kept) {
        histograms = kept.histograms();
        firstInterval = scopes.row(Kind.INTERVAL, 0);
        named = Arrays.stream(kept.rows()).filter(row -> row < firstInterval).toArray();
        keptInterval = new boolean[program.calendar().intervalsPerWeek()];
        Arrays.stream(kept.rows()).filter(row -> row >= firstInterval).forEach(row -> keptInterval[row - firstInterval] = true);
        placesOfFlow = new int[program.flowCount()][];
        for (int flow = 0; flow < placesOfFlow.length; flow++) {
            placesOfFlow[flow] = places(scopes.rowsOfFlow(flow));
        }
        placesOfGroup = new int[program.groupCount()][];
        placeOfGroup = new int[program.groupCount()];
        for (int group = 0; group < placeOfGroup.length; group++) {
            placesOfGroup[group] = places(scopes.rowsOfGroup(group));
            placeOfGroup[group] = Math.max(-1, Arrays.binarySearch(named, scopes.row(Kind.GROUP, group)));
        }
    }

    private int[] places(int[] rows) {
        return Arrays.stream(rows).map(row -> Arrays.binarySearch(named, row)).filter(place -> place >= 0).toArray();
    }

    /** @param begun by interval of the week, whether it has begun in this replication: in others nothing is counted */
    RunSummary sum(long replication, ContactCounts contacts, GroupCounts groups, WaitCounts waits, DayLevels days, OpenTime doors, long[] windowTicks, boolean[] begun) {
        int[] intervals = IntStream.range(0, keptInterval.length).filter(i -> keptInterval[i] && begun[i]).toArray();
        int[] rows = Arrays.copyOf(named, named.length + intervals.length);
        long[] numbers = new long[rows.length * Count.COLUMNS];
        for (int flow = 0; flow < placesOfFlow.length; flow++) {
            for (int place : placesOfFlow[flow]) {
                contacts.addFlow(flow, numbers, place * Count.COLUMNS);
            }
        }
        for (int group = 0; group < placesOfGroup.length; group++) {
            for (int place : placesOfGroup[group]) {
                groups.addTime(group, numbers, place * Count.COLUMNS);
            }
            if (placeOfGroup[group] >= 0) {
                groups.addContacts(group, numbers, placeOfGroup[group] * Count.COLUMNS);
            }
        }
        long window = Arrays.stream(windowTicks, 0, keptInterval.length).sum();
        for (int place = 0; place < named.length; place++) {
            numbers[place * Count.COLUMNS + Count.WINDOW] = window;
            numbers[place * Count.COLUMNS + Count.OPEN] = doors.ofRow(named[place]);
        }
        for (int i = 0; i < intervals.length; i++) {
            int place = named.length + i;
            rows[place] = firstInterval + intervals[i];
            contacts.addInterval(intervals[i], numbers, place * Count.COLUMNS);
            groups.addInterval(intervals[i], numbers, place * Count.COLUMNS);
            numbers[place * Count.COLUMNS + Count.WINDOW] = windowTicks[intervals[i]];
            numbers[place * Count.COLUMNS + Count.OPEN] = doors.ofInterval(intervals[i]);
        }
        short[][] bins = histograms ? new short[placesOfFlow.length][] : RunSummary.NO_BINS;
        int[][] counts = histograms ? new int[placesOfFlow.length][] : RunSummary.NOTHING;
        for (int flow = 0; flow < bins.length; flow++) {
            waits.pack(flow, contacts.answered(flow), bins, counts);
        }
        return RunSummary.of(replication, rows, numbers, bins, counts, histograms ? days.closed() : RunSummary.NOTHING);
    }
}
