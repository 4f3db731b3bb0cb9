package mergedesk.kernel;

import java.util.Arrays;

/** Telephone lines of desks: each call holds one from the open door to the end of its talk, other contacts none. Not counted where no desk can run out of them. */
final class Lines {
    private final Epoch epoch;
    private final int[] inUse;

    Lines(Epoch epoch, int desks) {
        this.epoch = epoch;
        inUse = new int[desks];
    }

    void clear() {
        Arrays.fill(inUse, 0);
    }

    /** Whether a contact of the flow finds all lines in use. */
    boolean allInUse(int flow) {
        return !epoch.endlessLines
                && epoch.isCall(flow)
                && inUse[epoch.desk(flow)] >= epoch.lines[epoch.desk(flow)];
    }

    void seize(int flow) {
        if (!epoch.endlessLines && epoch.isCall(flow)) {
            int desk = epoch.desk(flow);
            inUse[desk]++;
            assert inUse[desk] <= epoch.lines[desk];
        }
    }

    /** A contact of the flow has a line, whether there are enough or not: after a step of the plan there may be fewer than calls. */
    void hold(int flow) {
        if (!epoch.endlessLines && epoch.isCall(flow)) {
            inUse[epoch.desk(flow)]++;
        }
    }

    void release(int flow) {
        if (!epoch.endlessLines && epoch.isCall(flow)) {
            inUse[epoch.desk(flow)]--;
            assert inUse[epoch.desk(flow)] >= 0;
        }
    }

    /** Lines in use at a desk that can run out of them. For tests. */
    int inUse(int desk) {
        return inUse[desk];
    }
}
