package mergedesk.kernel;

import mergedesk.program.Program;
import mergedesk.random.Streams;

/** What becomes of those who were not served: another attempt after a delay, or nothing. */
final class Retries {
    private final State s;
    private final Recorder recorder;
    private final Lengths lengths;
    private final long lastReturnTick;

    Retries(State state, Recorder recorder, Lengths lengths) {
        this.s = state;
        this.recorder = recorder;
        this.lengths = lengths;
        lastReturnTick = state.program.horizon().lastReturnTick();
    }

    /** The attempt failed, in a way that is one bit of {@link Program.Contacts#retryAfter}. */
    void notServed(int contact, int failure) {
        Program.Contacts contacts = s.epoch.contacts;
        int flow = s.contacts.flow(contact);
        int attempt = s.contacts.attempt(contact);
        if ((contacts.retryAfter()[flow] & failure) != 0 && attempt < contacts.retryLimit()[flow]) {
            long key = s.contacts.key(contact);
            if (Streams.uniform(Streams.bits(key, Streams.RETRY, attempt)) < contacts.retryProbability()[flow]) {
                long delay = lengths.draw(contacts.retryDelay()[flow], Streams.bits(key, Streams.RETRY_DELAY, attempt));
                if (delay <= lastReturnTick - s.now) {
                    recorder.happened(Happening.WILL_RETURN, contact, State.NONE, 0);
                    s.queue.schedule(s.now + delay, Events.RETURN, contact);
                    return;
                }
            }
        }
        recorder.happened(Happening.gaveUpAfter(failure), contact, State.NONE, 0);
        s.contacts.giveBack(contact);
    }
}
