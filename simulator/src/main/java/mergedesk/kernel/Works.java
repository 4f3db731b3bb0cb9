package mergedesk.kernel;

import mergedesk.program.Program;

/**
 * Work in hand: an agent with a contact, from the start of talk or after-call work to its end. A record of eight {@code long}s for each hand of an agent, side
 * by side in one array; a work is the number of the hand that it is in, and the subject of the event that ends it. Each agent has a first hand, of the agent's
 * own number; agents of groups with several chats at once have further ones, which stand behind all first ones.
 *
 * <p>Work is ticks at speed 1. At speed v it takes ⌈work / v⌉ ticks; when the speed changes, what is left becomes
 * {@code max(0, remaining − ⌊elapsed × v⌋)} and the end moves. The event that stood for the old end is stale, which its key tells. So a work can be started,
 * slowed, hurried, paused and given up by whoever has a reason to.
 */
final class Works {
    private static final int RECORD_SHIFT = 3;

    private static final int CONTACT = 0; // NONE where nothing is being done
    private static final int STATUS = 1; // talking or wrapping
    private static final int SINCE_TICK = 2;
    private static final int END_KEY = 3;
    private static final int REMAINING_TICKS = 4; // at speed 1, when the speed was last set
    private static final int SPEED = 5; // the bits of a double; 0 for a pause
    private static final int PACED_TICK = 6; // when the speed was last set
    private static final int AGENT = 7;

    private final long[] records;
    private final int agents;
    private final int[] hands; // by group
    private final int[] further; // by group, what (agent, place) of a hand that is not the first adds up to beside agent × (hands − 1) + place

    /** As many hands for each agent as the group needs. */
    Works(Program.Groups groups) {
        int count = groups.firstAgent().length - 1;
        hands = new int[count];
        further = new int[count];
        agents = groups.firstAgent()[count];
        int next = agents;
        for (int group = 0; group < count; group++) {
            hands[group] = groups.chats().hands(group);
            further[group] = next - groups.firstAgent()[group] * (hands[group] - 1) - 1;
            next += (groups.firstAgent()[group + 1] - groups.firstAgent()[group]) * (hands[group] - 1);
        }
        records = new long[next << RECORD_SHIFT];
        for (int group = 0; group < count; group++) {
            for (int agent = groups.firstAgent()[group]; agent < groups.firstAgent()[group + 1]; agent++) {
                for (int place = 0; place < hands[group]; place++) {
                    records[(hand(group, agent, place) << RECORD_SHIFT) + AGENT] = agent;
                }
            }
        }
    }

    /** Hands of each agent of the group. */
    int hands(int group) {
        return hands[group];
    }

    /** The hand of an agent of the group with this number, 0 .. hands − 1. */
    int hand(int group, int agent, int place) {
        return place == 0 ? agent : further[group] + agent * (hands[group] - 1) + place;
    }

    /** Number of hands. */
    int count() {
        return records.length >> RECORD_SHIFT;
    }

    /** Hands with work of an agent of the group. */
    int inHand(int group, int agent) {
        int inHand = 0;
        for (int place = 0; place < hands[group]; place++) {
            inHand += isIdle(hand(group, agent, place)) ? 0 : 1;
        }
        return inHand;
    }

    /** Nobody works. */
    void clear() {
        for (int work = 0; work < records.length >> RECORD_SHIFT; work++) {
            end(work);
        }
    }

    /**
     * So much work begins for the contact; a hand with work for the same contact goes on to this one. Returns its end, for which the caller schedules an
     * event and tells {@link #endBy} its key.
     *
     * @param status what the agent does: talk or write up, as in {@link Agents}
     */
    long start(int work, int contact, int status, long workTicks, double speed, long now) {
        assert isIdle(work) || contact(work) == contact;
        int at = work << RECORD_SHIFT;
        records[at + CONTACT] = contact;
        records[at + STATUS] = status;
        records[at + SINCE_TICK] = now;
        return pace(at, workTicks, speed, now);
    }

