package mergedesk.kernel;

import java.util.Arrays;

/**
 * Everybody in the system, from the first attempt to the end of the last: a record of sixteen {@code long}s for each person, side by side in one
 * array, of the size of two cache lines, so that an event touches two or three lines and not a dozen. A contact is the number of its record, the
 * same through all attempts of a person; what belongs to one attempt is written anew by {@link #arrive}. Records that are given back are used again.
 *
 * <p>The first records are not people but the ends of the queues, one for each: a queue is a ring of records that begins and ends at the record
 * with the queue's number. So nobody is ever first or last, and joining and leaving ask no questions.
 */
public final class Contacts {
    private static final int RECORD_SHIFT = 4;
    private static final int RECORD = 1 << RECORD_SHIFT;
    private static final int FREE = Integer.MAX_VALUE; // the interval of a record that nobody has

    // What every event needs.
    private static final int FLOW_AND_ORIGIN = 0; // flow in the lower half
    private static final int INTERVAL = 1;
    private static final int ARRIVAL_TICK = 2;
    private static final int ATTEMPT = 3;
    private static final int KEY = 4;
    private static final int WORK_TICKS = 5;
    private static final int DAY_AND_ORDINAL = 6;
    private static final int BEHIND = 7;
    // What waiting and further attempts need.
    private static final int AHEAD = 8;
    private static final int ENTRY = 9;
    private static final int PATIENCE_END_TICK = 10;
    private static final int PATIENCE_KEY = 11;
    private static final int OVERFLOW_KEY = 12;
    private static final int NEXT_ROW = 13;
    private static final int PERSON_INTERVAL = 14;
    private static final int PERSON_WAIT_TICKS = 15;

    /** Queues in which somebody is. */
    final Bits waitedFor;

    private final int queues;
    private final int mostRecords;
    private long[] records;
    private int free; // first of the free records, which are linked by BEHIND
    private int inUse;
    private long entries;
    private int searched; // up to this record nobody counts any more

    Contacts(int queues) {
        this(queues, EventQueue.MAX_SUBJECT + 1);
    }

    /** {@code mostRecords}, a power of two: more people at once than it has room for end the run. */
    Contacts(int queues, int mostRecords) {
        this.queues = queues;
        this.mostRecords = mostRecords;
        waitedFor = new Bits(queues);
        records = new long[2 * Integer.highestOneBit(queues + 64) * RECORD]; // a power of two of records, more than queues + 64
    }

    /** Nobody is there. */
    void clear() {
        Arrays.fill(records, State.NONE);
        for (int queue = 0; queue < queues; queue++) {
            clearQueue(queue);
            records[(queue << RECORD_SHIFT) + ENTRY] = Long.MIN_VALUE; // before anybody's
        }
        free = State.NONE;
        inUse = 0;
        entries = 0;
        searched = queues;
        addFree(queues);
    }

    private void addFree(int first) {
        for (int contact = (records.length >> RECORD_SHIFT) - 1; contact >= first; contact--) {
            addFreeRecord(contact);
        }
    }

    private void addFreeRecord(int contact) {
        records[(contact << RECORD_SHIFT) + INTERVAL] = FREE;
        setBehind(contact, free);
        free = contact;
    }

    /** A free record for a first attempt. */
    int take(int flow, int day, int ordinal, long key, long workTicks, int personInterval) {
        if (free == State.NONE) {
            grow();
        }
        int contact = free;
        free = behind(contact);
        inUse++;
        int at = contact << RECORD_SHIFT;
        long[] r = records;
        r[at + FLOW_AND_ORIGIN] = (long) flow << 32 | flow;
        r[at + ATTEMPT] = 0;
        r[at + KEY] = key;
        r[at + WORK_TICKS] = workTicks;
        r[at + DAY_AND_ORDINAL] = (long) day << 32 | ordinal;
        r[at + PERSON_INTERVAL] = personInterval;
        r[at + PERSON_WAIT_TICKS] = 0;
        return contact;
    }

