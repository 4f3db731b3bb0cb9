package mergedesk.kernel;

/** Tells two recorders what one is told, one after the other. */
public final class Both implements Recorder {
    private final Recorder first;
    private final Recorder second;

    public Both(Recorder first, Recorder second) {
        this.first = first;
        this.second = second;
    }

    @Override
    public boolean inOrder() {
        return first.inOrder() || second.inOrder();
    }

    @Override
    public void starts(long replication) {
        first.starts(replication);
        second.starts(replication);
    }

    @Override
    public void reached(int boundary, int subject) {
        first.reached(boundary, subject);
        second.reached(boundary, subject);
    }

    @Override
    public void offered(int contact) {
        first.offered(contact);
        second.offered(contact);
    }

    @Override
    public void queued(int contact) {
        first.queued(contact);
        second.queued(contact);
    }

    @Override
    public void answered(int contact, int agent, long waitTicks, boolean fromQueue) {
        first.answered(contact, agent, waitTicks, fromQueue);
        second.answered(contact, agent, waitTicks, fromQueue);
    }

    @Override
    public void abandoned(int contact, long waitTicks) {
        first.abandoned(contact, waitTicks);
        second.abandoned(contact, waitTicks);
    }

    @Override
    public void ended(int status, int contact, int agent, long ticks) {
        first.ended(status, contact, agent, ticks);
        second.ended(status, contact, agent, ticks);
    }

    @Override
    public void happened(int what, int contact, int agent, long ticks) {
        first.happened(what, contact, agent, ticks);
        second.happened(what, contact, agent, ticks);
    }

    @Override
    public void became(int group, int before, int now) {
        first.became(group, before, now);
        second.became(group, before, now);
    }

    @Override
    public void chats(int group, int change, int withAny) {
        first.chats(group, change, withAny);
        second.chats(group, change, withAny);
    }

    @Override
    public void stretched(int contact, long ticks) {
        first.stretched(contact, ticks);
        second.stretched(contact, ticks);
    }

    @Override
    public void application(int application, boolean isUp) {
        first.application(application, isUp);
        second.application(application, isUp);
    }

    @Override
    public void scheduled(int group, int change) {
        first.scheduled(group, change);
        second.scheduled(group, change);
    }
}
