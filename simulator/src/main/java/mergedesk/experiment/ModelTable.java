package mergedesk.experiment;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import mergedesk.program.Names;
import mergedesk.program.Pay;
import mergedesk.program.Program;
import mergedesk.program.Tickets;
import mergedesk.results.Model;
import mergedesk.units.Ticks;

/** Desks and groups of a Program with the user's names, and what each group may take: each routing row is looked at once. */
final class ModelTable {
    private final Program program;
    private final int[] flowsOfDesk;
    private final List<BitSet> flowsOfQueue;
    private final BitSet passedOn = new BitSet(); // queues of tickets that were given to a group

    ModelTable(Program program) {
        this.program = program;
        flowsOfDesk = new int[program.deskCount()];
        flowsOfQueue = IntStream.range(0, program.queueCount()).mapToObj(queue -> new BitSet()).toList();
        for (int flow : ownFlows()) {
            flowsOfDesk[program.contacts().flowDesk()[flow]]++;
            flowsOfQueue.get(program.routing().queueOfFlow()[flow]).set(flow);
        }
        addTickets(program.tickets());
    }

    /** Each sort of tickets has queues of its own, and each group that tickets are given to. */
    private void addTickets(Tickets tickets) {
        int perGroup = 2;
        int perSort = perGroup * (program.groupCount() + 1);
        for (int i = 0; i < tickets.queue().length; i++) {
            int queue = tickets.queue()[i];
            if (queue >= 0 && i % perSort < perGroup) {
                flowsOfQueue.get(queue).set(tickets.flow(program.flowCount() + i / perSort));
            } else if (queue >= 0) {
                passedOn.set(queue);
            }
        }
    }

    Model model() {
        List<String> names = program.names().desks();
        List<Model.Desk> desks = IntStream.range(0, program.deskCount())
                .mapToObj(desk -> new Model.Desk(names.get(desk), lines(program.desks().lines()[desk])))
                .toList();
        return new Model(desks, channels(), IntStream.range(0, program.groupCount()).mapToObj(this::team).toList(), ownFlows().length, posts());
    }

    /** Those that are no lanes of others. */
    private int[] ownFlows() {
        return IntStream.range(0, program.flowCount()).filter(flow -> program.plan().laneOf(flow) == flow).toArray();
    }

    private List<Model.Post> posts() {
        Pay pay = program.pay();
        List<Model.Post> posts = new ArrayList<>();
        for (int group = 0; group < program.groupCount(); group++) {
            Map<String, Double> hours = new LinkedHashMap<>();
            for (int row = pay.offset()[group]; row < pay.offset()[group + 1]; row++) {
                hours.merge(program.names().desks().get(pay.desk()[row]), (double) pay.agents()[row] * pay.weekTicks()[row], Double::sum);
            }
            String name = program.names().groups().get(group);
            double all = hours.values().stream().mapToDouble(Double::doubleValue).sum();
            if (hours.size() > 1 && all > 0) {
                hours.forEach((desk, some) -> posts.add(new Model.Post(name, desk, some / all)));
            }
        }
        return posts;
    }

    private List<Model.Channel> channels() {
        Map<String, Model.Brings> channels = new LinkedHashMap<>();
        for (int flow = 0; flow < program.flowCount(); flow++) {
            Model.Brings brings = brings(flow);
            channels.put(program.names().channels().get(program.names().flowChannel()[flow]), brings);
        }
        return channels.entrySet().stream().map(channel -> new Model.Channel(channel.getKey(), channel.getValue())).toList();
    }

    private Model.Brings brings(int flow) {
        if (flow >= program.campaigns().firstFlow()) {
            return Model.Brings.CAMPAIGN;
        }
        return switch (program.contacts().kind()[flow]) {
            case Program.Contacts.COUNTER -> Model.Brings.VISITS;
            case Program.Contacts.CHAT -> Model.Brings.CHATS;
            case Program.Contacts.DEFERRED -> Model.Brings.DEFERRED_WORK;
            default -> Model.Brings.CALLS;
        };
    }

    private static OptionalInt lines(int lines) {
        return lines == Integer.MAX_VALUE ? OptionalInt.empty() : OptionalInt.of(lines);
    }

    private Model.Team team(int group) {
        Names names = program.names();
        int desk = program.groups().desk()[group];
        int employer = program.groups().employer()[group];
        Program.Rows rows = program.routing().queuesOfGroup();
        long soonest = Long.MAX_VALUE;
        long latest = 0;
        BitSet flows = new BitSet();
        boolean isPassedOn = false;
        int rank = Integer.MAX_VALUE;
        for (int row = rows.offset()[group]; row < rows.offset()[group + 1]; row++) {
            flows.or(flowsOfQueue.get(rows.partner()[row]));
            isPassedOn |= passedOn.get(rows.partner()[row]);
            soonest = Math.min(soonest, rows.afterTicks()[row]);
            latest = Math.max(latest, rows.afterTicks()[row]);
            rank = Math.min(rank, rankAt(rows.partner()[row], group));
        }
        boolean some = !flows.isEmpty();
        return new Model.Team(
                names.groups().get(group),
                names.desks().get(desk),
                employer < 0 ? "" : names.councils().get(employer),
                flows.cardinality(),
                flowsOfDesk[desk],
                some ? Ticks.toSeconds(soonest) : 0,
                some ? Ticks.toSeconds(latest) : 0,
                some && soonest < latest && isOwn(group, employer, soonest),
                isPassedOn,
                some ? rank : 1);
    }

    /** Whether the flows that the group may take soonest are those of its employer. */
    private boolean isOwn(int group, int employer, long soonest) {
        Program.Rows rows = program.routing().queuesOfGroup();
        return employer >= 0
                && IntStream.range(rows.offset()[group], rows.offset()[group + 1]).allMatch(row -> flowsOfQueue.get(rows.partner()[row]).stream()
                        .allMatch(flow -> (program.names().flowCouncil()[flow] == employer) == (rows.afterTicks()[row] == soonest)));
    }

    /** Ranks stand on the side of the queue. */
    private int rankAt(int queue, int group) {
        Program.Rows rows = program.routing().groupsOfQueue();
        return IntStream.range(rows.offset()[queue], rows.offset()[queue + 1]).filter(row -> rows.partner()[row] == group).map(row -> rows.rank()[row]).min().orElse(1);
    }
}
