package mergedesk.observe;

import java.util.Arrays;
import mergedesk.kernel.Pieces;

/**
 * Which deferred work of each flow is open, and since when the oldest. Work comes in order of time and is done in any; both take no more time for a long backlog. What is overdue is
 * looked for when somebody asks, among what came first.
 */
final class OpenPieces {
    private static final long DONE = Long.MIN_VALUE;

    private static final int STARTED = Integer.MIN_VALUE; // the sign of a contact

    private final int[][] contacts; // by flow the same ring: whose it is, with a sign where it has been taken up
    private final long[][] ticks; // by flow a ring: when each piece came, from the oldest that is open on
    private final long[] first; // by flow, the number of the oldest that is open, of all that ever came
    private final long[] next; // the number of whoever comes next
    private long[] number = new long[0]; // by contact

    OpenPieces(int flows) {
        ticks = new long[flows][1];
        contacts = new int[flows][1];
        first = new long[flows];
        next = new long[flows];
    }

    void clear() {
        Arrays.fill(first, 0);
        Arrays.fill(next, 0);
    }

    /** Work of the flow came at this tick. */
    void add(int flow, int contact, long tick) {
        if (next[flow] - first[flow] == ticks[flow].length) {
            grow(flow);
        }
        if (contact >= number.length) {
            number = Arrays.copyOf(number, Integer.highestOneBit(contact + 1) << 1);
        }
        number[contact] = next[flow];
        contacts[flow][place(flow, next[flow])] = contact;
        ticks[flow][place(flow, next[flow]++)] = tick;
    }

    /** Somebody takes it up for the first time. */
    void start(int flow, int contact) {
        contacts[flow][place(flow, number[contact])] |= STARTED;
    }

    /**
     * How many are open at this tick that should have been taken up before and were not, and how many that should have been done, in the upper half.
     *
     * @param inOrder whether what came later is due no sooner, so that the search ends at the first that is not
     */
    long overdue(int flow, Pieces due, long tick, boolean inOrder) {
        long overdue = 0;
        for (long of = first[flow]; of < next[flow]; of++) {
            int place = place(flow, of);
            if (ticks[flow][place] != DONE) {
                int contact = contacts[flow][place] & ~STARTED;
                boolean late = due.resolveDueTick(contact) < tick;
                boolean lateToStart = due.respondDueTick(contact) < tick;
                if (inOrder && !late && !lateToStart) {
                    return overdue;
                }
                overdue += (late ? 1L << Integer.SIZE : 0) + (lateToStart && contacts[flow][place] >= 0 ? 1 : 0);
            }
        }
        return overdue;
    }

    /** It is done. */
    void remove(int flow, int contact) {
        ticks[flow][place(flow, number[contact])] = DONE;
        while (first[flow] < next[flow] && ticks[flow][place(flow, first[flow])] == DONE) {
            first[flow]++;
        }
    }

    /** When the oldest that is open came; {@code none} if none is. */
    long oldestTick(int flow, long none) {
        return first[flow] == next[flow] ? none : ticks[flow][place(flow, first[flow])];
    }

    private int place(int flow, long of) {
        return (int) of & ticks[flow].length - 1;
    }

    private void grow(int flow) {
        long[] old = ticks[flow];
        int[] oldContacts = contacts[flow];
        ticks[flow] = new long[2 * old.length];
        contacts[flow] = new int[2 * old.length];
        for (long of = first[flow]; of < next[flow]; of++) {
            ticks[flow][place(flow, of)] = old[(int) of & old.length - 1];
            contacts[flow][place(flow, of)] = oldContacts[(int) of & old.length - 1];
        }
    }
}
