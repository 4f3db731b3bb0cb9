package mergedesk.experiment;

/** How far one of several scenarios has come, told as part of all. When it ends early, what was planned of it and will not be done is taken back. */
final class SideProgress implements Progress {
    private final Progress all;
    private double planned;
    private double done;
    private boolean ended;

    SideProgress(Progress all) {
        this.all = all;
    }

    @Override
    public synchronized void planned(double more) {
        if (!ended) {
            planned += more;
            all.planned(more);
        }
    }

    @Override
    public synchronized void advanced(double replications) {
        if (!ended) {
            done += replications;
            all.advanced(replications);
        }
    }

    @Override
    public synchronized void emptying(int people) {
        if (!ended) {
            all.emptying(people);
        }
    }

    /** It goes no further; its replications that are under way give up. */
    synchronized void end() {
        ended = true;
        all.planned(done - planned);
    }

    @Override
    public synchronized boolean stopped() {
        return ended || all.stopped();
    }
}
