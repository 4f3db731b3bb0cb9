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
    private final double[] balk;
    private final int[] queueOfFlow;
    private final int[] queueOffset;

    Door(State state, Recorder recorder, Router router, Service service, Waiting waiting, Retries retries) {
        this.s = state;
        this.recorder = recorder;
        this.router = router;
        this.service = service;
        this.waiting = waiting;
        this.retries = retries;
        Program program = state.program;
        flowDesk = program.contacts().flowDesk;
        balk = program.contacts().balk;
        queueOfFlow = program.routing().queueOfFlow;
        queueOffset = program.routing().queueOffset;
    }

    /** A further attempt. */
    void comeBack(int contact) {
        s.contacts.countAttempt(contact);
        arrive(contact);
    }

    /** An attempt; {@link Demand#take} or {@link #comeBack} has said which. */
    void arrive(int contact) {
        int flow = s.contacts.flow(contact);
        s.contacts.arrive(contact, s.now, s.countedInterval);
        if (!s.deskOpen[flowDesk[flow]]) {
            recorder.turnedAway(contact);
            retries.notServed(contact, Program.Contacts.AFTER_TURNED_AWAY);
            return;
        }
        recorder.offered(contact);
        if (s.lines.allInUse(flow)) {
            recorder.blocked(contact);
            retries.notServed(contact, Program.Contacts.AFTER_BLOCKED);
            return;
        }
        int queue = queueOfFlow[flow];
        int agent = router.idleAgentFor(queue);
        if (agent != State.NONE) {
            s.lines.seize(flow);
            s.agents.leaveIdle(agent);
            service.start(contact, agent, 0, false);
            recorder.talking(s.agents.group(agent), 1);
        } else if (balks(contact, flow)) {
            recorder.balked(contact);
            retries.notServed(contact, Program.Contacts.AFTER_ABANDONED);
        } else {
            s.lines.seize(flow);
            waiting.enter(contact, queue);
            service.scheduleOverflow(contact, queue, queueOffset[queue], 0);
        }
    }

    private boolean balks(int contact, int flow) {
        double chance = balk[flow];
        return chance > 0 && Streams.uniform(Streams.bits(s.contacts.key(contact), Streams.BALK, s.contacts.attempt(contact))) < chance;
    }
}
