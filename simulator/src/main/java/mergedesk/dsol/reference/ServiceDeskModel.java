package mergedesk.dsol.reference;

import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.List;
import java.util.Queue;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import mergedesk.program.Plan;
import mergedesk.program.Program;
import mergedesk.random.Streams;
import mergedesk.units.Ticks;
import nl.tudelft.simulation.dsol.formalisms.eventscheduling.SimEventInterface;
import nl.tudelft.simulation.dsol.model.AbstractDsolModel;
import nl.tudelft.simulation.dsol.simulators.DevsSimulator;

/**
 * The life of a contact (DESIGN.md) as a plain DSOL model: every arrival, end of patience, end of service and so on is an event in DSOL's event
 * list, every person and agent an object. Slow, and meant to be read.
 */
final class ServiceDeskModel extends AbstractDsolModel<Long, DevsSimulator<Long>> {
    private static final long serialVersionUID = 1L;

    private final Program program;
    private final Program.Horizon horizon;
    private final WallClock clock;
    private final Draws draws;
    private final Desks desks;
    private final Journal journal;
    private final Dependence dependence;
    private final Outcomes outcomes;
    private final Arrivals arrivals;
    private final Serving serving;
    private final Rota rota;
    private final DeferredWork deferredWork;
    private final long runKey;
    private final Outbound outbound;
    private final Outages outages;
    private final Callers callers;
    private Program.Contacts contacts; // now, as all these
    private Program.Groups groups;
    private int[] flowNow;
    private Plan.Rules rulesNow; // null: those of the start
    private final Queue<Person> arriving = new ArrayDeque<>();
    private Kind kind = Kind.CALENDAR;
    private long entries;
    private int countedInSystem;

    ServiceDeskModel(DevsSimulator<Long> simulator, Program program, long seed, long replication, Consumer<String> lines) {
        super(simulator);
        this.program = program;
        horizon = program.horizon();
        clock = new WallClock(program);
        draws = new Draws(program);
        desks = new Desks(program);
        journal = new Journal(program, lines);
        outcomes = new Outcomes(program, desks, journal);
        runKey = Streams.runKey(seed, replication);
        arrivals = new Arrivals(program, clock, runKey);
        dependence = new Dependence(program, desks, draws);
        deferredWork = new DeferredWork(this, program, desks, draws, journal, clock, dependence);
        serving = new Serving(this, program, desks, journal, draws, outcomes, deferredWork, dependence);
        rota = new Rota(this, program, desks, journal, serving);
        outbound = new Outbound(this, program, desks, journal, draws, serving, rota, runKey);
        callers = new Callers(this, program, draws, clock, runKey);
        outages = new Outages(this, program, desks, draws, runKey);
        contacts = program.contacts();
        groups = program.groups();
        flowNow = IntStream.range(0, program.flowCount()).toArray();
    }

    @Override
    public void constructModel() {
        beginDay(0);
        deferredWork.carryOver(runKey);
        outages.begin();
        for (int phase = 0; phase < program.plan().tick().length; phase++) {
            Plan.Phase next = program.plan().phases().get(phase);
            at(program.plan().tick()[phase], Kind.PLAN, () -> begin(next));
        }
        at(horizon.endTick(), Kind.CALENDAR, this::endWhenAllHaveLeft);
    }

    Journal journal() {
        return journal;
    }

    long now() {
        return simulator.getSimulatorTime();
    }

    /** Schedules an event. */
    SimEventInterface<Long> at(long tick, Kind kindOfEvent, Runnable action) {
        return simulator.scheduleEvent(new KindEvent(tick, kindOfEvent, () -> {
            kind = kindOfEvent;
            action.run();
            desks.files.forEach(this::moveUp);
            rota.endLateStays();
            outbound.wake();
            if (program.needs().any()) {
                serving.adapt();
            }
            if (kindOfEvent != Kind.OFFER && program.defers() && !simulator.getEventList().isEmpty()) {
                deferredWork.offerLater();
            }
        }));
    }

    void cancel(SimEventInterface<Long> event) {
        if (event != null) {
            simulator.cancelEvent(event);
        }
    }

    void write(String event, Person person, Agent agent) {
        journal.write(now(), kind, event, person, agent);
    }

    void doorsTurned() {
        outages.lookAtDoors();
    }

