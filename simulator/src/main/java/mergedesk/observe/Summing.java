package mergedesk.observe;

import java.util.Arrays;
import java.util.stream.IntStream;
import mergedesk.observe.Scopes.Kind;
import mergedesk.program.Program;

/** Adds what was counted up to the rows that are kept. Runs once for each replication, batch or period of days; what it returns is all that it allocates. */
final class Summing {
    private final Counters counters;
    private final int intervals; // of the week
    private final boolean histograms;
    private final int sorts; // flows, and the sorts of tickets behind them
    private final int[] named; // kept rows of everything but intervals
    private final int[][] placesOfFlow; // in named, of the rows for which contacts of the flow count
    private final int[][] placesOfWorkplace; // of the rows for which time at the workplace counts
    private final int[] placeOfGroup; // of the group's own row, or -1
    private final int firstInterval; // row of the first interval of the week
    private final int[] keptIntervals;
    private final Columns columns;
    private long[] numbers = {}; // of as many rows as there ever were: [place × Count.COLUMNS + column]

    Summing(Program program, Scopes scopes, KeptRows kept, Counters counters) {
        this.counters = counters;
        columns = scopes.columns();
        intervals = program.calendar().intervalsPerWeek();
        histograms = kept.histograms();
        sorts = program.tickets().sorts();
        firstInterval = scopes.row(Kind.INTERVAL, 0);
        named = Arrays.stream(kept.rows()).filter(row -> row < firstInterval).toArray();
        keptIntervals = Arrays.stream(kept.rows()).filter(row -> row >= firstInterval).map(row -> row - firstInterval).toArray();
        placesOfFlow = new int[program.flowCount()][];
        for (int flow = 0; flow < placesOfFlow.length; flow++) {
            placesOfFlow[flow] = places(scopes.rowsOfFlow(flow));
        }
        Workplaces workplaces = counters.groups().workplaces();
        placesOfWorkplace = new int[workplaces.count()][];
        Arrays.setAll(placesOfWorkplace, workplace -> places(scopes.rowsOfGroup(workplaces.group()[workplace], workplaces.desk()[workplace], workplaces.employer()[workplace])));
        placeOfGroup = new int[program.groupCount()];
        for (int group = 0; group < placeOfGroup.length; group++) {
            placeOfGroup[group] = Math.max(-1, Arrays.binarySearch(named, scopes.row(Kind.GROUP, group)));
        }
    }

    private int[] places(int[] rows) {
        return Arrays.stream(rows).map(row -> Arrays.binarySearch(named, row)).filter(place -> place >= 0).toArray();
    }

    /** What a replication or batch leaves. */
    RunSummary sum(long replication) {
        int[] begun = IntStream.of(keptIntervals).filter(i -> counters.begun()[i]).toArray();
        int[] rows = Arrays.copyOf(named, named.length + begun.length);
        numbers(rows.length);
        for (int i = 0; i < begun.length; i++) {
            rows[named.length + i] = firstInterval + begun[i];
            addInterval(begun[i], numbers, (named.length + i) * Count.COLUMNS);
        }
        short[][] bins = histograms ? new short[sorts][] : RunSummary.NO_BINS;
        int[][] counts = histograms ? new int[sorts][] : RunSummary.NOTHING;
        for (int sort = 0; sort < bins.length; sort++) {
            long answered = sort < placesOfFlow.length ? counters.contacts().answered(sort) : 0;
            counters.waits().pack(sort, answered + counters.deferred().finished(sort), bins, counts);
        }
        return RunSummary.of(replication, rows, columns, numbers, bins, counts, histograms ? counters.days().closed() : RunSummary.NOTHING);
    }

    /** Totals of the kept rows, but of no intervals: [place in them × Count.COLUMNS + column], until it is asked for again. */
    long[] numbers() {
        return numbers(named.length);
    }

    /** The same in front of further rows, so that there are {@code rows}. */
    private long[] numbers(int rows) {
        counters.contacts().sumUp(counters.begun());
        if (numbers.length < rows * Count.COLUMNS) {
            numbers = new long[rows * Count.COLUMNS];
        }
        Arrays.fill(numbers, 0, rows * Count.COLUMNS, 0);
        long window = 0;
        for (int interval = 0; interval < intervals; interval++) {
            window += counters.windowTicks()[interval];
        }
        for (int flow = 0; flow < placesOfFlow.length; flow++) {
            for (int place : placesOfFlow[flow]) {
                counters.users().addFlow(flow, window, numbers, place * Count.COLUMNS);
                counters.contacts().addFlow(flow, numbers, place * Count.COLUMNS);
                counters.deferred().addFlow(flow, numbers, place * Count.COLUMNS);
            }
        }
        for (int workplace = 0; workplace < placesOfWorkplace.length; workplace++) {
            for (int place : placesOfWorkplace[workplace]) {
                counters.groups().addTime(workplace, numbers, place * Count.COLUMNS);
            }
        }
        for (int group = 0; group < placeOfGroup.length; group++) {
            if (placeOfGroup[group] >= 0) {
                counters.groups().addContacts(group, numbers, placeOfGroup[group] * Count.COLUMNS);
                counters.contacts().addOwn(group, counters.groups().answered(group), numbers, placeOfGroup[group] * Count.COLUMNS);
            }
        }
        for (int place = 0; place < named.length; place++) {
            numbers[place * Count.COLUMNS + Count.WINDOW] = window;
            counters.deferred().addRow(named[place], numbers, place * Count.COLUMNS);
            numbers[place * Count.COLUMNS + Count.OPEN] = counters.doors().ofRow(named[place]);
            counters.estate().addRow(named[place], numbers, place * Count.COLUMNS);
        }
        return numbers;
    }

    private void addInterval(int interval, long[] numbers, int at) {
        counters.contacts().addInterval(interval, numbers, at);
        counters.groups().addInterval(interval, numbers, at);
        numbers[at + Count.WINDOW] = counters.windowTicks()[interval];
        numbers[at + Count.OPEN] = counters.doors().ofInterval(interval, 0);
    }
}
