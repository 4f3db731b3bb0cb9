package mergedesk.kernel;

import mergedesk.program.Program;
import mergedesk.random.Streams;

/** What a contact meets first: opening hours, lines, an idle agent or the decision to wait. */
final class Door {
    private final State s;
    private final Recorder recorder;
    private final Router router;
    private final Service service;
    private final Waiting waiting;
    private final Retries retries;
    private final int[] flowDesk;
    private final int[] workByInterval;
    private final double[] balk;
    private final int[] lines;
    private final int[] queueOfFlow;
    private final int[] queueOffset;
    private final int intervalsPerWeek;

    Door(State state, Recorder recorder, Router router, Service service, Waiting waiting, Retries retries) {
        this.s = state;
        this.recorder = recorder;
        this.router = router;
        this.service = service;
        this.waiting = waiting;
        this.retries = retries;
        Program program = state.program;
        flowDesk = program.contacts().flowDesk;
        workByInterval = program.contacts().workByInterval;
        balk = program.contacts().balk;
        lines = program.desks().lines;
        queueOfFlow = program.routing().queueOfFlow;
        queueOffset = program.routing().queueOffset;
        intervalsPerWeek = program.calendar().intervalsPerWeek;
    }

    /** A first attempt. What a person's work is like is settled here, for all attempts. */
    void arrive(int contact) {
        s.contactWork[contact] = workByInterval[s.contactFlow[contact] * intervalsPerWeek + s.intervalOfWeek];
        enter(contact);
    }

    /** A further attempt. */
    void comeBack(int contact) {
        s.contactAttempt[contact]++;
        enter(contact);
    }

    private void enter(int contact) {
        int flow = s.contactFlow[contact];
        int desk = flowDesk[flow];
        s.contactArrivalTick[contact] = s.now;
        s.contactInterval[contact] = s.countedInterval;
        if (!s.deskOpen[desk]) {
            recorder.turnedAway(contact);
            retries.notServed(contact, Program.Contacts.AFTER_TURNED_AWAY);
            return;
        }
        recorder.offered(contact);
        if (s.deskLinesInUse[desk] >= lines[desk]) {
            recorder.blocked(contact);
            retries.notServed(contact, Program.Contacts.AFTER_BLOCKED);
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
            retries.notServed(contact, Program.Contacts.AFTER_ABANDONED);
        } else {
            s.deskLinesInUse[desk]++;
            waiting.enter(contact, queue);
            service.scheduleOverflow(contact, queue, queueOffset[queue], 0);
        }
    }

    private boolean balks(int contact, int flow) {
        double chance = balk[flow];
        return chance > 0 && Streams.uniform(Streams.bits(s.contactKey[contact], Streams.BALK, s.contactAttempt[contact])) < chance;
    }
}
