package mergedesk.compile;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import mergedesk.program.Program;
import mergedesk.scenario.AgentGroup;
import mergedesk.scenario.Channel;
import mergedesk.scenario.Desk;
import mergedesk.scenario.Flow;
import mergedesk.scenario.Reassignment;
import mergedesk.scenario.RoutingRow;
import mergedesk.scenario.Scenario;
import mergedesk.scenario.WorkingTime;
import mergedesk.units.Ticks;

/**
 * Who may take whom.
 *
 * <p>Rows of a flow are those that name it. Without any, every group of its desk that has the skill, the clearance for its domain and takes the channel may take it: home groups (of the
 * flow's council, or without an employer) at rank 1 at once, others at rank 2 once the contact has waited {@code home_first}. Flows of one
 * desk and kind of channel with the same priority and the same rows share a queue; queues are numbered by their first flow. Deferred work has queues of its own, behind those of live
 * contacts of the same preference; one for each target where what is due first is taken first, so that what comes later is never due sooner, and behind them one for each priority of what is never due. Tickets have queues for each priority, and for each group to which they may be given: one for what nobody has taken
 * up, one for what somebody has, which is due by another of its times.
 */
final class RoutingTable {
    static final int HOME_RANK = 1;
    static final int OTHER_RANK = 2;
    private static final int PREFERENCE = 1;
    /** Before all priorities: what is due at any time goes before what never is. */
    private static final int IS_DUE = 0;

    private final Scenario scenario;
    private final Numbering numbers;
    private final Map<Queue, Integer> queues = new LinkedHashMap<>();
    private final List<int[]> ticketQueues = new ArrayList<>(); // by sort, as Tickets has them

    RoutingTable(Scenario scenario, Numbering numbers) {
        this.scenario = scenario;
        this.numbers = numbers;
    }

    Program.Routing compile() {
        int[] queueOfFlow = scenario.flows().entrySet().stream()
                .mapToInt(flow -> queueOf(flow.getKey(), flow.getValue()))
                .toArray();
        List<Queue> list = List.copyOf(queues.keySet());
        List<Row> rows = list.stream().flatMap(queue -> queue.rows().stream()).toList();
        List<List<GroupRow>> byGroup = groupRows(list);
        List<GroupRow> groupRows = byGroup.stream().flatMap(List::stream).toList();
        return new Program.Routing(
                queueOfFlow,
                list.stream().mapToInt(Queue::desk).toArray(),
                list.stream().mapToInt(Queue::priority).toArray(),
                new Program.Rows(
                        offsets(list.stream().map(Queue::rows).toList()),
                        rows.stream().mapToInt(Row::group).toArray(),
                        rows.stream().mapToLong(Row::afterTicks).toArray(),
                        rows.stream().mapToInt(Row::rank).toArray()),
                new Program.Rows(
                        offsets(byGroup),
                        groupRows.stream().mapToInt(GroupRow::queue).toArray(),
                        groupRows.stream().mapToLong(GroupRow::afterTicks).toArray(),
                        groupRows.stream().mapToInt(GroupRow::level).toArray()));
    }

    private int queueNumber(Queue queue) {
        Integer known = queues.putIfAbsent(queue, queues.size());
        return known == null ? queues.size() - 1 : known;
    }

    /** Queues of tickets, by sort and by the group that has been given them; after {@link #compile}. */
    int[] ticketQueues() {
        return ticketQueues.stream().flatMapToInt(IntStream::of).toArray();
    }

    private int queueOf(String name, Flow flow) {
        List<Row> rows = rows(name, flow);
        int desk = numbers.desks().of(flow.desk());
        Channel.Kind kind = scenario.channels().get(flow.channel()).kind();
        if (kind != Channel.Kind.DEFERRED) {
            return queueNumber(new Queue(desk, kind, flow.priority(), List.of(), false, rows));
        }
        if (flow.ticket() == null) {
            return queueNumber(deferred(flow, flow.priority(), flow.respondWithin(), flow.resolveWithin(), false, rows));
        }
        int first = ticketQueues.size();
        TicketTable.sortsOf(flow).forEach(sort -> ticketQueues.add(queuesOf(flow, sort, rows)));
        return ticketQueues.get(first)[0];
    }

    private List<Row> rows(String name, Flow flow) {
        List<Row> rows = scenario.routing().stream()
                .filter(row -> row.flow().equals(name))
                .map(this::explicitRow)
                .toList();
        return (rows.isEmpty() ? defaultRows(flow) : rows).stream().distinct().sorted(Row.ORDER).toList();
    }

    private Queue deferred(Flow flow, int priority, WorkingTime respond, WorkingTime resolve, boolean takenUp, List<Row> rows) {
        Desk.DeferredOrder order = scenario.desks().get(flow.desk()).deferredOrder();
        List<WorkingTime> due = order == Desk.DeferredOrder.DUE ? Arrays.asList(respond, resolve) : List.of();
        int rank = switch (order) {
            case DUE -> respond == null && resolve == null ? priority : IS_DUE;
            case PRIORITY -> priority;
            case ARRIVAL -> 1;
        };
        return new Queue(numbers.desks().of(flow.desk()), Channel.Kind.DEFERRED, rank, due, takenUp, rows);
    }

