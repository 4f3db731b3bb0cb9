package mergedesk.api;

import mergedesk.experiment.Progress;

/** Watches long work and may stop it. Called from several threads. */
public interface Watcher extends Progress {
    /** Sees nothing and stops nothing. */
    Watcher NONE = new Watcher() {
        @Override
        public void planned(double more) {}

        @Override
        public void advanced(double replications) {}

        @Override
        public boolean stopped() {
            return false;
        }
    };
}