    /** Gives a record back; the person is gone. */
    void giveBack(int contact) {
        if (interval(contact) == FREE) {
            throw new IllegalStateException("contact " + contact + " has been given back already");
        }
        assert inUse > 0 && contact >= queues;
        addFreeRecord(contact);
        inUse--;
    }

    /** People who are waiting, being served or away between two attempts. */
    int inUse() {
        return inUse;
    }

    /**
     * Whether anybody is left who counts in an interval below {@code end}: an attempt that does, or a person whose first did and whose outcome is
     * open. To be asked only when nobody who counts comes any more: the search goes on where it ended last time, so that all calls of a run together look
     * at each record once.
     */
    boolean anyLeftBelow(int end) {
        for (; searched < records.length >> RECORD_SHIFT; searched++) {
            int interval = interval(searched);
            if (interval != FREE && (interval < end || personInterval(searched) < end)) {
                return true;
            }
        }
        return false;
    }

    private void grow() {
        int old = records.length >> RECORD_SHIFT;
        if (old >= mostRecords) {
            throw new LimitExceeded("more than " + (old - queues) + " people are in the system at once: too few agents for the volume, or nobody ever gives up");
        }
        records = Arrays.copyOf(records, 2 * records.length);
        addFree(old);
    }

    /** The contact that has been in the queue longest, or NONE. */
    int first(int queue) {
        int contact = behind(queue);
        return contact == queue ? State.NONE : contact;
    }

    /** The next in the queue, or NONE. */
    int next(int contact) {
        int behind = behind(contact);
        return behind < queues ? State.NONE : behind;
    }

    /** Of those at the end of the queue whose {@link #entry} is {@code least} or later the first, or NONE. Looks at those only. */
    int firstSince(int queue, long least) {
        int first = State.NONE;
        for (int contact = ahead(queue); contact >= queues && entry(contact) >= least; contact = ahead(contact)) {
            first = contact;
        }
        return first;
    }

    /** Entries given out so far. */
    long entries() {
        return entries;
    }

    /** The entry of whoever comes next, if entries are in order of coming. */
    long nextEntry() {
        return entries++;
    }

    /**
     * The contact joins the queue in order of {@code entry}, behind all whose entry is lower or the same. Looks only at those whom it goes before:
     * at nobody, if it comes last.
     */
    void join(int queue, int contact, long entry) {
        int ahead = ahead(queue);
        while (entry(ahead) > entry) { // never that of the queue's own record
            ahead = ahead(ahead);
        }
        stand(queue, contact, ahead, behind(ahead), entry);
    }

    /**
     * As {@link #join}; of those with its entry it goes behind who came before it or at the same tick. Looks from both ends at once, at twice as many as stand between the contact and the
     * nearer end: so what is put back at the front and what comes last cost nothing, however many wait. Looks from {@code start}, too, one in the queue or NONE: so many who come back in
     * their order walk past those between them once.
     */
    void joinFrom(int start, int queue, int contact, long entry) {
        long tick = arrivalTick(contact);
        int ahead = ahead(queue);
        int behind = behind(queue);
        int near = start;
        boolean isBehindNear = near != State.NONE && !goesAfter(near, entry, tick);
        while (ahead >= queues && goesAfter(ahead, entry, tick)) {
            if (goesAfter(behind, entry, tick)) {
                ahead = ahead(behind);
                break;
            }
            if (near != State.NONE) {
                int next = isBehindNear ? behind(near) : ahead(near);
                boolean isThere = next < queues || goesAfter(next, entry, tick) == isBehindNear;
                if (isThere) {
                    ahead = isBehindNear ? near : next;
                    break;
                }
                near = next;
            }
            ahead = ahead(ahead);
            behind = behind(behind);
        }
        stand(queue, contact, ahead, behind(ahead), entry);
    }

    private boolean goesAfter(int contact, long entry, long tick) {
        return entry(contact) > entry || (entry(contact) == entry && arrivalTick(contact) > tick);
    }

