package mergedesk.dsol.reference;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import mergedesk.program.Blends;
import mergedesk.program.Deferred;
import mergedesk.program.Program;
import mergedesk.random.Streams;
import mergedesk.units.Ticks;

/** The life of deferred work: it comes at any hour and is kept, taken up, put back half done at the end of a shift or for a break, taken up again and finished. */
final class DeferredWork {
    private final ServiceDeskModel model;
    private final Program program;
    private final Deferred table;
    private final Desks desks;
    private final Draws draws;
    private final Journal journal;
    private final WallClock clock;
    private final Dependence dependence;
    private final Ticketing tickets;
    private final List<BusinessHours> hours = new ArrayList<>();
    private final List<Person> wanting = new ArrayList<>(); // tickets that want more people
    private final List<Person> setAside = new ArrayList<>(); // in that order
    private boolean offerToCome;

    DeferredWork(ServiceDeskModel model, Program program, Desks desks, Draws draws, Journal journal, WallClock clock, Dependence dependence) {
        this.model = model;
        this.program = program;
        table = program.deferred();
        this.desks = desks;
        this.draws = draws;
        this.journal = journal;
        this.clock = clock;
        this.dependence = dependence;
        tickets = new Ticketing(model, program, draws, clock);
        for (int desk = 0; desk < program.deskCount(); desk++) {
            hours.add(new BusinessHours(program, desk));
        }
    }

    static boolean is(Program program, int flow) {
        return program.contacts().kind()[flow] == Program.Contacts.DEFERRED;
    }

    private BusinessHours hoursOf(Person piece) {
        return hours.get(program.contacts().flowDesk()[piece.flow]);
    }

    /** What is on the desks when the run begins. Nobody is at work yet. */
    void carryOver(long runKey) {
        int[] ordinals = new int[program.flowCount()];
        for (int i = 0; i < table.backlogFlow().length; i++) {
            int flow = table.backlogFlow()[i];
            int ordinal = ordinals[flow]++;
            long dayKey = Streams.dayKey(runKey, Streams.BACKLOG, program.demand().flowKey()[flow], program.calendar().firstCivilDay());
            Person piece = new Person(flow, -1, ordinal, Streams.ordinalKey(dayKey, ordinal), table.backlogTick()[i], clock.inForce(program.contacts().work(), flow, 0));
            prepare(piece);
            if (tickets.is(piece)) {
                tickets.setPriority(piece, table.backlogSort()[i]);
            }
            piece.respondDueTick = table.backlogRespondDueTick()[i];
            piece.resolveDueTick = table.backlogResolveDueTick()[i];
            piece.openTicks = -table.backlogOpenTicks()[i];
            model.write("carried_over", piece, null);
            journal.change(model.now(), "flow " + flow + " backlog", 1);
            keep(piece);
        }
    }

    private void prepare(Person piece) {
        if (tickets.is(piece)) {
            tickets.receive(piece);
        } else if (piece.whenRepaired != null) {
            piece.left = piece.repair;
        } else {
            piece.left = draws.work(piece, -1);
        }
    }

    /** A piece comes. */
    void receive(Person piece) {
        prepare(piece);
        beginClocks(piece);
        model.write("received", piece, null);
        journal.countNow(model.now(), piece, "received", 1);
        journal.change(model.now(), "flow " + piece.flow + " backlog", 1);
        offerTo(piece);
    }

    private void beginClocks(Person piece) {
        int sort = tickets.sort(piece);
        int day = clock.day(model.now());
        piece.respondDueTick = hoursOf(piece).due(day, model.now(), table.respondClock()[sort], table.respondTicks()[sort]);
        piece.resolveDueTick = hoursOf(piece).due(day, model.now(), table.resolveClock()[sort], table.resolveTicks()[sort]);
        piece.openTicks = hoursOf(piece).openTicks(model.now());
        piece.begun = false;
        piece.lastAgent = null;
    }

