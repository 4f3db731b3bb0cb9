package mergedesk.kernel;

import mergedesk.program.Program;
import mergedesk.random.Streams;

/** What a contact meets first: opening hours, lines, an idle agent or the decision to wait. */
final class Door {
    private final State s;
    private final Recorder recorder;
    private final Dispatch dispatch;
    private final Retries retries;

    Door(State state, Recorder recorder, Dispatch dispatch, Retries retries) {
        this.s = state;
        this.recorder = recorder;
        this.dispatch = dispatch;
        this.retries = retries;
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
        if (!s.deskOpen[s.epoch.desk(flow)]) {
            recorder.happened(Happening.TURNED_AWAY, contact, State.NONE, 0);
            retries.notServed(contact, Program.Contacts.AFTER_TURNED_AWAY);
            return;
        }
        recorder.offered(contact);
        if (s.lines.allInUse(flow)) {
            recorder.happened(Happening.BLOCKED, contact, State.NONE, 0);
            retries.notServed(contact, Program.Contacts.AFTER_BLOCKED);
            return;
        }
        if (dispatch.serve(contact, flow)) {
            s.lines.seize(flow);
        } else if (balks(contact, flow)) {
            recorder.happened(Happening.BALKED, contact, State.NONE, 0);
            retries.notServed(contact, Program.Contacts.AFTER_ABANDONED);
        } else {
            s.lines.seize(flow);
            dispatch.keep(contact, flow);
        }
    }

    private boolean balks(int contact, int flow) {
        double chance = s.epoch.contacts.balk()[flow];
        return chance > 0
                && Streams.uniform(Streams.bits(s.contacts.key(contact), Streams.BALK, s.contacts.attempt(contact)))
                        < chance;
    }
}
