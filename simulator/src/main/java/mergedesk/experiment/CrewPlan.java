package mergedesk.experiment;

import java.util.stream.IntStream;
import mergedesk.program.Program;
import mergedesk.program.Tickets;

/** How many agents who may work on tickets together are planned at a time, at most, before anything is simulated. */
final class CrewPlan {
    private final Program program;
    private final Tickets tickets;
    private final int[] mostAgents; // by flow; 0 where no ticket wants several

    CrewPlan(Program program) {
        this.program = program;
        tickets = program.tickets();
        mostAgents = new int[program.flowCount()];
        int[] flows = IntStream.range(0, program.flowCount()).filter(this::wantsSeveral).toArray();
        if (flows.length > 0) {
            follow(flows);
        }
    }

    private boolean wantsSeveral(int flow) {
        return tickets.concerns(flow) && IntStream.range(tickets.firstSort()[flow], tickets.firstSort()[flow + 1]).anyMatch(sort -> people(sort) > 1);
    }

    /** People whom tickets of a sort want. */
    private int people(int sort) {
        return tickets.people()[sort - tickets.firstSort()[0]];
    }

    private void follow(int[] flows) {
        int[][] groups = IntStream.of(flows).mapToObj(program.routing()::groupsOf).toArray(int[][]::new);
        Rota rota = new Rota(program);
        while (rota.next() < program.horizon().endTick()) {
            rota.to(rota.next());
            for (int i = 0; i < flows.length; i++) {
                mostAgents[flows[i]] = Math.max(mostAgents[flows[i]], IntStream.of(groups[i]).map(rota::agentsOf).sum());
            }
        }
    }

    /** The largest number at any time; of flows of which some tickets want several. */
    int mostAgents(int flow) {
        return mostAgents[flow];
    }
}
