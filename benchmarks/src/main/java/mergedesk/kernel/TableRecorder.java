package mergedesk.kernel;

import mergedesk.peer.Desk;
import mergedesk.units.Ticks;

/** Statistics of the table only, as the C reference keeps them: what P2 measures the loop with. */
public final class TableRecorder implements Recorder {
    private static final double PER_MINUTE = 60.0 * Ticks.PER_SECOND;
    private static final long TARGET_TICKS = Math.round(Desk.TARGET_MINUTES * PER_MINUTE);

    private long calls;
    private long abandoned;
    private long within;
    private long waitTicks;
    private long talkTicks;

    /** Forgets everything. */
    public void clear() {
        calls = 0;
        abandoned = 0;
        within = 0;
        waitTicks = 0;
        talkTicks = 0;
    }

    /** What was counted in a run of this length. */
    public Desk.Figures figures(long spanTicks) {
        return new Desk.Figures(
                calls, abandoned, within, waitTicks / PER_MINUTE, talkTicks / PER_MINUTE, spanTicks / PER_MINUTE);
    }

    @Override
    public void offered(int contact) {
        calls++;
    }

    @Override
    public void answered(int contact, int agent, long wait, boolean fromQueue) {
        waitTicks += wait;
        if (wait <= TARGET_TICKS) {
            within++;
        }
    }

    @Override
    public void abandoned(int contact, long wait) {
        abandoned++;
        waitTicks += wait;
    }

    @Override
    public void ended(int status, int contact, int agent, long ticks) {
        talkTicks += ticks; // nobody writes up
    }
}
