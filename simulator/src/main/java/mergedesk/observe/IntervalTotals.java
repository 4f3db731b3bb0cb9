package mergedesk.observe;

import java.util.AbstractList;
import java.util.Arrays;
import java.util.List;
import mergedesk.observe.Scopes.Kind;
import mergedesk.program.Program;

/**
 * What was counted in each interval of the week by place: sums of the cells that are kept for the intervals anyway, so that runs do not pay for it. Agents' time is known for desks and
 * everything together, and what groups answer not at all.
 */
final class IntervalTotals {
    private final Counters counters;
    private final int intervals;
    private final int[] rows;
    private final Columns columns;
    private final long[] numbers; // of one interval: [place × Count.COLUMNS + column]
    private final int[][] placesOfFlow; // in rows, of those for which contacts of the flow count
    private final int[][] placesOfDesk; // of those for which time of the desk's agents counts

    IntervalTotals(Program program, Scopes scopes, int[] rows, Counters counters) {
        this.counters = counters;
        this.rows = rows;
        columns = scopes.columns();
        numbers = new long[rows.length * Count.COLUMNS];
        intervals = program.calendar().intervalsPerWeek();
        placesOfFlow = new int[program.flowCount()][];
        Arrays.setAll(placesOfFlow, flow -> places(scopes.rowsOfFlow(flow)));
        placesOfDesk = new int[program.deskCount()][];
        Arrays.setAll(placesOfDesk, desk -> places(scopes.row(Kind.OVERALL, 0), scopes.row(Kind.DESK, desk)));
    }

    private int[] places(int... of) {
        return Arrays.stream(of).map(row -> Arrays.binarySearch(rows, row)).filter(place -> place >= 0).toArray();
    }

    /** Whether anything is kept so. */
    boolean any() {
        return rows.length > 0;
    }

    /** The replication is over: what was counted in each interval. */
    List<RunSummary> finish(long replication) {
        int[] begun = begun();
        RunSummary[] summaries = new RunSummary[begun.length];
        for (int i = 0; i < begun.length; i++) {
            summaries[i] = RunSummary.ofTotals(replication, rows, columns, numbers(begun[i]));
        }
        return new Begun(intervals, begun, summaries, RunSummary.ofTotals(replication, new int[0], columns, new long[0]));
    }

    private int[] begun() {
        int found = 0;
        for (int interval = 0; interval < intervals; interval++) {
            found += counters.begun()[interval] ? 1 : 0;
        }
        int[] begun = new int[found];
        for (int interval = intervals - 1; found > 0; interval--) {
            if (counters.begun()[interval]) {
                begun[--found] = interval;
            }
        }
        return begun;
    }

    /** Those of intervals that have begun, among all: an hour has a few of a week's hundreds. */
    private static final class Begun extends AbstractList<RunSummary> {
        private final int size;
        private final int[] begun;
        private final RunSummary[] summaries;
        private final RunSummary nothing;

        Begun(int size, int[] begun, RunSummary[] summaries, RunSummary nothing) {
            this.size = size;
            this.begun = begun;
            this.summaries = summaries;
            this.nothing = nothing;
        }

        @Override
        public RunSummary get(int interval) {
            int at = Arrays.binarySearch(begun, interval);
            return at < 0 ? nothing : summaries[at];
        }

        @Override
        public int size() {
            return size;
        }
    }

    private long[] numbers(int interval) {
        Arrays.fill(numbers, 0);
        counters.contacts().addInterval(interval, placesOfFlow, numbers);
        for (int desk = 0; desk < placesOfDesk.length; desk++) {
            for (int place : placesOfDesk[desk]) {
                counters.groups().addInterval(interval, desk, numbers, place * Count.COLUMNS);
            }
        }
        for (int place = 0; place < rows.length; place++) {
            numbers[place * Count.COLUMNS + Count.OPEN] = counters.doors().ofInterval(interval, rows[place]); // the window would give a row to all that is closed
        }
        return numbers;
    }
}
