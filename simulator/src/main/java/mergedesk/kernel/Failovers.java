package mergedesk.kernel;

import java.util.Arrays;
import mergedesk.program.Estate;
import mergedesk.random.Streams;

/**
 * Which side of each application serves: its hosts or its standby.
 *
 * <p>A side is whole while enough of its hosts are up. When the side that serves is not, and the other is, a failover to that one begins, unless one is under way; until it is over nobody is
 * served. It is given up when the first side is whole again, which serves at once, or the other is not any more. One that takes no time is none: nobody notices. When the standby serves and the
 * primary side is whole, the application goes back by its rule.
 */
final class Failovers {
    private static final int SIDES = Estate.SIDES;
    private static final int STANDBY = 1;

    // What an application is about.
    private static final int STAYS = 0;
    private static final int FAILS_OVER = 1;
    private static final int GOES_BACK = 2;

    private final State s;
    private final EventQueue events;
    private final Lengths lengths;
    private Estate estate; // what holds now, as the next two
    private Estate.Failovers rules;
    private int[] needed; // hosts, by side
    private final int[] up; // the same, those that are
    private final int[] serving; // side, by application
    private final int[] phase;
    private final long[] switchKey; // of the pending event
    private final int[] drawn; // failovers so far, by application
    private final int[] drawnBack; // ways back so far, the same
    private final boolean[] wasDown; // both sides, before the event in progress
    private final boolean[] waitsForClosing; // to go back
    private final boolean[] isSettled; // since it was looked at last
    private int waiting; // how many do
    private long runKey;

    Failovers(State state, Lengths lengths) {
        s = state;
        events = state.events;
        this.lengths = lengths;
        lookUp(state.program.estate());
        up = new int[needed.length];
        int applications = estate.applications().count();
        serving = new int[applications];
        phase = new int[applications];
        switchKey = new long[applications];
        drawn = new int[applications];
        drawnBack = new int[applications];
        wasDown = new boolean[applications];
        waitsForClosing = new boolean[applications];
        isSettled = new boolean[applications];
    }

    private void lookUp(Estate now) {
        estate = now;
        rules = now.failovers();
        needed = now.applications().needed();
    }

    /** From now on this estate holds; its hosts that are up are to be counted anew. */
    void begin(Estate next) {
        lookUp(next);
        Arrays.fill(up, 0);
    }

    /** Nothing is under way any more, and when it is looked at next, the primary side serves if it is whole, else the other if that is. Whether a failover was under way. */
    boolean settle(int application) {
        boolean wasFailingOver = isFailingOver(application);
        phase[application] = STAYS;
        isSettled[application] = true;
        leaveWaiting(application, false);
        return wasFailingOver;
    }

    /** All hosts are up, and the primary sides serve. */
    void reset(long newRunKey) {
        runKey = newRunKey;
        begin(s.program.estate());
        for (int side : estate.sidesOf().of()) {
            up[side]++;
        }
        Arrays.fill(serving, 0);
        Arrays.fill(phase, STAYS);
        Arrays.fill(drawn, 0);
        Arrays.fill(drawnBack, 0);
        Arrays.fill(wasDown, false);
        Arrays.fill(waitsForClosing, false);
        Arrays.fill(isSettled, false);
        waiting = 0;
    }

    /** A host of the side goes down, or comes back. */
    void change(int side, int by) {
        up[side] += by;
    }

    private boolean isWhole(int application, int side) {
        return up[SIDES * application + side] >= needed[SIDES * application + side];
    }

    /** Whether a failover is under way. */
    boolean isFailingOver(int application) {
        return phase[application] == FAILS_OVER;
    }

    /** The side that does not serve, of all applications. */
    int other(int application) {
        return SIDES * application + 1 - serving[application];
    }

    /** Whether the application is served, after what follows from the event in progress. */
    boolean look(int application) {
        if (isSettled[application]) {
            isSettled[application] = false;
            serving[application] = !isWhole(application, 0) && isWhole(application, STANDBY) ? STANDBY : 0;
        }
        int side = serving[application];
        boolean isWhole = isWhole(application, side);
        boolean otherIsWhole = isWhole(application, 1 - side);
        if (phase[application] != STAYS && (!otherIsWhole || phase[application] == FAILS_OVER && isWhole)) {
            phase[application] = STAYS;
        }
        if (phase[application] == STAYS && otherIsWhole && (!isWhole || side == STANDBY)) {
            if (isWhole) {
                goBack(application);
            } else {
                failOver(application);
            }
        }
        leaveWaiting(application, otherIsWhole && isWhole);
        wasDown[application] = !isWhole(application, 0) && !isWhole(application, 1);
        return phase[application] == STAYS && isWhole(application, serving[application]);
    }

    private void failOver(int application) {
        if (wasDown[application] && rules.servesCold()[application]) {
            swap(application);
            return;
        }
        int ordinal = ++drawn[application];
        boolean works = Streams.uniform(bits(Streams.FAILOVER, application, ordinal)) < rules.works()[application];
        begin(application, FAILS_OVER, lengths.draw((works ? rules.takes() : rules.otherwise())[application], bits(Streams.FAILOVER_TIME, application, ordinal)));
    }

    private void goBack(int application) {
        int rule = rules.back()[application];
        if (rule == Estate.Failovers.NEVER) {
            return;
        }
        if (rule == Estate.Failovers.AFTER_HOURS && isOpen(application)) {
            waiting += waitsForClosing[application] ? 0 : 1;
            waitsForClosing[application] = true;
            return;
        }
        int ordinal = ++drawnBack[application];
        int takes = rules.backTakes()[application];
        begin(application, GOES_BACK, takes == Estate.NONE ? 0 : lengths.draw(takes, bits(Streams.FAIL_BACK, application, ordinal)));
    }

    private void begin(int application, int what, long ticks) {
        if (ticks == 0) {
            swap(application);
        } else {
            phase[application] = what;
            switchKey[application] = events.schedule(s.now + ticks, Events.SWITCHED, application);
        }
    }

    private void swap(int application) {
        serving[application] = 1 - serving[application];
    }

    private void leaveWaiting(int application, boolean mayWait) {
        if (waitsForClosing[application] && (!mayWait || phase[application] != STAYS || serving[application] != STANDBY)) {
            waitsForClosing[application] = false;
            waiting--;
        }
    }

    /** Whether any desk that needs it is open. */
    private boolean isOpen(int application) {
        Estate.Lists desks = estate.applications().usedAt();
        for (int i = desks.offset()[application]; i < desks.offset()[application + 1]; i++) {
            if (s.deskOpen[desks.of()[i]]) {
                return true;
            }
        }
        return false;
    }

    /** The application that may go back now that desks are closed, from {@code first} on; NONE for none. */
    int mayGoBack(int first) {
        for (int application = first; waiting > 0 && application < serving.length; application++) {
            if (waitsForClosing[application] && !isOpen(application)) {
                return application;
            }
        }
        return State.NONE;
    }

    /** The other side serves now, unless that was given up; then false. */
    boolean isOver(int application, long key) {
        if (phase[application] == STAYS || switchKey[application] != key) {
            return false;
        }
        phase[application] = STAYS;
        swap(application);
        return true;
    }

    private long bits(long purpose, int application, int ordinal) {
        return Streams.ordinalKey(Streams.undatedKey(runKey, purpose, estate.key()[estate.applications().software()[application]]), ordinal);
    }
}