    private void stand(int queue, int contact, int ahead, int behind, long entry) {
        setAhead(contact, ahead);
        setBehind(contact, behind);
        setBehind(ahead, contact);
        setAhead(behind, contact);
        records[(contact << RECORD_SHIFT) + ENTRY] = entry;
        waitedFor.add(queue);
    }

    /** Whether a contact in a queue goes before another of the same level in another queue: by entry; deferred work with the same entry by arrival, then by queue. */
    boolean goesBefore(int contact, int queue, int other, int otherQueue) {
        long entry = entry(contact);
        long otherEntry = entry(other);
        return entry < otherEntry || (entry == otherEntry && cameBefore(contact, queue, other, otherQueue));
    }

    private boolean cameBefore(int contact, int queue, int other, int otherQueue) {
        long tick = arrivalTick(contact);
        long otherTick = arrivalTick(other);
        return tick < otherTick || (tick == otherTick && queue < otherQueue);
    }

    /** The contact leaves its queue; events of its waiting do not count any more. */
    void leave(int contact) {
        int ahead = ahead(contact);
        int behind = behind(contact);
        setBehind(ahead, behind);
        setAhead(behind, ahead);
        if (ahead == behind) { // the queue itself
            waitedFor.remove(ahead);
        }
        setPatienceKey(contact, State.NONE);
        setOverflowKey(contact, State.NONE);
    }

    /** Nobody is in the queue any more, and nothing is told of those who were. */
    void clearQueue(int queue) {
        setAhead(queue, queue);
        setBehind(queue, queue);
        waitedFor.remove(queue);
    }

    /** Flow of the contact. */
    public int flow(int contact) {
        return (int) records[(contact << RECORD_SHIFT) + FLOW_AND_ORIGIN];
    }

    /** Flow of the person's first attempt: with {@link #day} and {@link #ordinal} it says who this is, whatever the contact has become since. */
    public int origin(int contact) {
        return (int) (records[(contact << RECORD_SHIFT) + FLOW_AND_ORIGIN] >>> 32);
    }

    /** What the attempt counts for, see {@link Recorder#reached}. */
    public int interval(int contact) {
        return (int) records[(contact << RECORD_SHIFT) + INTERVAL];
    }

    /** Arrival of this attempt. */
    public long arrivalTick(int contact) {
        return records[(contact << RECORD_SHIFT) + ARRIVAL_TICK];
    }

    /** Attempt, 0 for the first. */
    public int attempt(int contact) {
        return (int) records[(contact << RECORD_SHIFT) + ATTEMPT];
    }

    /** Civil day of the first attempt. */
    public int day(int contact) {
        return (int) (records[(contact << RECORD_SHIFT) + DAY_AND_ORDINAL] >>> 32);
    }

    /** Ordinal in that day and flow of origin. */
    public int ordinal(int contact) {
        return (int) records[(contact << RECORD_SHIFT) + DAY_AND_ORDINAL];
    }

    /** What the person's first attempt counts for. */
    public int personInterval(int contact) {
        return (int) records[(contact << RECORD_SHIFT) + PERSON_INTERVAL];
    }

    /** Waits of the person's attempts that are over. */
    public long personWaitTicks(int contact) {
        return records[(contact << RECORD_SHIFT) + PERSON_WAIT_TICKS];
    }

    /** An attempt of the person ended after this wait. */
    void addPersonWait(int contact, long waitTicks) {
        records[(contact << RECORD_SHIFT) + PERSON_WAIT_TICKS] += waitTicks;
    }

    /** Key of all draws of the person. */
    long key(int contact) {
        return records[(contact << RECORD_SHIFT) + KEY];
    }

    /** Talk time of the person with an agent of speed 1. */
    public long workTicks(int contact) {
        return records[(contact << RECORD_SHIFT) + WORK_TICKS];
    }

    /** What orders the queue, and queues among each other: the lower goes first. The number of the entry into a queue, today. */
    long entry(int contact) {
        return records[(contact << RECORD_SHIFT) + ENTRY];
    }

