package mergedesk.observe;

import java.util.Arrays;
import mergedesk.program.Program;

/**
 * Outcomes that few scenarios have, by flow and by interval of the week in which contacts arrived: the columns of {@link Count} from {@link Count#RARE} on.
 *
 * <p>Apart from {@link ContactCounts}, whose cells every event looks at: what is rare must not make them larger. Where nothing of it can happen in a Program, nothing is kept.
 */
final class RareCounts {
    private static final int COLUMNS = Count.COLUMNS - Count.RARE;

    private final boolean any;
    private final int[] shareOfFlow;
    private final int shares;
    private final long[] byFlow; // [flow × COLUMNS + column − RARE]
    private final long[] byInterval; // [(interval × shares + share) × COLUMNS + column − RARE], the last interval is that after the end

    /** @param shareOfFlow set of flows with which each flow shares what is counted by interval; {@code shares} of them */
    RareCounts(Program program, int[] shareOfFlow, int shares) {
        any = any(program);
        this.shareOfFlow = shareOfFlow;
        this.shares = shares;
        byFlow = new long[any ? program.flowCount() * COLUMNS : 0];
        byInterval = new long[any ? (program.calendar().intervalsPerWeek() + 1) * shares * COLUMNS : 0];
    }

    private static boolean any(Program program) {
        return Arrays.stream(Feature.values()).anyMatch(feature -> feature.isRare() && feature.isIn(program));
    }

    /** Bytes that it takes. */
    static long bytes(Program program, int shares) {
        return any(program) ? (program.flowCount() + (program.calendar().intervalsPerWeek() + 1L) * shares) * COLUMNS * Long.BYTES : 0;
    }

    void clear() {
        Arrays.fill(byFlow, 0);
        Arrays.fill(byInterval, 0);
    }

    /** Adds to a column for a contact of the flow that arrived in this interval of the week or after the end. */
    void add(int flow, int interval, int column, long by) {
        byFlow[flow * COLUMNS + column - Count.RARE] += by;
        byInterval[(interval * shares + shareOfFlow[flow]) * COLUMNS + column - Count.RARE] += by;
    }

    /** Adds what was counted for a flow to the row of a summary that begins at {@code at}; {@code retries}: its persons are counted by themselves. */
    void addFlow(int flow, boolean retries, long[] to, int at) {
        if (any) {
            addColumns(byFlow, flow * COLUMNS, retries, to, at);
        }
    }

    /** The same for a set of flows in an interval of the week. */
    void addShare(int interval, int share, boolean retries, long[] to, int at) {
        if (any) {
            addColumns(byInterval, (interval * shares + share) * COLUMNS, retries, to, at);
        }
    }

    private static void addColumns(long[] cells, int from, boolean retries, long[] to, int at) {
        for (int column = 0; column < COLUMNS; column++) {
            to[at + Count.RARE + column] = Exact.sum(to[at + Count.RARE + column], cells[from + column]);
        }
        if (!retries) { // each attempt is a person
            to[at + Count.PERSONS_DISCONNECTED] += cells[from + Count.DISCONNECTED - Count.RARE];
            to[at + Count.PERSONS_MESSAGES] += cells[from + Count.MESSAGES - Count.RARE];
        }
    }
}
