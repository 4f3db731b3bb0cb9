package mergedesk.kernel;

import java.util.Arrays;

/**
 * What is known of pieces of deferred work beside what {@link Contacts} has: a record of four {@code long}s for each, at the place that the contact has there. Takes no memory
 * where there is no deferred work.
 */
public final class Pieces {
    private static final int RECORD_SHIFT = 2;

    private static final int RESPOND_DUE_TICK = 0;
    private static final int RESOLVE_DUE_TICK = 1;
    private static final int OPEN_TICKS = 2; // what the desk's clock showed when it came
    private static final int LAST_AGENT = 3; // NONE before anybody took it up; NOBODY_NOW when it was passed on since

    private static final int NOBODY_NOW = -2;

    private final int[] kept; // by agent, the piece that waits for that agent, or NONE
    private int keptCount;
    private long[] records = new long[0];
    private int count;

    Pieces(int agents) {
        kept = new int[agents];
    }

    /** There is no deferred work. */
    void clear() {
        count = 0;
        keptCount = 0;
        Arrays.fill(kept, State.NONE);
    }

    /** The piece waits for the agent alone. */
    void keep(int agent, int contact) {
        assert kept[agent] == State.NONE;
        kept[agent] = contact;
        keptCount++;
    }

    /** The piece that waits for the agent alone, or NONE. */
    int kept(int agent) {
        return kept[agent];
    }

    /** It waits no longer. */
    void takeUp(int agent) {
        kept[agent] = State.NONE;
        keptCount--;
    }

    /** Whether any piece waits for one agent alone. */
    boolean anyKept() {
        return keptCount > 0;
    }

    /** A piece comes, due at these ticks. */
    void receive(int contact, long respondDueTick, long resolveDueTick, long openTicks) {
        int at = contact << RECORD_SHIFT;
        if (at >= records.length) {
            records = Arrays.copyOf(records, Integer.highestOneBit(at + (1 << RECORD_SHIFT)) << 1);
        }
        count++;
        comeAgain(contact, respondDueTick, resolveDueTick, openTicks);
    }

    /** A piece that was done is open again, as if it came now. */
    void comeAgain(int contact, long respondDueTick, long resolveDueTick, long openTicks) {
        int at = contact << RECORD_SHIFT;
        records[at + RESPOND_DUE_TICK] = respondDueTick;
        records[at + RESOLVE_DUE_TICK] = resolveDueTick;
        records[at + OPEN_TICKS] = openTicks;
        records[at + LAST_AGENT] = State.NONE;
    }

    /** Nobody counted the time from {@code openTicks} to {@code now} of the desk's clock. */
    void leaveOut(int contact, long openTicks, long now) {
        records[(contact << RECORD_SHIFT) + OPEN_TICKS] += now - openTicks;
    }

    /** From now on it should be taken up by this tick. */
    void setRespondDueTick(int contact, long tick) {
        records[(contact << RECORD_SHIFT) + RESPOND_DUE_TICK] = tick;
    }

    /** From now on it should be done by this tick. */
    void setResolveDueTick(int contact, long tick) {
        records[(contact << RECORD_SHIFT) + RESOLVE_DUE_TICK] = tick;
    }

    /** A piece is done, and gone. */
    void finish() {
        count--;
    }

    /** Pieces that are not gone. */
    public int count() {
        return count;
    }

    /** When it should have been taken up; {@link mergedesk.units.Ticks#NEVER} where nothing is due. */
    public long respondDueTick(int contact) {
        return records[(contact << RECORD_SHIFT) + RESPOND_DUE_TICK];
    }

    /** When it should be done. */
    public long resolveDueTick(int contact) {
        return records[(contact << RECORD_SHIFT) + RESOLVE_DUE_TICK];
    }

    /** What the clock of its desk showed when it came. */
    long openTicks(int contact) {
        return records[(contact << RECORD_SHIFT) + OPEN_TICKS];
    }

    /** Whether anybody took it up since it came, or came back. */
    boolean isTakenUp(int contact) {
        return records[(contact << RECORD_SHIFT) + LAST_AGENT] != State.NONE;
    }

    /** Who began what is to be done of it, or worked on it last; NONE, if nobody has. */
    int lastAgent(int contact) {
        return Math.max((int) records[(contact << RECORD_SHIFT) + LAST_AGENT], State.NONE);
    }

    /** It is somebody else's from now on: what is to be done of it nobody has begun. */
    void passOn(int contact) {
        setLastAgent(contact, NOBODY_NOW);
    }

    void setLastAgent(int contact, int agent) {
        records[(contact << RECORD_SHIFT) + LAST_AGENT] = agent;
    }
}
