package mergedesk.kernel;

import mergedesk.program.Program;
import mergedesk.random.Streams;

/** What a contact meets first: opening hours, lines, an idle agent or the decision to wait. */
final class Door {
    private final State s;
    private final Contacts contacts;
    private final Lines lines;
    private final Epoch epoch;
    private final Recorder recorder;
    private final Dispatch dispatch;
    private final Retries retries;
    private final SelfService selfService;
    private final Demand demand;

    Door(State state, Recorder recorder, Dispatch dispatch, Retries retries, Demand demand, SelfService selfService) {
        s = state;
        contacts = state.contacts;
        lines = state.lines;
        epoch = state.epoch;
        this.recorder = recorder;
        this.dispatch = dispatch;
        this.retries = retries;
        this.selfService = selfService;
        this.demand = demand;
    }

    /** A first attempt, which {@link Demand#take} has told. */
    void arriveFirst(int contact) {
        if (!(epoch.anySelfService && selfService.takes(contact))) {
            arrive(contact);
        }
    }

    /** The first attempt at a door of somebody whom self-service failed. */
    void arriveAfterSelfService(int contact) {
        selfService.comeBack(contact);
        arrive(contact);
    }

    /** Somebody, if it is anybody, calls because an application is down: at once, whatever self-service there is. */
    void arriveForOutage(int contact) {
        if (contact != State.NONE) {
            arrive(contact);
        }
    }

    /** A repair, if it is any, comes as deferred work. */
    void receiveRepair(int contact) {
        if (contact != State.NONE) {
            arrive(contact);
        }
    }

    /** What somebody said who did not wait on comes as deferred work, if there is such a contact. */
    void receiveMessage(int contact) {
        if (contact != State.NONE) {
            demand.become(contact, epoch.messages.becomes()[contacts.flow(contact)]);
            arrive(contact);
        }
    }

    /** A further attempt. */
    void comeBack(int contact) {
        contacts.countAttempt(contact);
        arrive(contact);
    }

    private void arrive(int contact) {
        if (epoch.anyMoved) {
            move(contact);
        }
        int flow = contacts.flow(contact);
        contacts.arrive(contact, s.now, s.countedInterval);
        if (epoch.defers && epoch.isDeferred(flow)) {
            dispatch.receive(contact, flow);
            return;
        }
        if (!s.deskLetsIn[epoch.desk(flow)]) {
            recorder.happened(Happening.TURNED_AWAY, contact, State.NONE, 0);
            retries.notServed(contact, Program.Contacts.AFTER_TURNED_AWAY);
            return;
        }
        recorder.offered(contact);
        if (lines.allInUse(flow)) {
            block(contact);
        } else if (dispatch.serve(contact, flow)) {
            lines.seize(flow);
        } else if (s.crowd.isFull(flow)) {
            block(contact);
        } else if (balks(contact, flow)) {
            recorder.happened(Happening.BALKED, contact, State.NONE, 0);
            retries.notServed(contact, Program.Contacts.AFTER_ABANDONED);
        } else {
            lines.seize(flow);
            dispatch.keep(contact, flow);
        }
    }

    /** The person comes to the desk to which the flow has moved, perhaps since the attempt before. */
    private void move(int contact) {
        int flow = epoch.flowNow(contacts.flow(contact));
        if (flow != contacts.flow(contact)) {
            boolean isKnown = contacts.attempt(contact) > 0;
            if (isKnown) {
                recorder.happened(Happening.LEAVES_DESK, contact, State.NONE, 0);
            }
            contacts.become(contact, flow, contacts.workTicks(contact));
            if (isKnown) {
                recorder.happened(Happening.COMES_TO_DESK, contact, State.NONE, 0);
            }
        }
    }

    private void block(int contact) {
        recorder.happened(Happening.BLOCKED, contact, State.NONE, 0);
        retries.notServed(contact, Program.Contacts.AFTER_BLOCKED);
    }

    private boolean balks(int contact, int flow) {
        double chance = epoch.looksAtQueues ? Math.max(epoch.balk[flow], epoch.balkAt.at(flow, s.crowd.seenBy(flow))) : epoch.balk[flow];
        return chance > 0
                && Streams.uniform(Streams.bits(contacts.key(contact), Streams.BALK, contacts.attempt(contact)))
                        < chance;
    }
}
