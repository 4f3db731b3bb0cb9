package mergedesk.observe;

import java.util.Arrays;
import java.util.stream.IntStream;
import mergedesk.kernel.Contacts;
import mergedesk.kernel.Happening;
import mergedesk.kernel.State;
import mergedesk.observe.Scopes.Kind;
import mergedesk.program.Program;
import mergedesk.units.Ticks;

/**
 * Deferred work by flow: what comes, is taken up and is finished, each counted when it happens in the window; and what is open, as time passes and at the ends of days.
 *
 * <p>So what was there at the start, and what came, less what was finished, is what is left; nobody has to be waited for. Keeps nothing where there is no deferred work.
 */
final class DeferredCounts {
    private static final int FIRST = Count.RECEIVED;
    private static final int COLUMNS = Count.BACKLOG_AGE - FIRST + 1;

    private final State s;
    private final Contacts contacts;
    private final int[] flows; // those that are deferred work
    private final int[][] rowsOfFlow;
    private final int flowCount;
    private final long[] counts; // [flow × COLUMNS + column − FIRST]
    private final Levels open; // pieces by flow
    private final long[] now; // the same: how many are open now
    private final long[] receivedSeconds; // by flow: Σ of the seconds at which open pieces came
    private final OpenPieces pieces;
    private final long[] oldest; // by row of the scopes: Σ over ends of days of the age of the oldest, in seconds
    private final long[] ends; // by row: ends of days
    private final long[] oldestNow; // by row, at one end of a day
    private long lastEndTick;

    DeferredCounts(State state, Scopes scopes) {
        s = state;
        contacts = state.contacts;
        Program program = state.program;
        flows = IntStream.range(0, program.flowCount()).filter(flow -> program.contacts().kind()[flow] == Program.Contacts.DEFERRED).toArray();
        flowCount = flows.length == 0 ? 0 : program.flowCount();
        rowsOfFlow = new int[flowCount][];
        Arrays.setAll(rowsOfFlow, scopes::rowsOfFlow);
        counts = new long[flowCount * COLUMNS];
        open = new Levels(flowCount);
        now = new long[flowCount];
        receivedSeconds = new long[flowCount];
        pieces = new OpenPieces(flowCount);
        int rows = flowCount == 0 ? 0 : scopes.row(Kind.INTERVAL, 0);
        oldest = new long[rows];
        ends = new long[rows];
        oldestNow = new long[rows];
    }

    /** Bytes that it takes. */
    static long bytes(Program program) {
        return program.defers() ? (program.flowCount() * (COLUMNS + 8L) + 3L * program.flowCount() * Scopes.Kind.values().length) * Long.BYTES : 0;
    }

    /** Nothing is open. */
    void start() {
        open.clear();
        pieces.clear();
        Arrays.fill(now, 0);
        Arrays.fill(receivedSeconds, 0);
        lastEndTick = -1;
    }

    /** Forgets all counts, but not what is open. */
    void clear() {
        Arrays.fill(counts, 0);
        Arrays.fill(oldest, 0);
        Arrays.fill(ends, 0);
    }

    /** Something happened to a piece; {@code counted}: in the window. */
    void happened(int what, int contact, long ticks, boolean counted) {
        int flow = contacts.flow(contact);
        switch (what) {
            case Happening.RECEIVED -> {
                add(flow, contact);
                count(flow, Count.RECEIVED, 1, counted);
            }
            case Happening.CARRIED_OVER -> add(flow, contact);
            case Happening.STARTED -> {
                count(flow, Count.STARTED, 1, counted);
                count(flow, Count.RESPONSE, ticks, counted);
                count(flow, Count.RESPONSE_WORKING, s.workingTicks(contact), counted);
                countDue(flow, Count.RESPONSE_DUE, Count.RESPONSE_WITHIN, s.pieces.respondDueTick(contact), counted);
            }
            case Happening.FINISHED -> finished(flow, contact, counted);
            case Happening.PARKED, Happening.RESUMED -> {}
            default -> throw new IllegalArgumentException("happening " + what);
        }
    }

