package mergedesk.kernel;

import java.util.Arrays;
import mergedesk.program.Program;
import mergedesk.random.Streams;
import mergedesk.units.Ticks;

/**
 * Queues of waiting contacts, in order of entry, and patience.
 *
 * <p><b>Abandonments that need no event.</b> A contact that gives up leaves a gap in its queue, and nothing else, when its desk has endless
 * lines, when nobody of its flow tries again after abandoning, and when no further groups open to it with time. Then nobody can tell the moment
 * at which it is taken out from the moment at which it left: it is taken out, with the tick at which its patience ended, when the queue's
 * head is next looked at, at the end of the interval, or of the run. Half of all events of a busy desk are saved that way. Queues for
 * which this does not hold schedule an event.
 */
final class Waiting {
    private final State s;
    private final Recorder recorder;
    private final Lengths lengths;
    private final Retries retries;
    private final int[] flowDesk;
    private final int[] patienceByInterval;
    private final int intervalsPerWeek;
    private final boolean[] settlesLater;

    Waiting(State state, Recorder recorder, Lengths lengths, Retries retries) {
        this.s = state;
        this.recorder = recorder;
        this.lengths = lengths;
        this.retries = retries;
        Program program = state.program;
        flowDesk = program.contacts().flowDesk;
        patienceByInterval = program.contacts().patienceByInterval;
        intervalsPerWeek = program.calendar().intervalsPerWeek;
        settlesLater = new boolean[program.queueCount()];
        for (int queue = 0; queue < settlesLater.length; queue++) {
            settlesLater[queue] = nobodyNoticesAbandonment(program, queue);
        }
    }

    private static boolean nobodyNoticesAbandonment(Program program, int queue) {
        Program.Routing routing = program.routing();
        for (int row = routing.queueOffset[queue]; row < routing.queueOffset[queue + 1]; row++) {
            if (routing.rowAfterTicks[row] > 0) {
                return false;
            }
        }
        Program.Contacts contacts = program.contacts();
        for (int flow = 0; flow < program.flowCount(); flow++) {
            if (routing.queueOfFlow[flow] == queue
                    && contacts.retryProbability[flow] > 0
                    && (contacts.retryAfter[flow] & Program.Contacts.AFTER_ABANDONED) != 0) {
                return false;
            }
        }
        return program.desks().lines[routing.queueDesk[queue]] == Integer.MAX_VALUE;
    }

    /** The contact enters the queue, with a patience of its own. */
    void enter(int contact, int queue) {
        append(contact, queue);
        recorder.queued(contact);
        int distribution = patienceByInterval[s.contactFlow[contact] * intervalsPerWeek + s.intervalOfWeek];
        long bits = Streams.bits(s.contactKey[contact], Streams.PATIENCE, s.contactAttempt[contact]);
        long patience = lengths.draw(distribution, bits);
        s.contactPatienceKey[contact] = State.NONE;
        s.contactPatienceTick[contact] = Ticks.NEVER;
        if (patience < Ticks.NEVER) {
            if (settlesLater[queue]) {
                s.contactPatienceTick[contact] = s.now + patience;
            } else {
                s.contactPatienceKey[contact] = s.queue.schedule(s.now + patience, Events.PATIENCE_END, contact);
            }
        }
    }

    /** The contact that has waited longest in the queue, or NONE. */
    int head(int queue) {
        int contact = s.queueHead[queue];
        while (contact != State.NONE && s.contactPatienceTick[contact] < s.now) {
            gone(contact, s.contactPatienceTick[contact]);
            contact = s.queueHead[queue];
        }
        return contact;
    }

    /** Takes out everybody whose patience ended before now; with {@code all}, everybody whose patience ever ends. */
    void settle(boolean all) {
        for (int queue = 0; queue < settlesLater.length; queue++) {
            int contact = settlesLater[queue] ? s.queueHead[queue] : State.NONE;
            while (contact != State.NONE) {
                int behind = s.contactBehind[contact];
                long tick = s.contactPatienceTick[contact];
                if (tick < s.now || (all && tick < Ticks.NEVER)) {
                    gone(contact, tick);
                }
                contact = behind;
            }
        }
    }

    /** The run is over: nobody waits any more, and nothing is told of those who did. */
    void stop() {
        Arrays.fill(s.queueHead, State.NONE);
    }

    /** Patience has ended, if the event still counts. */
    void abandon(int contact, long key) {
        if (s.contactPatienceKey[contact] == key) {
            gone(contact, s.now);
        }
    }

    private void gone(int contact, long tick) {
        leave(contact);
        s.deskLinesInUse[flowDesk[s.contactFlow[contact]]]--;
        recorder.abandoned(contact, tick - s.contactArrivalTick[contact]);
        retries.notServed(contact, Program.Contacts.AFTER_ABANDONED);
    }

    private void append(int contact, int queue) {
        int tail = s.queueTail[queue];
        s.contactQueue[contact] = queue;
        s.contactEntry[contact] = s.entries++;
        s.contactAhead[contact] = tail;
        s.contactBehind[contact] = State.NONE;
        if (tail == State.NONE) {
            s.queueHead[queue] = contact;
        } else {
            s.contactBehind[tail] = contact;
        }
        s.queueTail[queue] = contact;
    }

    /** The contact leaves its queue; events of its waiting do not count any more. */
    void leave(int contact) {
        int queue = s.contactQueue[contact];
        int ahead = s.contactAhead[contact];
        int behind = s.contactBehind[contact];
        if (ahead == State.NONE) {
            s.queueHead[queue] = behind;
        } else {
            s.contactBehind[ahead] = behind;
        }
        if (behind == State.NONE) {
            s.queueTail[queue] = ahead;
        } else {
            s.contactAhead[behind] = ahead;
        }
        s.contactQueue[contact] = State.NONE;
        s.contactPatienceKey[contact] = State.NONE;
        s.contactOverflowKey[contact] = State.NONE;
    }
}
