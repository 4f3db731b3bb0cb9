package mergedesk.dsol.reference;

import java.util.Arrays;
import java.util.Set;
import mergedesk.kernel.Agents;
import mergedesk.kernel.Happening;
import mergedesk.kernel.Recorder;
import mergedesk.kernel.State;
import mergedesk.program.Program;
import mergedesk.program.Timetable;
import mergedesk.units.Ticks;

/** Collects what happens in a run, each with the class of the event in which it happens. */
final class Happenings implements Recorder {
    private static final int SERVICE_END = 2;
    private static final int TIMERS = 4;

    private final State s;
    private final Program program;
    private final Set<String> found;
    private long answered;
    private final long[] downSince; // by application

    Happenings(State state, Set<String> found) {
        s = state;
        program = state.program;
        this.found = found;
        downSince = new long[program.estate().applications().count()];
    }

    /** Contacts answered, work taken up, people whom self-service helped or who were called. */
    long answered() {
        return answered;
    }

    private void add(String what) {
        found.add(what + " " + s.eventClass());
    }

    private void attempt(String what, int contact) {
        found.add(what + " " + s.eventClass() + (s.contacts.attempt(contact) > 0 ? " again" : ""));
    }

    @Override
    public void offered(int contact) {
        attempt("offered", contact);
    }

    @Override
    public void queued(int contact) {
        attempt("queued", contact);
    }

    @Override
    public void answered(int contact, int agent, long waitTicks, boolean fromQueue) {
        answered++;
        add("answered");
        int desk = program.contacts().flowDesk()[s.contacts.flow(contact)];
        if (s.eventClass() == SERVICE_END && !isOpen(desk, s.now)) {
            found.add("answered 2 at a closed desk");
        }
        if (isOpen(desk, s.now) && closesBetween(desk, s.contacts.arrivalTick(contact), s.now)) {
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
    public void happened(int what, int contact, int agent, long ticks) {
        answered += what == Happening.STARTED || what == Happening.CONTAINED || what == Happening.CONNECTED ? 1 : 0;
        String words = Happening.word(what).replace('_', ' ');
        if (what == Happening.STARTED && Arrays.stream(program.estate().crewFlow()).anyMatch(flow -> flow == s.contacts.flow(contact))) {
            found.add("repair by a desk");
        }
        if (what <= Happening.BALKED) {
            attempt(words, contact);
        } else {
            add(words);
        }
    }

    @Override
    public void ended(int status, int contact, int agent, long ticks) {
        add(status == Agents.TALKING ? "talk ended" : "wrap ended");
        if (status == Agents.TALKING && ticks == 0) {
            found.add("talk ended 2 in no time");
        }
    }

    @Override
    public void application(int application, boolean isUp) {
        found.add(isUp ? "application up" : "application down");
        if (isUp && s.now - downSince[application] == WildEstate.FAILED_SECONDS * Ticks.PER_SECOND) {
            found.add("failover that failed");
        }
        downSince[application] = s.now;
    }

    @Override
    public void became(int group, int before, int now) {
        if (Agents.isPresent(now)) {
            if (!Agents.isPresent(before)) {
                add("comes");
                if (!isPlanned(s.now)) {
                    found.add("break ends late");
                }
            }
        } else if (Agents.isPresent(before)) {
            boolean finishing = s.eventClass() == SERVICE_END;
            if (now == Agents.ON_BREAK) {
                found.add(finishing ? "break begins 2 late" : "break begins 1");
            } else {
                found.add(finishing ? "leaves 2" : "leaves 1");
            }
        }
    }

    private boolean isPlanned(long tick) {
        Timetable.Walk step = new Timetable.Walk(program);
        while (step.tick() < tick) {
            step.next();
        }
        return step.tick() == tick;
    }

    private boolean isOpen(int desk, long tick) {
        boolean open = false;
        for (Timetable.Walk step = new Timetable.Walk(program); step.tick() <= tick; step.next()) {
            if (step.subject() == desk && step.action() <= Timetable.CLOSE) {
                open = step.action() == Timetable.OPEN;
            }
        }
        return open;
    }

    private boolean closesBetween(int desk, long from, long to) {
        for (Timetable.Walk step = new Timetable.Walk(program); step.tick() <= to; step.next()) {
            if (step.tick() > from && step.subject() == desk && step.action() == Timetable.CLOSE) {
                return true;
            }
        }
        return false;
    }
}
