package mergedesk.kernel;

import mergedesk.random.Streams;

/** What an agent does with a contact: talk, then after-call work. */
final class Service {
    private final State s;
    private final Recorder recorder;
    private final Lengths lengths;

    Service(State state, Recorder recorder, Lengths lengths) {
        this.s = state;
        this.recorder = recorder;
        this.lengths = lengths;
    }

    /** The agent begins to talk to the contact, which is in no queue (any more). */
    void start(int contact, int agent, long waitTicks, boolean fromQueue) {
        recorder.answered(contact, agent, waitTicks, fromQueue);
        work(agent, contact, Agents.TALKING, s.contacts.workTicks(contact));
    }

    /** A stretch of work ends, if the event still counts. The agent who is free now, or NONE: an agent who has something to write up is not. */
    int finish(int work, long key) {
        if (!s.works.endsBy(work, key)) {
            return State.NONE;
        }
        int contact = s.works.contact(work);
        int agent = s.works.agent(work);
        long ticks = s.now - s.works.sinceTick(work);
        int status = s.works.status(work);
        recorder.ended(status, contact, agent, ticks);
        if (status == Agents.TALKING) {
            int flow = s.contacts.flow(contact);
            s.lines.release(flow);
            int afterCall = s.epoch.contacts.afterCall()[flow];
            if (afterCall >= 0) {
                wrapUp(contact, agent, afterCall);
                return State.NONE;
            }
        }
        s.works.end(work);
        s.contacts.giveBack(contact);
        return agent;
    }

    private void wrapUp(int contact, int agent, int afterCall) {
        long workTicks = lengths.draw(afterCall, Streams.bits(s.contacts.key(contact), Streams.AFTER_CALL));
        work(agent, contact, Agents.WRAPPING, workTicks);
    }

    private void work(int agent, int contact, int status, long workTicks) {
        s.agents.become(agent, status, s.now);
        double speed = s.epoch.sameSpeed ? 1 : s.epoch.speed(s.agents.group(agent), s.contacts.flow(contact));
        long endTick = s.works.start(agent, contact, status, workTicks, speed, s.now);
        s.works.endBy(agent, s.queue.schedule(endTick, Events.SERVICE_END, agent));
    }
}