    /** Groups as they are now. */
    Program.Groups groups() {
        return groups;
    }

    void writeOf(String event, int application) {
        journal.write(now(), kind, event, application);
    }

    // ---------------------------------------------------------------------------------------------------------------- calendar

    private void beginDay(int day) {
        rota.beginDay(day);
        arriving.addAll(arrivals.of(day));
        nextArrival();
        if (day + 1 < program.calendar().dayCount()) {
            at(program.calendar().dayStartTick()[day + 1], Kind.CALENDAR, () -> beginDay(day + 1));
        }
    }

    /** An application goes down or comes back. */
    void turn(int application, boolean isUp) {
        dependence.turn(application, isUp);
        callers.turn(application, isUp);
    }

    /** All that an event took down or brought back is known. */
    void followTurns(boolean someDown, boolean someUp) {
        if (someDown) {
            serving.tellAll();
            deferredWork.setAsideAll();
        }
        if (someUp) {
            deferredWork.releaseAll();
        }
    }

    /** Somebody who has not called before calls because an application is down. */
    void callForOutage(Person person) {
        write("incident", person, null);
        journal.count(person, "incidents", 1);
        enterFirst(person);
    }

    /** A repair is to be done by agents. */
    void repairComes(Person piece) {
        if (!hasEmptied()) {
            deferredWork.receive(piece);
        }
    }

    /** Whether a run that drains has come to its end: whoever came has left for good. */
    boolean hasEmptied() {
        return !horizon.cut() && now() >= horizon.endTick() && countedInSystem == 0;
    }

    /** One arrival at a time is in the event list; the others wait in order. */
    private void nextArrival() {
        if (!arriving.isEmpty()) {
            at(arriving.peek().arrivalTick, Kind.ARRIVAL, this::arrive);
        }
    }

    /** The run is over at the first start of an interval, at or after the end, at which nobody who counts is in the system. */
    private void endWhenAllHaveLeft() {
        if (countedInSystem == 0) {
            simulator.getEventList().clear();
            return;
        }
        long next = clock.intervalEnd(now());
        if (next < clock.end()) {
            at(next, Kind.CALENDAR, this::endWhenAllHaveLeft);
        }
    }

    /** Somebody is in the system, or has left, whom a run that drains waits for; one that is cut only if they count. */
    void stays(Person person, boolean in) {
        countedInSystem += counts(person) ? (in ? 1 : -1) : 0;
    }

    // -------------------------------------------------------------------------------------------------------------------- door

    private void arrive() {
        Person person = arriving.remove();
        nextArrival();
        if (!triesSelfService(person)) {
            enterFirst(person);
        }
    }

    /** The first attempt at a door. */
    private void enterFirst(Person person) {
        person.flow = flowNow[person.flow];
        if (!DeferredWork.is(program, person.flow)) {
            journal.countPerson(person, "all");
        }
        enter(person);
    }

    /** The person has been told that an application is down and comes again, if it is not too late for that. */
    void comesAgain(Agent agent, Person person, long waitTicks, long delay) {
        if (delay > horizon.lastReturnTick() - now()) {
            served(agent, person);
            return;
        }
        write("comes_back", person, agent);
        outcomes.comesBack(person, waitTicks);
        at(now() + delay, Kind.RETURN, () -> comeBack(person));
        rota.nextTask(agent);
    }

    /** The agent has served the person, who is gone. */
    void served(Agent agent, Person person) {
        countedInSystem -= counts(person) ? 1 : 0;
        rota.nextTask(agent);
    }

    // ------------------------------------------------------------------------------------------------------------ self-service

    /** Whether the person tries self-service, so that no desk hears of them now. */
    private boolean triesSelfService(Person person) {
        int portal = program.portals().portal()[person.flow];
        if (portal < 0 || !desks.openPortals.get(portal) || !dependence.lets(portal) || !draws.triesSelfService(person)) {
            return false;
        }
        boolean contained = draws.isContained(person);
        write(contained ? "contained" : "self_service_failed", person, null);
        journal.count(person, contained ? "contained" : "self_service_failed", 1);
        long delay = contained ? 0 : draws.selfServiceDelay(person);
        if (!contained && delay <= horizon.lastReturnTick() - now()) {
            countedInSystem += horizon.cut() ? 0 : 1; // who may come later does not hold up a run that is cut
            at(now() + delay, Kind.AFTER_SELF_SERVICE, () -> comeAfterSelfService(person));
        }
        return true;
    }

