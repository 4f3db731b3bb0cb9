package mergedesk.dsol;

import mergedesk.kernel.Agents;
import mergedesk.kernel.Happening;
import mergedesk.kernel.Recorder;
import mergedesk.kernel.Relay;

/** How many are waiting, talking and at work right now, and how many there have been; passes everything on to another recorder. */
public final class Watch extends Relay {
    private int waiting;
    private int talking;
    private int wrapping;
    private int present;
    private long offered;
    private long answered;
    private long abandoned;

    Watch(Recorder next) {
        super(next);
    }

    @Override
    public void starts(long replication) {
        waiting = 0;
        talking = 0;
        wrapping = 0;
        present = 0;
        offered = 0;
        answered = 0;
        abandoned = 0;
        super.starts(replication);
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
        super.offered(contact);
    }

    @Override
    public void queued(int contact) {
        waiting++;
        super.queued(contact);
    }

    @Override
    public void answered(int contact, int agent, long waitTicks, boolean fromQueue) {
        answered++;
        waiting -= fromQueue ? 1 : 0;
        super.answered(contact, agent, waitTicks, fromQueue);
    }

    @Override
    public void abandoned(int contact, long waitTicks) {
        abandoned++;
        waiting--;
        super.abandoned(contact, waitTicks);
    }

    @Override
    public void happened(int what, int contact, int agent, long ticks) {
        abandoned += what == Happening.BALKED ? 1 : 0;
        super.happened(what, contact, agent, ticks);
    }

    @Override
    public void became(int group, int before, int now) {
        talking += in(now, Agents.TALKING) - in(before, Agents.TALKING);
        wrapping += in(now, Agents.WRAPPING) - in(before, Agents.WRAPPING);
        present += (Agents.isPresent(now) ? 1 : 0) - (Agents.isPresent(before) ? 1 : 0);
        super.became(group, before, now);
    }

    private static int in(int status, int counted) {
        return status == counted ? 1 : 0;
    }
}