    /** Somebody who is idle takes the piece, or it is kept. */
    private void offerTo(Person piece) {
        if (model.hasEmptied()) {
            return;
        }
        if (dependence.holds(piece)) {
            setAside(piece);
            return;
        }
        Agent agent = agentFor(piece);
        if (agent != null) {
            model.start(agent, piece);
        } else {
            keep(piece);
        }
    }

    private void setAside(Person piece) {
        int sort = tickets.sort(piece);
        piece.respondLeft = piece.begun ? -1 : left(piece, table.respondClock()[sort], piece.respondDueTick);
        piece.resolveLeft = left(piece, table.resolveClock()[sort], piece.resolveDueTick);
        piece.respondDueTick = piece.respondLeft < 0 ? piece.respondDueTick : Ticks.NEVER;
        piece.resolveDueTick = piece.resolveLeft < 0 ? piece.resolveDueTick : Ticks.NEVER;
        piece.openWhenSetAside = hoursOf(piece).openTicks(model.now());
        model.write("set_aside", piece, null);
        setAside.add(piece);
    }

    /** What is left on a clock that stands from now on; less than 0 where none runs. */
    private long left(Person piece, int kind, long dueTick) {
        if (dueTick == Ticks.NEVER || dueTick <= model.now()) {
            return -1;
        }
        return kind == Deferred.ROUND_THE_CLOCK ? dueTick - model.now() : hoursOf(piece).openTicks(dueTick) - hoursOf(piece).openTicks(model.now());
    }

    private long due(Person piece, int kind, long left) {
        int running = kind == Deferred.ROUND_THE_CLOCK ? Deferred.ROUND_THE_CLOCK : Deferred.WORKING_HOURS;
        return hoursOf(piece).due(clock.day(model.now()), model.now(), running, left);
    }

    /** An application has gone down: what waits for it from now on is in nobody's hand, and who had it is free. */
    void setAsideAll() {
        if (model.hasEmptied()) {
            return;
        }
        for (ContactQueue queue : desks.queues) {
            queue.waiting.stream()
                    .filter(person -> is(program, person.flow) && dependence.holds(person))
                    .sorted(Comparator.comparingLong((Person piece) -> piece.place).thenComparingLong(piece -> piece.arrivalTick).thenComparingLong(piece -> piece.entry))
                    .toList()
                    .forEach(piece -> {
                        model.stopWaiting(piece);
                        setAside(piece);
                    });
        }
        for (Agent agent : desks.agents) {
            if (agent.kept != null && dependence.holds(agent.kept)) {
                setAside(agent.kept);
                agent.kept = null;
            }
        }
        List<Agent> free = desks.agents.stream()
                .filter(agent -> agent.piece != null && !agent.piece.people.isEmpty() && left(agent) > 0 && dependence.holds(agent.piece))
                .toList();
        for (Agent agent : free) {
            Person piece = agent.piece;
            if (piece.people.size() > 1) {
                stepAside(agent);
            } else {
                stop(agent);
                setAside(piece);
            }
        }
        free.forEach(model::nextTask);
    }

    /** An application is up again: what waits for none any more is in its queue. */
    void releaseAll() {
        if (model.hasEmptied()) {
            return;
        }
        for (Person piece : List.copyOf(setAside)) {
            if (!dependence.holds(piece)) {
                setAside.remove(piece);
                int sort = tickets.sort(piece);
                piece.openTicks += hoursOf(piece).openTicks(model.now()) - piece.openWhenSetAside;
                piece.respondDueTick = piece.respondLeft < 0 ? piece.respondDueTick : due(piece, table.respondClock()[sort], piece.respondLeft);
                piece.resolveDueTick = piece.resolveLeft < 0 ? piece.resolveDueTick : due(piece, table.resolveClock()[sort], piece.resolveLeft);
                model.write("released", piece, null);
                keep(piece);
            }
        }
        offerLater();
    }

    /** Who takes the piece up at once, or when further groups may: nobody, if that one has another to go on with, which then comes first. */
    Agent agentFor(Person piece) {
        return agentFor(piece, Long.MIN_VALUE);
    }

