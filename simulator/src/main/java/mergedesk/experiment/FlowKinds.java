package mergedesk.experiment;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import mergedesk.program.Program;

/**
 * Flows of people that {@link PlanTotals} looks at together, desk by desk: those of a queue with the same shapes of days. One that is recorded, or whose talk time changes, is alone. Deferred
 * work waits until there is time for it, and is of no kind.
 */
final class FlowKinds {
    /** Kinds of flows × intervals that are looked at: a second or two. */
    private static final long MOST_LOOKED_AT = 30_000_000;

    /** Days of agents with shifts that are followed: the same. */
    private static final long MOST_AGENT_DAYS = 5_000_000;

    private final Program program;
    private final ExpectedCalls expected;

    FlowKinds(Program program, ExpectedCalls expected) {
        this.program = program;
        this.expected = expected;
    }

    /** Some flows, and what is summed up of them. */
    static final class Kind {
        final List<Integer> flows = new ArrayList<>();
        final int[] groups; // which may take them
        double calls; // on the day in progress, recorded ones left out
        double[] callsOfFlow = {}; // the same, flow by flow
        double work; // seconds, the same
        double open; // calls of that day while the desk is open
        double all;
        double closed;
        double unserved;
        double liveSeconds; // work of those who are let in

        Kind(int[] groups) {
            this.groups = groups;
        }
    }

    /** The kinds of the first desks, of so many that looking at them takes a second or two. */
    List<List<Kind>> ofDesks() {
        boolean anyShift = IntStream.range(0, program.groupCount()).anyMatch(group -> program.groups().byShift()[group]);
        if (anyShift && (long) program.agentCount() * program.calendar().dayCount() > MOST_AGENT_DAYS) {
            return List.of();
        }
        List<List<Kind>> all = ofAllDesks();
        long intervals = program.calendar().dayCount() * (program.calendar().intervalsPerWeek() / 7L);
        long left = MOST_LOOKED_AT / intervals;
        int desks = 0;
        while (desks < all.size() && (left -= 1 + all.get(desks).size()) >= 0) {
            desks++;
        }
        return all.subList(0, desks);
    }

    private List<List<Kind>> ofAllDesks() {
        record Key(int queue, int row, int alone) {}
        List<List<Kind>> byDesk = new ArrayList<>();
        IntStream.range(0, program.deskCount()).forEach(desk -> byDesk.add(new ArrayList<>()));
        Map<Key, Kind> kinds = new LinkedHashMap<>();
        for (int flow = 0; flow < program.flowCount(); flow++) {
            if (program.isDeferred(flow)) {
                continue;
            }
            int queue = program.routing().queueOfFlow()[flow];
            Kind kind = kinds.computeIfAbsent(new Key(queue, program.demand().volumes().rowOfFlow()[flow], isAlone(flow) ? flow : -1), key -> {
                Kind made = new Kind(program.routing().groupsOfQueue().partnersOf(key.queue));
                byDesk.get(program.routing().queueDesk()[key.queue]).add(made);
                return made;
            });
            kind.flows.add(flow);
        }
        return byDesk;
    }

    /** Whether the flow is looked at by itself. */
    boolean isAlone(int flow) {
        return expected.isRecorded(flow) || !program.contacts().work().isConstant(flow);
    }
}
