package mergedesk.experiment;

import java.util.stream.IntStream;
import mergedesk.program.Portals;
import mergedesk.program.Program;

/** Whether self-service is ever open when people come who would try it, before anything is simulated. */
final class PortalPlan {
    private final boolean[] isTried; // by flow of whom some try it; true where there is nothing to ask

    PortalPlan(Program program) {
        int[] portal = program.portals().portal();
        isTried = new boolean[program.flowCount()];
        int[] flows = IntStream.range(0, isTried.length).filter(flow -> portal[flow] != Portals.NONE && program.portals().tries()[flow] > 0).toArray();
        if (flows.length > 0) {
            Rota rota = new Rota(program);
            ExpectedCalls expected = new ExpectedCalls(program);
            expected.walk(rota, (day, row, from, to) -> {
                for (int flow : flows) {
                    expected.pass(flow, from);
                    isTried[flow] |= rota.isAvailable(portal[flow]) && expected.isAnybody(flow, day, row, from, to);
                }
            });
        }
    }

    /** Whether anybody of the flow comes while it is open. */
    boolean isTried(int flow) {
        return isTried[flow];
    }
}