    private void comeAfterSelfService(Person person) {
        countedInSystem -= horizon.cut() ? 0 : 1;
        person.flow = program.portals().becomes()[person.flow];
        person.work = clock.inForce(program.contacts().work(), person.flow, now());
        person.arrivalTick = now();
        person.firstArrivalTick = now();
        enterFirst(person);
    }

    private void comeBack(Person person) {
        countedInSystem -= counts(person) ? 1 : 0;
        person.attempt++;
        person.arrivalTick = now();
        enter(person);
    }

    /** Whether the run must go on for somebody: the attempt counts, or the first did, so that the outcome does. */
    private boolean counts(Person person) {
        return journal.counts(person.arrivalTick) || journal.counts(person.firstArrivalTick);
    }

    /** A step of the plan: who waits goes to where the flow is now, and waits on there or is taken at once. */
    private void begin(Plan.Phase phase) {
        journal.begin(now(), phase.rules().groups().desk());
        outages.begin(phase.estate());
        if (phase.rules() != rulesNow && (rulesNow != null || !program.holdsAtFirst(phase.rules()))) {
            begin(phase.rules());
        }
    }

    private void begin(Plan.Rules rules) {
        rulesNow = rules;
        record Waiting(ContactQueue queue, Person person) {}
        List<Person> all = desks.queues.stream()
                .flatMap(queue -> queue.waiting.stream().map(person -> new Waiting(queue, person)))
                .sorted(Comparator.comparing((Waiting waiting) -> waiting.queue.deferred)
                        .thenComparingLong(waiting -> waiting.queue.deferred ? waiting.person.place : 0)
                        .thenComparingLong(waiting -> waiting.queue.deferred ? waiting.person.arrivalTick : 0)
                        .thenComparingInt(waiting -> waiting.queue.deferred ? waiting.queue.number : 0)
                        .thenComparingLong(waiting -> waiting.person.entry))
                .map(Waiting::person)
                .toList();
        contacts = rules.contacts();
        groups = rules.groups();
        flowNow = rules.flow();
        draws.begin(contacts);
        desks.begin(rules);
        for (Person person : all) {
            if (flowNow[person.flow] != person.flow) {
                countMoved(person, -1);
                person.flow = flowNow[person.flow];
                countMoved(person, 1);
                write("comes_to_desk", person, null);
            }
            person.entry = DeferredWork.is(program, person.flow) ? entries++ : person.entry;
            desks.queueOf(person).waiting.add(person);
        }
        desks.desks.forEach(desk -> desk.linesInUse = 0);
        all.forEach(person -> takeLine(person, 1));
        desks.agents.stream().flatMap(Agent::inHand).filter(hand -> hand.talking).forEach(hand -> takeLine(hand.person, 1));
        for (Person person : all) {
            cancel(person.overflow);
            scheduleOverflow(person);
        }
        deferredWork.offerLater();
        at(now(), Kind.REASSIGN, this::reassign);
    }

    /** Doors and staff of the step are there. */
    private void reassign() {
        if (hasEmptied()) {
            return;
        }
        IntStream.range(0, desks.desks.size()).forEach(rota::cutOffWhereClosed);
        if (IntStream.range(0, program.flowCount()).anyMatch(flow -> desks.isChat(flow))) {
            rota.lookAgain();
        } else {
            letIdleTake();
        }
        desks.queues.stream()
                .filter(queue -> !queue.deferred)
                .flatMap(queue -> queue.waiting.stream())
                .sorted(Comparator.<Person>comparingInt(person -> desks.priorityOf(person)).thenComparingLong(person -> person.entry))
                .forEach(person -> {
                    Agent agent = agentFor(person);
                    if (agent != null) {
                        stopWaiting(person);
                        serving.start(agent, person);
                    }
                });
    }

    private void letIdleTake() {
        desks.agents.stream()
                .filter(Agent::isIdle)
                .sorted(Comparator.<Agent>comparingLong(agent -> agent.sinceTick).thenComparingInt(agent -> agent.number))
                .forEach(agent -> serving.takesWaiting(agent, ContactQueue.Kinds.LIVE));
    }

