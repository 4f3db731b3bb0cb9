package mergedesk.kernel;

import java.util.Arrays;
import mergedesk.units.Ticks;

/**
 * The arrivals of an interval on one island, in order of time: each a (ticks since the start, flow) packed in a {@code long}, sorted by buckets, so that equal
 * ticks come in order of flows and ordinals of a flow ascend with time.
 */
final class Arrivals {
    private static final int FLOW_BITS = 20;
    private static final int FLOW_MASK = (1 << FLOW_BITS) - 1;
    private static final int FEW = 64; // for which there is room at first

    private long baseTick;
    private long[] block = new long[FEW];
    private long[] spare = new long[FEW];
    private long[] keys = new long[FEW];
    private long[] workTicks = new long[FEW];
    private int[] bucket = new int[FEW + 1];
    private int size;
    private int head;
    private long headTick = Ticks.NEVER;

    /** Nobody comes, as yet, in the interval that starts at this tick. */
    void begin(long startTick) {
        baseTick = startTick;
        size = 0;
        head = 0;
        headTick = Ticks.NEVER;
    }

    /** Somebody of the flow comes so many ticks after the start. */
    void add(long ticks, int flow) {
        if (size == block.length) {
            grow();
        }
        block[size++] = ticks << FLOW_BITS | flow;
    }

    /** All of the interval have been added: those who come before {@code endTick} stay, in order. */
    void sort(long intervalTicks, long endTick) {
        sort(intervalTicks);
        while (size > 0 && baseTick + ticks(size - 1) >= endTick) {
            size--;
        }
    }

    /** The first may come. */
    void start() {
        headTick = tickAt(0);
    }

    /** How many. */
    int size() {
        return size;
    }

    /** Flow of an arrival. */
    int flow(int i) {
        return (int) block[i] & FLOW_MASK;
    }

    /** When it comes, in ticks since the start. */
    long ticks(int i) {
        return block[i] >>> FLOW_BITS;
    }

    /** Who it is. */
    void is(int i, long key, long work) {
        keys[i] = key;
        workTicks[i] = work;
    }

    /** Tick of the next; NEVER when the interval has no more. */
    long headTick() {
        return headTick;
    }

    /** Goes on to the next and returns the number of the one before. */
    int next() {
        int i = head++;
        headTick = tickAt(head);
        return i;
    }

    /** The one that came last. */
    int last() {
        return head - 1;
    }

    /** Key of all draws of the person. */
    long key(int i) {
        return keys[i];
    }

    /** Length of work. */
    long workTicks(int i) {
        return workTicks[i];
    }

    /** Nobody comes any more. */
    void stop() {
        headTick = Ticks.NEVER;
    }

    private long tickAt(int i) {
        return i < size ? baseTick + (block[i] >>> FLOW_BITS) : Ticks.NEVER;
    }

    private void grow() {
        int length = 2 * block.length;
        block = Arrays.copyOf(block, length);
        spare = new long[length];
        keys = new long[length];
        workTicks = new long[length];
        bucket = new int[length + 1];
    }

    /** Into as many equal stretches of the interval as there are arrivals, then by insertion. */
    private void sort(long intervalTicks) {
        int n = size;
        if (inOrder(n)) {
            return;
        }
        double bucketsPerTick = n / (double) intervalTicks;
        Arrays.fill(bucket, 0, n + 1, 0);
        for (int i = 0; i < n; i++) {
            bucket[(int) ((block[i] >>> FLOW_BITS) * bucketsPerTick) + 1]++;
        }
        for (int i = 1; i < n; i++) {
            bucket[i] += bucket[i - 1];
        }
        for (int i = 0; i < n; i++) {
            spare[bucket[(int) ((block[i] >>> FLOW_BITS) * bucketsPerTick)]++] = block[i];
        }
        for (int i = 1; i < n; i++) {
            long x = spare[i];
            int j = i - 1;
            while (j >= 0 && spare[j] > x) {
                spare[j + 1] = spare[j--];
            }
            spare[j + 1] = x;
        }
        long[] sorted = spare;
        spare = block;
        block = sorted;
    }

    private boolean inOrder(int n) {
        for (int i = 1; i < n; i++) {
            if (block[i] < block[i - 1]) {
                return false;
            }
        }
        return true;
    }
}
