package mergedesk.observe;

import mergedesk.kernel.ErlangADesk;
import mergedesk.kernel.Kernel;
import mergedesk.peer.Desk;
import mergedesk.units.Ticks;

/** The desk on our kernel, with every measure of the product, as a run of the command line keeps them. */
public final class AllMeasuresDesk implements Desk {
    private static final double PER_MINUTE = 60.0 * Ticks.PER_SECOND;

    private long programCalls = -1;
    private Kernel kernel;
    private Totals totals;
    private long spanTicks;

    @Override
    public Figures run(long calls, long seed) {
        if (calls != programCalls) {
            var program = ErlangADesk.withCalls(calls);
            kernel = new Kernel(program, state -> totals = new Totals(state));
            spanTicks = program.horizon().endTick();
            programCalls = calls;
        }
        kernel.reset(seed, 0);
        kernel.runUntil(Ticks.NEVER);
        RunSummary all = totals.finish().get(0);
        return new Figures(
                all.total(0, Count.OFFERED),
                all.total(0, Count.ABANDONED),
                all.total(0, Count.ANSWERED_WITHIN),
                (all.total(0, Count.WAIT_ANSWERED) + all.total(0, Count.WAIT_ABANDONED)) / PER_MINUTE,
                all.total(0, Count.TALK) / PER_MINUTE,
                spanTicks / PER_MINUTE);
    }
}
