package mergedesk.kernel;

import java.util.Arrays;

/**
 * Pending events, earliest first: a 4-ary heap of (tick, key) pairs in one {@code long[]}.
 *
 * <p><b>Order.</b> By tick, then by key. The key is made of event code, sequence number and subject, from the highest bits to the lowest, so
 * that events of one tick run in order of their codes, and of one code in order of scheduling. No two keys are equal; the key is also the
 * stamp by which a handler knows whether a popped event still counts (cancelling is forgetting the key).
 *
 * <p><b>Layout.</b> The root is pair 3 and the children of pair i are pairs 4i − 8 .. 4i − 5, four neighbours in 64 bytes. Unused pairs hold
 * {@code Long.MAX_VALUE}, so that a child is chosen without a test for the end, by the sign bits of differences: branches on random times
 * are mispredicted half of the time.
 *
 * <p><b>Hole.</b> {@link #removeHead} only marks the root as free. The first event scheduled afterwards sinks from there, which saves
 * moving the last pair to the root and up again; if none comes, {@link #headTick} closes the hole.
 *
 * <p><b>Parts.</b> What has nothing to do with the rest may have a queue of its own, see {@link Islands}: one is meant at a time, and all take their sequence numbers from one row, so
 * that no two keys are equal there either.
 *
 * <p>Costs are logarithmic to base 4; figures in benchmarks/results. Not thread-safe.
 */
final class EventQueue {
    private static final int TICK_BITS = 62;
    private static final int SUBJECT_BITS = 24;
    private static final int CODE_SHIFT = Long.SIZE - 1 - Events.CODE_BITS; // keys are never negative
    private static final int SEQUENCE_BITS = CODE_SHIFT - SUBJECT_BITS;
    private static final int ROOT = 6; // index of the root's tick; its key follows
    private static final int FIRST = 3; // number of the root pair

    /** Largest subject, about 16.7 million. */
    static final int MAX_SUBJECT = (1 << SUBJECT_BITS) - 1;
    /** Last tick of the clock, after 146,000 years; a length of time added to it does not overflow. */
    static final long LAST_TICK = (1L << TICK_BITS) - 1;
    /** The most events that one run may schedule, about 8.6 billion. */
    static final long MOST_EVENTS = 1L << SEQUENCE_BITS;

    private long[] heap; // of the part in turn
    private int size; // the same
    private boolean hole; // the same
    private long sequence; // of all parts
    private long[][] heaps; // of the parts; that of the part in turn may be an older one
    private int[] sizes; // the same
    private int part;
    private boolean joined; // all in one part again

    EventQueue() {
        divide(1);
    }

    /** Forgets everything, and has so many parts from now on, each a queue by itself. */
    void divide(int parts) {
        heaps = new long[parts][2 * 128];
        sizes = new int[parts];
        part = 0;
        heap = heaps[0];
        clear();
    }

    /** From now on this part is meant, of those from 0; if all have been joined, that of all. */
    void enter(int next) {
        if (next == part || joined) {
            return;
        }
        if (hole) {
            closeHole();
        }
        heaps[part] = heap;
        sizes[part] = size;
        part = next;
        heap = heaps[next];
        size = sizes[next];
    }

    /** Puts all events into the part that is meant, until the queue is cleared. */
    void join() {
        for (int other = 0; other < heaps.length; other++) {
            for (int i = ROOT; other != part && i < ROOT + 2 * sizes[other]; i += 2) {
                rise(heaps[other][i], heaps[other][i + 1]);
            }
        }
        joined = true;
    }

    /** Whether all events are in one part: always were, or have been joined. */
    boolean isOne() {
        return joined || heaps.length == 1;
    }

    /** The part that is meant. */
    int part() {
        return part;
    }

    /** Tick of the earliest event of a part; {@code Ticks.NEVER} when there is none. */
    long headTick(int of) {
        return of == part ? headTick() : heaps[of][ROOT];
    }

    /** Forgets everything, the sequence too: keys that were given out will be given out again. */
    void clear() {
        forgetAll();
        joined = false;
        sequence = 0;
    }

    /** Forgets all events; keys that were given out stay stale. */
    void forgetAll() {
        heaps[part] = heap;
        for (long[] each : heaps) {
            Arrays.fill(each, Long.MAX_VALUE);
        }
        Arrays.fill(sizes, 0);
        size = 0;
        hole = false;
    }

    /** Tick of the earliest event; {@code Ticks.NEVER} when there is none. */
    long headTick() {
        if (hole) {
            closeHole();
        }
        return heap[ROOT];
    }

