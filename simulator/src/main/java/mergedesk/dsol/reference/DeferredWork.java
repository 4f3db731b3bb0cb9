package mergedesk.dsol.reference;

import java.util.ArrayList;
import java.util.List;
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
    private final List<BusinessHours> hours = new ArrayList<>();
    private boolean offerToCome;

    DeferredWork(ServiceDeskModel model, Program program, Desks desks, Draws draws, Journal journal, WallClock clock) {
        this.model = model;
        this.program = program;
        table = program.deferred();
        this.desks = desks;
        this.draws = draws;
        this.journal = journal;
        this.clock = clock;
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
            piece.left = draws.work(piece, -1);
            piece.respondDueTick = table.backlogRespondDueTick()[i];
            piece.resolveDueTick = table.backlogResolveDueTick()[i];
            piece.openTicks = -table.backlogOpenTicks()[i];
            model.write("carried_over", piece, null);
            journal.change(model.now(), "flow " + flow + " backlog", 1);
            keep(piece);
        }
    }

    /** A piece comes. */
    void receive(Person piece) {
        int flow = piece.flow;
        int day = clock.day(model.now());
        piece.left = draws.work(piece, -1);
        piece.respondDueTick = hoursOf(piece).due(day, model.now(), table.respondClock()[flow], table.respondTicks()[flow]);
        piece.resolveDueTick = hoursOf(piece).due(day, model.now(), table.resolveClock()[flow], table.resolveTicks()[flow]);
        piece.openTicks = hoursOf(piece).openTicks(model.now());
        model.write("received", piece, null);
        journal.countNow(model.now(), piece, "received", 1);
        journal.change(model.now(), "flow " + flow + " backlog", 1);
        Agent agent = Desks.agentFor(desks.queueOf(piece), 0);
        if (agent != null) {
            model.start(agent, piece);
        } else {
            keep(piece);
        }
    }

    private void keep(Person piece) {
        boolean byDue = table.byDue()[program.contacts().flowDesk()[piece.flow]];
        piece.place = byDue ? Math.min(piece.respondDueTick, piece.resolveDueTick) : piece.arrivalTick;
        model.join(piece);
        model.scheduleOverflow(piece);
    }

    /** The agent works on the piece, which is in no queue. */
    void takeUp(Agent agent, Person piece) {
        long now = model.now();
        model.write(piece.begun ? "resumed" : "started", piece, agent);
        if (!piece.begun) {
            journal.countNow(now, piece, "started", 1);
            journal.countNow(now, piece, "response", now - piece.arrivalTick);
            journal.countNow(now, piece, "response_working", hoursOf(piece).openTicks(now) - piece.openTicks);
            countDue(piece, "response", piece.respondDueTick);
        }
        piece.begun = true;
        agent.piece = piece;
        agent.pieceTick = now;
        journal.lastEvent(now);
        agent.pieceEnd = model.at(now + model.atSpeed(piece.left, agent, piece), Kind.SERVICE_END, () -> finish(agent));
    }

    private void countDue(Person piece, String what, long dueTick) {
        if (dueTick < Ticks.NEVER) {
            journal.countNow(model.now(), piece, what + "_due", 1);
            journal.countNow(model.now(), piece, what + "_within", model.now() <= dueTick ? 1 : 0);
        }
    }

    private void finish(Agent agent) {
        if (model.hasEmptied()) {
            return;
        }
        Person piece = agent.piece;
        long now = model.now();
        model.write("finished", piece, agent);
        journal.countNow(now, piece, "finished", 1);
        journal.countNow(now, piece, "resolution", now - piece.arrivalTick);
        journal.countNow(now, piece, "resolution_working", hoursOf(piece).openTicks(now) - piece.openTicks);
        countDue(piece, "resolution", piece.resolveDueTick);
        journal.change(now, "flow " + piece.flow + " backlog", -1);
        journal.lastEvent(now);
        agent.piece = null;
        model.nextTask(agent);
    }

    /** What is left at speed 1 of the piece in hand: what was left, less what was done, in whole ticks. */
    long left(Agent agent) {
        long worked = model.now() - agent.pieceTick;
        return Math.max(0, agent.piece.left - (long) Math.floor(worked * model.speed(agent, agent.piece)));
    }

    /** The agent puts the piece back. */
    void putBack(Agent agent) {
        Person piece = agent.piece;
        piece.left = left(agent);
        model.write("parked", piece, agent);
        model.cancel(agent.pieceEnd);
        journal.lastEvent(model.now());
        agent.piece = null;
        keep(piece);
        offerLater();
    }

    /** Once all else of this tick has happened. */
    private void offerLater() {
        if (!offerToCome) {
            offerToCome = true;
            model.at(model.now(), Kind.OFFER, this::offer);
        }
    }

    /** Idle agents look at deferred work again. */
    private void offer() {
        offerToCome = false;
        if (model.hasMoreNow()) {
            offerLater();
            return;
        }
        if (model.hasEmptied()) {
            return;
        }
        for (Group group : desks.groups) {
            Agent agent = group.longestIdle();
            while (agent != null && model.takesWaiting(agent, ContactQueue.Kinds.DEFERRED)) {
                agent = group.longestIdle();
            }
        }
    }
}
