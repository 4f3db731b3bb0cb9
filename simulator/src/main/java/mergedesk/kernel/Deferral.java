package mergedesk.kernel;

import mergedesk.program.Deferred;
import mergedesk.program.OpenHours;
import mergedesk.program.Program;
import mergedesk.random.Streams;
import mergedesk.units.Ticks;

/**
 * The life of deferred work: it comes, waits in a queue by the time at which it is due or at which it came, is taken up, may be put back half done, and is finished. What is left of
 * it goes with it, so that nothing is lost and nothing done twice.
 *
 * <p>A queue takes work in an order that does not change: what comes later is never due sooner than what came before, and what is put back was before all who still wait, but for the few that
 * were put back, too. So a long backlog costs nothing.
 */
final class Deferral {
    private final State s;
    private final Contacts contacts;
    private final Pieces pieces;
    private final Agents agents;
    private final Works works;
    private final EventQueue events;
    private final Epoch epoch;
    private final Recorder recorder;
    private final Lengths lengths;
    private final Waiting waiting;
    private final OpenHours hours;
    private final Deferred deferred;
    private boolean offered; // an offer of this tick is to come

    Deferral(State state, Recorder recorder, Lengths lengths, Waiting waiting) {
        s = state;
        contacts = state.contacts;
        pieces = state.pieces;
        agents = state.agents;
        works = state.works;
        events = state.events;
        epoch = state.epoch;
        this.recorder = recorder;
        this.lengths = lengths;
        this.waiting = waiting;
        hours = new OpenHours(state.program);
        deferred = state.program.deferred();
    }

    void reset() {
        offered = false;
    }

    /** Work of the opening backlog, a number of {@link Deferred}, is there: its contact. It hangs on keys of its own, so that more of it changes nobody who comes. */
    int carryOver(int piece, int ordinal, long runKey) {
        int flow = deferred.backlogFlow()[piece];
        Program.Calendar calendar = s.program.calendar();
        long dayKey = Streams.dayKey(runKey, Streams.BACKLOG, s.program.demand().flowKey()[flow], calendar.firstCivilDay());
        long key = Streams.ordinalKey(dayKey, ordinal);
        long workTicks = lengths.draw(epoch.work(flow, s.now + s.wallOffsetTicks), Streams.bits(key, Streams.WORK));
        int contact = contacts.take(flow, State.NONE, ordinal, key, workTicks, s.uncounted());
        contacts.arrive(contact, deferred.backlogTick()[piece], s.uncounted());
        contacts.setPatienceEndTick(contact, Ticks.NEVER);
        pieces.receive(contact, deferred.backlogRespondDueTick()[piece], deferred.backlogResolveDueTick()[piece], -deferred.backlogOpenTicks()[piece]);
        recorder.happened(Happening.CARRIED_OVER, contact, State.NONE, 0);
        return contact;
    }

    /** The contact, which has just come, is deferred work. */
    void receive(int contact, int flow) {
        int desk = epoch.desk(flow);
        boolean open = s.deskOpen[desk];
        contacts.expectLater(contact, s.uncounted());
        contacts.setPatienceEndTick(contact, Ticks.NEVER);
        pieces.receive(
                contact,
                hours.due(desk, s.day, s.now, open, deferred.respondClock()[flow], deferred.respondTicks()[flow]),
                hours.due(desk, s.day, s.now, open, deferred.resolveClock()[flow], deferred.resolveTicks()[flow]),
                s.openClock.read(desk, s.now));
        recorder.happened(Happening.RECEIVED, contact, State.NONE, 0);
    }

    /** What orders the piece in its queue: when it is due, as it was when it came, or when it came. */
    long entry(int contact) {
        return deferred.byDue()[epoch.desk(contacts.flow(contact))]
                ? Math.min(pieces.respondDueTick(contact), pieces.resolveDueTick(contact))
                : contacts.arrivalTick(contact);
    }

    /** The agent takes the piece up, which is in no queue (any more). */
    void start(int contact, int agent) {
        boolean first = pieces.lastAgent(contact) == State.NONE;
        recorder.happened(first ? Happening.STARTED : Happening.RESUMED, contact, agent, first ? s.now - contacts.arrivalTick(contact) : 0);
        pieces.setLastAgent(contact, agent);
        agents.become(agent, Agents.WORKING, s.now);
        double speed = epoch.sameSpeed ? 1 : epoch.speed(agents.group(agent), contacts.flow(contact));
        long endTick = works.start(agent, contact, Agents.WORKING, contacts.workTicks(contact), speed, s.now);
        works.endBy(agent, events.schedule(endTick, Events.SERVICE_END, agent));
    }

    /** Whether nothing is left of the piece that the agent has in hand, and its end is an event of this tick. */
    boolean isDone(int agent) {
        return works.leftTicks(agent, s.now) == 0;
    }

    /** The agent stops: the piece, of which it is known what is left, is in nobody's hand. The caller puts it into its queue and says what the agent does. */
    int park(int agent) {
        int contact = works.contact(agent);
        contacts.setWorkTicks(contact, works.leftTicks(agent, s.now));
        recorder.happened(Happening.PARKED, contact, agent, s.now - works.sinceTick(agent));
        works.end(agent);
        offer();
        return contact;
    }

    /** The piece is done. Who is free now; nobody, when the run is over. */
    int finish(int work) {
        if (waiting.isOver()) {
            return State.NONE;
        }
        int contact = works.contact(work);
        int agent = works.agent(work);
        recorder.happened(Happening.FINISHED, contact, agent, s.now - works.sinceTick(work));
        works.end(work);
        pieces.finish();
        contacts.giveBack(contact);
        return agent;
    }

    /** When all else of this tick has happened, idle agents look at deferred work again. */
    void offer() {
        if (!offered) {
            offered = true;
            events.schedule(s.now, Events.OFFER, 0);
        }
    }

    /** Whether they look now: not when the run is over. */
    boolean offers() {
        offered = false;
        return !waiting.isOver();
    }
}
