package mergedesk.experiment;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import mergedesk.program.Names;
import mergedesk.program.Program;
import mergedesk.results.Model;
import mergedesk.units.Ticks;

/** Desks and groups of a Program with the user's names, and what each group may take: each routing row is looked at once. */
final class ModelTable {
    private final Program program;
    private final int[] flowsOfDesk;
    private final List<List<Integer>> flowsOfQueue;

    ModelTable(Program program) {
        this.program = program;
        flowsOfDesk = new int[program.deskCount()];
        flowsOfQueue = IntStream.range(0, program.queueCount()).<List<Integer>>mapToObj(queue -> new ArrayList<>()).toList();
        for (int flow = 0; flow < program.flowCount(); flow++) {
            flowsOfDesk[program.contacts().flowDesk()[flow]]++;
            flowsOfQueue.get(program.routing().queueOfFlow()[flow]).add(flow);
        }
    }

    Model model() {
        List<String> names = program.names().desks();
        List<Model.Desk> desks = IntStream.range(0, program.deskCount())
                .mapToObj(desk -> new Model.Desk(names.get(desk), lines(program.desks().lines()[desk])))
                .toList();
        return new Model(desks, channels(), IntStream.range(0, program.groupCount()).mapToObj(this::team).toList());
    }

    private List<Model.Channel> channels() {
        Map<String, Model.Brings> channels = new LinkedHashMap<>();
        for (int flow = 0; flow < program.flowCount(); flow++) {
            Model.Brings brings = flow >= program.campaigns().firstFlow() ? Model.Brings.CAMPAIGN : program.isDeferred(flow) ? Model.Brings.DEFERRED_WORK : Model.Brings.PEOPLE;
            channels.put(program.names().channels().get(program.names().flowChannel()[flow]), brings);
        }
        return channels.entrySet().stream().map(channel -> new Model.Channel(channel.getKey(), channel.getValue())).toList();
    }

    private static OptionalInt lines(int lines) {
        return lines == Integer.MAX_VALUE ? OptionalInt.empty() : OptionalInt.of(lines);
    }

    private Model.Team team(int group) {
        Names names = program.names();
        int desk = program.groups().desk()[group];
        int employer = names.groupEmployer()[group];
        Program.Rows rows = program.routing().queuesOfGroup();
        long soonest = Long.MAX_VALUE;
        long latest = 0;
        int flows = 0;
        int rank = Integer.MAX_VALUE;
        for (int row = rows.offset()[group]; row < rows.offset()[group + 1]; row++) {
            flows += flowsOfQueue.get(rows.partner()[row]).size();
            soonest = Math.min(soonest, rows.afterTicks()[row]);
            latest = Math.max(latest, rows.afterTicks()[row]);
            rank = Math.min(rank, rankAt(rows.partner()[row], group));
        }
        boolean some = flows > 0;
        return new Model.Team(
                names.groups().get(group),
                names.desks().get(desk),
                employer < 0 ? "" : names.councils().get(employer),
                flows,
                flowsOfDesk[desk],
                some ? Ticks.toSeconds(soonest) : 0,
                some ? Ticks.toSeconds(latest) : 0,
                some && soonest < latest && isOwn(group, employer, soonest),
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
