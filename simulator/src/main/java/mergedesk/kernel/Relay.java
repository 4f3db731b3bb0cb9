package mergedesk.kernel;

/** Passes everything on to another recorder: for recorders that want to hear some of it on the way. */
public abstract class Relay implements Recorder {
    private final Recorder next;

    protected Relay(Recorder next) {
        this.next = next;
    }

    @Override
    public void starts(long replication) {
        next.starts(replication);
    }

    @Override
    public void reached(int boundary, int interval) {
        next.reached(boundary, interval);
    }

    @Override
    public void offered(int contact) {
        next.offered(contact);
    }

    @Override
    public void queued(int contact) {
        next.queued(contact);
    }

    @Override
    public void answered(int contact, int agent, long waitTicks, boolean fromQueue) {
        next.answered(contact, agent, waitTicks, fromQueue);
    }

    @Override
    public void abandoned(int contact, long waitTicks) {
        next.abandoned(contact, waitTicks);
    }

    @Override
    public void ended(int status, int contact, int agent, long ticks) {
        next.ended(status, contact, agent, ticks);
    }

    @Override
    public void happened(int what, int contact, int agent, long ticks) {
        next.happened(what, contact, agent, ticks);
    }

    @Override
    public void became(int group, int before, int now) {
        next.became(group, before, now);
    }

    @Override
    public void scheduled(int group, int change) {
        next.scheduled(group, change);
    }
}
