package mergedesk.dsol;

import mergedesk.kernel.Agents;
import mergedesk.kernel.Happening;
import mergedesk.kernel.Recorder;

/** How many are waiting, talking and at work right now, and how many there have been. */
public final class Watch implements Recorder {
    private int waiting;
    private int talking;
    private int wrapping;
    private int present;
    private long offered;
    private long answered;
    private long abandoned;

    @Override
    public void starts(long replication) {
        waiting = 0;
        talking = 0;
        wrapping = 0;
        present = 0;
        offered = 0;
        answered = 0;
        abandoned = 0;
    }

    /** Contacts that wait. Those who gave up in the current interval may still be among them when nobody could notice. */
    public int waiting() {
        return waiting;
    }

    /** Agents who talk. */
    public int talking() {
        return talking;
    }

    /** Agents in after-call work. */
    public int wrapping() {
        return wrapping;
    }

    /** Agents at work: idle, talking or wrapping up. */
    public int present() {
        return present;
    }

    /** Attempts that met an open door so far, warm-up included. */
    public long offered() {
        return offered;
    }

    /** Contacts answered so far. */
    public long answered() {
        return answered;
    }

    /** Contacts abandoned so far, with the same reservation as {@link #waiting}. */
    public long abandoned() {
        return abandoned;
    }

    @Override
    public void offered(int contact) {
        offered++;
    }

    @Override
    public void queued(int contact) {
        waiting++;
    }

    @Override
    public void answered(int contact, int agent, long waitTicks, boolean fromQueue) {
        answered++;
        waiting -= fromQueue ? 1 : 0;
    }

    @Override
    public void abandoned(int contact, long waitTicks) {
        abandoned++;
        waiting--;
    }

    @Override
    public void happened(int what, int contact, int agent, long ticks) {
        abandoned += what == Happening.BALKED ? 1 : 0;
        waiting -= what == Happening.DISCONNECTED || what == Happening.LEFT_MESSAGE ? 1 : 0;
    }

    @Override
    public void became(int group, int before, int now) {
        talking += in(now, Agents.TALKING) - in(before, Agents.TALKING);
        wrapping += in(now, Agents.WRAPPING) - in(before, Agents.WRAPPING);
        present += (Agents.isPresent(now) ? 1 : 0) - (Agents.isPresent(before) ? 1 : 0);
    }

    private static int in(int status, int counted) {
        return status == counted ? 1 : 0;
    }
}
