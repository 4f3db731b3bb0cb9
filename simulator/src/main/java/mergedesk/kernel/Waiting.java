package mergedesk.kernel;

import mergedesk.program.Program;
import mergedesk.random.Streams;
import mergedesk.units.Ticks;

/** Time in a queue: patience, and groups that open to a contact the longer it waits. */
final class Waiting {
    private final State s;
    private final Recorder recorder;
    private final Lengths lengths;
    private final Router router;
    private final Service service;
    private final Program.Routing routing;
    private final int[] patienceByInterval;
    private final int intervalsPerWeek;

    Waiting(State state, Recorder recorder, Lengths lengths, Router router, Service service) {
        this.s = state;
        this.recorder = recorder;
        this.lengths = lengths;
        this.router = router;
        this.service = service;
        routing = state.program.routing();
        patienceByInterval = state.program.contacts().patienceByInterval;
        intervalsPerWeek = state.program.calendar().intervalsPerWeek;
    }

    /** The contact enters the queue. */
    void begin(int contact, int queue) {
        router.enqueue(contact, queue);
        recorder.queued(contact);
        int distribution = patienceByInterval[s.contactFlow[contact] * intervalsPerWeek + s.intervalOfWeek];
        long bits = Streams.bits(s.contactKey[contact], Streams.PATIENCE, s.contactAttempt[contact]);
        long patience = lengths.draw(distribution, bits);
        s.contactPatienceKey[contact] =
                patience == Ticks.NEVER ? State.NONE : s.queue.schedule(s.now + patience, Events.PATIENCE_END, contact);
        scheduleOverflow(contact, queue, routing.queueOffset[queue], 0);
    }

    /** The contact, whose patience has ended, leaves the queue. */
    void abandon(int contact) {
        router.dequeue(contact);
        s.contactPatienceKey[contact] = State.NONE;
        s.contactOverflowKey[contact] = State.NONE;
        recorder.abandoned(contact, s.now - s.contactArrivalTick[contact]);
    }

    /** The contact has waited long enough for the next rows, if the event still counts. */
    void overflow(int contact, long key) {
        if (s.contactOverflowKey[contact] != key) {
            return;
        }
        int queue = s.contactQueue[contact];
        long waitTicks = s.now - s.contactArrivalTick[contact];
        int agent = router.idleAgentFor(queue, s.contactNextRow[contact], waitTicks);
        if (agent == State.NONE) {
            scheduleOverflow(contact, queue, s.contactNextRow[contact], waitTicks);
            return;
        }
        router.dequeue(contact);
        router.removeIdle(agent);
        service.start(contact, agent, waitTicks, true);
        recorder.talking(s.agentGroup[agent], 1);
    }

    private void scheduleOverflow(int contact, int queue, int row, long waitTicks) {
        int end = routing.queueOffset[queue + 1];
        while (row < end && routing.rowAfterTicks[row] <= waitTicks) {
            row++;
        }
        s.contactNextRow[contact] = row;
        s.contactOverflowKey[contact] = row == end
                ? State.NONE
                : s.queue.schedule(s.contactArrivalTick[contact] + routing.rowAfterTicks[row], Events.OVERFLOW, contact);
    }
}
