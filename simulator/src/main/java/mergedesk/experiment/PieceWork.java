package mergedesk.experiment;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.IntStream;
import mergedesk.program.Deferred;
import mergedesk.program.Program;
import mergedesk.program.Tickets;
import mergedesk.units.Ticks;

/**
 * Work that a piece of deferred work brings, at speed 1: of a ticket all of its parts, stretches before holds and what it brings when it comes back. Where that hangs on who takes a ticket up
 * first, or had it last, it is that of the group with which there is least; of what comes back as much as is certain from the means of the times (Markov's inequality). So a desk that has no
 * time for this has none for all.
 */
final class PieceWork {
    private static final double MICROSECOND = 1e-6;
    private static final int MOST_TIMES = 1_000; // that a ticket comes back: what is left is nothing

    private final Program program;
    private final Tickets tickets;
    private final MeanLengths means;
    private final Map<Long, Double> known = new HashMap<>(); // of tickets, by flow and law of work

    PieceWork(Program program, MeanLengths means) {
        this.program = program;
        tickets = program.tickets();
        this.means = means;
    }

    /** Mean seconds of work of a piece that comes at this time of day. */
    double seconds(int flow, long wallTicks) {
        int law = program.contacts().work().at(flow, wallTicks);
        return tickets.concerns(flow) ? known.computeIfAbsent((long) flow << Integer.SIZE | law, key -> ofTickets(flow, law)) : means.seconds(law);
    }

    private double ofTickets(int flow, int law) {
        double sum = 0;
        double before = 0;
        for (int sort : tickets.sortsOf(flow)) {
            double upTo = tickets.upTo()[sort - program.flowCount()];
            sum += (upTo - before) * ofTicket(flow, sort, law);
            before = upTo;
        }
        return sum / before;
    }

    private double ofTicket(int flow, int sort, int law) {
        double[] further = furtherParts(flow, sort, law);
        double first = part(flow, sort, law, -1) + IntStream.of(program.routing().groupsOf(flow)).mapToDouble(group -> further[group]).min().orElse(0);
        double again = IntStream.concat(IntStream.of(-1), IntStream.range(tickets.reassignOffset()[flow], tickets.reassignOffset()[flow + 1]).map(row -> tickets.reassignTo()[row]))
                        .mapToDouble(group -> part(flow, sort, law, group))
                        .min()
                        .orElseThrow()
                + Arrays.stream(further).min().orElse(0);
        return first + timesAgain(flow) * again;
    }

    /** What the parts behind a group's bring, for a ticket that has not been reassigned: by group. */
    private double[] furtherParts(int flow, int sort, int law) {
        double[] further = new double[program.groupCount()];
        int first = tickets.reassignOffset()[flow];
        int last = tickets.reassignOffset()[flow + 1];
        double[] given = IntStream.range(first, last).mapToDouble(row -> part(flow, sort, law, tickets.reassignTo()[row])).toArray();
        for (int left = first == last ? 0 : tickets.mostReassignments()[flow]; left > 0; left--) {
            double[] now = new double[further.length];
            for (int row = first; row < last; row++) {
                now[tickets.reassignFrom()[row]] += tickets.reassignChance()[row] * (given[row - first] + further[tickets.reassignTo()[row]]);
            }
            further = now;
        }
        return further;
    }

    /** A part that is given to the group, or to none in particular: −1. */
    private double part(int flow, int sort, int law, int group) {
        int ofGroup = group < 0 ? -1 : program.contacts().workByGroup().at(flow, group);
        int ofSort = tickets.work()[sort - program.flowCount()];
        double seconds = means.seconds(ofGroup >= 0 ? ofGroup : ofSort >= 0 ? ofSort : law);
        for (int hold = tickets.holdOffset()[flow]; hold < tickets.holdOffset()[flow + 1]; hold++) {
            seconds += tickets.holdAfter()[hold] < 0 ? 0 : tickets.holdChance()[hold] * means.seconds(tickets.holdAfter()[hold]);
        }
        return seconds;
    }

    /** How often a ticket comes back inside the time that counts, at least: the n-th time if it was not closed before, and not over by then. */
    private double timesAgain(int flow) {
        if (tickets.reopenAfter()[flow] < 0) {
            return 0;
        }
        double after = means.seconds(tickets.reopenAfter()[flow]);
        double counted = (program.horizon().endTick() - program.horizon().warmUpEndTick()) * MICROSECOND;
        double chance = tickets.reopenChance()[flow] * Math.max(0, 1 - after / closesAfter(flow));
        double times = 0;
        double all = chance;
        for (int n = 1; n <= MOST_TIMES && n * after < counted; n++) {
            times += all * (1 - n * after / counted);
            all *= chance;
        }
        return times;
    }

    /** Seconds after which a ticket may be closed: working days end at a close of the desk, so that the last may be short. */
    private double closesAfter(int flow) {
        long ticks = tickets.closesTicks()[flow];
        if (ticks == Ticks.NEVER) {
            return Double.POSITIVE_INFINITY;
        }
        return tickets.closesClock()[flow] == Deferred.WORKING_DAYS ? Math.max(0, ticks - 1) * 86_400.0 : ticks * MICROSECOND;
    }
}
