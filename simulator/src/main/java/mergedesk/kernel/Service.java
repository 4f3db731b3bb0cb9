package mergedesk.kernel;

import mergedesk.program.Program;
import mergedesk.random.Streams;

/** Work and its end: talk time, then after-call work, then the next contact. */
final class Service {
    private final State s;
    private final Recorder recorder;
    private final Lengths lengths;
    private final Router router;
    private final Waiting waiting;
    private final int[] flowDesk;
    private final int[] flowService;
    private final int[] afterCall;
    private final int[] queueOffset;
    private final long[] rowAfterTicks;
    private final double[] speed;
    private final int serviceCount;
    private Workforce workforce;

    Service(State state, Recorder recorder, Lengths lengths, Waiting waiting, Router router) {
        this.s = state;
        this.recorder = recorder;
        this.lengths = lengths;
        this.waiting = waiting;
        this.router = router;
        flowDesk = state.program.contacts().flowDesk;
        flowService = state.program.contacts().flowService;
        afterCall = state.program.contacts().afterCall;
        queueOffset = state.program.routing().queueOffset;
        rowAfterTicks = state.program.routing().rowAfterTicks;
        speed = state.program.groups().speed;
        serviceCount = state.program.serviceCount();
    }

    void link(Workforce theirs) {
        workforce = theirs;
    }

    /** The agent, who is not idle, begins to talk to the contact, which is in no queue any more. The caller reports levels. */
    void start(int contact, int agent, long waitTicks, boolean fromQueue) {
        recorder.answered(contact, agent, waitTicks, fromQueue);
        s.agentStatus[agent] = State.TALKING;
        s.agentContact[agent] = contact;
        s.agentStartTick[agent] = s.now;
        long work = lengths.draw(s.contactWork[contact], Streams.bits(s.contactKey[contact], Streams.WORK));
        s.queue.schedule(s.now + atSpeed(work, contact, agent), Events.SERVICE_END, agent);
    }

    /** Talk or after-call work of an agent ends. */
    void finish(int agent) {
        int contact = s.agentContact[agent];
        int group = s.agentGroup[agent];
        long ticks = s.now - s.agentStartTick[agent];
        boolean talked = s.agentStatus[agent] == State.TALKING;
        if (talked) {
            int flow = s.contactFlow[contact];
            recorder.talkEnded(contact, agent, ticks);
            s.deskLinesInUse[flowDesk[flow]]--;
            if (afterCall[flow] >= 0) {
                wrapUp(contact, agent, flow);
                return;
            }
        } else {
            recorder.wrapEnded(contact, agent, ticks);
        }
        s.freeSlot(contact);
        s.agentContact[agent] = State.NONE;
        boolean talksAgain = workforce.takesNext(agent);
        if (talked && !talksAgain) {
            recorder.talking(group, -1);
        } else if (!talked) {
            recorder.wrapping(group, -1);
            if (talksAgain) {
                recorder.talking(group, 1);
            }
        }
    }

    private void wrapUp(int contact, int agent, int flow) {
        long wrap = lengths.draw(afterCall[flow], Streams.bits(s.contactKey[contact], Streams.AFTER_CALL));
        s.agentStatus[agent] = State.WRAPPING;
        s.agentStartTick[agent] = s.now;
        s.queue.schedule(s.now + atSpeed(wrap, contact, agent), Events.SERVICE_END, agent);
        recorder.talking(s.agentGroup[agent], -1);
        recorder.wrapping(s.agentGroup[agent], 1);
    }

    /** Takes the longest-waiting contact that the agent may take, if there is one; false otherwise. The caller reports levels. */
    boolean takeWaiting(int agent) {
        int contact = router.waitingContactFor(s.agentGroup[agent]);
        if (contact == State.NONE) {
            return false;
        }
        waiting.leave(contact);
        start(contact, agent, s.now - s.contactArrivalTick[contact], true);
        return true;
    }

    private long atSpeed(long work, int contact, int agent) {
        double times = speed[s.agentGroup[agent] * serviceCount + flowService[s.contactFlow[contact]]];
        return times == 1 ? work : (long) Math.ceil(work / times);
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
        waiting.leave(contact);
        router.removeIdle(agent);
        start(contact, agent, waitTicks, true);
        recorder.talking(s.agentGroup[agent], 1);
    }

    /** Schedules the moment from which further groups may take a contact that entered a queue, if there are any. */
    void scheduleOverflow(int contact, int queue, int row, long waitTicks) {
        int end = queueOffset[queue + 1];
        int next = row;
        while (next < end && rowAfterTicks[next] <= waitTicks) {
            next++;
        }
        if (next < end) {
            s.contactNextRow[contact] = next;
            s.contactOverflowKey[contact] =
                    s.queue.schedule(s.contactArrivalTick[contact] + rowAfterTicks[next], Events.OVERFLOW, contact);
        }
    }
}