    /** The same when further groups may: who might before will look at all that waits. */
    Agent agentOfNewGroupsFor(Person piece) {
        return agentFor(piece, model.now() - piece.arrivalTick);
    }

    private Agent agentFor(Person piece, long least) {
        Agent agent = Desks.agentForPiece(desks.queueOf(piece), least, model.now() - piece.arrivalTick, this);
        if (agent != null && agent.kept != null) {
            model.start(agent, agent.kept);
            offerLater();
            return null;
        }
        return agent;
    }

    /** Whether an agent who is free may take a piece up now: the rule of the group. */
    boolean mayTakeUp(Agent agent) {
        Blends rules = table.blends();
        int group = agent.group.number;
        long atWork = agent.group.agents.stream().filter(other -> other == agent || other.isPresent()).count();
        long idle = agent.group.agents.stream().filter(other -> other == agent || other.isIdle()).count();
        long pieces = agent.group.working.stream().filter(other -> other != agent).count();
        BigDecimal busy = BigDecimal.valueOf(atWork - idle);
        BigDecimal all = BigDecimal.valueOf(atWork);
        boolean share = !rules.hasShare(group) || pieces < BigDecimal.valueOf(agent.group.millionthsForPieces, 6).multiply(all).setScale(0, RoundingMode.FLOOR).longValueExact();
        return !agent.group.staysLate
                && share
                && idle > agent.group.reserve
                && (rules.belowOccupancy()[group] == Blends.NO_SHARE || busy.compareTo(BigDecimal.valueOf(rules.belowOccupancy()[group], 6).multiply(all)) < 0)
                && desks.waitingAt(desks.desks.indexOf(agent.group.desk)).size() < rules.belowQueue()[group];
    }

    /** Whether the agent prefers deferred work to people. */
    boolean comesFirst(Agent agent) {
        return table.blends().hasShare(agent.group.number);
    }

    /** The agent who puts a piece back for somebody who has waited so long, free now; or null. Of the lowest rank who took theirs up last. */
    Agent parkedFor(ContactQueue queue, long waitTicks) {
        record Candidate(int rank, Agent agent) {}
        Agent agent = queue.rows.stream()
                .filter(row -> row.afterTicks() <= waitTicks && table.blends().parks()[row.group().number] && !row.group().working.isEmpty())
                .map(row -> new Candidate(row.rank(), row.group().working.get(row.group().working.size() - 1)))
                .min(Comparator.comparingInt(Candidate::rank)
                        .thenComparingLong(candidate -> -candidate.agent().pieceTick)
                        .thenComparingInt(candidate -> candidate.agent().group.number))
                .map(Candidate::agent)
                .orElse(null);
        return agent != null && model.stops(agent) ? agent : null;
    }

    private void comeAgain(Person ticket) {
        if (model.hasEmptied()) {
            return;
        }
        beginClocks(ticket);
        model.write("reopened", ticket, null);
        journal.countNow(model.now(), ticket, "reopened", 1);
        journal.change(model.now(), "flow " + ticket.flow + " backlog", 1);
        offerTo(ticket);
    }

    private void keep(Person piece) {
        boolean byDue = table.byDue()[program.contacts().flowDesk()[piece.flow]];
        boolean untilResolved = tickets.is(piece) && piece.begun && piece.resolveDueTick < Ticks.NEVER;
        long due = untilResolved ? piece.resolveDueTick : Math.min(piece.respondDueTick, piece.resolveDueTick);
        piece.place = byDue ? due : piece.arrivalTick;
        model.join(piece);
        model.scheduleOverflow(piece);
    }

