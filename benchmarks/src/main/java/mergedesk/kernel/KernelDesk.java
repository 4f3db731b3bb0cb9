package mergedesk.kernel;

import mergedesk.peer.Desk;
import mergedesk.units.Ticks;

/** The desk on our kernel, with statistics of the table only. */
public final class KernelDesk implements Desk {
    private final TableRecorder table = new TableRecorder();
    private long programCalls = -1;
    private Kernel kernel;
    private long spanTicks;

    @Override
    public Figures run(long calls, long seed) {
        if (calls != programCalls) {
            var program = ErlangADesk.withCalls(calls);
            kernel = new Kernel(program, state -> table);
            spanTicks = program.horizon().endTick();
            programCalls = calls;
        }
        table.clear();
        kernel.reset(seed, 0);
        kernel.runUntil(Ticks.NEVER);
        return table.figures(spanTicks);
    }
}
