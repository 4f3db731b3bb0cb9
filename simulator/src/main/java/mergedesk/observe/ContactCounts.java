package mergedesk.observe;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import mergedesk.program.Program;

/**
 * What happens to contacts, counted by interval of the week in which they arrived, and by flow.
 *
 * <p>Where flows and intervals are few, each flow has cells of its own in every interval, and its totals are their sum: one addition for what happens. Where they are many, these cells
 * would lie beyond the caches, and they have no reader: flows of one desk share the cells of an interval, which are few, and each flow is counted by itself too. Flows whose people try
 * again share no cells with others, of whom each attempt is a person and is not counted twice.
 */
final class ContactCounts {
    /** The most numbers that are kept by flow and interval; 8 MB. */
    static final int FEW = 1 << 20;

    private static final int COLUMNS = Count.CONTACT_COLUMNS;

    private final int afterEnd;
    private final int shares; // sets of flows that share cells
    private final boolean shared; // otherwise each flow is a set
    private final int cellsPerInterval;
    private final int[] firstCell; // of the flow in every interval
    private final boolean[] retries; // by flow
    private final boolean[] retriesOfShare;
    private final int[] flowOfShare; // one of them
    private final long[] byInterval; // [interval × cellsPerInterval + share × COLUMNS + column], the last interval is that after the end
    private final long[] byFlow; // [flow × COLUMNS + column]; where no cells are shared only as of sumUp
    private final long[] queueAfter; // by flow, after the end
    private final long[] queueOpen; // by flow, while its desk is open
    private final long[] queueOpenByInterval; // [interval × shares + share], while the flow's desk is open
    private final int[][] flowsOfDesk;
    private final Levels queues; // by flow
    private final OwnAnswers own;
    private final RareCounts rare;
    private final boolean[] countsMore; // by flow

    /** {@code apart}: by flow, rows for which its contacts count and of which intervals are kept; flows that differ there share no cells. */
    ContactCounts(Program program, int few, int[][] apart) {
        int flows = program.flowCount();
        afterEnd = program.calendar().intervalsPerWeek();
        shared = isShared(flows, afterEnd, few);
        retries = new boolean[flows];
        int[] share = shares(program, shared, apart);
        firstCell = Arrays.stream(share).map(number -> number * COLUMNS).toArray();
        for (int flow = 0; flow < flows; flow++) {
            retries[flow] = retries(program, flow);
        }
        shares = count(share);
        cellsPerInterval = shares * COLUMNS;
        flowOfShare = new int[shares];
        retriesOfShare = new boolean[shares];
        for (int flow = 0; flow < flows; flow++) {
            flowOfShare[firstCell[flow] / COLUMNS] = flow;
            retriesOfShare[firstCell[flow] / COLUMNS] = retries[flow];
        }
        byInterval = new long[(afterEnd + 1) * cellsPerInterval];
        byFlow = new long[flows * COLUMNS];
        queueAfter = new long[flows];
        queueOpen = new long[flows];
        queueOpenByInterval = new long[afterEnd * shares];
        flowsOfDesk = ByDesk.of(program.contacts().flowDesk(), program.deskCount());
        queues = new Levels(flows);
        own = new OwnAnswers(program, share, shares);
        rare = new RareCounts(program, share, shares);
        countsMore = new boolean[flows];
        for (int flow = 0; flow < flows; flow++) {
            countsMore[flow] = retries[flow] || own.any();
        }
    }

    /** By flow, the number of the set with which it shares cells, from 0. */
    private static int[] shares(Program program, boolean shared, int[][] apart) {
        Map<Object, Integer> numbers = new LinkedHashMap<>();
        int[] share = new int[program.flowCount()];
        for (int flow = 0; flow < share.length; flow++) {
            Object alike = shared ? List.of(program.contacts().flowDesk()[flow], retries(program, flow), Arrays.toString(apart[flow])) : flow;
            share[flow] = numbers.computeIfAbsent(alike, next -> numbers.size());
        }
        return share;
    }

    private static int count(int[] share) {
        return 1 + Arrays.stream(share).max().orElse(-1);
    }

