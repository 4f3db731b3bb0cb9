package mergedesk.observe;

import mergedesk.kernel.Recorder;
import mergedesk.kernel.State;
import mergedesk.program.Program;

/**
 * Writes every event as a line {@code tick,class,event,contact,agent} and tells another recorder too.
 *
 * <p>Class is that of the event in progress. A contact is flow:day:ordinal:attempt, all counted from 0, the same in every run of the seed; the
 * agent column is empty where nobody is meant. Comparisons sort by (tick, class, contact). For looking at runs, not for speed.
 */
public final class Trace implements Recorder {
    /** Takes the lines, without line ends. */
    public interface Lines {
        void line(CharSequence line);
    }

    /** Heading of the columns. */
    public static final String HEADING = "tick,class,event,contact,agent";

    private static final int TIMERS = 4;

    private final State s;
    private final Recorder next;
    private final Lines lines;
    private final StringBuilder line = new StringBuilder();
    private int lastAbandoned = State.NONE; // may be told later than it happened
    private long abandonedTick;

    public Trace(State state, Recorder next, Lines lines) {
        s = state;
        this.next = next;
        this.lines = lines;
    }

    private void write(String event, int contact, int agent) {
        write(s.now, s.eventClass(), event, contact, agent);
    }

    private void write(long tick, int eventClass, String event, int contact, int agent) {
        line.setLength(0);
        line.append(tick).append(',').append(eventClass).append(',').append(event).append(',');
        line.append(s.contacts.flow(contact)).append(':').append(s.contacts.day(contact)).append(':');
        line.append(s.contacts.ordinal(contact)).append(':').append(s.contacts.attempt(contact)).append(',');
        if (agent != State.NONE) {
            line.append(agent);
        }
        lines.line(line);
    }

    @Override
    public void offered(int contact) {
        write("offered", contact, State.NONE);
        next.offered(contact);
    }

    @Override
    public void turnedAway(int contact) {
        write("turned_away", contact, State.NONE);
        next.turnedAway(contact);
    }

    @Override
    public void blocked(int contact) {
        write("blocked", contact, State.NONE);
        next.blocked(contact);
    }

    @Override
    public void balked(int contact) {
        lastAbandoned = State.NONE;
        write("balked", contact, State.NONE);
        next.balked(contact);
    }

    @Override
    public void queued(int contact) {
        write("queued", contact, State.NONE);
        next.queued(contact);
    }

    @Override
    public void answered(int contact, int agent, long waitTicks, boolean fromQueue) {
        write("answered", contact, agent);
        next.answered(contact, agent, waitTicks, fromQueue);
    }

    @Override
    public void abandoned(int contact, long waitTicks) {
        lastAbandoned = contact;
        abandonedTick = s.contacts.arrivalTick(contact) + waitTicks;
        write(abandonedTick, TIMERS, "abandoned", contact, State.NONE);
        next.abandoned(contact, waitTicks);
    }

    @Override
    public void willReturn(int contact) {
        write("will_return", contact, State.NONE);
        next.willReturn(contact);
    }

    @Override
    public void gaveUp(int contact, int failure) {
        boolean waited = failure == Program.Contacts.AFTER_ABANDONED && contact == lastAbandoned;
        write(waited ? abandonedTick : s.now, waited ? TIMERS : s.eventClass(), "gave_up", contact, State.NONE);
        next.gaveUp(contact, failure);
    }

    @Override
    public void talkEnded(int contact, int agent, long talkTicks) {
        write("talk_ended", contact, agent);
        next.talkEnded(contact, agent, talkTicks);
    }

    @Override
    public void wrapEnded(int contact, int agent, long wrapTicks) {
        write("wrap_ended", contact, agent);
        next.wrapEnded(contact, agent, wrapTicks);
    }

    @Override
    public void intervalStarts(int interval) {
        next.intervalStarts(interval);
    }

    @Override
    public void dayEnds() {
        next.dayEnds();
    }

    @Override
    public void batchEnds() {
        next.batchEnds();
    }

    @Override
    public void became(int group, int before, int now) {
        next.became(group, before, now);
    }

    @Override
    public void scheduled(int group, int change) {
        next.scheduled(group, change);
    }
}