    private void countMoved(Person waits, int by) {
        journal.change(now(), "flow " + waits.flow + " queue", by);
        journal.count(waits, "offered", by);
        journal.count(waits, "delayed", by);
        journal.countPerson(waits, "all", by);
    }

    /** An attempt. */
    private void enter(Person person) {
        if (flowNow[person.flow] != person.flow) {
            if (person.attempt > 0) {
                journal.countPerson(person, "all", -1);
            }
            person.flow = flowNow[person.flow];
            if (person.attempt > 0) {
                journal.countPerson(person, "all", 1);
                write("comes_to_desk", person, null);
            }
        }
        if (DeferredWork.is(program, person.flow)) {
            deferredWork.receive(person);
            return;
        }
        countedInSystem += counts(person) ? 1 : 0;
        Desk desk = desks.deskOf(person);
        if (!desk.letsIn) {
            write("turned_away", person, null);
            journal.count(person, "turned_away", 1);
            notServed(person, Program.Contacts.AFTER_TURNED_AWAY);
            return;
        }
        write("offered", person, null);
        journal.count(person, "offered", 1);
        if (isCall(person) && desk.linesInUse >= desk.lines) {
            block(person);
            return;
        }
        Agent agent = agentFor(person);
        if (agent != null) {
            takeLine(person, 1);
            serving.start(agent, person);
            return;
        }
        if (desks.waitingAt(program.contacts().flowDesk()[person.flow]).size() >= desk.queueCapacity) {
            block(person);
            return;
        }
        journal.count(person, "delayed", 1);
        if (draws.balks(person, seenBy(person))) {
            write("balked", person, null);
            journal.count(person, "balked", 1);
            outcomes.abandoned(person, 0);
            notServed(person, Program.Contacts.AFTER_ABANDONED);
            return;
        }
        takeLine(person, 1);
        startWaiting(person);
    }

    private boolean isCall(Person person) {
        return program.contacts().kind()[person.flow] == Program.Contacts.LIVE;
    }

    /** A call holds a line of its desk (1), or does so no longer (−1); nobody else needs one. */
    void takeLine(Person person, int by) {
        desks.deskOf(person).linesInUse += isCall(person) ? by : 0;
    }

    /** Those of the same kind who wait at the desk. */
    private long seenBy(Person person) {
        int[] kinds = program.contacts().kind();
        return desks.waitingAt(program.contacts().flowDesk()[person.flow]).stream().filter(other -> kinds[other.flow] == kinds[person.flow]).count();
    }

    private void block(Person person) {
        write("blocked", person, null);
        journal.count(person, "blocked", 1);
        notServed(person, Program.Contacts.AFTER_BLOCKED);
    }

    // ----------------------------------------------------------------------------------------------------------------- waiting

    private void startWaiting(Person person) {
        write("queued", person, null);
        journal.lastEvent(now());
        journal.change(now(), "flow " + person.flow + " queue", 1);
        person.place = person.arrivalTick;
        join(person);
        long patience = draws.patience(person, clock.inForce(contacts.patience(), person.flow, now()));
        if (patience < Ticks.NEVER) {
            person.patienceEnd = at(now() + patience, Kind.PATIENCE_END, () -> abandon(person));
        }
        long untilMessage = program.contacts().messages().afterTicks()[person.flow];
        if (untilMessage < Ticks.NEVER && draws.leavesMessage(person)) {
            person.message = at(now() + untilMessage, Kind.MESSAGE, () -> leaveMessage(person));
        }
        scheduleOverflow(person);
    }

    void join(Person person) {
        person.entry = entries++;
        desks.queueOf(person).waiting.add(person);
    }

    void stopWaiting(Person person) {
        desks.queueOf(person).waiting.remove(person);
        if (!DeferredWork.is(program, person.flow)) {
            journal.change(now(), "flow " + person.flow + " queue", -1);
        }
        cancel(person.patienceEnd);
        cancel(person.overflow);
        cancel(person.message);
        person.message = null;
        person.patienceEnd = null;
        person.overflow = null;
    }

    private void abandon(Person person) {
        stopWaiting(person);
        takeLine(person, -1);
        long waitTicks = now() - person.arrivalTick;
        write("abandoned", person, null);
        outcomes.abandoned(person, waitTicks);
        journal.lastEvent(now());
        notServed(person, Program.Contacts.AFTER_ABANDONED);
    }

