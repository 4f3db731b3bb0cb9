package mergedesk.observe;

import java.util.Arrays;

/** Which deferred work of each flow is open, and since when the oldest. Work comes in order of time and is done in any; both take no more time for a long backlog. */
final class OpenPieces {
    private static final long DONE = Long.MIN_VALUE;

    private final long[][] ticks; // by flow a ring: when each piece came, from the oldest that is open on
    private final long[] first; // by flow, the number of the oldest that is open, of all that ever came
    private final long[] next; // the number of whoever comes next
    private long[] number = new long[0]; // by contact

    OpenPieces(int flows) {
        ticks = new long[flows][1];
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
        ticks[flow][place(flow, next[flow]++)] = tick;
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
        ticks[flow] = new long[2 * old.length];
        for (long of = first[flow]; of < next[flow]; of++) {
            ticks[flow][place(flow, of)] = old[(int) of & old.length - 1];
        }
    }
}
