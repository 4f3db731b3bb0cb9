package mergedesk.kernel;

import mergedesk.program.Program;
import mergedesk.random.Streams;

/** Work and its end: talk time, then after-call work, then the next contact. */
final class Service {
    private final State s;
    private final Recorder recorder;
    private final Lengths lengths;
    private final Router router;
    private final int[] flowService;
    private final int[] afterCall;
    private final int[] queueOfFlow;
    private final int[] queueOffset;
    private final long[] rowAfterTicks;
    private final double[] speed;
    private final int serviceCount;
    private final boolean sameSpeed;
    private Workforce workforce;

    Service(State state, Recorder recorder, Lengths lengths, Router router) {
        this.s = state;
        this.recorder = recorder;
        this.lengths = lengths;
        this.router = router;
        flowService = state.program.contacts().flowService;
        afterCall = state.program.contacts().afterCall;
        queueOfFlow = state.program.routing().queueOfFlow;
        queueOffset = state.program.routing().queueOffset;
        rowAfterTicks = state.program.routing().rowAfterTicks;
        speed = state.program.groups().speed;
        serviceCount = state.program.serviceCount();
        boolean same = true;
        for (double times : speed) {
            same &= times == 1;
        }
        sameSpeed = same;
    }

    void link(Workforce theirs) {
        workforce = theirs;
    }

    /** The agent, who is not idle, begins to talk to the contact, which is in no queue any more. The caller reports levels. */
    void start(int contact, int agent, long waitTicks, boolean fromQueue) {
        recorder.answered(contact, agent, waitTicks, fromQueue);
        s.agents.work(agent, Agents.TALKING, contact, s.now);
        s.queue.schedule(s.now + atSpeed(s.contacts.workTicks(contact), contact, agent), Events.SERVICE_END, agent);
    }

    /** Talk or after-call work of an agent ends. */
    void finish(int agent) {
        int contact = s.agents.contact(agent);
        int group = s.agents.group(agent);
        long ticks = s.now - s.agents.sinceTick(agent);
        boolean talked = s.agents.status(agent) == Agents.TALKING;
        if (talked) {
            int flow = s.contacts.flow(contact);
            recorder.talkEnded(contact, agent, ticks);
            s.lines.release(flow);
            if (afterCall[flow] >= 0) {
                wrapUp(contact, agent, flow);
                return;
            }
        } else {
            recorder.wrapEnded(contact, agent, ticks);
        }
        s.contacts.giveBack(contact);
        s.agents.setContact(agent, State.NONE);
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
        long wrap = lengths.draw(afterCall[flow], Streams.bits(s.contacts.key(contact), Streams.AFTER_CALL));
        s.agents.work(agent, Agents.WRAPPING, contact, s.now);
        s.queue.schedule(s.now + atSpeed(wrap, contact, agent), Events.SERVICE_END, agent);
        recorder.talking(s.agents.group(agent), -1);
        recorder.wrapping(s.agents.group(agent), 1);
    }

    /** Takes the longest-waiting contact that the agent may take, if there is one; false otherwise. The caller reports levels. */
    boolean takeWaiting(int agent, int group) {
        int contact = router.waitingContactFor(group);
        if (contact == State.NONE) {
            return false;
        }
        s.contacts.leave(contact);
        start(contact, agent, s.now - s.contacts.arrivalTick(contact), true);
        return true;
    }

    private long atSpeed(long work, int contact, int agent) {
        if (sameSpeed) {
            return work;
        }
        double times = speed[s.agents.group(agent) * serviceCount + flowService[s.contacts.flow(contact)]];
        return times == 1 ? work : (long) Math.ceil(work / times);
    }

    /** The contact has waited long enough for the next rows, if the event still counts. */
    void overflow(int contact, long key) {
        if (s.contacts.overflowKey(contact) != key) {
            return;
        }
        int queue = queueOfFlow[s.contacts.flow(contact)];
        long waitTicks = s.now - s.contacts.arrivalTick(contact);
        int agent = router.idleAgentFor(queue, s.contacts.nextRow(contact), waitTicks);
        if (agent == State.NONE) {
            scheduleOverflow(contact, queue, s.contacts.nextRow(contact), waitTicks);
            return;
        }
        s.contacts.leave(contact);
        s.agents.leaveIdle(agent);
        start(contact, agent, waitTicks, true);
        recorder.talking(s.agents.group(agent), 1);
    }

    /** Schedules the moment from which further groups may take a contact that entered a queue, if there are any. */
    void scheduleOverflow(int contact, int queue, int row, long waitTicks) {
        int end = queueOffset[queue + 1];
        int next = row;
        while (next < end && rowAfterTicks[next] <= waitTicks) {
            next++;
        }
        if (next < end) {
            s.contacts.setNextRow(contact, next);
            long tick = s.contacts.arrivalTick(contact) + rowAfterTicks[next];
            s.contacts.setOverflowKey(contact, s.queue.schedule(tick, Events.OVERFLOW, contact));
        }
    }
}
