package mergedesk.experiment;

import java.util.concurrent.CancellationException;
import mergedesk.kernel.Kernel;
import mergedesk.observe.Trace;
import mergedesk.program.Program;
import mergedesk.units.Ticks;

/** Runs one replication and writes down every event. */
public final class Tracing {
    private static final long EVENTS_BETWEEN_LOOKS = 20_000; // to write one takes longer than to run it

    private Tracing() {}

    /** Traces a replication to its end. */
    public static void trace(Program program, long seed, int replication, Trace.Lines lines) {
        trace(program, seed, replication, lines, Progress.NONE);
    }

    /**
     * The same, unless progress says stop.
     *
     * @throws CancellationException when progress says stop; it is asked every so many events, whether they are written or not
     */
    public static void trace(Program program, long seed, int replication, Trace.Lines lines, Progress progress) {
        Kernel kernel = new Kernel(program, state -> new Trace(state, lines));
        kernel.reset(seed, replication);
        boolean ended = false;
        while (!ended) {
            if (progress.stopped()) {
                throw new CancellationException();
            }
            ended = kernel.runUntil(Ticks.NEVER, EVENTS_BETWEEN_LOOKS);
        }
    }
}
