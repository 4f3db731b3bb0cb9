package mergedesk.kernel;

import java.util.Arrays;

/**
 * Work in hand: somebody working on something, from its start to its end. A record of eight {@code long}s for each, side by side in one array; a work is
 * the number of its record, and the subject of the event that ends it.
 *
 * <p>Work is ticks at speed 1. At speed v it takes ⌈work / v⌉ ticks; when the speed changes, what is left becomes
 * {@code remaining − ⌊elapsed × v⌋} and the end moves: the event that stood for the old end is stale, which its key tells. So a work can be started, slowed,
 * hurried and ended early by whoever has a reason to.
 */
final class Works {
    private static final int RECORD_SHIFT = 3;

    private static final int CONTACT = 0;
    private static final int AGENT = 1;
    private static final int SINCE_TICK = 2;
    private static final int END_KEY = 3;
    private static final int REMAINING_TICKS = 4; // at speed 1, when the speed was last set
    private static final int SPEED = 5; // the bits of a double
    private static final int PACED_TICK = 6; // when the speed was last set
    private static final int NEXT_FREE = 7;

    private static final int FIRST_SIZE = 64;

    private final EventQueue queue;
    private long[] records = new long[FIRST_SIZE << RECORD_SHIFT];
    private int free;
    private int inUse;

    Works(EventQueue queue) {
        this.queue = queue;
        clear();
    }

    /** Nobody works. */
    void clear() {
        free = State.NONE;
        inUse = 0;
        addFree(0);
    }

    private void addFree(int first) {
        for (int work = (records.length >> RECORD_SHIFT) - 1; work >= first; work--) {
            release(work);
        }
    }

    private void release(int work) {
        records[(work << RECORD_SHIFT) + NEXT_FREE] = free;
        records[(work << RECORD_SHIFT) + END_KEY] = State.NONE;
        free = work;
    }

    /** The agent starts to work on the contact. */
    int start(int contact, int agent, long workTicks, double speed, long now) {
        if (free == State.NONE) {
            grow();
        }
        int work = free;
        int at = work << RECORD_SHIFT;
        free = (int) records[at + NEXT_FREE];
        inUse++;
        records[at + CONTACT] = contact;
        records[at + AGENT] = agent;
        go(work, workTicks, speed, now);
        return work;
    }

    private void grow() {
        int old = records.length >> RECORD_SHIFT;
        records = Arrays.copyOf(records, 2 * records.length);
        addFree(old);
    }

    /** The agent goes on with another kind of work for the same contact. */
    void go(int work, long workTicks, double speed, long now) {
        records[(work << RECORD_SHIFT) + SINCE_TICK] = now;
        pace(work, workTicks, speed, now);
    }

    /** What is left is done at another speed from now on. */
    void retime(int work, double speed, long now) {
        int at = work << RECORD_SHIFT;
        double before = Double.longBitsToDouble(records[at + SPEED]);
        long done = (long) Math.floor((now - records[at + PACED_TICK]) * before);
        pace(work, records[at + REMAINING_TICKS] - done, speed, now);
    }

    private void pace(int work, long remainingTicks, double speed, long now) {
        int at = work << RECORD_SHIFT;
        records[at + REMAINING_TICKS] = remainingTicks;
        records[at + SPEED] = Double.doubleToRawLongBits(speed);
        records[at + PACED_TICK] = now;
        long ticks = speed == 1 ? remainingTicks : (long) Math.ceil(remainingTicks / speed);
        records[at + END_KEY] = queue.schedule(now + ticks, Events.SERVICE_END, work);
    }

    /** Whether this key is that of the work's end as it stands now; others are stale. */
    boolean endsBy(int work, long key) {
        return records[(work << RECORD_SHIFT) + END_KEY] == key;
    }

    /** The work is over, or given up. */
    void end(int work) {
        assert inUse > 0 && records[(work << RECORD_SHIFT) + END_KEY] != State.NONE;
        release(work);
        inUse--;
    }

    /** Works in hand. */
    int inUse() {
        return inUse;
    }

    /** What is worked on. */
    int contact(int work) {
        return (int) records[(work << RECORD_SHIFT) + CONTACT];
    }

    /** Who works. */
    int agent(int work) {
        return (int) records[(work << RECORD_SHIFT) + AGENT];
    }

    /** Since when this kind of work is being done. */
    long sinceTick(int work) {
        return records[(work << RECORD_SHIFT) + SINCE_TICK];
    }
}
