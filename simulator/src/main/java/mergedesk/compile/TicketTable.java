package mergedesk.compile;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import java.util.function.ToIntFunction;
import mergedesk.program.Tickets;
import mergedesk.scenario.Distribution;
import mergedesk.scenario.Flow;
import mergedesk.scenario.Hold;
import mergedesk.scenario.Reassignment;
import mergedesk.scenario.Ticket;
import mergedesk.scenario.TicketPriority;
import mergedesk.scenario.WorkingTime;

/** What makes deferred work tickets; see {@link Tickets} for sorts. */
final class TicketTable {
    private static final int NONE = -1;

    private final List<Flow> flows;
    private final Numbering numbers;
    private final LengthTable lengths;

    TicketTable(Map<String, Flow> flows, Numbering numbers, LengthTable lengths) {
        this.flows = List.copyOf(flows.values());
        this.numbers = numbers;
        this.lengths = lengths;
    }

    /** The tickets of one flow and priority. */
    record Sort(Flow flow, int priority, double chance) {
        WorkingTime respondWithin() {
            return own(TicketPriority::respondWithin, flow.respondWithin());
        }

        WorkingTime resolveWithin() {
            return own(TicketPriority::resolveWithin, flow.resolveWithin());
        }

        int people() {
            return own(TicketPriority::people, 1);
        }

        private <T> T own(Function<TicketPriority, T> what, T otherwise) {
            TicketPriority own = flow.ticket().byPriority().get(priority);
            T found = own == null ? null : what.apply(own);
            return found == null ? otherwise : found;
        }
    }

    /** The priorities that tickets of the flow have; none where contacts are no tickets. */
    static List<Sort> sortsOf(Flow flow) {
        List<Sort> sorts = new ArrayList<>();
        double[] chances = flow.ticket() == null ? new double[0] : flow.ticket().chances();
        for (int i = 0; i < chances.length; i++) {
            if (chances[i] > 0) {
                sorts.add(new Sort(flow, i + 1, chances[i]));
            }
        }
        return sorts;
    }

    /** The sorts behind all flows. */
    static List<Sort> sorts(List<Flow> flows) {
        return flows.stream().flatMap(flow -> sortsOf(flow).stream()).toList();
    }

    /** @param queues of each sort by group, as {@link Tickets} has them */
    Tickets compile(int[] queues) {
        List<Sort> sorts = sorts(flows);
        List<Hold> holds = flows.stream().flatMap(flow -> holdsOf(flow).stream()).toList();
        List<Reassignment> rows = flows.stream().flatMap(flow -> reassignmentsOf(flow).stream()).toList();
        return new Tickets(
                offsets(flows.size(), flow -> sortsOf(flow).size()),
                sorts.stream().mapToInt(Sort::priority).toArray(),
                flows.stream().flatMapToDouble(flow -> Arrays.stream(upTo(flow))).toArray(),
                sorts.stream().mapToInt(sort -> numberOf(sort.own(TicketPriority::work, null))).toArray(),
                sorts.stream().mapToInt(Sort::people).toArray(),
                queues,
                offsets(0, flow -> holdsOf(flow).size()),
                holds.stream().mapToDouble(Hold::chance).toArray(),
                holds.stream().mapToInt(hold -> numberOf(hold.after())).toArray(),
                holds.stream().mapToInt(hold -> numberOf(hold.length())).toArray(),
                offsets(0, flow -> reassignmentsOf(flow).size()),
                rows.stream().mapToInt(row -> numbers.groups().of(row.from())).toArray(),
                rows.stream().mapToInt(row -> numbers.groups().of(row.to())).toArray(),
                rows.stream().mapToDouble(Reassignment::chance).toArray(),
                flows.stream().mapToInt(flow -> flow.ticket() == null ? 0 : flow.ticket().mostReassignments()).toArray(),
                doubles(ticket -> ticket.reopen() == null ? 0 : ticket.reopen().chance()),
                flows.stream().mapToInt(flow -> flow.ticket() == null || flow.ticket().reopen() == null ? NONE : numberOf(flow.ticket().reopen().after())).toArray(),
                flows.stream().mapToInt(flow -> DeferredTable.clock(closesAfter(flow))).toArray(),
                flows.stream().mapToLong(flow -> DeferredTable.length(closesAfter(flow))).toArray());
    }

    private static double[] upTo(Flow flow) {
        double[] upTo = sortsOf(flow).stream().mapToDouble(Sort::chance).toArray();
        Arrays.parallelPrefix(upTo, Double::sum);
        return upTo;
    }

    private int numberOf(Distribution distribution) {
        return distribution == null ? NONE : lengths.number(distribution);
    }

    private double[] doubles(ToDoubleFunction<Ticket> what) {
        return flows.stream().mapToDouble(flow -> flow.ticket() == null ? 0 : what.applyAsDouble(flow.ticket())).toArray();
    }

    private int[] offsets(int first, ToIntFunction<Flow> count) {
        int[] offsets = new int[flows.size() + 1];
        Arrays.fill(offsets, first);
        for (int flow = 0; flow < flows.size(); flow++) {
            offsets[flow + 1] = offsets[flow] + count.applyAsInt(flows.get(flow));
        }
        return offsets;
    }

    private static List<Hold> holdsOf(Flow flow) {
        return flow.ticket() == null ? List.of() : flow.ticket().holds();
    }

    private static List<Reassignment> reassignmentsOf(Flow flow) {
        return flow.ticket() == null ? List.of() : flow.ticket().reassign();
    }

    private static WorkingTime closesAfter(Flow flow) {
        return flow.ticket() == null ? null : flow.ticket().closesAfter();
    }
}