    /** Tick at which patience ends when that has no event; NEVER otherwise. */
    long patienceEndTick(int contact) {
        return records[(contact << RECORD_SHIFT) + PATIENCE_END_TICK];
    }

    /** Key of the event that ends patience; other keys of the contact are stale. */
    long patienceKey(int contact) {
        return records[(contact << RECORD_SHIFT) + PATIENCE_KEY];
    }

    /** Key of the event that opens the next routing rows. */
    long overflowKey(int contact) {
        return records[(contact << RECORD_SHIFT) + OVERFLOW_KEY];
    }

    /** Next routing row of the queue that is not yet open to the contact. */
    int nextRow(int contact) {
        return (int) records[(contact << RECORD_SHIFT) + NEXT_ROW];
    }

    /** An attempt begins. */
    void arrive(int contact, long tick, int interval) {
        int at = contact << RECORD_SHIFT;
        records[at + ARRIVAL_TICK] = tick;
        records[at + INTERVAL] = interval;
    }

    /** The person goes on as a contact of another flow, with that flow's work: the same person, with the same key and origin. */
    void become(int contact, int flow, long workTicks) {
        int at = contact << RECORD_SHIFT;
        records[at + FLOW_AND_ORIGIN] = (long) origin(contact) << 32 | flow;
        records[at + WORK_TICKS] = workTicks;
    }

    /** What is left of the work. */
    void setWorkTicks(int contact, long ticks) {
        records[(contact << RECORD_SHIFT) + WORK_TICKS] = ticks;
    }

    /** The person has not been at any door yet, or never comes to one; the first attempt that does counts for this interval. */
    void expectLater(int contact, int interval) {
        int at = contact << RECORD_SHIFT;
        records[at + INTERVAL] = interval;
        records[at + PERSON_INTERVAL] = interval;
    }

    /** How far an outbound call is, and since when, and who makes it or is held for it, or NONE. Such a call waits in no queue. */
    void setOutbound(int contact, int stage, int agent, long sinceTick) {
        int at = contact << RECORD_SHIFT;
        records[at + NEXT_ROW] = (long) agent << 32 | stage;
        records[at + PATIENCE_END_TICK] = sinceTick;
    }

    long outboundSinceTick(int contact) {
        return records[(contact << RECORD_SHIFT) + PATIENCE_END_TICK];
    }

    int outboundStage(int contact) {
        return (int) records[(contact << RECORD_SHIFT) + NEXT_ROW];
    }

    int outboundAgent(int contact) {
        return (int) (records[(contact << RECORD_SHIFT) + NEXT_ROW] >> 32);
    }

    void countAttempt(int contact) {
        records[(contact << RECORD_SHIFT) + ATTEMPT]++;
    }

    void setPatienceEndTick(int contact, long tick) {
        records[(contact << RECORD_SHIFT) + PATIENCE_END_TICK] = tick;
    }

    void setPatienceKey(int contact, long key) {
        records[(contact << RECORD_SHIFT) + PATIENCE_KEY] = key;
    }

    void setOverflowKey(int contact, long key) {
        records[(contact << RECORD_SHIFT) + OVERFLOW_KEY] = key;
    }

    void setNextRow(int contact, int row) {
        records[(contact << RECORD_SHIFT) + NEXT_ROW] = row;
    }

    /** Who joined the queue before; the queue itself for the first. Of a queue: the last, or the queue itself. */
    int ahead(int contact) {
        return (int) records[(contact << RECORD_SHIFT) + AHEAD];
    }

    private int behind(int contact) {
        return (int) records[(contact << RECORD_SHIFT) + BEHIND];
    }

    private void setAhead(int contact, int other) {
        records[(contact << RECORD_SHIFT) + AHEAD] = other;
    }

    private void setBehind(int contact, int other) {
        records[(contact << RECORD_SHIFT) + BEHIND] = other;
    }
}