    /**
     * As {@link #start}, but nothing is done yet: {@link #retime} begins.
     */
    void take(int work, int contact, int status, long workTicks, long now) {
        assert isIdle(work) || contact(work) == contact;
        int at = work << RECORD_SHIFT;
        records[at + CONTACT] = contact;
        records[at + STATUS] = status;
        records[at + SINCE_TICK] = now;
        records[at + REMAINING_TICKS] = workTicks;
        records[at + SPEED] = Double.doubleToRawLongBits(0);
        records[at + PACED_TICK] = now;
        records[at + END_KEY] = State.NONE;
    }

    /** How fast it is being done; 0 in a pause. */
    double speed(int work) {
        return Double.longBitsToDouble(records[(work << RECORD_SHIFT) + SPEED]);
    }

    /** What is left is done at another speed from now on, also after a pause. Returns the new end, as {@link #start} does. */
    long retime(int work, double speed, long now) {
        return pace(work << RECORD_SHIFT, leftTicks(work, now), speed, now);
    }

    /** Nothing is done from now on, until {@link #retime} says how fast the rest is. No event ends the work. */
    void pause(int work, long now) {
        int at = work << RECORD_SHIFT;
        records[at + REMAINING_TICKS] = leftTicks(work, now);
        records[at + SPEED] = Double.doubleToRawLongBits(0);
        records[at + PACED_TICK] = now;
        records[at + END_KEY] = State.NONE;
    }

    /** So much is left from now on. The caller says how fast it goes. */
    void replace(int work, long workTicks, long now) {
        int at = work << RECORD_SHIFT;
        records[at + REMAINING_TICKS] = workTicks;
        records[at + PACED_TICK] = now;
    }

    /** What is left, in ticks at speed 1: not below 0, though an end that was rounded up leaves time for more than there was. */
    long leftTicks(int work, long now) {
        assert !isIdle(work);
        int at = work << RECORD_SHIFT;
        double speed = Double.longBitsToDouble(records[at + SPEED]);
        long done = (long) Math.floor((now - records[at + PACED_TICK]) * speed);
        return Math.max(0, records[at + REMAINING_TICKS] - done);
    }

    private long pace(int at, long remainingTicks, double speed, long now) {
        assert speed > 0 : speed;
        records[at + REMAINING_TICKS] = remainingTicks;
        records[at + SPEED] = Double.doubleToRawLongBits(speed);
        records[at + PACED_TICK] = now;
        return now + (speed == 1 ? remainingTicks : (long) Math.ceil(remainingTicks / speed));
    }

    /** The event of this key ends the work; those scheduled before do not any more. */
    void endBy(int work, long key) {
        assert !isIdle(work);
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

    /** Whether nothing is being done by this hand. */
    boolean isIdle(int work) {
        return contact(work) == State.NONE;
    }

    /** Whom the work is for. */
    int contact(int work) {
        return (int) records[(work << RECORD_SHIFT) + CONTACT];
    }

    /** Who does it. */
    int agent(int work) {
        return work < agents ? work : (int) records[(work << RECORD_SHIFT) + AGENT]; // not to wait for the record where it is not needed
    }

    /** What it is: talk or after-call work, as in {@link Agents}. */
    int status(int work) {
        return (int) records[(work << RECORD_SHIFT) + STATUS];
    }

    /** Since when this stretch of work is being done. */
    long sinceTick(int work) {
        assert !isIdle(work);
        return records[(work << RECORD_SHIFT) + SINCE_TICK];
    }

    /** Hands with work. Looks at all of them: for assertions. */
    int inUse() {
        int busy = 0;
        for (int work = 0; work < records.length >> RECORD_SHIFT; work++) {
            busy += isIdle(work) ? 0 : 1;
        }
        return busy;
    }
}
