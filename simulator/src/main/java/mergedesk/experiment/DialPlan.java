package mergedesk.experiment;

import java.util.stream.IntStream;
import mergedesk.program.Program;

/** How many agents who take part in each campaign are planned at a time in its hours, at most, before anything is simulated. */
final class DialPlan {
    private final Program program;
    private final int[] mostAgents;

    DialPlan(Program program) {
        this.program = program;
        mostAgents = new int[program.campaigns().count()];
        if (mostAgents.length > 0) {
            follow();
        }
    }

    private void follow() {
        int[][] groups = IntStream.range(0, mostAgents.length).mapToObj(this::groupsOf).toArray(int[][]::new);
        Rota rota = new Rota(program);
        while (rota.next() < program.horizon().endTick()) {
            rota.to(rota.next());
            for (int campaign = 0; campaign < mostAgents.length; campaign++) {
                if (rota.mayCall(campaign)) {
                    mostAgents[campaign] = Math.max(mostAgents[campaign], IntStream.of(groups[campaign]).map(rota::agentsOf).sum());
                }
            }
        }
    }

    private int[] groupsOf(int campaign) {
        return program.routing().groupsOf(program.campaigns().firstFlow() + campaign);
    }

    /** The largest number at any time. */
    int mostAgents(int campaign) {
        return mostAgents[campaign];
    }

    /** Whether the campaign dials anybody when all of these are idle. */
    boolean mayDial(int campaign) {
        return program.campaigns().dialsMore(campaign, mostAgents[campaign], 0);
    }
}
