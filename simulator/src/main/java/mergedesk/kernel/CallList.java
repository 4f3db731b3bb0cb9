package mergedesk.kernel;

import java.util.Arrays;
import mergedesk.units.Ticks;

/**
 * Calls to come, the earliest first, of one tick in order of adding: a binary heap of records of five {@code long}s in one array.
 */
final class CallList {
    private static final int RECORD = 5;
    private static final int TICK = 0;
    private static final int ORDER = 1;
    private static final int KEY = 2;
    private static final int START_TICK = 3;
    private static final int FLOW = 4;

    private long[] records = new long[64 * RECORD];
    private final long[] spare = new long[RECORD];
    private int size;
    private long added;

    /** Nobody calls. */
    void clear() {
        size = 0;
        added = 0;
    }

    /** Somebody calls at this tick as a contact of the flow, in an outage that began at {@code startTick}. */
    void add(long tick, long key, long startTick, int flow) {
        if ((size + 1) * RECORD > records.length) {
            records = Arrays.copyOf(records, 2 * records.length);
        }
        spare[TICK] = tick;
        spare[ORDER] = added++;
        spare[KEY] = key;
        spare[START_TICK] = startTick;
        spare[FLOW] = flow;
        int at = size++;
        while (at > 0 && isBefore(spare, 0, records, (at - 1) / 2)) {
            copy(records, (at - 1) / 2, records, at);
            at = (at - 1) / 2;
        }
        copy(spare, 0, records, at);
    }

    /** When the first calls; NEVER when nobody does. */
    long headTick() {
        return size == 0 ? Ticks.NEVER : records[TICK];
    }

    long headKey() {
        return records[KEY];
    }

    long headStartTick() {
        return records[START_TICK];
    }

    int headFlow() {
        return (int) records[FLOW];
    }

    /** The first has called. */
    void removeHead() {
        copy(records, --size, spare, 0);
        int at = 0;
        while (true) {
            int child = 2 * at + 1;
            if (child + 1 < size && isBefore(records, child + 1, records, child)) {
                child++;
            }
            if (child >= size || !isBefore(records, child, spare, 0)) {
                break;
            }
            copy(records, child, records, at);
            at = child;
        }
        copy(spare, 0, records, at);
    }

    private static boolean isBefore(long[] a, int i, long[] b, int j) {
        long tick = a[i * RECORD + TICK];
        long other = b[j * RECORD + TICK];
        return tick < other || (tick == other && a[i * RECORD + ORDER] < b[j * RECORD + ORDER]);
    }

    private static void copy(long[] from, int i, long[] to, int j) {
        System.arraycopy(from, i * RECORD, to, j * RECORD, RECORD);
    }
}
