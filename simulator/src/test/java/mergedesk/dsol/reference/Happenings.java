package mergedesk.dsol.reference;

import java.util.Set;
import mergedesk.kernel.State;
import mergedesk.oracle.SilentRecorder;
import mergedesk.program.Program;

/** Collects what happens in a run, each with the class of the event in which it happens. */
final class Happenings extends SilentRecorder {
    private static final int SERVICE_END = 2;
    private static final int TIMERS = 4;

    private final State s;
    private final Program program;
    private final Set<String> found;
    private long presentFellTick = -1; // of the last call to present, when it fell at the end of a service

    Happenings(State state, Set<String> found) {
        s = state;
        program = state.program;
        this.found = found;
    }

    private void add(String what) {
        found.add(what + " " + s.eventClass());
    }

    private void attempt(String what, int contact) {
        found.add(what + " " + s.eventClass() + (s.contactAttempt[contact] > 0 ? " again" : ""));
    }

    @Override
    public void offered(int contact) {
        attempt("offered", contact);
    }

    @Override
    public void turnedAway(int contact) {
        attempt("turned away", contact);
    }

    @Override
    public void blocked(int contact) {
        attempt("blocked", contact);
    }

    @Override
    public void balked(int contact) {
        attempt("balked", contact);
    }

    @Override
    public void queued(int contact) {
        attempt("queued", contact);
    }

    @Override
    public void answered(int contact, int agent, long waitTicks, boolean fromQueue) {
        add("answered");
        int desk = program.contacts().flowDesk[s.contactFlow[contact]];
        if (s.eventClass() == SERVICE_END && !isOpen(desk, s.now)) {
            found.add("answered 2 at a closed desk");
        }
        if (isOpen(desk, s.now) && closesBetween(desk, s.contactArrivalTick[contact], s.now)) {
            found.add("answered after a closing time");
        }
    }

    @Override
    public void abandoned(int contact, long waitTicks) {
        found.add(s.eventClass() == TIMERS ? "abandoned 4" : "abandoned when next looked at");
        if (waitTicks == 0) {
            found.add("abandoned at once");
        }
    }

    @Override
    public void willReturn(int contact) {
        add("will return");
    }

    @Override
    public void gaveUp(int contact, int failure) {
        add("gave up");
    }

    @Override
    public void talkEnded(int contact, int agent, long talkTicks) {
        add("talk ended");
        if (talkTicks == 0) {
            found.add("talk ended 2 in no time");
        }
    }

    @Override
    public void wrapEnded(int contact, int agent, long wrapTicks) {
        add("wrap ended");
    }

    /** A break that begins tells of present first, then of scheduled; an agent who goes home late tells of present only. */
    @Override
    public void present(int group, int change) {
        add(change > 0 ? "comes" : "leaves");
        if (change > 0 && !isPlanned(s.now)) {
            found.add("break ends late");
        }
        presentFellTick = change < 0 ? s.now : -1;
    }

    @Override
    public void scheduled(int group, int change) {
        if (change == -1 && presentFellTick == s.now) {
            found.add(s.eventClass() == SERVICE_END ? "break begins 2 late" : "break begins 1");
        }
        presentFellTick = -1;
    }

    private boolean isPlanned(long tick) {
        return java.util.Arrays.binarySearch(program.timetable().tick, tick) >= 0;
    }

    private boolean isOpen(int desk, long tick) {
        boolean open = false;
        Program.Timetable timetable = program.timetable();
        for (int step = 0; step < timetable.tick.length && timetable.tick[step] <= tick; step++) {
            if (timetable.subject[step] == desk && timetable.action[step] <= Program.Timetable.CLOSE) {
                open = timetable.action[step] == Program.Timetable.OPEN;
            }
        }
        return open;
    }

    private boolean closesBetween(int desk, long from, long to) {
        Program.Timetable timetable = program.timetable();
        for (int step = 0; step < timetable.tick.length; step++) {
            if (timetable.tick[step] > from && timetable.tick[step] <= to && timetable.subject[step] == desk && timetable.action[step] == Program.Timetable.CLOSE) {
                return true;
            }
        }
        return false;
    }
}
