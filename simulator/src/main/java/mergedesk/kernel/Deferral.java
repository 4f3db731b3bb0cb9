package mergedesk.kernel;

import mergedesk.program.Blends;
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
 * were put back, too. Tickets that somebody has taken up are due by another of their times, and wait in queues of their own. So a long backlog costs nothing.
 */
final class Deferral {
    private final State s;
    private final Contacts contacts;
    private final Pieces pieces;
    private final Tickets tickets;
    private final Agents agents;
    private final Works works;
    private final Crews crews;
    private final EventQueue events;
    private final Epoch epoch;
    private final Recorder recorder;
    private final Lengths lengths;
    private final Waiting waiting;
    private final Pace pace;
    private final OpenHours hours;
    private final Deferred deferred;
    private final Blends blends;
    private final int[] takenUpBefore; // by agent with deferred work, who of the group took theirs up last before; a group's own place behind all agents
    private final int[] takenUpAfter;

    /** Groups of which somebody is with deferred work and puts it back for people. */
    final Bits parkingGroups;

    Deferral(State state, Recorder recorder, Lengths lengths, Waiting waiting, Pace pace) {
        s = state;
        contacts = state.contacts;
        pieces = state.pieces;
        tickets = state.tickets;
        agents = state.agents;
        works = state.works;
        crews = state.crews;
        events = state.events;
        epoch = state.epoch;
        this.recorder = recorder;
        this.lengths = lengths;
        this.waiting = waiting;
        this.pace = pace;
        hours = new OpenHours(state.program);
        deferred = state.program.deferred();
        blends = deferred.blends();
        int places = state.program.agentCount() + state.program.groupCount();
        takenUpBefore = new int[places];
        takenUpAfter = new int[places];
        parkingGroups = new Bits(state.program.groupCount());
    }

    void reset() {
        for (int place = s.program.agentCount(); place < takenUpBefore.length; place++) {
            takenUpBefore[place] = place;
            takenUpAfter[place] = place;
        }
        parkingGroups.clear();
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
        if (tickets.concerns(contact)) {
            tickets.carryOver(contact, deferred.backlogSort()[piece], lengths, s.now + s.wallOffsetTicks);
        }
        recorder.happened(Happening.CARRIED_OVER, contact, State.NONE, 0);
        return contact;
    }

    /** The contact, which has just come, is deferred work. */
    void receive(int contact, int flow) {
        contacts.expectLater(contact, s.uncounted());
        contacts.setPatienceEndTick(contact, Ticks.NEVER);
        if (tickets.concerns(contact)) {
            tickets.receive(contact, lengths, s.now + s.wallOffsetTicks);
        }
        int sort = tickets.sort(contact);
        pieces.receive(contact, due(flow, deferred.respondClock()[sort], deferred.respondTicks()[sort]), due(flow, deferred.resolveClock()[sort], deferred.resolveTicks()[sort]), openTicks(flow));
        recorder.happened(Happening.RECEIVED, contact, State.NONE, 0);
    }

    /** When something of the flow is due that begins now. */
    private long due(int flow, int clock, long ticks) {
        int desk = epoch.desk(flow);
        return hours.due(desk, s.day, s.now, s.deskOpen[desk], clock, ticks);
    }

    /** What the clock of the flow's desk shows. */
    long openTicks(int flow) {
        return s.openClock.read(epoch.desk(flow), s.now);
    }

    /** The queue in which the piece waits. */
    int queue(int contact) {
        return tickets.concerns(contact) ? tickets.queue(contact, pieces.isTakenUp(contact)) : epoch.queue(contacts.flow(contact));
    }

    /** What orders the piece in its queue: when it is due, of other work than tickets as it was when it came; or when it came. */
    long entry(int contact) {
        if (!deferred.byDue()[epoch.desk(contacts.flow(contact))]) {
            return contacts.arrivalTick(contact);
        }
        long resolve = pieces.resolveDueTick(contact);
        boolean responded = resolve < Ticks.NEVER && pieces.isTakenUp(contact) && tickets.concerns(contact);
        return responded ? resolve : Math.min(pieces.respondDueTick(contact), resolve);
    }

