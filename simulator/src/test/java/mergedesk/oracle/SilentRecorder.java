package mergedesk.oracle;

import mergedesk.kernel.Recorder;

/** A recorder that hears everything and writes nothing down: tests override what they want to hear. */
public class SilentRecorder implements Recorder {
    @Override
    public void starts(long replication) {}

    @Override
    public void reached(int boundary, int interval) {}

    @Override
    public void offered(int contact) {}

    @Override
    public void queued(int contact) {}

    @Override
    public void answered(int contact, int agent, long waitTicks, boolean fromQueue) {}

    @Override
    public void abandoned(int contact, long waitTicks) {}

    @Override
    public void ended(int status, int contact, int agent, long ticks) {}

    @Override
    public void happened(int what, int contact, int agent, long ticks) {}

    @Override
    public void became(int group, int before, int now) {}

    @Override
    public void scheduled(int group, int change) {}
}
