package mergedesk.kernel;

import mergedesk.program.Program;
import mergedesk.random.Streams;

/** What a contact meets first: opening hours, lines, an idle agent or the decision to wait; and what becomes of those not served. */
final class Door {
    private final State s;
    private final Recorder recorder;
    private final Lengths lengths;
    private final Router router;
    private final Service service;
    private final Waiting waiting;
    private final Program.Contacts contacts;
    private final int[] lines;
    private final int[] queueOfFlow;
    private final int[] queueOffset;
    private final int intervalsPerWeek;
    private final long lastReturnTick;

    Door(State state, Recorder recorder, Lengths lengths, Router router, Service service, Waiting waiting) {
        this.s = state;
        this.recorder = recorder;
        this.lengths = lengths;
        this.router = router;
        this.service = service;
        this.waiting = waiting;
        Program program = state.program;
        contacts = program.contacts();
        lines = program.desks().lines;
        queueOfFlow = program.routing().queueOfFlow;
        queueOffset = program.routing().queueOffset;
        intervalsPerWeek = program.calendar().intervalsPerWeek;
        lastReturnTick = program.horizon().lastReturnTick();
    }

    /** A first attempt. What a person's work is like is settled here, for all attempts. */
    void arrive(int contact) {
        s.contactWork[contact] = contacts.workByInterval[s.contactFlow[contact] * intervalsPerWeek + s.intervalOfWeek];
        enter(contact);
    }

    /** A further attempt. */
    void comeBack(int contact) {
        s.contactAttempt[contact]++;
        enter(contact);
    }

    private void enter(int contact) {
        int flow = s.contactFlow[contact];
        int desk = contacts.flowDesk[flow];
        s.contactArrivalTick[contact] = s.now;
        s.contactInterval[contact] = s.countedInterval;
        if (!s.deskOpen[desk]) {
            recorder.turnedAway(contact);
            notServed(contact, Program.Contacts.AFTER_TURNED_AWAY);
            return;
        }
        recorder.offered(contact);
        if (s.deskLinesInUse[desk] >= lines[desk]) {
            recorder.blocked(contact);
            notServed(contact, Program.Contacts.AFTER_BLOCKED);
            return;
        }
        int queue = queueOfFlow[flow];
        int agent = router.idleAgentFor(queue, queueOffset[queue], 0);
        if (agent != State.NONE) {
            s.deskLinesInUse[desk]++;
            router.removeIdle(agent);
            service.start(contact, agent, 0, false);
            recorder.talking(s.agentGroup[agent], 1);
        } else if (balks(contact, flow)) {
            recorder.balked(contact);
            notServed(contact, Program.Contacts.AFTER_ABANDONED);
        } else {
            s.deskLinesInUse[desk]++;
            waiting.begin(contact, queue);
        }
    }

    private boolean balks(int contact, int flow) {
        double chance = contacts.balk[flow];
        return chance > 0 && Streams.uniform(Streams.bits(s.contactKey[contact], Streams.BALK, s.contactAttempt[contact])) < chance;
    }

    /** Patience has ended, if the event still counts. */
    void abandon(int contact, long key) {
        if (s.contactPatienceKey[contact] != key) {
            return;
        }
        s.deskLinesInUse[contacts.flowDesk[s.contactFlow[contact]]]--;
        waiting.abandon(contact);
        notServed(contact, Program.Contacts.AFTER_ABANDONED);
    }

    /** The person tries again later, or is gone for good. */
    private void notServed(int contact, int failure) {
        int flow = s.contactFlow[contact];
        int attempt = s.contactAttempt[contact];
        if ((contacts.retryAfter[flow] & failure) != 0 && attempt < contacts.retryLimit[flow]) {
            long key = s.contactKey[contact];
            if (Streams.uniform(Streams.bits(key, Streams.RETRY, attempt)) < contacts.retryProbability[flow]) {
                long delay = lengths.draw(contacts.retryDelay[flow], Streams.bits(key, Streams.RETRY_DELAY, attempt));
                if (delay <= lastReturnTick - s.now) {
                    recorder.willReturn(contact);
                    s.queue.schedule(s.now + delay, Events.RETURN, contact);
                    return;
                }
            }
        }
        recorder.gaveUp(contact, failure);
        s.freeSlot(contact);
    }
}
