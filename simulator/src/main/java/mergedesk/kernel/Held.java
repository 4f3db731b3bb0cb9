package mergedesk.kernel;

import java.util.Arrays;
import mergedesk.program.Deferred;
import mergedesk.units.Ticks;

/**
 * Deferred work that waits, in no queue and in nobody's hand, for an application that is down. Its clocks stand as in a ticket's hold: what was left until it is due is left when it is released, and what
 * was too late stays so.
 */
final class Held {
    private final State s;
    private final Contacts contacts;
    private final Pieces pieces;
    private final Epoch epoch;
    private final Recorder recorder;
    private final Deferral deferral;
    private final Pace pace;
    private final Deferred deferred;
    private final boolean any;

    private int[] pieceOf = new int[8]; // those that wait, in the order in which they were set aside
    private int count;
    private final int[] lastReleased; // by queue, of the event in progress
    private long[] respondLeftTicks = new long[0]; // by contact; NEVER where that clock goes on as it is
    private long[] resolveLeftTicks = new long[0];
    private long[] openTicks = new long[0]; // what the desk's clock showed

    Held(State state, Recorder recorder, Deferral deferral, Pace pace) {
        s = state;
        contacts = state.contacts;
        pieces = state.pieces;
        epoch = state.epoch;
        this.recorder = recorder;
        this.deferral = deferral;
        this.pace = pace;
        deferred = state.program.deferred();
        any = state.program.needs().holds();
        lastReleased = new int[any ? state.program.mostQueues() : 0];
    }

    void reset() {
        count = 0;
    }

    /** Whether anything may ever be held. */
    boolean any() {
        return any;
    }

    /** Whether the piece, which is in no queue and in nobody's hand, waits for an application from now on. */
    boolean takes(int contact) {
        if (!any || !pace.holds(contact)) {
            return false;
        }
        stopClocks(contact);
        if (count == pieceOf.length) {
            pieceOf = Arrays.copyOf(pieceOf, 2 * count);
        }
        pieceOf[count++] = contact;
        recorder.happened(Happening.SET_ASIDE, contact, State.NONE, 0);
        return true;
    }

    /** Takes out of queues, and from agents who keep them, all pieces that wait for an application from now on. */
    void gather() {
        for (int queue = 0; queue < epoch.queueDesk.length; queue++) {
            int contact = epoch.deferredQueues.has(queue) ? contacts.first(queue) : State.NONE;
            while (contact != State.NONE) {
                int next = contacts.next(contact);
                if (pace.holds(contact)) {
                    contacts.leave(contact);
                    takes(contact);
                }
                contact = next;
            }
        }
        for (int agent = 0; pieces.anyKept() && agent < s.program.agentCount(); agent++) {
            int contact = pieces.kept(agent);
            if (contact != State.NONE && pace.holds(contact)) {
                pieces.takeUp(agent);
                takes(contact);
            }
        }
    }

    /** An application is up: the pieces that wait for none any more, the clocks of which go on, are given to {@code queues} in the order in which they were set aside. */
    void release(Dispatch queues) {
        int were = count;
        count = 0;
        Arrays.fill(lastReleased, State.NONE);
        for (int i = 0; i < were; i++) {
            int contact = pieceOf[i];
            if (pace.holds(contact)) {
                pieceOf[count++] = contact;
            } else {
                startClocks(contact);
                recorder.happened(Happening.RELEASED, contact, State.NONE, 0);
                int queue = deferral.queue(contact);
                queues.keepPiece(contact, queue, lastReleased[queue]);
                lastReleased[queue] = contact;
            }
        }
    }

    private void stopClocks(int contact) {
        if (contact >= openTicks.length) {
            int length = Integer.highestOneBit(contact + 1) << 1;
            respondLeftTicks = Arrays.copyOf(respondLeftTicks, length);
            resolveLeftTicks = Arrays.copyOf(resolveLeftTicks, length);
            openTicks = Arrays.copyOf(openTicks, length);
        }
        int sort = s.tickets.sort(contact);
        respondLeftTicks[contact] = pieces.isTakenUp(contact) ? Ticks.NEVER : deferral.leftTicks(contact, deferred.respondClock()[sort], pieces.respondDueTick(contact));
        resolveLeftTicks[contact] = deferral.leftTicks(contact, deferred.resolveClock()[sort], pieces.resolveDueTick(contact));
        openTicks[contact] = deferral.openTicks(contacts.flow(contact));
        if (respondLeftTicks[contact] < Ticks.NEVER) {
            pieces.setRespondDueTick(contact, Ticks.NEVER);
        }
        if (resolveLeftTicks[contact] < Ticks.NEVER) {
            pieces.setResolveDueTick(contact, Ticks.NEVER);
        }
    }

    private void startClocks(int contact) {
        int sort = s.tickets.sort(contact);
        pieces.leaveOut(contact, openTicks[contact], deferral.openTicks(contacts.flow(contact)));
        if (respondLeftTicks[contact] < Ticks.NEVER) {
            pieces.setRespondDueTick(contact, deferral.dueTick(contact, deferred.respondClock()[sort], respondLeftTicks[contact]));
        }
        if (resolveLeftTicks[contact] < Ticks.NEVER) {
            pieces.setResolveDueTick(contact, deferral.dueTick(contact, deferred.resolveClock()[sort], resolveLeftTicks[contact]));
        }
    }
}