    /** The agent works on the piece, which is in no queue. */
    void takeUp(Agent agent, Person piece) {
        long now = model.now();
        if (wanting.contains(piece)) {
            join(agent, piece);
            return;
        }
        model.write(piece.begun ? "resumed" : "started", piece, agent);
        if (!piece.begun) {
            journal.countNow(now, piece, "started", 1);
            journal.countNow(now, piece, "response", now - piece.arrivalTick);
            journal.countNow(now, piece, "response_working", hoursOf(piece).openTicks(now) - piece.openTicks);
            countDue(piece, "response", piece.respondDueTick);
        }
        if (piece.lastAgent != null && piece.lastAgent != agent) {
            piece.left += table.blends().handOverTicks()[agent.group.number];
        }
        piece.begun = true;
        piece.lastAgent = agent;
        agent.kept = piece == agent.kept ? null : agent.kept;
        agent.group.working.add(agent);
        agent.piece = piece;
        agent.pieceTick = now;
        journal.lastEvent(now);
        piece.people.add(agent);
        agent.pieceSpeed = model.speed(agent, piece);
        together(piece);
    }

    /** All who are with the piece go on together, as fast as their speeds add up to; each has an end of it in view. */
    private void together(Person piece) {
        piece.pace = speed(piece);
        piece.paceTick = model.now();
        piece.people.forEach(agent -> expectEnd(agent, piece));
        boolean wanted = tickets.is(piece) && piece.people.size() < tickets.people(piece);
        if (!wanted) {
            wanting.remove(piece);
        } else if (!wanting.contains(piece)) {
            wanting.add(piece);
        }
        if (wanted) {
            offerLater();
        }
    }

    private double speed(Person piece) {
        return piece.people.stream().mapToDouble(agent -> agent.pieceSpeed).reduce(0, Double::sum) * dependence.speed(piece);
    }

    private void expectEnd(Agent agent, Person piece) {
        model.cancel(agent.pieceEnd);
        boolean stands = piece.pace == 0 && piece.left > 0;
        long takes = piece.left == 0 || stands ? 0 : (long) Math.ceil(piece.left / piece.pace);
        agent.pieceEnd = stands ? null : model.at(model.now() + takes, Kind.SERVICE_END, () -> finish(agent));
    }

    /** The piece that the agent is with may go on at another speed; {@code adapted}: those that do so already, by others who are with them. */
    void adapt(Agent agent, Set<Person> adapted) {
        Person piece = agent.piece;
        if (!adapted.contains(piece)) {
            long left = left(agent);
            if (piece.people.isEmpty() || left == 0 || speed(piece) == piece.pace) {
                return;
            }
            piece.left = left;
            piece.pace = speed(piece);
            piece.paceTick = model.now();
            adapted.add(piece);
        }
        expectEnd(agent, piece);
    }

    /** The ticket that wants more people and that the agent may join, of those that began to first; or null. */
    Person wantingFor(Agent agent) {
        return wanting.stream()
                .filter(ticket -> desks.queueOf(ticket).rows.stream().anyMatch(row -> row.group() == agent.group))
                .findFirst()
                .orElse(null);
    }

    boolean wants(Person piece) {
        return wanting.contains(piece);
    }

    /** The agent works on the ticket with those who do already. */
    private void join(Agent agent, Person ticket) {
        model.write("joined", ticket, agent);
        ticket.left = left(ticket.people.get(0));
        ticket.lastAgent = agent;
        ticket.people.add(agent);
        agent.pieceSpeed = model.speed(agent, ticket);
        agent.group.working.add(agent);
        agent.piece = ticket;
        agent.pieceTick = model.now();
        journal.lastEvent(model.now());
        together(ticket);
    }

    /** The agent leaves the ticket to the others. */
    private void stepAside(Agent agent) {
        Person ticket = agent.piece;
        model.write("stepped_aside", ticket, agent);
        ticket.left = left(agent);
        int place = ticket.people.indexOf(agent);
        ticket.people.remove(agent);
        if (ticket.lastAgent == agent) {
            ticket.lastAgent = ticket.people.get(place - 1);
        }
        putDown(agent);
        journal.lastEvent(model.now());
        together(ticket);
    }

    private void putDown(Agent agent) {
        model.cancel(agent.pieceEnd);
        agent.pieceEnd = null;
        agent.piece = null;
        agent.group.working.remove(agent);
    }