    private void leaveMessage(Person person) {
        stopWaiting(person);
        takeLine(person, -1);
        write("left_message", person, null);
        journal.count(person, "messages", 1);
        journal.countPerson(person, "messages");
        journal.lastEvent(now());
        countedInSystem -= counts(person) ? 1 : 0;
        int becomes = program.contacts().messages().becomes()[person.flow];
        if (becomes >= 0) {
            person.flow = becomes;
            person.work = clock.inForce(program.contacts().work(), becomes, now());
            person.arrivalTick = now();
            person.firstArrivalTick = now();
            deferredWork.receive(person);
        }
    }

    /** The desk has closed and does not keep whom it has not served. */
    void cutOff(Person person) {
        stopWaiting(person);
        takeLine(person, -1);
        write("disconnected", person, null);
        journal.count(person, "disconnected", 1);
        person.lostWaitTicks += now() - person.arrivalTick;
        journal.lastEvent(now());
        notServed(person, Program.Contacts.AFTER_DISCONNECTED);
    }

    /** The next moment at which further groups may take the contact, if there is one. */
    void scheduleOverflow(Person person) {
        long waitTicks = now() - person.arrivalTick;
        desks.queueOf(person).rows.stream()
                .mapToLong(ContactQueue.Row::afterTicks)
                .filter(after -> after > waitTicks)
                .min()
                .ifPresent(after ->
                        person.overflow = at(person.arrivalTick + after, Kind.OVERFLOW, () -> overflow(person)));
    }

    /** Whoever has come to the front of the file meets the agents who are idle. */
    private void moveUp(SingleFile file) {
        for (Person person = file.movedUp(); person != null; person = file.movedUp()) {
            Agent agent = agentFor(person);
            if (agent != null) {
                stopWaiting(person);
                serving.start(agent, person);
            }
        }
    }

    private void overflow(Person person) {
        if (DeferredWork.is(program, person.flow) && hasEmptied()) {
            return;
        }
        Agent agent = DeferredWork.is(program, person.flow) ? deferredWork.agentOfNewGroupsFor(person) : agentFor(person);
        if (agent == null) {
            scheduleOverflow(person);
            return;
        }
        stopWaiting(person);
        serving.start(agent, person);
    }

    /** Who takes somebody who has waited so long, and whom nobody is in front of: an idle agent, one with room, or else one who puts deferred work back; or null. */
    private Agent agentFor(Person person) {
        if (!desks.queueOf(person).lets(person)) {
            return null;
        }
        long waitTicks = now() - person.arrivalTick;
        Agent agent = Desks.agentFor(desks.queueOf(person), waitTicks);
        return agent != null ? agent : deferredWork.parkedFor(desks.queueOf(person), waitTicks);
    }

    // --------------------------------------------------------------------------------------------------------------- trying again

    private void notServed(Person person, int failure) {
        boolean may = (contacts.retryAfter()[person.flow] & failure) != 0 && person.attempt < contacts.retryLimit()[person.flow];
        if (may && draws.triesAgain(person)) {
            long delay = draws.retryDelay(person);
            if (delay <= horizon.lastReturnTick() - now()) {
                write("will_return", person, null);
                journal.count(person, "retried", 1);
                at(now() + delay, Kind.RETURN, () -> comeBack(person));
                return;
            }
        }
        write("gave_up", person, null);
        outcomes.gaveUp(person, failure);
        countedInSystem -= counts(person) ? 1 : 0;
    }

    /** The agent stops at once, if that is possible: idle, or with deferred work, which is put back, unless it is done just now. */
    boolean stops(Agent agent) {
        if (agent.status == Agent.Status.WORKING && deferredWork.left(agent) > 0) {
            deferredWork.putBack(agent);
            return true;
        }
        return agent.isIdle();
    }

    void nextTask(Agent agent) {
        rota.nextTask(agent);
    }

    void start(Agent agent, Person person) {
        serving.start(agent, person);
    }

    boolean takesWaiting(Agent agent, ContactQueue.Kinds kinds) {
        return serving.takesWaiting(agent, kinds);
    }

    long atSpeed(long work, Agent agent, Person person) {
        return (long) Math.ceil(work / speed(agent, person));
    }

    double speed(Agent agent, Person person) {
        int services = program.names().services().size();
        return groups.speed()[agent.group.number * services + program.contacts().flowService()[person.flow]];
    }
}
