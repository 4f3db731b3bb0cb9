package mergedesk.oracle;

import mergedesk.kernel.Recorder;

/** A recorder that hears everything and writes nothing down: tests override what they want to hear. */
public class SilentRecorder implements Recorder {
    @Override
    public void intervalStarts(int interval) {}

    @Override
    public void dayEnds() {}

    @Override
    public void batchEnds() {}

    @Override
    public void offered(int contact) {}

    @Override
    public void turnedAway(int contact) {}

    @Override
    public void blocked(int contact) {}

    @Override
    public void balked(int contact) {}

    @Override
    public void queued(int contact) {}

    @Override
    public void answered(int contact, int agent, long waitTicks, boolean fromQueue) {}

    @Override
    public void abandoned(int contact, long waitTicks) {}

    @Override
    public void willReturn(int contact) {}

    @Override
    public void gaveUp(int contact, int failure) {}

    @Override
    public void talkEnded(int contact, int agent, long talkTicks) {}

    @Override
    public void wrapEnded(int contact, int agent, long wrapTicks) {}

    @Override
    public void became(int group, int before, int now) {}

    @Override
    public void scheduled(int group, int change) {}
}