    private void countDue(Person piece, String what, long dueTick) {
        if (dueTick < Ticks.NEVER) {
            journal.countNow(model.now(), piece, what + "_due", 1);
            journal.countNow(model.now(), piece, what + "_within", model.now() <= dueTick ? 1 : 0);
        }
    }

    private void finish(Agent agent) {
        if (agent.piece.people.isEmpty()) { // done by another of its people, at this tick
            putDown(agent);
            model.nextTask(agent);
            return;
        }
        if (model.hasEmptied()) {
            return;
        }
        Person piece = agent.piece;
        long now = model.now();
        for (Agent other : piece.people) {
            if (other != agent) {
                other.piece = new Person(piece.flow, piece.day, piece.ordinal, piece.key, now, piece.work); // nothing is left of it
            }
        }
        piece.people.clear();
        wanting.remove(piece);
        if (tickets.is(piece) && piece.ticket.untilHold) {
            model.write("held", piece, agent);
            tickets.putOnHold(piece, hoursOf(piece), () -> offerTo(piece));
        } else if (tickets.is(piece) && tickets.goesOn(piece, agent.group.number)) {
            model.write("reassigned", piece, agent);
            model.at(now, Kind.TICKET, () -> offerTo(piece));
        } else {
            end(agent, piece);
        }
        journal.lastEvent(now);
        agent.piece = null;
        agent.group.working.remove(agent);
        model.nextTask(agent);
    }

    private void end(Agent agent, Person piece) {
        long now = model.now();
        model.write("finished", piece, agent);
        journal.countNow(now, piece, "finished", 1);
        journal.countNow(now, piece, "resolution", now - piece.arrivalTick);
        journal.countNow(now, piece, "resolution_working", hoursOf(piece).openTicks(now) - piece.openTicks);
        countDue(piece, "resolution", piece.resolveDueTick);
        journal.change(now, "flow " + piece.flow + " backlog", -1);
        if (piece.whenRepaired != null) {
            model.at(now, Kind.REPAIRED, piece.whenRepaired);
        }
        if (tickets.is(piece)) {
            journal.countNow(now, piece, "tickets", 1);
            journal.countNow(now, piece, "on_hold", piece.ticket.heldTicks);
            journal.countNow(now, piece, "reassigned", piece.ticket.reassigned);
            tickets.resolve(piece, hoursOf(piece), () -> comeAgain(piece), () -> close(piece));
        }
    }

    private void close(Person ticket) {
        if (!model.hasEmptied()) {
            model.write("closed", ticket, null);
            journal.countNow(model.now(), ticket, "closed", 1);
        }
    }

    /** What is left at speed 1 of the piece in hand: what was left, less what all did together, in whole ticks. */
    long left(Agent agent) {
        Person piece = agent.piece;
        return Math.max(0, piece.left - (long) Math.floor((model.now() - piece.paceTick) * piece.pace));
    }

    /** The agent puts the piece back, or leaves it to others who are with it. */
    void putBack(Agent agent) {
        if (agent.piece.people.size() > 1) {
            stepAside(agent);
            return;
        }
        Person piece = agent.piece;
        stop(agent);
        if (table.blends().resumesSame()[agent.group.number]) {
            agent.kept = piece;
        } else {
            keep(piece);
        }
        offerLater();
    }

    /** The agent, who is alone with the piece, puts it down half done. */
    private void stop(Agent agent) {
        Person piece = agent.piece;
        piece.left = left(agent);
        model.write("parked", piece, agent);
        journal.lastEvent(model.now());
        putDown(agent);
        piece.people.clear();
        wanting.remove(piece);
    }

    /** Once all else of this tick has happened. */
    void offerLater() {
        if (!offerToCome) {
            offerToCome = true;
            model.at(model.now(), Kind.OFFER, this::offer);
        }
    }

    /** Idle agents look at deferred work again. */
    private void offer() {
        offerToCome = false;
        if (model.hasEmptied()) {
            return;
        }
        for (Group group : desks.groups) {
            for (Agent agent : group.idle()) {
                model.takesWaiting(agent, ContactQueue.Kinds.DEFERRED);
            }
        }
    }
}
