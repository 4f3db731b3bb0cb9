package mergedesk.kernel;

import mergedesk.random.Streams;

/** What an agent does with a contact: talk, then after-call work. */
final class Service {
    private final State s;
    private final Contacts contacts;
    private final Agents agents;
    private final Works works;
    private final Lines lines;
    private final Epoch epoch;
    private final Recorder recorder;
    private final Lengths lengths;
    private final Pace pace;
    private final Told told;
    private final Hands hands;
    private final Deferral deferral;

    Service(State state, Recorder recorder, Lengths lengths, Pace pace, Told told, Hands hands, Deferral deferral) {
        s = state;
        contacts = state.contacts;
        agents = state.agents;
        works = state.works;
        lines = state.lines;
        epoch = state.epoch;
        this.recorder = recorder;
        this.lengths = lengths;
        this.deferral = deferral;
        this.pace = pace;
        this.told = told;
        this.hands = hands;
    }

    /** The agent begins to talk to the contact, which is in no queue (any more). */
    void start(int contact, int agent, long waitTicks, boolean fromQueue) {
        if (epoch.chats) {
            take(contact, agent, waitTicks, fromQueue);
            hands.settle(agent);
            return;
        }
        recorder.answered(contact, agent, waitTicks, fromQueue);
        work(agent, contact, Agents.TALKING, talkTicks(contact, agent));
    }

    /** The same where there are chats, but more may follow at once, and {@link Hands#settle} after all of them. */
    void take(int contact, int agent, long waitTicks, boolean fromQueue) {
        recorder.answered(contact, agent, waitTicks, fromQueue);
        hands.take(contact, agent, talkTicks(contact, agent));
    }

    private long talkTicks(int contact, int agent) {
        if (epoch.needs) {
            long toldTicks = told.begins(contact, agent);
            if (toldTicks != State.NONE) {
                return toldTicks;
            }
        }
        return epoch.sameWork ? contacts.workTicks(contact) : workTicks(contact, agent);
    }

    /** Talk time of the contact with this agent, whose group may have one of its own: of the same bits, so that a long talk is a long one everywhere. */
    private long workTicks(int contact, int agent) {
        int length = epoch.workByGroup.at(contacts.flow(contact), agents.group(agent));
        return length < 0 ? contacts.workTicks(contact) : lengths.draw(length, Streams.bits(contacts.key(contact), Streams.WORK));
    }

    /** A stretch of work ends, if the event still counts. The agent who is free now, or NONE: an agent who has something to write up is not. */
    int finish(int work, long key) {
        if (!works.endsBy(work, key)) {
            return State.NONE;
        }
        int contact = works.contact(work);
        int agent = works.agent(work);
        int status = works.status(work);
        if (status == Agents.WORKING) {
            return deferral.finish(work);
        }
        long ticks = s.now - works.sinceTick(work);
        recorder.ended(status, contact, agent, ticks);
        if (status == Agents.TALKING) {
            int flow = contacts.flow(contact);
            lines.release(flow);
            int afterCall = epoch.afterCall[flow];
            if (epoch.chats) {
                contacts.setPatienceKey(contact, State.NONE); // nobody leaves any more
            }
            if (epoch.needs && pace.isTold(contact)) {
                long talkTick = works.sinceTick(work);
                pace.end(work);
                told.comesAgain(contact, agent, talkTick);
                return agent;
            }
            if (afterCall >= 0) {
                wrapUp(work, contact, agent, afterCall);
                return State.NONE;
            }
        }
        pace.end(work);
        contacts.giveBack(contact);
        return agent;
    }

    /** The person leaves a chat, if the event still counts. The agent who has a place free now, or NONE; there is nothing to write up. */
    int leave(int work, long key) {
        int contact = works.contact(work);
        if (contact == State.NONE || contacts.patienceKey(contact) != key) {
            return State.NONE;
        }
        int agent = works.agent(work);
        long ticks = s.now - works.sinceTick(work);
        recorder.ended(Agents.TALKING, contact, agent, ticks);
        recorder.happened(Happening.LEFT_IN_CHAT, contact, agent, ticks);
        contacts.setPatienceKey(contact, State.NONE);
        if (epoch.needs) {
            pace.setTold(contact, State.NONE);
        }
        pace.end(work);
        contacts.giveBack(contact);
        return agent;
    }

    private void wrapUp(int work, int contact, int agent, int afterCall) {
        long workTicks = lengths.draw(afterCall, Streams.bits(contacts.key(contact), Streams.AFTER_CALL));
        if (epoch.chats) {
            hands.wrapUp(work, workTicks);
            hands.settle(agent);
            return;
        }
        work(agent, contact, Agents.WRAPPING, workTicks);
    }

    private void work(int agent, int contact, int status, long workTicks) {
        agents.become(agent, status, s.now);
        pace.start(agent, contact, status, workTicks);
    }
}
