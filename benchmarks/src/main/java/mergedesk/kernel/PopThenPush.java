package mergedesk.kernel;

import java.util.Arrays;

/**
 * Rejected design: {@link EventQueue}'s heap (same layout, same choice of a child) that takes the last pair to the root as soon as the
 * root is removed, so that an event costs a way down and a way up. Figures: benchmarks/results, hold model.
 */
final class PopThenPush implements PendingEvents {
    private static final int SUBJECT_BITS = 24;
    private static final int FIRST = 3; // number of the root pair

    private final long[] heap;
    private int size;
    private long sequence;
    private int subject;

    PopThenPush(int capacity) {
        heap = new long[2 * (capacity + 16)];
        Arrays.fill(heap, Long.MAX_VALUE);
    }

    @Override
    public void add(long tick, int of) {
        long key = sequence++ << SUBJECT_BITS | of;
        long[] a = heap;
        int pair = FIRST + size++;
        while (pair > FIRST) {
            int parent = (pair >> 2) + 2;
            if (tick > a[2 * parent] || (tick == a[2 * parent] && key >= a[2 * parent + 1])) {
                break;
            }
            a[2 * pair] = a[2 * parent];
            a[2 * pair + 1] = a[2 * parent + 1];
            pair = parent;
        }
        a[2 * pair] = tick;
        a[2 * pair + 1] = key;
    }

    @Override
    public long removeEarliest() {
        long[] a = heap;
        long earliest = a[2 * FIRST];
        subject = (int) a[2 * FIRST + 1] & (1 << SUBJECT_BITS) - 1;
        int last = 2 * (FIRST + --size);
        long tick = a[last];
        long key = a[last + 1];
        a[last] = Long.MAX_VALUE;
        a[last + 1] = Long.MAX_VALUE;
        if (size > 0) {
            sink(tick, key);
        }
        return earliest;
    }

    private void sink(long tick, long key) {
        long[] a = heap;
        int end = 2 * (FIRST + size);
        int at = 2 * FIRST;
        while (4 * at - 16 < end) {
            int child = earliestOfFour(a, 4 * at - 16);
            if (tick < a[child] || (tick == a[child] && key <= a[child + 1])) {
                break;
            }
            a[at] = a[child];
            a[at + 1] = a[child + 1];
            at = child;
        }
        a[at] = tick;
        a[at + 1] = key;
    }

    private static int earliestOfFour(long[] a, int q) {
        long d1 = a[q + 2] - a[q];
        long d2 = a[q + 6] - a[q + 4];
        long m1 = d1 >> 63;
        long m2 = d2 >> 63;
        int left = (int) (m1 & 2);
        int right = 4 + (int) (m2 & 2);
        long d3 = a[q + 4] + (d2 & m2) - (a[q] + (d1 & m1));
        if (d1 == 0 | d2 == 0 | d3 == 0) {
            return earliestByKeyToo(a, q);
        }
        return q + left + (right - left & (int) (d3 >> 63));
    }

    private static int earliestByKeyToo(long[] a, int q) {
        int best = q;
        for (int i = q + 2; i <= q + 6; i += 2) {
            if (a[i] < a[best] || (a[i] == a[best] && a[i + 1] < a[best + 1])) {
                best = i;
            }
        }
        return best;
    }

    @Override
    public int subject() {
        return subject;
    }
}
