package mergedesk.kernel;

import java.util.Arrays;
import mergedesk.program.Portals;
import mergedesk.random.Streams;

/**
 * What people try before they come to a desk, and who comes though it was tried.
 *
 * <p>Only a first attempt tries it, at its moment of arrival, if it is available then. Who gets what is needed is gone and was never offered to a desk. Who does not comes after a delay as
 * a contact of the flow that this becomes: at the door that is a first attempt, and counts from there, for it is the first that a desk hears of.
 */
final class SelfService {
    private final State s;
    private final Contacts contacts;
    private final EventQueue events;
    private final Recorder recorder;
    private final Demand demand;
    private final Lengths lengths;
    private final Portals table;
    private final long lastReturnTick;
    private final int[] missing; // by portal, applications that it needs and that are down

    SelfService(State state, Recorder recorder, Demand demand, Lengths lengths) {
        s = state;
        contacts = state.contacts;
        events = state.events;
        this.recorder = recorder;
        this.demand = demand;
        this.lengths = lengths;
        table = state.program.portals();
        lastReturnTick = state.program.horizon().lastReturnTick();
        missing = new int[table.portals()];
    }

    void reset() {
        Arrays.fill(missing, 0);
    }

    /** Whether the person, who has just arrived for the first time, tries self-service, so that nobody comes to the door now. */
    boolean takes(int contact) {
        int flow = contacts.flow(contact);
        int portal = table.portal()[flow];
        if (portal == Portals.NONE || !isAvailable(portal) || !happens(contact, Streams.SELF_SERVICE, table.tries()[flow])) {
            return false;
        }
        contacts.arrive(contact, s.now, s.countedInterval);
        if (happens(contact, Streams.CONTAINED, table.contained()[flow])) {
            recorder.happened(Happening.CONTAINED, contact, State.NONE, 0);
            contacts.giveBack(contact);
            return true;
        }
        recorder.happened(Happening.SELF_SERVICE_FAILED, contact, State.NONE, 0);
        long delay = lengths.draw(table.delay()[flow], Streams.bits(contacts.key(contact), Streams.SELF_SERVICE_DELAY));
        if (delay <= lastReturnTick - s.now) {
            contacts.expectLater(contact, s.uncounted());
            events.schedule(s.now + delay, Events.AFTER_SELF_SERVICE, contact);
        } else {
            contacts.giveBack(contact);
        }
        return true;
    }

    private boolean isAvailable(int portal) {
        return s.portalOpen[portal] && missing[portal] == 0;
    }

    /** An application, which was up, is down, or the other way round. */
    void turn(int application, boolean isUp) {
        for (int portal = 0; portal < missing.length; portal++) {
            for (int row = table.needsOffset()[portal]; row < table.needsOffset()[portal + 1]; row++) {
                missing[portal] += table.needs()[row] == application ? (isUp ? -1 : 1) : 0;
            }
        }
    }

    private boolean happens(int contact, long purpose, double chance) {
        return Streams.uniform(Streams.bits(contacts.key(contact), purpose)) < chance;
    }

    /** The person comes to a desk, whom self-service failed. */
    void comeBack(int contact) {
        demand.become(contact, table.becomes()[contacts.flow(contact)]);
        contacts.expectLater(contact, s.countedInterval);
    }
}