    private void finished(int flow, int contact, boolean counted) {
        count(flow, Count.FINISHED, 1, counted);
        count(flow, Count.RESOLUTION, s.now - contacts.arrivalTick(contact), counted);
        count(flow, Count.RESOLUTION_WORKING, s.workingTicks(contact), counted);
        countDue(flow, Count.RESOLUTION_DUE, Count.RESOLUTION_WITHIN, s.pieces.resolveDueTick(contact), counted);
        open.change(flow, -1, s.now);
        now[flow]--;
        receivedSeconds[flow] -= seconds(contacts.arrivalTick(contact));
        pieces.remove(flow, contact);
    }

    private void add(int flow, int contact) {
        open.change(flow, 1, s.now);
        now[flow]++;
        receivedSeconds[flow] += seconds(contacts.arrivalTick(contact));
        pieces.add(flow, contact, contacts.arrivalTick(contact));
    }

    private void count(int flow, int column, long by, boolean counted) {
        if (counted) {
            addExact(flow, column, by);
        }
    }

    private void countDue(int flow, int column, int within, long dueTick, boolean counted) {
        count(flow, column, 1, counted && dueTick < Ticks.NEVER);
        count(flow, within, 1, counted && dueTick < Ticks.NEVER && s.now <= dueTick);
    }

    private void addExact(int flow, int column, long by) {
        int at = flow * COLUMNS + column - FIRST;
        counts[at] = Exact.sum(counts[at], by);
    }

    private static long seconds(long tick) {
        return Math.floorDiv(tick, Ticks.PER_SECOND);
    }

    /** Counts what was open up to {@code tick}; {@code counted}: in the window. */
    void close(long tick, boolean counted) {
        for (int flow : flows) {
            long ticks = open.take(flow, tick);
            if (counted) {
                addExact(flow, Count.BACKLOG, ticks);
                counts[flow * COLUMNS + Count.BACKLOG_END - FIRST] = now[flow];
            }
        }
    }

    /** A day of the window, or the window itself, ends: looks at what is open. */
    void dayEnds(long tick) {
        if (flows.length == 0 || tick == lastEndTick) {
            return;
        }
        lastEndTick = tick;
        Arrays.fill(oldestNow, -1);
        for (int flow : flows) {
            addExact(flow, Count.BACKLOG_PIECES, now[flow]);
            addExact(flow, Count.BACKLOG_AGE, seconds(tick) * now[flow] - receivedSeconds[flow]);
            long age = seconds(tick) - seconds(pieces.oldestTick(flow, tick));
            for (int row : rowsOfFlow[flow]) {
                oldestNow[row] = Math.max(oldestNow[row], age);
            }
        }
        for (int row = 0; row < oldest.length; row++) {
            oldest[row] += Math.max(0, oldestNow[row]);
            ends[row] += oldestNow[row] < 0 ? 0 : 1;
        }
    }

    /** Pieces of the flow that were finished in the window. */
    long finished(int flow) {
        return flowCount == 0 ? 0 : counts[flow * COLUMNS + Count.FINISHED - FIRST];
    }

    /** Adds what was counted for a flow to the row of a summary that begins at {@code at}. */
    void addFlow(int flow, long[] to, int at) {
        for (int column = 0; flowCount > 0 && column < COLUMNS; column++) {
            to[at + FIRST + column] = Exact.sum(to[at + FIRST + column], counts[flow * COLUMNS + column]);
        }
    }

    /** Adds what is no sum over flows to a row of the scopes. */
    void addRow(int row, long[] to, int at) {
        if (flowCount > 0) {
            to[at + Count.BACKLOG_OLDEST] = oldest[row];
            to[at + Count.DAY_ENDS] = ends[row];
        }
    }
}
