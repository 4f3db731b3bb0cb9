package mergedesk.kernel;

import mergedesk.program.Program;
import mergedesk.random.Streams;
import mergedesk.units.Ticks;

/**
 * Queues of waiting contacts, in order of entry, and patience.
 *
 * <p><b>Abandonments that need no event.</b> A contact that gives up leaves a gap in its queue, and nothing else, when it frees no line and no room that others lack, when nobody counts those
 * who wait before joining them or stands behind it, when nobody of its flow leaves a message or tries again after abandoning, when no further groups open to it with time, and when no agent is
 * freed after others gave up at the same tick. Then nobody can tell the moment
 * at which it is taken out from the moment at which it left: it is taken out, with the tick at which its patience ended, when the queue's
 * head is next looked at, or at the end of the interval. That saves an event for nearly every contact that waits. Who still waits at the end of the interval
 * in which it came gets an event then, so that nobody is looked at twice and a queue costs nothing for being long. Queues for which this does not hold
 * schedule an event at once.
 */
final class Waiting {
    private final State s;
    private final Contacts contacts;
    private final Lines lines;
    private final EventQueue events;
    private final Epoch epoch;
    private final Recorder recorder;
    private final Lengths lengths;
    private final Retries retries;
    private final Islands islands;
    private long settled; // entries that have been looked at

    Waiting(State state, Islands islands, Recorder recorder, Lengths lengths, Retries retries) {
        s = state;
        contacts = state.contacts;
        lines = state.lines;
        events = state.events;
        epoch = state.epoch;
        this.recorder = recorder;
        this.lengths = lengths;
        this.retries = retries;
        this.islands = islands;
    }

    void reset() {
        settled = 0;
    }

    /** The contact enters the queue, with a patience of its own. */
    void enter(int contact, int queue) {
        contacts.join(queue, contact, contacts.nextEntry());
        recorder.queued(contact);
        int flow = contacts.flow(contact);
        if (epoch.looksAtQueues) {
            s.crowd.change(flow, 1);
        }
        long bits = Streams.bits(contacts.key(contact), Streams.PATIENCE, contacts.attempt(contact));
        long patience = lengths.draw(epoch.patience(flow, s.now + s.wallOffsetTicks), bits);
        long endTick = patience < Ticks.NEVER ? s.now + patience : Ticks.NEVER;
        if (epoch.anyMessages && leavesMessage(contact, flow, patience)) {
            contacts.setPatienceEndTick(contact, Ticks.NEVER);
            contacts.setPatienceKey(contact, events.schedule(s.now + epoch.messages.afterTicks()[flow], Events.MESSAGE, contact));
        } else if (epoch.settlesLater[queue]) {
            contacts.setPatienceEndTick(contact, endTick);
        } else {
            scheduleEnd(contact, endTick);
        }
    }

    /** Whether the contact, if nobody answers it, leaves a message: patience must last longer than until then. */
    private boolean leavesMessage(int contact, int flow, long patience) {
        return epoch.messages.concerns(flow)
                && epoch.messages.afterTicks()[flow] < patience
                && Streams.uniform(Streams.bits(contacts.key(contact), Streams.MESSAGE, contacts.attempt(contact))) < epoch.messages.share()[flow];
    }

    private void scheduleEnd(int contact, long endTick) {
        contacts.setPatienceEndTick(contact, Ticks.NEVER);
        if (endTick < Ticks.NEVER) {
            contacts.setPatienceKey(contact, events.schedule(endTick, Events.PATIENCE_END, contact));
        }
    }

    /** The contact that has waited longest in the queue, or NONE; also NONE where that one has to stand behind somebody of another queue. */
    int head(int queue) {
        int contact = contacts.first(queue);
        while (contact != State.NONE && contacts.patienceEndTick(contact) < s.now) {
            gone(contact, contacts.patienceEndTick(contact));
            contact = contacts.first(queue);
        }
        if (epoch.singleFiles && contact != State.NONE && s.files.isBehind(contact, queue)) {
            return State.NONE;
        }
        return contact;
    }

