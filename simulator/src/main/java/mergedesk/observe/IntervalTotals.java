package mergedesk.observe;

import java.util.ArrayList;
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
    private final int[][] placesOfFlow; // in rows, of those for which contacts of the flow count
    private final int[][] placesOfDesk; // of those for which time of the desk's agents counts

    IntervalTotals(Program program, Scopes scopes, int[] rows, Counters counters) {
        this.counters = counters;
        this.rows = rows;
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
        RunSummary nothing = RunSummary.ofTotals(replication, new int[0], new long[0]);
        List<RunSummary> summaries = new ArrayList<>(intervals);
        for (int interval = 0; interval < intervals; interval++) {
            summaries.add(counters.begun()[interval] ? RunSummary.ofTotals(replication, rows, numbers(interval)) : nothing);
        }
        return summaries;
    }

    private long[] numbers(int interval) {
        long[] numbers = new long[rows.length * Count.COLUMNS];
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
