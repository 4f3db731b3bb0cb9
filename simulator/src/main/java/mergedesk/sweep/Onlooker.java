package mergedesk.sweep;

import mergedesk.store.RunRow;

/** Sees runs as they come, and those that were there before; of one thread at a time. What it sees changes nothing. */
public interface Onlooker {
    /** Looks away. */
    Onlooker NONE = new Onlooker() {
        @Override
        public void wasThere(RunRow row) {}

        @Override
        public void found(RunRow row) {}

        @Override
        public void failed(int runs) {}
    };

    /** A run that was there before. */
    void wasThere(RunRow row);

    /** A run that was made now. */
    void found(RunRow row);

    /** So many more runs, or points, failed. */
    void failed(int runs);
}