    private int[] queuesOf(Flow flow, TicketTable.Sort sort, List<Row> rows) {
        int[] queuesOf = new int[2 * (numbers.groups().size() + 1)];
        Arrays.fill(queuesOf, -1);
        queuesOf[0] = queueNumber(ticketQueue(flow, sort, false, rows));
        queuesOf[1] = queueNumber(ticketQueue(flow, sort, true, rows));
        for (Reassignment row : flow.ticket().reassign()) {
            int group = numbers.groups().of(row.to());
            List<Row> theirs = List.of(new Row(group, 0, HOME_RANK, PREFERENCE));
            if (flow.ticket().reopen() != null) {
                queuesOf[2 * (group + 1)] = queueNumber(ticketQueue(flow, sort, false, theirs));
            }
            queuesOf[2 * (group + 1) + 1] = queueNumber(ticketQueue(flow, sort, true, theirs));
        }
        return queuesOf;
    }

    private Queue ticketQueue(Flow flow, TicketTable.Sort sort, boolean takenUp, List<Row> rows) {
        return deferred(flow, sort.priority(), sort.respondWithin(), sort.resolveWithin(), takenUp, rows);
    }

    private Row explicitRow(RoutingRow row) {
        return new Row(numbers.groups().of(row.group()), Ticks.of(row.after()), row.rank(), row.preference());
    }

    private List<Row> defaultRows(Flow flow) {
        long homeFirstTicks = Ticks.of(scenario.desks().get(flow.desk()).homeFirst());
        List<Row> rows = new ArrayList<>();
        scenario.groups().forEach((name, group) -> {
            if (group.takes(flow) && scenario.isCleared(group, flow.service())) {
                int number = numbers.groups().of(name);
                rows.add(
                        isHome(group, flow.council())
                                ? new Row(number, 0, HOME_RANK, PREFERENCE)
                                : new Row(number, homeFirstTicks, OTHER_RANK, PREFERENCE));
            }
        });
        return rows;
    }

    /** Whether a group takes contacts of the council first. */
    static boolean isHome(AgentGroup group, String council) {
        return group.employer() == null || group.employer().equals(council);
    }

    private List<List<GroupRow>> groupRows(List<Queue> list) {
        List<List<Taken>> byGroup = Stream.generate(() -> (List<Taken>) new ArrayList<Taken>()).limit(numbers.groups().size()).toList();
        for (int queue = 0; queue < list.size(); queue++) {
            Queue of = list.get(queue);
            for (Row row : of.rows()) {
                byGroup.get(row.group()).add(new Taken(queue, row.afterTicks(), new Level(row.preference(), of.deferred(), of.priority())));
            }
        }
        return byGroup.stream().map(RoutingTable::numbered).toList();
    }

    private static List<GroupRow> numbered(List<Taken> rows) {
        List<Level> levels = rows.stream().map(Taken::level).distinct().sorted(Level.ORDER).toList();
        return rows.stream()
                .map(row -> new GroupRow(row.queue(), row.afterTicks(), Collections.binarySearch(levels, row.level(), Level.ORDER)))
                .sorted(GroupRow.ORDER)
                .toList();
    }

    private static int[] offsets(List<? extends List<?>> rows) {
        int[] offsets = new int[rows.size() + 1];
        for (int i = 0; i < rows.size(); i++) {
            offsets[i + 1] = offsets[i] + rows.get(i).size();
        }
        return offsets;
    }

    private record Row(int group, long afterTicks, int rank, int preference) {
        static final Comparator<Row> ORDER = Comparator.comparingLong(Row::afterTicks)
                .thenComparingInt(Row::rank)
                .thenComparingInt(Row::group)
                .thenComparingInt(Row::preference);
    }

    /** {@code due}: what decides when work is due, where that is the order; {@code takenUp}: of tickets, whether somebody took them up since they came. */
    private record Queue(int desk, Channel.Kind kind, int priority, List<WorkingTime> due, boolean takenUp, List<Row> rows) {
        boolean deferred() {
            return kind == Channel.Kind.DEFERRED;
        }
    }

    private record Level(int preference, boolean deferred, int priority) {
        static final Comparator<Level> ORDER =
                Comparator.comparingInt(Level::preference).thenComparing(Level::deferred).thenComparingInt(Level::priority);
    }

    /** A row of a queue, seen from the group that takes of it. */
    private record Taken(int queue, long afterTicks, Level level) {}

    /** The same with its level's number among the group's, from 0. */
    private record GroupRow(int queue, long afterTicks, int level) {
        static final Comparator<GroupRow> ORDER = Comparator.comparingInt(GroupRow::level)
                .thenComparingInt(GroupRow::queue)
                .thenComparingLong(GroupRow::afterTicks);
    }
}