    private static boolean retries(Program program, int flow) {
        return program.retries(flow) || program.needs().sendsBack(flow);
    }

    /** Whether an answer to the flow counts for a person of several attempts, or may count as one by the own council. */
    boolean countsMore(int flow) {
        return countsMore[flow];
    }

    /** The group answered a contact of the flow that arrived in this interval of the week, after the end, or is not counted. */
    void own(int flow, int interval, int group) {
        if (own.any() && interval <= afterEnd) {
            own.answered(flow, interval, group);
        }
    }

    /** Adds what a group answered of its own council's contacts, of so many in all, to the row of a summary that begins at {@code at}. */
    void addOwn(int group, long answered, long[] to, int at) {
        own.addGroup(group, answered, to, at);
    }

    /** A replication begins: nobody is in a queue. */
    void start() {
        queues.clear();
        own.start();
    }

    /** A phase of the plan begins, in which groups may have other employers. */
    void begin(int phase) {
        own.begin(phase);
    }

    /** Forgets all counts, but not who is in a queue; {@code begun}: intervals in which anything may have been counted. */
    void clear(boolean[] begun) {
        Arrays.fill(byFlow, 0);
        Arrays.fill(queueAfter, 0);
        Arrays.fill(queueOpen, 0);
        for (int interval = 0; interval <= afterEnd; interval++) {
            if (begun[interval]) {
                Arrays.fill(byInterval, interval * cellsPerInterval, (interval + 1) * cellsPerInterval, 0);
            }
        }
        Arrays.fill(queueOpenByInterval, 0);
        own.clear();
        rare.clear();
    }

    /** Whether people of the flow may make several attempts, so that they are counted apart from these. */
    boolean retries(int flow) {
        return retries[flow];
    }

    /** Adds to a column of {@link Count}, for a contact of the flow that arrived in this interval of the week or after the end. */
    void add(int flow, int interval, int column, long by) {
        byInterval[cell(interval, flow) + column] += by;
        if (shared) {
            byFlow[flow * COLUMNS + column] += by;
        }
    }

    /** The same for a column of {@link RareCounts}. */
    void addRare(int flow, int interval, int column, long by) {
        rare.add(flow, interval, column, by);
    }

    /** The same for an answer; {@code within}: 1 within T, 0 later. */
    void addAnswer(int flow, int interval, int within, long waitTicks) {
        addAnswer(byInterval, cell(interval, flow), within, waitTicks);
        if (shared) {
            addAnswer(byFlow, flow * COLUMNS, within, waitTicks);
        }
    }

    private static void addAnswer(long[] to, int at, int within, long waitTicks) {
        to[at + Count.ANSWERED]++;
        to[at + Count.ANSWERED_WITHIN] += within;
        to[at + Count.WAIT_ANSWERED] += waitTicks;
    }

    /** One of the flow enters a queue (1) or leaves it (−1). */
    void queue(int flow, int by, long tick) {
        queues.change(flow, by, tick);
    }

    /** People in queues. */
    long waiting() {
        return queues.sum();
    }

    /** Counts time in queues of the desk, which was open or not, up to {@code tick} for the interval, or pseudo-interval, in progress. */
    void close(int desk, int interval, long tick, boolean wasOpen) {
        for (int flow : flowsOfDesk[desk]) {
            closeFlow(flow, interval, tick, wasOpen);
        }
    }

    private void closeFlow(int flow, int interval, long tick, boolean wasOpen) {
        long ticks = queues.take(flow, tick);
        if (ticks == 0) {
            return; // most flows, at most times: their cells are far away
        }
        if (interval < afterEnd) {
            addExact(byInterval, cell(interval, flow) + Count.QUEUE, ticks);
            if (shared) {
                addExact(byFlow, flow * COLUMNS + Count.QUEUE, ticks);
            }
            if (wasOpen) {
                addExact(queueOpen, flow, ticks);
                addExact(queueOpenByInterval, interval * shares + firstCell[flow] / COLUMNS, ticks);
            }
        } else if (interval == afterEnd) {
            addExact(queueAfter, flow, ticks);
        }
    }

