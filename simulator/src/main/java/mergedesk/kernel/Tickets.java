package mergedesk.kernel;

import java.util.Arrays;
import mergedesk.random.Streams;

/**
 * What is known of tickets beside what {@link Pieces} has, and what chance decides about them: priority, holds, where they go next, whether they come back. A record of eight
 * {@code long}s for each, at the place that the contact has in {@link Contacts}. Takes no memory where there are no tickets.
 *
 * <p>A part of a ticket is stretches of work: one before each hold that happens, and one behind them all.
 */
public final class Tickets {
    /** What happens to a ticket next, when nobody works on it and it is in no queue. */
    enum Next {
        /** Its hold ends. */
        HOLD_ENDS,
        /** It enters the queue of the group that it was given to. */
        GIVEN,
        REOPENED,
        CLOSED
    }

    private static final Next[] NEXT_VALUES = Next.values();
    private static final int RECORD_SHIFT = 3;

    private static final int SORT = 0; // of Program tickets, counted from the first that is no flow; and the place of the group it was given to in its queues, in the upper half
    private static final int PART = 1; // and the hold that follows the stretch of work, in the upper half; their number behind the last
    private static final int NEXT = 2; // an ordinal of Next
    private static final int HELD_SINCE_TICK = 3;
    private static final int HELD_TICKS = 4;
    private static final int LEFT_TICKS = 5; // until it is due, by its clock, when it was put on hold; NEVER where that does not move
    private static final int OPEN_TICKS = 6; // what the clock of its desk showed then
    private static final int REASSIGNED = 7; // and the law of the flow's work that was in force when it came, in the upper half

    private final mergedesk.program.Tickets table;
    private final Contacts contacts;
    private final Epoch epoch;
    private final int flows;
    private final int places; // queues of each sort
    private long[] records = new long[0];

    Tickets(mergedesk.program.Tickets table, Contacts contacts, Epoch epoch, int flows, int groups) {
        this.table = table;
        this.contacts = contacts;
        this.epoch = epoch;
        this.flows = flows;
        places = groups + 1;
    }

    /** Whether the contact is a ticket. */
    public boolean concerns(int contact) {
        return table.concerns(contacts.flow(contact));
    }

    /** The contact is a new ticket, with a first part to do; {@code wallTicks}: what the wall clock shows. */
    void receive(int contact, Lengths lengths, long wallTicks) {
        receive(contact, drawSort(contact), lengths, wallTicks);
    }

    /** The contact is a ticket that was there before the run, of this sort. */
    void carryOver(int contact, int sort, Lengths lengths, long wallTicks) {
        receive(contact, sort - flows, lengths, wallTicks);
    }

    private void receive(int contact, int ownSort, Lengths lengths, long wallTicks) {
        int at = contact << RECORD_SHIFT;
        if (at >= records.length) {
            records = Arrays.copyOf(records, Integer.highestOneBit(at + (1 << RECORD_SHIFT)) << 1);
        }
        Arrays.fill(records, at, at + (1 << RECORD_SHIFT), 0);
        records[at + SORT] = ownSort;
        comes(contact, wallTicks);
        beginPart(contact, lengths);
    }

    /** The ticket has been with nobody so far. All work on it is by the law of this moment, so that nobody's work hangs on when others had time for it. */
    private void comes(int contact, long wallTicks) {
        records[(contact << RECORD_SHIFT) + REASSIGNED] = (long) epoch.work(contacts.flow(contact), wallTicks) << Integer.SIZE;
    }

    private int drawSort(int contact) {
        int flow = contacts.flow(contact);
        double u = Streams.uniform(Streams.bits(contacts.key(contact), Streams.TICKET_PRIORITY));
        int sort = table.firstSort()[flow];
        while (sort < table.firstSort()[flow + 1] - 1 && u >= table.upTo()[sort - flows]) {
            sort++;
        }
        return sort - flows;
    }

    /** The sort of deferred work that the contact is: its flow, or for a ticket one of those behind all flows. */
    public int sort(int contact) {
        return concerns(contact) ? flows + ownSort(contact) : contacts.flow(contact);
    }

    private int ownSort(int contact) {
        return (int) records[(contact << RECORD_SHIFT) + SORT];
    }

    /** The queue in which the ticket waits: that of its priority, of the group that it was given to, and of tickets that somebody took up or nobody did. */
    int queue(int contact, boolean takenUp) {
        int place = (int) (records[(contact << RECORD_SHIFT) + SORT] >>> Integer.SIZE);
        return table.queue()[2 * (ownSort(contact) * places + place) + (takenUp ? 1 : 0)];
    }

    /** How many agents the ticket wants at once. */
    int people(int contact) {
        return table.people()[ownSort(contact)];
    }

    private int group(int contact) {
        return (int) (records[(contact << RECORD_SHIFT) + SORT] >>> Integer.SIZE) - 1;
    }

    private int part(int contact) {
        return (int) records[(contact << RECORD_SHIFT) + PART];
    }

    private int hold(int contact) {
        return (int) (records[(contact << RECORD_SHIFT) + PART] >>> Integer.SIZE);
    }

    /** Whether the stretch of work in hand ends with a hold. */
    boolean waitsNext(int contact) {
        int flow = contacts.flow(contact);
        return hold(contact) < table.holdOffset()[flow + 1] - table.holdOffset()[flow];
    }

    /** The first stretch of work of the part is the contact's work now. */
    void beginPart(int contact, Lengths lengths) {
        beginStretch(contact, 0, lengths);
    }

    /** The next stretch of work, behind the hold that is over. */
    void goOn(int contact, Lengths lengths) {
        beginStretch(contact, hold(contact) + 1, lengths);
    }

