package mergedesk.kernel;

import java.util.Arrays;

/** Telephone lines of desks: each call holds one from the open door to the end of its talk; other contacts hold none. Not counted where no desk can run out of them. */
final class Lines {
    private final Epoch epoch;
    private final int[] inUse;

    Lines(Epoch epoch, int desks) {
        this.epoch = epoch;
        inUse = new int[desks + 1];
    }

    void clear() {
        Arrays.fill(inUse, 0);
    }

    /** Whether a contact of the flow finds all lines in use. */
    boolean allInUse(int flow) {
        return !epoch.endlessLines
                && inUse[epoch.linesOf(flow)] >= epoch.lines[epoch.linesOf(flow)];
    }

    void seize(int flow) {
        if (!epoch.endlessLines) {
            int lines = epoch.linesOf(flow);
            inUse[lines]++;
            assert inUse[lines] <= epoch.lines[lines];
        }
    }

    void release(int flow) {
        if (!epoch.endlessLines) {
            inUse[epoch.linesOf(flow)]--;
            assert inUse[epoch.linesOf(flow)] >= 0;
        }
    }

    /** Lines in use at a desk that can run out of them. For tests. */
    int inUse(int desk) {
        return inUse[desk];
    }
}