    /** The agent takes the piece up, which is in no queue (any more). */
    void start(int contact, int agent) {
        boolean first = !pieces.isTakenUp(contact);
        recorder.happened(first ? Happening.STARTED : Happening.RESUMED, contact, agent, first ? s.now - contacts.arrivalTick(contact) : 0);
        int group = agents.group(agent);
        int last = pieces.lastAgent(contact);
        if (last != State.NONE && last != agent) {
            contacts.setWorkTicks(contact, contacts.workTicks(contact) + blends.handOverTicks()[group]);
        }
        pieces.setLastAgent(contact, agent);
        agents.become(agent, Agents.WORKING, s.now);
        linkLast(agent);
        pace.start(agent, contact, Agents.WORKING, contacts.workTicks(contact));
        if (tickets.concerns(contact)) {
            crews.begin(agent);
            want(contact, agent);
        }
    }

    /** Whether the ticket wants more people than those who are with it; if so, idle agents look at it at the end of the tick. */
    private void want(int contact, int agent) {
        int most = tickets.people(contact);
        boolean wants = most > 1 && crews.size(agent) < most;
        crews.setWants(contact, wants);
        if (wants) {
            s.offerDeferredWork();
        }
    }

    /** The agent, who is free, works on the ticket with those who do already: the work goes on as fast as all of them together. */
    void join(int contact, int agent) {
        int last = pieces.lastAgent(contact);
        recorder.happened(Happening.JOINED, contact, agent, 0);
        pace.take(agent, contact, Agents.WORKING, works.leftTicks(last, s.now));
        crews.join(agent, last);
        pieces.setLastAgent(contact, agent);
        agents.become(agent, Agents.WORKING, s.now);
        linkLast(agent);
        goOn(contact, agent);
        want(contact, agent);
    }

    /** All who are with the ticket, of whom this agent joined last, go on together. */
    private void goOn(int contact, int last) {
        double speed = pace.together(last, contact);
        for (int agent = crews.after(last), n = crews.size(last); n > 0; n--, agent = crews.after(agent)) {
            pace.retime(agent, speed);
        }
    }

    /** Whether the agent stops and leaves the ticket in hand to others who are with it. */
    boolean stepsAside(int agent) {
        if (!crews.hasOthers(agent)) {
            return false;
        }
        int contact = works.contact(agent);
        recorder.happened(Happening.STEPPED_ASIDE, contact, agent, 0);
        int before = crews.leave(agent);
        if (pieces.lastAgent(contact) == agent) {
            pieces.setLastAgent(contact, before);
        }
        pace.end(agent);
        crews.begin(agent);
        putDown(agent);
        goOn(contact, pieces.lastAgent(contact));
        want(contact, pieces.lastAgent(contact));
        return true;
    }

    /** Whether nothing is left of the piece that the agent has in hand, and its end is an event of this tick. */
    boolean isDone(int agent) {
        return crews.isReleased(agent) || works.leftTicks(agent, s.now) == 0;
    }

    /** The agent stops: the piece, of which it is known what is left, is in nobody's hand. The caller says where it waits and what the agent does. */
    int park(int agent) {
        int contact = works.contact(agent);
        contacts.setWorkTicks(contact, works.leftTicks(agent, s.now));
        recorder.happened(Happening.PARKED, contact, agent, s.now - works.sinceTick(agent));
        pace.end(agent);
        putDown(agent);
        crews.setWants(contact, false);
        s.offerDeferredWork();
        return contact;
    }