    /** Bytes that it takes. */
    static long bytes(Program program, int[][] apart) {
        long ofIntervals = (program.calendar().intervalsPerWeek() + 1L) * (COLUMNS + 1) * Long.BYTES;
        boolean shared = isShared(program.flowCount(), program.calendar().intervalsPerWeek(), FEW);
        int shares = count(shares(program, shared, apart));
        return shares * ofIntervals + program.flowCount() * (COLUMNS + 5L) * Long.BYTES + RareCounts.bytes(program, shares);
    }

    private static boolean isShared(int flows, int intervals, int few) {
        return flows * (intervals + 1L) * COLUMNS > few;
    }

    private int cell(int interval, int flow) {
        return interval * cellsPerInterval + firstCell[flow];
    }

    private static void addExact(long[] to, int i, long ticks) {
        to[i] = Exact.sum(to[i], ticks);
    }

    /** Makes the totals of flows; {@code begun}: intervals in which contacts may have arrived. */
    void sumUp(boolean[] begun) {
        if (shared) {
            return;
        }
        Arrays.fill(byFlow, 0);
        for (int interval = 0; interval <= afterEnd; interval++) {
            if (begun[interval]) {
                for (int i = 0; i < byFlow.length; i++) {
                    addExact(byFlow, i, byInterval[interval * byFlow.length + i]);
                }
            }
        }
    }

    /** Contacts of the flow that were answered. */
    long answered(int flow) {
        return byFlow[flow * COLUMNS + Count.ANSWERED];
    }

    /** Adds what was counted for a flow to the row of a summary that begins at {@code at}. */
    void addFlow(int flow, long[] to, int at) {
        addColumns(byFlow, flow * COLUMNS, retries[flow], to, at);
        addExact(to, at + Count.QUEUE_AFTER, queueAfter[flow]);
        addExact(to, at + Count.QUEUE_OPEN, queueOpen[flow]);
        own.addFlow(flow, answered(flow), to, at);
        rare.addFlow(flow, retries[flow], to, at);
    }

    /** The same for an interval of the week. */
    void addInterval(int interval, long[] to, int at) {
        for (int share = 0; share < shares; share++) {
            addShare(interval, share, to, at);
        }
    }

    /** The same for places, by flow those for which its contacts count: rows that were to be kept apart, or rows of all flows of a desk. */
    void addInterval(int interval, int[][] placesOfFlow, long[] to) {
        for (int share = 0; share < shares; share++) {
            for (int place : placesOfFlow[flowOfShare[share]]) {
                addShare(interval, share, to, place * Count.COLUMNS);
            }
        }
    }

    private void addShare(int interval, int share, long[] to, int at) {
        addColumns(byInterval, interval * cellsPerInterval + share * COLUMNS, retriesOfShare[share], to, at);
        addExact(to, at + Count.QUEUE_OPEN, queueOpenByInterval[interval * shares + share]);
        own.addShare(interval, share, byInterval[interval * cellsPerInterval + share * COLUMNS + Count.ANSWERED], to, at);
        rare.addShare(interval, share, retriesOfShare[share], to, at);
    }

    private static void addColumns(long[] cells, int from, boolean retries, long[] to, int at) {
        for (int column = 0; column < COLUMNS; column++) {
            addExact(to, at + column, cells[from + column]);
        }
        if (!retries) { // each attempt is a person
            to[at + Count.PERSONS] += cells[from + Count.OFFERED] + cells[from + Count.TURNED_AWAY];
            to[at + Count.PERSONS_ANSWERED] += cells[from + Count.ANSWERED];
            to[at + Count.PERSONS_ANSWERED_WITHIN] += cells[from + Count.ANSWERED_WITHIN];
            to[at + Count.PERSONS_ABANDONED] += cells[from + Count.ABANDONED];
            to[at + Count.PERSONS_ABANDONED_WITHIN] += cells[from + Count.ABANDONED_WITHIN];
            to[at + Count.PERSONS_ABANDONED_SHORT] += cells[from + Count.ABANDONED_SHORT];
            to[at + Count.PERSONS_BLOCKED] += cells[from + Count.BLOCKED];
            to[at + Count.PERSONS_TURNED_AWAY] += cells[from + Count.TURNED_AWAY];
        }
    }
}
