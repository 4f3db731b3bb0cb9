package mergedesk.observe;

import java.util.Arrays;
import java.util.stream.IntStream;
import mergedesk.kernel.Contacts;
import mergedesk.kernel.Happening;
import mergedesk.kernel.State;
import mergedesk.observe.Scopes.Kind;
import mergedesk.program.Program;
import mergedesk.program.Tickets;
import mergedesk.units.Ticks;

/**
 * Deferred work by sort ({@link Tickets}): what comes, is taken up and is finished, each counted when it happens in the window; and what is open, as time passes and at the ends of days.
 *
 * <p>So what was there at the start, and what came, less what was finished, is what is left; nobody has to be waited for. Keeps nothing where there is no deferred work.
 */
final class DeferredCounts {
    private static final int FIRST = Count.RECEIVED;
    private static final int COLUMNS = Count.SET_ASIDE - FIRST + 1;

    private State s;
    private Contacts contacts;
    private final Tickets tickets;
    private final int[] sorts; // those that are deferred work
    private final int[][] rowsOfSort;
    private final int sortCount;
    private final boolean[] inOrder; // by sort, whether what comes later is due no sooner: not where holds or outages move what is due
    private final int firstPriority; // its row
    private final long[] counts; // [sort × COLUMNS + column − FIRST]
    private final Levels open; // pieces by sort
    private final long[] now; // the same: how many are open now
    private final long[] receivedSeconds; // by sort: Σ of the seconds at which open pieces came
    private final OpenPieces pieces;
    private final long[] oldest; // by row of the scopes: Σ over ends of days of the age of the oldest, in seconds
    private final long[] ends; // by row: ends of days
    private final long[] oldestNow; // by row, at one end of a day
    private long lastEndTick;

    DeferredCounts(State state, Scopes scopes) {
        on(state);
        Program program = state.program;
        tickets = program.tickets();
        sorts = IntStream.range(0, program.flowCount())
                .filter(flow -> program.contacts().kind()[flow] == Program.Contacts.DEFERRED)
                .flatMap(flow -> IntStream.of(tickets.sortsOf(flow)))
                .toArray();
        sortCount = sorts.length == 0 ? 0 : tickets.sorts();
        rowsOfSort = new int[sortCount][];
        for (int sort : sorts) {
            rowsOfSort[sort] = scopes.rowsOfSort(sort);
        }
        inOrder = new boolean[sortCount];
        for (int flow = 0; sortCount > 0 && flow < program.flowCount(); flow++) {
            for (int sort : tickets.sortsOf(flow)) {
                inOrder[sort] = !tickets.concerns(flow) && !program.needs().holds(flow);
            }
        }
        firstPriority = scopes.row(Kind.PRIORITY, 0);
        counts = new long[sortCount * COLUMNS];
        open = new Levels(sortCount);
        now = new long[sortCount];
        receivedSeconds = new long[sortCount];
        pieces = new OpenPieces(sortCount);
        int rows = sortCount == 0 ? 0 : scopes.row(Kind.INTERVAL, 0);
        oldest = new long[rows];
        ends = new long[rows];
        oldestNow = new long[rows];
    }

    /** Goes on with another state. */
    void on(State state) {
        s = state;
        contacts = state.contacts;
    }

    /** Bytes that it takes. */
    static long bytes(Program program) {
        return program.defers() ? (program.tickets().sorts() * (COLUMNS + 8L) + 3L * program.flowCount() * Scopes.Kind.values().length) * Long.BYTES : 0;
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
        int sort = s.tickets.sort(contact);
        count(sort, Count.PIECE_EVENTS, what == Happening.CARRIED_OVER ? 0 : 1, counted);
        switch (what) {
            case Happening.RECEIVED -> {
                add(sort, contact);
                count(sort, Count.RECEIVED, 1, counted);
            }
            case Happening.CARRIED_OVER -> add(sort, contact);
            case Happening.REOPENED -> {
                add(sort, contact);
                count(sort, Count.REOPENED, 1, counted);
            }
            case Happening.CLOSED -> count(sort, Count.CLOSED, 1, counted);
            case Happening.STARTED -> {
                pieces.start(sort, contact);
                count(sort, Count.STARTED, 1, counted);
                count(sort, Count.RESPONSE, ticks, counted);
                count(sort, Count.RESPONSE_WORKING, s.workingTicks(contact), counted);
                countDue(sort, Count.RESPONSE_DUE, Count.RESPONSE_WITHIN, s.pieces.respondDueTick(contact), counted);
            }
            case Happening.FINISHED -> finished(sort, contact, counted);
            case Happening.PARKED, Happening.RESUMED, Happening.HELD, Happening.HOLD_ENDED, Happening.REASSIGNED, Happening.JOINED, Happening.STEPPED_ASIDE, Happening.RELEASED -> {}
            case Happening.SET_ASIDE -> count(sort, Count.SET_ASIDE, 1, counted);
            default -> throw new IllegalArgumentException("happening " + what);
        }
    }