    private void beginStretch(int contact, int firstHold, Lengths lengths) {
        int flow = contacts.flow(contact);
        int offset = table.holdOffset()[flow];
        int hold = firstHold;
        while (offset + hold < table.holdOffset()[flow + 1] && !(Streams.uniform(holdBits(contact, Streams.HOLD, hold)) < table.holdChance()[offset + hold])) {
            hold++;
        }
        int part = part(contact);
        records[(contact << RECORD_SHIFT) + PART] = (long) hold << Integer.SIZE | part;
        if (waitsNext(contact)) {
            int after = table.holdAfter()[offset + hold];
            contacts.setWorkTicks(contact, after < 0 ? 0 : lengths.draw(after, holdBits(contact, Streams.HOLD_AFTER, hold)));
        } else {
            contacts.setWorkTicks(contact, lengths.draw(work(contact, flow), Streams.bits(contacts.key(contact), Streams.WORK, part)));
        }
    }

    /** The law of a part's work: that of the group that it was given to, or of its priority, or of the flow. */
    private int work(int contact, int flow) {
        int ofGroup = group(contact) < 0 ? -1 : epoch.workByGroup.at(flow, group(contact));
        int own = ofGroup >= 0 ? ofGroup : table.work()[ownSort(contact)];
        return own >= 0 ? own : (int) (records[(contact << RECORD_SHIFT) + REASSIGNED] >> Integer.SIZE);
    }

    private long holdBits(int contact, long purpose, int hold) {
        return Streams.bits(contacts.key(contact), purpose, part(contact) * mergedesk.program.Tickets.MOST_HOLDS + hold);
    }

    /** The hold begins that follows the stretch of work: how long it is. */
    long putOnHold(int contact, Lengths lengths, long now, long leftTicks, long openTicks) {
        int at = contact << RECORD_SHIFT;
        records[at + NEXT] = Next.HOLD_ENDS.ordinal();
        records[at + HELD_SINCE_TICK] = now;
        records[at + LEFT_TICKS] = leftTicks;
        records[at + OPEN_TICKS] = openTicks;
        return lengths.draw(table.holdLength()[table.holdOffset()[contacts.flow(contact)] + hold(contact)], holdBits(contact, Streams.HOLD_LENGTH, hold(contact)));
    }

    /** The hold is over. */
    void countHold(int contact, long now) {
        int at = contact << RECORD_SHIFT;
        records[at + HELD_TICKS] += now - records[at + HELD_SINCE_TICK];
    }

    /** What was left until the ticket is due when it was put on hold. */
    long leftTicks(int contact) {
        return records[(contact << RECORD_SHIFT) + LEFT_TICKS];
    }

    /** What the clock of its desk showed when it was put on hold. */
    long openTicksAtHold(int contact) {
        return records[(contact << RECORD_SHIFT) + OPEN_TICKS];
    }

    /** Where the ticket goes whose part a group has done: if to another, it is given to that, and a part more begins. */
    boolean goesFrom(int contact, int group) {
        int flow = contacts.flow(contact);
        int at = contact << RECORD_SHIFT;
        int first = table.reassignOffset()[flow];
        int last = table.reassignOffset()[flow + 1];
        if (first == last || reassigned(contact) >= table.mostReassignments()[flow]) {
            return false;
        }
        double u = Streams.uniform(Streams.bits(contacts.key(contact), Streams.REASSIGN, part(contact)));
        double upTo = 0;
        for (int row = first; row < last; row++) {
            upTo += table.reassignFrom()[row] == group ? table.reassignChance()[row] : 0;
            if (table.reassignFrom()[row] == group && u < upTo) {
                records[at + REASSIGNED]++;
                records[at + SORT] = (table.reassignTo()[row] + 1L) << Integer.SIZE | ownSort(contact);
                records[at + PART]++;
                records[at + NEXT] = Next.GIVEN.ordinal();
                return true;
            }
        }
        return false;
    }

    /** The ticket is resolved: when it comes back, if it does and is not closed by {@code closesTick}; otherwise that tick. */
    long resolve(int contact, Lengths lengths, long now, long closesTick) {
        int flow = contacts.flow(contact);
        int at = contact << RECORD_SHIFT;
        records[at + NEXT] = Next.CLOSED.ordinal();
        if (!(Streams.uniform(Streams.bits(contacts.key(contact), Streams.REOPEN, part(contact))) < table.reopenChance()[flow])) {
            return closesTick;
        }
        long tick = now + lengths.draw(table.reopenAfter()[flow], Streams.bits(contacts.key(contact), Streams.REOPEN_AFTER, part(contact)));
        if (tick >= closesTick) {
            return closesTick;
        }
        records[at + NEXT] = Next.REOPENED.ordinal();
        return tick;
    }

    /** The ticket comes back: one part more, for whom it waited last; {@code wallTicks}: what the wall clock shows. */
    void reopen(int contact, Lengths lengths, long wallTicks) {
        int at = contact << RECORD_SHIFT;
        records[at + PART] = part(contact) + 1L;
        records[at + HELD_TICKS] = 0;
        comes(contact, wallTicks);
        beginPart(contact, lengths);
    }

    /** What happens to the ticket next. */
    Next next(int contact) {
        return NEXT_VALUES[(int) records[(contact << RECORD_SHIFT) + NEXT]];
    }

    /** Time on hold since it came, or came back. */
    public long heldTicks(int contact) {
        return records[(contact << RECORD_SHIFT) + HELD_TICKS];
    }

    /** How often it went from group to group since it came, or came back. */
    public int reassigned(int contact) {
        return (int) records[(contact << RECORD_SHIFT) + REASSIGNED];
    }
}
