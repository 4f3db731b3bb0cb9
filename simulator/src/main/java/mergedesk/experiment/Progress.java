package mergedesk.experiment;

/** How far long work has come, and whether it is to stop early. Called from several threads. */
public interface Progress {
    /** Nobody looks, nobody stops. */
    Progress NONE = new Progress() {
        @Override
        public void planned(double replications) {}

        @Override
        public void advanced(double replications) {}

        @Override
        public boolean stopped() {
            return false;
        }
    };

    /** So many replications are planned in all; may grow while an experiment finds out how many it needs. */
    void planned(double replications);

    /** So many more replications, or parts of one, are done. */
    void advanced(double replications);

    /** Whether to stop as soon as possible; replications in progress are given up, finished ones count. */
    boolean stopped();
}