    /** The piece is done, or what was to be done now. Who is free now; nobody, when the run is over. */
    int finish(int work) {
        int agent = works.agent(work);
        if (crews.findsDone(agent)) {
            pace.end(work);
            putDown(agent);
            return agent;
        }
        if (waiting.isOver()) {
            return State.NONE;
        }
        int contact = works.contact(work);
        long ticks = s.now - works.sinceTick(work);
        pace.end(work);
        putDown(agent);
        if (!tickets.concerns(contact)) {
            recorder.happened(Happening.FINISHED, contact, agent, ticks);
            tellRepaired(contact);
            leave(contact);
            return agent;
        }
        crews.release(agent);
        crews.setWants(contact, false);
        if (tickets.waitsNext(contact)) {
            recorder.happened(Happening.HELD, contact, agent, ticks);
            hold(contact);
        } else if (tickets.goesFrom(contact, agents.group(agent))) {
            recorder.happened(Happening.REASSIGNED, contact, agent, ticks);
            tickets.beginPart(contact, lengths);
            pieces.passOn(contact);
            events.schedule(s.now, Events.TICKET, contact);
        } else {
            recorder.happened(Happening.FINISHED, contact, agent, ticks);
            resolve(contact);
        }
        return agent;
    }

    private void tellRepaired(int contact) {
        int component = s.repairs.component(contacts.day(contact));
        if (component != State.NONE) {
            events.schedule(s.now, Events.REPAIRED, component);
        }
    }

    private void leave(int contact) {
        pieces.finish();
        contacts.giveBack(contact);
    }

    /** The ticket's clock stands still: what is left of it goes on when the hold is over; one that has run out is not wound up again. */
    private void hold(int contact) {
        int flow = contacts.flow(contact);
        long left = leftTicks(contact, deferred.resolveClock()[tickets.sort(contact)], pieces.resolveDueTick(contact));
        if (left < Ticks.NEVER) {
            pieces.setResolveDueTick(contact, Ticks.NEVER); // until its clock goes on
        }
        long length = tickets.putOnHold(contact, lengths, s.now, left, openTicks(flow));
        events.schedule(s.now + length, Events.TICKET, contact);
    }

    /** What is left until the piece is due, on the clock of its target, which stands from now on; NEVER where nothing is due, or it is too late already. */
    long leftTicks(int contact, int clock, long dueTick) {
        if (dueTick == Ticks.NEVER || dueTick <= s.now) {
            return Ticks.NEVER;
        }
        return clock == Deferred.ROUND_THE_CLOCK ? dueTick - s.now : hours.openTicks(epoch.desk(contacts.flow(contact)), s.day, s.now, dueTick);
    }

    /** When the piece is due, if so much was left when its clock stood still: a clock of working days goes on by hours. */
    long dueTick(int contact, int clock, long leftTicks) {
        return due(contacts.flow(contact), clock == Deferred.ROUND_THE_CLOCK ? Deferred.ROUND_THE_CLOCK : Deferred.WORKING_HOURS, leftTicks);
    }

    private void endHold(int contact) {
        int flow = contacts.flow(contact);
        tickets.countHold(contact, s.now);
        pieces.leaveOut(contact, tickets.openTicksAtHold(contact), openTicks(flow));
        if (tickets.leftTicks(contact) < Ticks.NEVER) {
            pieces.setResolveDueTick(contact, dueTick(contact, deferred.resolveClock()[tickets.sort(contact)], tickets.leftTicks(contact)));
        }
        tickets.goOn(contact, lengths);
        recorder.happened(Happening.HOLD_ENDED, contact, State.NONE, 0);
    }

    private void resolve(int contact) {
        int flow = contacts.flow(contact);
        long closesTick = due(flow, s.program.tickets().closesClock()[flow], s.program.tickets().closesTicks()[flow]);
        long tick = tickets.resolve(contact, lengths, s.now, closesTick);
        if (tick < Ticks.NEVER) {
            events.schedule(tick, Events.TICKET, contact);
        } else {
            leave(contact);
        }
    }

    private void reopen(int contact) {
        int flow = contacts.flow(contact);
        int sort = tickets.sort(contact);
        contacts.arrive(contact, s.now, s.uncounted());
        tickets.reopen(contact, lengths, s.now + s.wallOffsetTicks);
        pieces.comeAgain(contact, due(flow, deferred.respondClock()[sort], deferred.respondTicks()[sort]), due(flow, deferred.resolveClock()[sort], deferred.resolveTicks()[sort]), openTicks(flow));
        recorder.happened(Happening.REOPENED, contact, State.NONE, 0);
    }

