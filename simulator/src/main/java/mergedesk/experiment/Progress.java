package mergedesk.experiment;

/** How far long work has come, and whether it is to stop early. Called from several threads. */
public interface Progress {
    /** Nobody looks, nobody stops. */
    Progress NONE = new Progress() {
        @Override
        public void planned(double more) {}

        @Override
        public void advanced(double replications) {}

        @Override
        public boolean stopped() {
            return false;
        }
    };

    /** So many more replications are planned; called again when an experiment finds out that it needs more. */
    void planned(double more);

    /** So many more replications, or parts of one, are done: parts whose sum is exact in a double, in whatever order they come. */
    void advanced(double replications);

    /**
     * The horizon of a replication has ended, but people are still in the system: waiting, being served, or away between two attempts. Told every so often until
     * they have left; nobody knows how long that takes.
     */
    default void emptying(int people) {}

    /** A replication, or a whole trial, failed, which ends the work early; finished ones count. */
    default void failed(Throwable fault) {}

    /** Of scenarios that run side by side, one but the first failed: it ends there, and the others go on. {@code side}: from 0. */
    default void failedAside(int side, Throwable fault) {
        failed(fault);
    }

    /** Whether to stop as soon as possible; replications in progress are given up, finished ones count. */
    boolean stopped();
}