    /** Key of the earliest event. Call after {@link #headTick}. */
    long headKey() {
        return heap[ROOT + 1];
    }

    /** Removes the earliest event. Call after {@link #headTick}. */
    void removeHead() {
        hole = true;
    }

    /** Adds an event and returns its key. Codes of {@link Events}, subjects 0 .. MAX_SUBJECT. A tick that is a sum beyond the clock is refused, though it may have become negative. */
    long schedule(long tick, int code, int subject) {
        if ((tick >>> TICK_BITS | sequence >>> SEQUENCE_BITS) != 0) {
            throw tooMuch(tick);
        }
        assert code >> Events.CODE_BITS == 0 && subject >> SUBJECT_BITS == 0 : code + " " + subject;
        long key = (long) code << CODE_SHIFT | sequence++ << SUBJECT_BITS | subject;
        if (hole) {
            hole = false;
            sink(tick, key);
        } else {
            rise(tick, key);
        }
        return key;
    }

    private LimitExceeded tooMuch(long tick) {
        return new LimitExceeded(
                tick < 0 || tick > LAST_TICK
                        ? "the clock would pass 146,000 years: too much work for the agents, or too slow ones"
                        : "more than 8,589,934,592 events were scheduled: make time.length shorter and take more replications");
    }

    /** The event code in a key. */
    static int code(long key) {
        return (int) (key >>> CODE_SHIFT);
    }

    /** The subject in a key. */
    static int subject(long key) {
        return (int) key & MAX_SUBJECT;
    }

    /** The smallest key of a code; every key of a lower code is below. */
    static long firstKey(int code) {
        return (long) code << CODE_SHIFT;
    }

    private void closeHole() {
        hole = false;
        long[] a = heap;
        int last = 2 * (FIRST + --size);
        long tick = a[last];
        long key = a[last + 1];
        a[last] = Long.MAX_VALUE;
        a[last + 1] = Long.MAX_VALUE;
        if (size > 0) {
            sink(tick, key);
        }
    }

    private void rise(long tick, long key) {
        int pair = FIRST + size++;
        if (2 * pair + 10 >= heap.length) {
            grow();
        }
        long[] a = heap;
        while (pair > FIRST) {
            int parent = (pair >> 2) + 2;
            long parentTick = a[2 * parent];
            if (tick > parentTick || (tick == parentTick && key >= a[2 * parent + 1])) {
                break;
            }
            a[2 * pair] = parentTick;
            a[2 * pair + 1] = a[2 * parent + 1];
            pair = parent;
        }
        a[2 * pair] = tick;
        a[2 * pair + 1] = key;
    }

    private void sink(long tick, long key) {
        long[] a = heap;
        int end = 2 * (FIRST + size);
        int at = ROOT;
        while (true) {
            int children = 4 * at - 16;
            if (children >= end) {
                break;
            }
            int child = earliestOfFour(a, children);
            long childTick = a[child];
            if (tick < childTick || (tick == childTick && key <= a[child + 1])) {
                break;
            }
            a[at] = childTick;
            a[at + 1] = a[child + 1];
            at = child;
        }
        a[at] = tick;
        a[at + 1] = key;
    }

    /** Index of the earliest of the four pairs that begin at index {@code q}. */
    private static int earliestOfFour(long[] a, int q) {
        long t0 = a[q];
        long t1 = a[q + 2];
        long t2 = a[q + 4];
        long t3 = a[q + 6];
        long d1 = t1 - t0; // ticks are never negative, so differences cannot overflow
        long d2 = t3 - t2;
        long m1 = d1 >> 63;
        long m2 = d2 >> 63;
        long d3 = (t2 + (d2 & m2)) - (t0 + (d1 & m1));
        if (d1 == 0 || d2 == 0 || d3 == 0) {
            return earliestByKeyToo(a, q);
        }
        int left = (int) m1 & 2;
        int right = 4 + ((int) m2 & 2);
        return q + left + (right - left & (int) (d3 >> 63));
    }

    private static int earliestByKeyToo(long[] a, int q) {
        return earlier(a, earlier(a, q, q + 2), earlier(a, q + 4, q + 6));
    }

    private static int earlier(long[] a, int i, int j) {
        return a[j] < a[i] || (a[j] == a[i] && a[j + 1] < a[i + 1]) ? j : i;
    }

    private void grow() {
        int old = heap.length;
        heap = Arrays.copyOf(heap, 2 * old);
        Arrays.fill(heap, old, heap.length, Long.MAX_VALUE);
    }
}
