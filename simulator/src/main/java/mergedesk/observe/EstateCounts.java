package mergedesk.observe;

import java.util.Arrays;
import mergedesk.observe.Scopes.Kind;
import mergedesk.program.Program;

/** How long applications are down, by application: in the window, in the part of it in which desks are open, and how often. Nothing is kept where nothing fails. */
final class EstateCounts {
    private static final int FIRST = Count.DOWN;
    private static final int COLUMNS = Count.LONGEST_OUTAGE - FIRST + 1;

    private final int firstRow;
    private final OpenTime doors;
    private final boolean[] down; // by application
    private final long[] sinceTick; // up to when it has been counted
    private final boolean[] isCounted; // the outage in progress, in the window
    private final long[] outage; // ticks of the outage in progress that have been counted
    private final long[] counts; // [application × COLUMNS + column − FIRST]

    EstateCounts(Program program, Scopes scopes, OpenTime doors) {
        int applications = program.anythingFails() ? program.names().applications().size() : 0;
        firstRow = scopes.row(Kind.APPLICATION, 0);
        this.doors = doors;
        down = new boolean[applications];
        sinceTick = new long[applications];
        isCounted = new boolean[applications];
        outage = new long[applications];
        counts = new long[applications * COLUMNS];
    }

    /** All applications are up. */
    void start() {
        Arrays.fill(down, false);
        clear();
    }

    /** Forgets all counts, but not what is down: what is left of an outage is one of the window that begins. */
    void clear() {
        Arrays.fill(counts, 0);
        Arrays.fill(outage, 0);
        Arrays.fill(isCounted, false);
    }

    /** The application goes down, or comes back; {@code counted}: in the window. */
    void change(int application, boolean isUp, long tick, boolean counted) {
        close(application, tick, counted);
        down[application] = !isUp;
        sinceTick[application] = tick;
        outage[application] = 0;
        isCounted[application] = false;
        if (!isUp && counted) {
            count(application);
        }
    }

    private void count(int application) {
        counts[application * COLUMNS + Count.OUTAGES - FIRST]++;
        isCounted[application] = true;
    }

    /** Counts up to {@code tick}: what follows belongs elsewhere, or doors turn. */
    void close(long tick, boolean counted) {
        for (int application = 0; application < down.length; application++) {
            close(application, tick, counted);
        }
    }

    private void close(int application, long tick, boolean counted) {
        if (!down[application]) {
            return;
        }
        if (counted) {
            long ticks = tick - sinceTick[application];
            if (ticks > 0 && !isCounted[application]) {
                count(application);
            }
            int at = application * COLUMNS - FIRST;
            counts[at + Count.DOWN] += ticks;
            counts[at + Count.DOWN_OPEN] += doors.isAnyOpen(firstRow + application) ? ticks : 0;
            outage[application] += ticks;
            counts[at + Count.LONGEST_OUTAGE] = Math.max(counts[at + Count.LONGEST_OUTAGE], outage[application]);
        }
        sinceTick[application] = tick;
    }

    /** Adds what was counted to the row of a summary that begins at {@code at}, if it is an application's, or that of everything together; of the window and of opening hours it has been told. */
    void addRow(int row, long[] to, int at) {
        int application = row - firstRow;
        if (application >= 0 && application < down.length) {
            add(application, to, at);
            to[at + Count.TO_SUPPLY] = to[at + Count.WINDOW];
            to[at + Count.SUPPLIED] = to[at + Count.WINDOW] - to[at + Count.DOWN];
            to[at + Count.TO_SUPPLY_OPEN] = to[at + Count.OPEN];
            to[at + Count.SUPPLIED_OPEN] = to[at + Count.OPEN] - to[at + Count.DOWN_OPEN];
        } else if (row == 0) {
            for (int each = 0; each < down.length; each++) {
                add(each, to, at);
            }
        }
    }

    private void add(int application, long[] to, int at) {
        for (int column = 0; column < COLUMNS; column++) {
            long number = counts[application * COLUMNS + column];
            int place = at + FIRST + column;
            to[place] = Count.isLongest(FIRST + column) ? Math.max(to[place], number) : Exact.sum(to[place], number);
        }
    }
}