    /**
     * Takes out everybody whose patience ended before now, and gives an event to those who stay; with {@code all}, at the end of the run, takes out everybody
     * whose patience ever ends. Looks only at those who came since it was called last: the others have an event, or endless patience.
     */
    void settle(boolean all) {
        if (settled == contacts.entries()) {
            return;
        }
        int part = events.part();
        for (int queue = 0; queue < epoch.settlesLater.length; queue++) {
            int contact = epoch.settlesLater[queue] ? contacts.firstSince(queue, settled) : State.NONE;
            if (contact != State.NONE) {
                events.enter(islands.ofDesk(epoch.queueDesk[queue]));
            }
            while (contact != State.NONE) {
                int next = contacts.next(contact);
                long tick = contacts.patienceEndTick(contact);
                if (tick < s.now || (all && tick < Ticks.NEVER)) {
                    gone(contact, tick);
                } else {
                    scheduleEnd(contact, tick);
                }
                contact = next;
            }
        }
        events.enter(part);
        settled = contacts.entries();
    }

    /** Cuts off everybody who waits at the desk, in order of entry. To be called when all are settled whose patience ended before now. */
    void disconnect(int desk) {
        for (int contact = longestWaiting(desk); contact != State.NONE; contact = longestWaiting(desk)) {
            long waitTicks = endWait(contact, s.now);
            recorder.happened(Happening.DISCONNECTED, contact, State.NONE, waitTicks);
            retries.notServed(contact, Program.Contacts.AFTER_DISCONNECTED);
        }
    }

    /** Who came first of all who wait at the desk; or NONE. Looks at all queues: for what happens a few times a day. */
    private int longestWaiting(int desk) {
        int longest = State.NONE;
        for (int queue = 0; queue < epoch.queueDesk.length; queue++) {
            int contact = epoch.queueDesk[queue] == desk && !epoch.deferredQueues.has(queue) ? contacts.first(queue) : State.NONE;
            if (contact != State.NONE && (longest == State.NONE || contacts.entry(contact) < contacts.entry(longest))) {
                longest = contact;
            }
        }
        return longest;
    }

    /** Whether nobody is left of a run that drains: what staff would do from then on is no part of it, even before {@link Intervals} ends it. */
    boolean isOver() {
        Program.Horizon horizon = s.program.horizon();
        if (horizon.cut() || s.now < horizon.endTick()) {
            return false;
        }
        assert events.part() == islands.common();
        settle(false);
        return s.people() == 0;
    }

    /** The run is over: nobody waits any more, and nothing is told of those who did. */
    void stop() {
        for (int queue = 0; queue < epoch.settlesLater.length; queue++) {
            contacts.clearQueue(queue);
        }
    }

    /** Patience has ended, if the event still counts. */
    void abandon(int contact, long key) {
        if (contacts.patienceKey(contact) == key) {
            gone(contact, s.now);
        }
    }

    /** The person leaves a message, if the event still counts, and is gone. The contact if it becomes another now, or NONE. */
    int leaveMessage(int contact, long key) {
        if (contacts.patienceKey(contact) != key) {
            return State.NONE;
        }
        long waitTicks = endWait(contact, s.now);
        recorder.happened(Happening.LEFT_MESSAGE, contact, State.NONE, waitTicks);
        if (epoch.messages.becomes()[contacts.flow(contact)] != State.NONE) {
            return contact;
        }
        contacts.giveBack(contact);
        return State.NONE;
    }

    private void gone(int contact, long tick) {
        long waitTicks = endWait(contact, tick);
        recorder.abandoned(contact, waitTicks);
        retries.notServed(contact, Program.Contacts.AFTER_ABANDONED);
    }

    /** The contact waits no longer; events of its waiting do not count any more. */
    void leave(int contact) {
        if (epoch.singleFiles) {
            s.files.leaves(contact);
        }
        contacts.leave(contact);
        if (epoch.looksAtQueues) {
            s.crowd.change(contacts.flow(contact), -1);
        }
        if (epoch.blends) {
            s.offerDeferredWork();
        }
    }

    /** The contact left its queue at this tick, without an answer. How long it had waited. */
    private long endWait(int contact, long tick) {
        leave(contact);
        lines.release(contacts.flow(contact));
        long waitTicks = tick - contacts.arrivalTick(contact);
        contacts.addPersonWait(contact, waitTicks);
        return waitTicks;
    }
}