    private void finished(int sort, int contact, boolean counted) {
        count(sort, Count.FINISHED, 1, counted);
        count(sort, Count.RESOLUTION, s.now - contacts.arrivalTick(contact), counted);
        count(sort, Count.RESOLUTION_WORKING, s.workingTicks(contact), counted);
        countDue(sort, Count.RESOLUTION_DUE, Count.RESOLUTION_WITHIN, s.pieces.resolveDueTick(contact), counted);
        if (s.tickets.concerns(contact)) {
            count(sort, Count.TICKETS, 1, counted);
            count(sort, Count.ON_HOLD, s.tickets.heldTicks(contact), counted);
            count(sort, Count.REASSIGNED, s.tickets.reassigned(contact), counted);
        }
        open.change(sort, -1, s.now);
        now[sort]--;
        receivedSeconds[sort] -= seconds(contacts.arrivalTick(contact));
        pieces.remove(sort, contact);
    }

    private void add(int sort, int contact) {
        open.change(sort, 1, s.now);
        now[sort]++;
        receivedSeconds[sort] += seconds(contacts.arrivalTick(contact));
        pieces.add(sort, contact, contacts.arrivalTick(contact));
    }

    private void count(int sort, int column, long by, boolean counted) {
        if (counted) {
            addExact(sort, column, by);
        }
    }

    private void countDue(int sort, int column, int within, long dueTick, boolean counted) {
        count(sort, column, 1, counted && dueTick < Ticks.NEVER);
        count(sort, within, 1, counted && dueTick < Ticks.NEVER && s.now <= dueTick);
    }

    private void addExact(int sort, int column, long by) {
        int at = sort * COLUMNS + column - FIRST;
        counts[at] = Exact.sum(counts[at], by);
    }

    private static long seconds(long tick) {
        return Math.floorDiv(tick, Ticks.PER_SECOND);
    }

    /** Counts what was open up to {@code tick}; {@code counted}: in the window. */
    void close(long tick, boolean counted) {
        for (int sort : sorts) {
            long ticks = open.take(sort, tick);
            if (counted) {
                addExact(sort, Count.BACKLOG, ticks);
                counts[sort * COLUMNS + Count.BACKLOG_END - FIRST] = now[sort];
            }
        }
    }

    /** A day of the window, or the window itself, ends: looks at what is open. */
    void dayEnds(long tick) {
        if (sorts.length == 0 || tick == lastEndTick) {
            return;
        }
        lastEndTick = tick;
        Arrays.fill(oldestNow, -1);
        for (int sort : sorts) {
            addExact(sort, Count.BACKLOG_PIECES, now[sort]);
            addExact(sort, Count.BACKLOG_AGE, seconds(tick) * now[sort] - receivedSeconds[sort]);
            long age = seconds(tick) - seconds(pieces.oldestTick(sort, tick));
            for (int row : rowsOfSort[sort]) {
                oldestNow[row] = Math.max(oldestNow[row], age);
            }
        }
        for (int row = 0; row < oldest.length; row++) {
            oldest[row] += Math.max(0, oldestNow[row]);
            ends[row] += oldestNow[row] < 0 ? 0 : 1;
        }
    }

    /** Looks at what is overdue at a moment up to which something is summed up. */
    void lookAtDue(long tick) {
        for (int sort : sorts) {
            long overdue = pieces.overdue(sort, s.pieces, tick, inOrder[sort]);
            counts[sort * COLUMNS + Count.RESPONSE_OVERDUE - FIRST] = (int) overdue;
            counts[sort * COLUMNS + Count.RESOLUTION_OVERDUE - FIRST] = overdue >>> Integer.SIZE;
        }
    }

    /** Pieces of the sort that were finished in the window. */
    long finished(int sort) {
        return sortCount == 0 ? 0 : counts[sort * COLUMNS + Count.FINISHED - FIRST];
    }

    /** Adds what was counted for a flow to the row of a summary that begins at {@code at}. */
    void addFlow(int flow, long[] to, int at) {
        if (sortCount > 0 && tickets.concerns(flow)) {
            for (int sort : tickets.sortsOf(flow)) {
                addSort(sort, to, at);
            }
        } else if (sortCount > 0) {
            addSort(flow, to, at);
        }
    }

    private void addSort(int sort, long[] to, int at) {
        for (int column = 0; column < COLUMNS; column++) {
            to[at + FIRST + column] = Exact.sum(to[at + FIRST + column], counts[sort * COLUMNS + column]);
        }
    }

    /** Adds what is no sum over flows to a row of the scopes. */
    void addRow(int row, long[] to, int at) {
        if (sortCount == 0) {
            return;
        }
        for (int sort : sorts) {
            if (row >= firstPriority && rowsOfSort[sort][rowsOfSort[sort].length - 1] == row) {
                addSort(sort, to, at);
            }
        }
        to[at + Count.BACKLOG_OLDEST] = oldest[row];
        to[at + Count.DAY_ENDS] = ends[row];
    }
}
