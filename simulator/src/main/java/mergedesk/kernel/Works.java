package mergedesk.kernel;

/**
 * Work in hand: an agent with a contact, from the start of talk or after-call work to its end. A record of eight {@code long}s for each place at which an
 * agent can have work, side by side in one array; a work is the number of its place, and the subject of the event that ends it. Today each agent has
 * one place, of the agent's own number.
 *
 * <p>Work is ticks at speed 1. At speed v it takes ⌈work / v⌉ ticks; when the speed changes, what is left becomes
 * {@code remaining − ⌊elapsed × v⌋} and the end moves. The event that stood for the old end is stale, which its key tells. So a work can be started, slowed,
 * hurried and given up by whoever has a reason to.
 */
final class Works {
    private static final int RECORD_SHIFT = 3;

    private static final int CONTACT = 0; // NONE where nothing is being done
    private static final int SINCE_TICK = 1;
    private static final int END_KEY = 2;
    private static final int REMAINING_TICKS = 3; // at speed 1, when the speed was last set
    private static final int SPEED = 4; // the bits of a double
    private static final int PACED_TICK = 5; // when the speed was last set

    private final long[] records;

    Works(int places) {
        records = new long[places << RECORD_SHIFT];
    }

    /** Nobody works. */
    void clear() {
        for (int work = 0; work < records.length >> RECORD_SHIFT; work++) {
            end(work);
        }
    }

    /**
     * So much work begins for the contact; a place with work for the same contact goes on to this one. Returns its end, for which the caller schedules an
     * event and tells {@link #endBy} its key.
     */
    long start(int work, int contact, long workTicks, double speed, long now) {
        assert isIdle(work) || contact(work) == contact;
        int at = work << RECORD_SHIFT;
        records[at + CONTACT] = contact;
        records[at + SINCE_TICK] = now;
        return pace(at, workTicks, speed, now);
    }

    /** What is left is done at another speed from now on. Returns the new end, as {@link #start} does. */
    long retime(int work, double speed, long now) {
        int at = work << RECORD_SHIFT;
        double before = Double.longBitsToDouble(records[at + SPEED]);
        long done = (long) Math.floor((now - records[at + PACED_TICK]) * before);
        return pace(at, records[at + REMAINING_TICKS] - done, speed, now);
    }

    private long pace(int at, long remainingTicks, double speed, long now) {
        records[at + REMAINING_TICKS] = remainingTicks;
        records[at + SPEED] = Double.doubleToRawLongBits(speed);
        records[at + PACED_TICK] = now;
        return now + (speed == 1 ? remainingTicks : (long) Math.ceil(remainingTicks / speed));
    }

    /** The event of this key ends the work; those scheduled before do not any more. */
    void endBy(int work, long key) {
        records[(work << RECORD_SHIFT) + END_KEY] = key;
    }

    /** Whether this key is that of the work's end as it stands now; others are stale. */
    boolean endsBy(int work, long key) {
        return records[(work << RECORD_SHIFT) + END_KEY] == key;
    }

    /** The work is over, or given up. */
    void end(int work) {
        int at = work << RECORD_SHIFT;
        records[at + CONTACT] = State.NONE;
        records[at + END_KEY] = State.NONE;
    }

    /** Whether nothing is being done at this place. */
    boolean isIdle(int work) {
        return contact(work) == State.NONE;
    }

    /** Whom the work is for. */
    int contact(int work) {
        return (int) records[(work << RECORD_SHIFT) + CONTACT];
    }

    /** Since when this stretch of work is being done. */
    long sinceTick(int work) {
        return records[(work << RECORD_SHIFT) + SINCE_TICK];
    }

    /** Places with work. Looks at all of them: for assertions. */
    int inUse() {
        int busy = 0;
        for (int work = 0; work < records.length >> RECORD_SHIFT; work++) {
            busy += isIdle(work) ? 0 : 1;
        }
        return busy;
    }
}
