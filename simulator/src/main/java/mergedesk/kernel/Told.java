package mergedesk.kernel;

import mergedesk.program.Needs;
import mergedesk.random.Streams;

/**
 * People who are told that an application is down, and come again. An agent answers and tells them, in a talk of its own that needs no application; whoever is in the middle of a talk when it goes down
 * is told from then on, and what was done is lost. There is nothing to write up. After a delay they make a further attempt, with all of their work.
 */
final class Told {
    private final State s;
    private final Contacts contacts;
    private final Works works;
    private final EventQueue events;
    private final Recorder recorder;
    private final Lengths lengths;
    private final Pace pace;
    private final Needs needs;
    private final long lastReturnTick;
    private final boolean any;

    Told(State state, Recorder recorder, Lengths lengths, Pace pace) {
        s = state;
        contacts = state.contacts;
        works = state.works;
        events = state.events;
        this.recorder = recorder;
        this.lengths = lengths;
        this.pace = pace;
        needs = state.program.needs();
        lastReturnTick = state.program.horizon().lastReturnTick();
        any = needs.sendsBack();
    }

    /** Length of the talk in which the agent tells the contact, whom the agent has just answered; NONE if the contact is served. */
    long begins(int contact, int agent) {
        int row = any ? pace.tells(contact) : State.NONE;
        return row == State.NONE ? State.NONE : tell(contact, agent, row);
    }

    private long tell(int contact, int agent, int row) {
        pace.setTold(contact, row);
        recorder.happened(Happening.TOLD, contact, agent, 0);
        return lengths.draw(needs.told()[row], Streams.bits(contacts.key(contact), Streams.TOLD, contacts.attempt(contact)));
    }

    /** An application is down: whoever talks and needs it for that is told from now on, in order of works; not who is done at this tick. */
    void interrupt() {
        for (int work = 0; any && work < works.count(); work++) {
            if (!works.isIdle(work) && works.status(work) == Agents.TALKING && works.leftTicks(work, s.now) > 0) {
                int contact = works.contact(work);
                int row = pace.isTold(contact) ? State.NONE : pace.tells(contact);
                if (row != State.NONE) {
                    pace.replace(work, tell(contact, works.agent(work), row));
                }
            }
        }
    }

    /** The contact, with whom the agent has talked since {@code talkTick}, was told and comes again, or is gone, if that would be too late. */
    void comesAgain(int contact, int agent, long talkTick) {
        int row = pace.told(contact);
        pace.setTold(contact, State.NONE);
        long delay = lengths.draw(needs.after()[row], Streams.bits(contacts.key(contact), Streams.COME_AGAIN, contacts.attempt(contact)));
        if (delay > lastReturnTick - s.now) {
            contacts.giveBack(contact);
            return;
        }
        long waitTicks = talkTick - contacts.arrivalTick(contact);
        recorder.happened(Happening.COMES_BACK, contact, agent, waitTicks);
        contacts.addPersonWait(contact, waitTicks);
        events.schedule(s.now + delay, Events.RETURN, contact);
    }
}
