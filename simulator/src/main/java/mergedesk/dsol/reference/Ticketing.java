package mergedesk.dsol.reference;

import mergedesk.program.Deferred;
import mergedesk.program.Program;
import mergedesk.program.Tickets;
import mergedesk.units.Ticks;

/** What tickets do that other deferred work does not: they are put on hold, go from group to group, come back after they were resolved, and are closed. */
final class Ticketing {
    private final ServiceDeskModel model;
    private final Program program;
    private final Tickets table;
    private final Draws draws;
    private final WallClock clock;

    Ticketing(ServiceDeskModel model, Program program, Draws draws, WallClock clock) {
        this.model = model;
        this.program = program;
        table = program.tickets();
        this.draws = draws;
        this.clock = clock;
    }

    boolean is(Person piece) {
        return table.firstSort()[piece.flow + 1] > table.firstSort()[piece.flow];
    }

    /** A ticket has a priority from the beginning on, and a first part. */
    void receive(Person ticket) {
        ticket.ticket = new TicketLife();
        int first = table.firstSort()[ticket.flow];
        int last = table.firstSort()[ticket.flow + 1] - 1;
        double u = draws.ofTicket(ticket);
        int sort = first;
        for (int next = first; next < last && u >= table.upTo()[next - first()]; next++) {
            sort = next + 1;
        }
        ticket.ticket.sort = sort;
        nextStretch(ticket, 0);
    }

    /** A ticket of the opening backlog has the priority that the table says. */
    void setPriority(Person ticket, int sort) {
        ticket.ticket.sort = sort;
        nextStretch(ticket, 0);
    }

    private int first() {
        return program.flowCount();
    }

    /** How many agents it wants at once. */
    int people(Person ticket) {
        return table.people()[ticket.ticket.sort - first()];
    }

    /** The sort of deferred work that somebody is. */
    int sort(Person piece) {
        return is(piece) ? piece.ticket.sort : piece.flow;
    }

    /** What is done next in this part: the work before the first of the holds from {@code hold} on that happens, or the work behind all. */
    private void nextStretch(Person ticket, int hold) {
        int holds = table.holdOffset()[ticket.flow + 1] - table.holdOffset()[ticket.flow];
        TicketLife life = ticket.ticket;
        for (life.hold = hold; life.hold < holds; life.hold++) {
            int row = table.holdOffset()[ticket.flow] + life.hold;
            if (draws.happens(ticket, life.hold, table.holdChance()[row])) {
                ticket.left = table.holdAfter()[row] < 0 ? 0 : draws.workBeforeHold(ticket, life.hold, table.holdAfter()[row]);
                life.untilHold = true;
                return;
            }
        }
        life.untilHold = false;
        ticket.left = draws.partOfTicket(ticket, law(ticket));
    }

    private int law(Person ticket) {
        Program.ByGroup byGroup = program.contacts().workByGroup();
        for (int row = byGroup.offset()[ticket.flow]; row < byGroup.offset()[ticket.flow + 1]; row++) {
            if (byGroup.group()[row] == ticket.ticket.group) {
                return byGroup.length()[row];
            }
        }
        int own = table.work()[ticket.ticket.sort - first()];
        return own >= 0 ? own : clock.inForce(program.contacts().work(), ticket.flow, Math.max(0, ticket.arrivalTick));
    }

    /** An agent has done what was to be done before a hold. {@code hours}: of its desk. */
    void putOnHold(Person ticket, BusinessHours hours, Runnable afterwards) {
        long now = model.now();
        boolean roundTheClock = program.deferred().resolveClock()[ticket.ticket.sort] == Deferred.ROUND_THE_CLOCK;
        boolean dueLater = ticket.resolveDueTick < Ticks.NEVER && now < ticket.resolveDueTick;
        long left = roundTheClock ? ticket.resolveDueTick - now : hours.openTicks(ticket.resolveDueTick) - hours.openTicks(now);
        long openBefore = hours.openTicks(now);
        int row = table.holdOffset()[ticket.flow] + ticket.ticket.hold;
        model.at(now + draws.hold(ticket, ticket.ticket.hold, table.holdLength()[row]), Kind.TICKET, () -> {
            long end = model.now();
            ticket.ticket.heldTicks += end - now;
            ticket.openTicks += hours.openTicks(end) - openBefore;
            if (dueLater) {
                ticket.resolveDueTick = roundTheClock ? end + left : hours.due(clock.day(end), end, Deferred.WORKING_HOURS, left);
            }
            nextStretch(ticket, ticket.ticket.hold + 1);
            if (model.hasEmptied()) {
                return;
            }
            model.write("hold_ended", ticket, null);
            afterwards.run();
        });
    }

    /** Whether the ticket goes from this group to another, so that a part more begins. */
    boolean goesOn(Person ticket, int group) {
        TicketLife life = ticket.ticket;
        if (life.reassigned == table.mostReassignments()[ticket.flow]) {
            return false;
        }
        double u = draws.reassignment(ticket);
        for (int row = table.reassignOffset()[ticket.flow]; row < table.reassignOffset()[ticket.flow + 1]; row++) {
            if (table.reassignFrom()[row] == group) {
                u -= table.reassignChance()[row];
                if (u < 0) {
                    life.reassigned++;
                    life.group = table.reassignTo()[row];
                    life.part++;
                    ticket.lastAgent = null;
                    nextStretch(ticket, 0);
                    return true;
                }
            }
        }
        return false;
    }

    /** What becomes of a ticket that was resolved. */
    void resolve(Person ticket, BusinessHours hours, Runnable reopened, Runnable closed) {
        long now = model.now();
        long closes = hours.due(clock.day(now), now, table.closesClock()[ticket.flow], table.closesTicks()[ticket.flow]);
        if (draws.reopens(ticket, table.reopenChance()[ticket.flow])) {
            long tick = now + draws.untilReopened(ticket, table.reopenAfter()[ticket.flow]);
            if (tick < closes) {
                model.at(tick, Kind.TICKET, () -> {
                    ticket.arrivalTick = model.now();
                    ticket.ticket.part++;
                    ticket.ticket.reassigned = 0;
                    ticket.ticket.heldTicks = 0;
                    nextStretch(ticket, 0);
                    reopened.run();
                });
                return;
            }
        }
        if (closes < Ticks.NEVER) {
            model.at(closes, Kind.TICKET, closed);
        }
    }
}
