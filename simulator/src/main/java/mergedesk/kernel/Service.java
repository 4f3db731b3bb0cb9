package mergedesk.kernel;

import mergedesk.program.Program;
import mergedesk.random.Streams;

/** What an agent does with a contact: talk, then after-call work. */
final class Service {
    private final State s;
    private final Recorder recorder;
    private final Lengths lengths;
    private final int[] flowService;
    private final int[] afterCall;
    private final double[] speed;
    private final int serviceCount;
    private final boolean sameSpeed;

    Service(State state, Recorder recorder, Lengths lengths) {
        this.s = state;
        this.recorder = recorder;
        this.lengths = lengths;
        Program program = state.program;
        flowService = program.contacts().flowService();
        afterCall = program.contacts().afterCall();
        speed = program.groups().speed();
        serviceCount = program.serviceCount();
        boolean same = true;
        for (double times : speed) {
            same &= times == 1;
        }
        sameSpeed = same;
    }

    /** The agent begins to talk to the contact, which is in no queue (any more). */
    void start(int contact, int agent, long waitTicks, boolean fromQueue) {
        recorder.answered(contact, agent, waitTicks, fromQueue);
        s.agents.become(agent, Agents.TALKING, s.now);
        work(agent, contact, s.contacts.workTicks(contact));
    }

    /** A stretch of work ends, if the event still counts. The agent who is free now, or NONE: an agent who has something to write up is not. */
    int finish(int work, long key) {
        if (!s.works.endsBy(work, key)) {
            return State.NONE;
        }
        int contact = s.works.contact(work);
        int agent = work;
        long ticks = s.now - s.works.sinceTick(work);
        if (s.agents.status(agent) == Agents.TALKING) {
            int flow = s.contacts.flow(contact);
            recorder.talkEnded(contact, agent, ticks);
            s.lines.release(flow);
            if (afterCall[flow] >= 0) {
                wrapUp(contact, agent, flow);
                return State.NONE;
            }
        } else {
            recorder.wrapEnded(contact, agent, ticks);
        }
        s.works.end(work);
        s.contacts.giveBack(contact);
        return agent;
    }

    private void wrapUp(int contact, int agent, int flow) {
        long workTicks = lengths.draw(afterCall[flow], Streams.bits(s.contacts.key(contact), Streams.AFTER_CALL));
        s.agents.become(agent, Agents.WRAPPING, s.now);
        work(agent, contact, workTicks);
    }

    private void work(int agent, int contact, long workTicks) {
        long endTick = s.works.start(agent, contact, workTicks, speed(contact, agent), s.now);
        s.works.endBy(agent, s.queue.schedule(endTick, Events.SERVICE_END, agent));
    }

    private double speed(int contact, int agent) {
        return sameSpeed ? 1 : speed[s.agents.group(agent) * serviceCount + flowService[s.contacts.flow(contact)]];
    }
}
