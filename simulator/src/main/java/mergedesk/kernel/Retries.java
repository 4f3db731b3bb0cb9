package mergedesk.kernel;

import mergedesk.program.Program;
import mergedesk.random.Streams;

/** What becomes of those who were not served: another attempt after a delay, or nothing. */
final class Retries {
    private final State s;
    private final Contacts contacts;
    private final EventQueue events;
    private final Epoch epoch;
    private final Recorder recorder;
    private final Lengths lengths;
    private final long lastReturnTick;

    Retries(State state, Recorder recorder, Lengths lengths) {
        s = state;
        contacts = state.contacts;
        events = state.events;
        epoch = state.epoch;
        this.recorder = recorder;
        this.lengths = lengths;
        lastReturnTick = state.program.horizon().lastReturnTick();
    }

    /** The attempt failed, in a way that is one bit of {@link Program.Contacts#retryAfter}. */
    void notServed(int contact, int failure) {
        int flow = contacts.flow(contact);
        int attempt = contacts.attempt(contact);
        if ((epoch.retryAfter[flow] & failure) != 0 && attempt < epoch.retryLimit[flow]) {
            long key = contacts.key(contact);
            if (Streams.uniform(Streams.bits(key, Streams.RETRY, attempt)) < epoch.retryProbability[flow]) {
                long delay = lengths.draw(epoch.retryDelay[flow], Streams.bits(key, Streams.RETRY_DELAY, attempt));
                if (delay <= lastReturnTick - s.now) {
                    recorder.happened(Happening.WILL_RETURN, contact, State.NONE, 0);
                    events.schedule(s.now + delay, Events.RETURN, contact);
                    return;
                }
            }
        }
        recorder.happened(Happening.gaveUpAfter(failure), contact, State.NONE, 0);
        contacts.giveBack(contact);
    }
}
