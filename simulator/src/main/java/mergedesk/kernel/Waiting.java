package mergedesk.kernel;

import mergedesk.program.Program;
import mergedesk.random.Streams;
import mergedesk.units.Ticks;

/**
 * Queues of waiting contacts, in order of entry, and patience.
 *
 * <p><b>Abandonments that need no event.</b> A contact that gives up leaves a gap in its queue, and nothing else, when its desk has endless
 * lines, when nobody of its flow tries again after abandoning, and when no further groups open to it with time. Then nobody can tell the moment
 * at which it is taken out from the moment at which it left: it is taken out, with the tick at which its patience ended, when the queue's
 * head is next looked at, or at the end of the interval. That saves an event for nearly every contact that waits. Who still waits at the end of the interval
 * in which it came gets an event then, so that nobody is looked at twice and a queue costs nothing for being long. Queues for which this does not hold
 * schedule an event at once.
 */
final class Waiting {
    private final State s;
    private final Recorder recorder;
    private final Lengths lengths;
    private final Retries retries;
    private long settled; // entries that have been looked at

    Waiting(State state, Recorder recorder, Lengths lengths, Retries retries) {
        this.s = state;
        this.recorder = recorder;
        this.lengths = lengths;
        this.retries = retries;
    }

    void reset() {
        settled = 0;
    }

    /** The contact enters the queue, with a patience of its own. */
    void enter(int contact, int queue) {
        s.contacts.join(queue, contact, s.contacts.nextEntry());
        recorder.queued(contact);
        int flow = s.contacts.flow(contact);
        long bits = Streams.bits(s.contacts.key(contact), Streams.PATIENCE, s.contacts.attempt(contact));
        long patience = lengths.draw(s.epoch.patience(flow, s.now + s.wallOffsetTicks), bits);
        long endTick = patience < Ticks.NEVER ? s.now + patience : Ticks.NEVER;
        if (s.epoch.settlesLater[queue]) {
            s.contacts.setPatienceEndTick(contact, endTick);
        } else {
            scheduleEnd(contact, endTick);
        }
    }

    private void scheduleEnd(int contact, long endTick) {
        s.contacts.setPatienceEndTick(contact, Ticks.NEVER);
        if (endTick < Ticks.NEVER) {
            s.contacts.setPatienceKey(contact, s.queue.schedule(endTick, Events.PATIENCE_END, contact));
        }
    }

    /** The contact that has waited longest in the queue, or NONE. */
    int head(int queue) {
        int contact = s.contacts.first(queue);
        while (contact != State.NONE && s.contacts.patienceEndTick(contact) < s.now) {
            gone(contact, s.contacts.patienceEndTick(contact));
            contact = s.contacts.first(queue);
        }
        return contact;
    }

    /**
     * Takes out everybody whose patience ended before now, and gives an event to those who stay; with {@code all}, at the end of the run, takes out everybody
     * whose patience ever ends. Looks only at those who came since it was called last: the others have an event, or endless patience.
     */
    void settle(boolean all) {
        for (int queue = 0; queue < s.epoch.settlesLater.length; queue++) {
            int contact = s.epoch.settlesLater[queue] ? s.contacts.firstSince(queue, settled) : State.NONE;
            while (contact != State.NONE) {
                int next = s.contacts.next(contact);
                long tick = s.contacts.patienceEndTick(contact);
                if (tick < s.now || (all && tick < Ticks.NEVER)) {
                    gone(contact, tick);
                } else {
                    scheduleEnd(contact, tick);
                }
                contact = next;
            }
        }
        settled = s.contacts.entries();
    }

    /** The run is over: nobody waits any more, and nothing is told of those who did. */
    void stop() {
        for (int queue = 0; queue < s.epoch.settlesLater.length; queue++) {
            s.contacts.clearQueue(queue);
        }
    }

    /** Patience has ended, if the event still counts. */
    void abandon(int contact, long key) {
        if (s.contacts.patienceKey(contact) == key) {
            gone(contact, s.now);
        }
    }

    private void gone(int contact, long tick) {
        s.contacts.leave(contact);
        s.lines.release(s.contacts.flow(contact));
        long waitTicks = tick - s.contacts.arrivalTick(contact);
        s.contacts.addPersonWait(contact, waitTicks);
        recorder.abandoned(contact, waitTicks);
        retries.notServed(contact, Program.Contacts.AFTER_ABANDONED);
    }
}
