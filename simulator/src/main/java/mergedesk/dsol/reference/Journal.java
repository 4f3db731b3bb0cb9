package mergedesk.dsol.reference;

import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import mergedesk.program.Program;

/**
 * Writes the trace and keeps the totals.
 *
 * <p>Totals are named {@code flow 3 answered}, {@code group 0 talking}, … and are counts or ticks. Contacts count when they arrive in the
 * window [end of warm-up, end), or at any time with drain; persons when their first attempt counts. Time integrals of agents are those of the
 * window and, with drain, from its end to the last event ({@code … after}), which is the end of a service, an abandonment or a change of staff.
 * Those of queues, and {@code group 0 chats in hand}, {@code chatting} and {@code chat places}, are of the window only. {@code flow 3 queue open}, {@code group 0 scheduled open} and {@code group 0 busy open} (talking or wrapping) are of the
 * time in the window in which the desk is open.
 */
final class Journal {
    private final Program program;
    private final Program.Horizon horizon;
    private final boolean[] open; // by desk
    private int[] deskOfGroup;
    private final Consumer<String> lines;
    private final Map<String, Long> totals = new TreeMap<>();
    private final Map<String, Level> levels = new TreeMap<>();
    private long linesWritten;
    private long lastEventTick;

    Journal(Program program, Consumer<String> lines) {
        this.program = program;
        horizon = program.horizon();
        open = new boolean[program.deskCount()];
        deskOfGroup = program.groups().desk();
        this.lines = lines;
    }

    /** A number that changes in time, and its time integrals: in the window, in that while the desk is open, and after the window. */
    private final class Level {
        private int desk;
        private long now;
        private long sinceTick;
        private long inWindow;
        private long whileOpen;
        private long after;

        Level(int desk) {
            this.desk = desk;
        }

        /** Adds the time from the last change to {@code tick}; the window is [start, end). */
        void upTo(long tick, long start, long end) {
            long counted = now * Math.max(0, Math.min(tick, end) - Math.max(sinceTick, start));
            inWindow += counted;
            whileOpen += open[desk] ? counted : 0;
            after += now * Math.max(0, tick - Math.max(sinceTick, end));
            sinceTick = tick;
        }
    }

    long linesWritten() {
        return linesWritten;
    }

    /** One line: tick,class,event,contact,agent. */
    void write(long tick, Kind kind, String event, Person person, Agent agent) {
        linesWritten++;
        lines.accept(tick + "," + kind.eventClass + "," + event + "," + person.contact() + ","
                + (agent == null ? "" : agent.number));
    }

    /** The same of an application. */
    void write(long tick, Kind kind, String event, int application) {
        linesWritten++;
        lines.accept(tick + "," + kind.eventClass + "," + event + "," + application + ",");
    }

    /** Whether what happens to a contact that arrived at this tick is counted. */
    boolean counts(long arrivalTick) {
        return !horizon.cut() || (arrivalTick >= horizon.warmUpEndTick() && arrivalTick < horizon.endTick());
    }

    /** Counts something of this attempt. */
    void count(Person person, String what, long amount) {
        if (counts(person.arrivalTick)) {
            totals.merge("flow " + person.flow + " " + what, amount, Long::sum);
        }
    }

    /** Counts something that happens to deferred work now, if that is in the window. */
    void countNow(long tick, Person piece, String what, long amount) {
        if (tick >= horizon.warmUpEndTick() && tick < horizon.endTick()) {
            totals.merge("flow " + piece.flow + " " + what, amount, Long::sum);
        }
    }

    /** Counts something of the person, all attempts together. */
    void countPerson(Person person, String what) {
        countPerson(person, what, 1);
    }

    void countPerson(Person person, String what, long by) {
        if (counts(person.firstArrivalTick)) {
            totals.merge("flow " + person.flow + " persons " + what, by, Long::sum);
        }
    }

    void countForGroup(Agent agent, Person person, String what, long amount) {
        if (counts(person.arrivalTick)) {
            totals.merge("group " + agent.group.number + " " + what, amount, Long::sum);
        }
    }

    /** The number of agents of a group that are talking, wrapping, present or scheduled, or of contacts that wait, has changed. */
    void change(long tick, String level, int by) {
        Level changed = levels.computeIfAbsent(level, name -> new Level(deskOf(name)));
        changed.upTo(tick, horizon.warmUpEndTick(), horizon.endTick());
        changed.now += by;
    }

    /** The desk of "flow 3 queue" or "group 0 talking". */
    private int deskOf(String level) {
        String[] words = level.split(" ");
        int number = Integer.parseInt(words[1]);
        return words[0].equals("flow") ? program.contacts().flowDesk()[number] : deskOfGroup[number];
    }

    /** Groups work at these desks from now on. */
    void begin(long tick, int[] desks) {
        levels.values().forEach(level -> level.upTo(tick, horizon.warmUpEndTick(), horizon.endTick()));
        deskOfGroup = desks;
        levels.forEach((name, level) -> level.desk = deskOf(name));
    }

    /** A desk opens or closes: of no meaning after the window, which a door does not make longer. */
    void turn(long tick, int desk, boolean isOpen) {
        levels.values().stream()
                .filter(level -> level.desk == desk)
                .forEach(level -> level.upTo(Math.min(tick, Math.max(horizon.endTick(), level.sinceTick)), horizon.warmUpEndTick(), horizon.endTick()));
        open[desk] = isOpen;
    }

    void lastEvent(long tick) {
        lastEventTick = tick;
    }

    /** The totals at the end of the run. */
    Map<String, Long> totals() {
        long stop = horizon.cut() ? horizon.endTick() : Math.max(horizon.endTick(), lastEventTick);
        levels.forEach((name, level) -> {
            level.upTo(Math.max(stop, level.sinceTick), horizon.warmUpEndTick(), horizon.endTick());
            totals.put(name, level.inWindow);
            if (name.endsWith(" talking") || name.endsWith(" wrapping") || name.endsWith(" working")) {
                totals.merge(name.substring(0, name.lastIndexOf(' ')) + " busy open", level.whileOpen, Long::sum);
            } else if (!name.endsWith(" present") && !name.endsWith(" backlog") && !name.contains(" chat")) {
                totals.put(name + " open", level.whileOpen);
            }
            if (name.startsWith("group") && !name.contains(" chat") && !horizon.cut()) {
                totals.put(name + " after", level.after);
            }
        });
        totals.values().removeIf(total -> total == 0);
        return totals;
    }
}
