package mergedesk.kernel;

import java.util.Arrays;

/** Telephone lines of desks: each contact holds one from the open door to the end of its talk. Not counted where no desk can run out of them. */
final class Lines {
    private final State s;
    private final int[] inUse;

    Lines(State state, int desks) {
        s = state;
        inUse = new int[desks];
    }

    void clear() {
        Arrays.fill(inUse, 0);
    }

    /** Whether a contact of the flow finds all lines in use. */
    boolean allInUse(int flow) {
        return !s.epoch.endlessLines
                && inUse[s.epoch.desk(flow)] >= s.epoch.desks.lines()[s.epoch.desk(flow)];
    }

    void seize(int flow) {
        if (!s.epoch.endlessLines) {
            int desk = s.epoch.desk(flow);
            inUse[desk]++;
            assert inUse[desk] <= s.epoch.desks.lines()[desk];
        }
    }

    void release(int flow) {
        if (!s.epoch.endlessLines) {
            inUse[s.epoch.desk(flow)]--;
            assert inUse[s.epoch.desk(flow)] >= 0;
        }
    }

    /** Lines in use at a desk that can run out of them. For tests. */
    int inUse(int desk) {
        return inUse[desk];
    }
}