    /** What was to happen to the ticket next happens now. Whether it is to be worked on, so that the caller has somebody take it up or puts it into its queue. */
    boolean comesBack(int contact) {
        if (waiting.isOver()) {
            return false;
        }
        switch (tickets.next(contact)) {
            case HOLD_ENDS -> endHold(contact);
            case GIVEN -> {}
            case REOPENED -> reopen(contact);
            case CLOSED -> {
                recorder.happened(Happening.CLOSED, contact, State.NONE, 0);
                leave(contact);
                return false;
            }
        }
        return true;
    }

    private void putDown(int agent) {
        link(takenUpBefore[agent], takenUpAfter[agent]);
        if (lastToTakeUp(agents.group(agent)) == State.NONE) {
            parkingGroups.remove(agents.group(agent));
        }
    }

    private void linkLast(int agent) {
        int end = s.program.agentCount() + agents.group(agent);
        link(takenUpBefore[end], agent);
        link(agent, end);
        if (epoch.parks && blends.parks()[agents.group(agent)]) {
            parkingGroups.add(agents.group(agent));
        }
    }

    private void link(int before, int after) {
        takenUpAfter[before] = after;
        takenUpBefore[after] = before;
    }

    /** Of the group's agents with deferred work who took theirs up last; or NONE. */
    int lastToTakeUp(int group) {
        int agent = takenUpBefore[s.program.agentCount() + group];
        return agent < s.program.agentCount() ? agent : State.NONE;
    }

    /** Whether the agent stops, because the piece in hand waits for an application from now on: unless it is done at this tick. */
    boolean setsAside(int agent, Held held) {
        if (works.isIdle(agent) || works.status(agent) != Agents.WORKING || isDone(agent) || !pace.holds(works.contact(agent))) {
            return false;
        }
        if (!stepsAside(agent)) {
            held.takes(park(agent));
        }
        return true;
    }

    /** Since when the agent is with the piece in hand. */
    long sinceTick(int agent) {
        return works.sinceTick(agent);
    }

    /** Whether the agent, who is free, may take a piece up, as the rule of the group has it now. */
    boolean mayTakeUp(int agent) {
        int group = agents.group(agent);
        if (epoch.singleFiles && s.files.keeps(group)) {
            return false;
        }
        if (!epoch.blendingGroups.has(group)) {
            return true;
        }
        int status = agents.status(agent);
        int idle = agents.inStatus(group, Agents.IDLE) + (status == Agents.IDLE ? 0 : 1);
        int atWork = agents.present(group) + (Agents.isPresent(status) ? 0 : 1);
        int others = agents.inStatus(group, Agents.WORKING) - (status == Agents.WORKING ? 1 : 0);
        int waiting = blends.looksAtQueue(group) ? s.crowd.at(epoch.deskOfGroup[group]) : 0;
        return s.blending.allows(group, atWork, idle, others, waiting);
    }

    /** Whether deferred work comes before people for this agent, if it may be taken up at all. */
    boolean comesFirst(int agent) {
        return epoch.blends && blends.hasShare(agents.group(agent));
    }

    /** Whether what the agent puts back waits for that agent. */
    boolean isKept(int agent) {
        return blends.resumesSame()[agents.group(agent)];
    }

    /** Whether there is anything to look at now: not when the run is over. */
    boolean offers() {
        s.offerToCome = false;
        return anyWaits() && !waiting.isOver();
    }

    /** Whether any piece waits: in a queue, for one agent alone, or for more people than are with it. */
    private boolean anyWaits() {
        boolean any = pieces.anyKept() || crews.wanting() > 0;
        for (int word = 0; !any && word < contacts.waitedFor.words.length; word++) {
            any = (contacts.waitedFor.words[word] & epoch.deferredQueues.words[word]) != 0;
        }
        return any;
    }
}
