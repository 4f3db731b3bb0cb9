package mergedesk.experiment;

import mergedesk.kernel.Kernel;
import mergedesk.observe.Totals;
import mergedesk.observe.Trace;
import mergedesk.program.Program;
import mergedesk.units.Ticks;

/** Runs one replication and writes down every event. */
public final class Tracing {
    private Tracing() {}

    public static void trace(Program program, long seed, int replication, Trace.Lines lines) {
        Kernel kernel = new Kernel(program, state -> new Trace(state, new Totals(state), lines));
        kernel.reset(seed, replication);
        kernel.runUntil(Ticks.NEVER);
    }
}
