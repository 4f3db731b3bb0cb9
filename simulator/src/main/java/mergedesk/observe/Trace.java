package mergedesk.observe;

import mergedesk.kernel.Agents;
import mergedesk.kernel.Events;
import mergedesk.kernel.Happening;
import mergedesk.kernel.Recorder;
import mergedesk.kernel.State;

/**
 * Writes every event as a line {@code tick,class,event,contact,agent}.
 *
 * <p>Class is that of the event in progress. A contact is flow:day:ordinal:attempt, all counted from 0, the same in every run of the seed; the flow is that
 * of the first attempt, whatever the contact has become since. The agent column is empty where nobody is meant. Comparisons sort by (tick, class, contact). For looking at runs, not for speed.
 */
public final class Trace implements Recorder {
    /** Takes the lines, without line ends. */
    public interface Lines {
        void line(CharSequence line);
    }

    /** Heading of the columns. */
    public static final String HEADING = "tick,class,event,contact,agent";

    private static final int TIMERS = Events.classOf(Events.PATIENCE_END);

    private final State s;
    private final Lines lines;
    private final StringBuilder line = new StringBuilder();
    private int lastAbandoned = State.NONE; // may be told later than it happened
    private long abandonedTick;

    public Trace(State state, Lines lines) {
        s = state;
        this.lines = lines;
    }

    private void write(String event, int contact, int agent) {
        write(s.now, s.eventClass(), event, contact, agent);
    }

    private void write(long tick, int eventClass, String event, int contact, int agent) {
        line.setLength(0);
        line.append(tick).append(',').append(eventClass).append(',').append(event).append(',');
        line.append(s.contacts.origin(contact)).append(':').append(s.contacts.day(contact)).append(':');
        line.append(s.contacts.ordinal(contact)).append(':').append(s.contacts.attempt(contact)).append(',');
        if (agent != State.NONE) {
            line.append(agent);
        }
        lines.line(line);
    }

    @Override
    public void offered(int contact) {
        write("offered", contact, State.NONE);
    }

    @Override
    public void queued(int contact) {
        write("queued", contact, State.NONE);
    }

    @Override
    public void answered(int contact, int agent, long waitTicks, boolean fromQueue) {
        write("answered", contact, agent);
    }

    @Override
    public void abandoned(int contact, long waitTicks) {
        lastAbandoned = contact;
        abandonedTick = s.contacts.arrivalTick(contact) + waitTicks;
        write(abandonedTick, TIMERS, "abandoned", contact, State.NONE);
    }

    @Override
    public void ended(int status, int contact, int agent, long ticks) {
        write(status == Agents.TALKING ? "talk_ended" : "wrap_ended", contact, agent);
    }

    /** In the place of a contact: the application's number. */
    @Override
    public void application(int application, boolean isUp) {
        line.setLength(0);
        line.append(s.now).append(',').append(s.eventClass()).append(isUp ? ",application_up," : ",application_down,").append(application).append(',');
        lines.line(line);
    }

    @Override
    public void happened(int what, int contact, int agent, long ticks) {
        if (what == Happening.LEAVES_DESK) {
            return; // and comes to another at once
        }
        boolean late = what == Happening.GAVE_UP_ABANDONED && contact == lastAbandoned;
        write(late ? abandonedTick : s.now, late ? TIMERS : s.eventClass(), Happening.word(what), contact, agent);
        if (what == Happening.BALKED) {
            lastAbandoned = State.NONE;
        }
    }
}
