package mergedesk.kernel;

import java.util.Arrays;
import mergedesk.program.Program;

/** Telephone lines of desks: each contact holds one from the open door to the end of its talk. Not counted where no desk can run out of them. */
final class Lines {
    private final int[] lines;
    private final int[] flowDesk;
    private final boolean endless;
    private final int[] inUse;

    Lines(Program program) {
        lines = program.desks().lines();
        flowDesk = program.contacts().flowDesk();
        int fewest = Integer.MAX_VALUE;
        for (int n : lines) {
            fewest = Math.min(fewest, n);
        }
        endless = fewest == Integer.MAX_VALUE;
        inUse = new int[lines.length];
    }

    void clear() {
        Arrays.fill(inUse, 0);
    }

    /** Whether a contact of the flow finds all lines in use. */
    boolean allInUse(int flow) {
        return !endless && inUse[flowDesk[flow]] >= lines[flowDesk[flow]];
    }

    void seize(int flow) {
        if (!endless) {
            inUse[flowDesk[flow]]++;
            assert inUse[flowDesk[flow]] <= lines[flowDesk[flow]];
        }
    }

    void release(int flow) {
        if (!endless) {
            inUse[flowDesk[flow]]--;
            assert inUse[flowDesk[flow]] >= 0;
        }
    }

    /** Lines in use at a desk that can run out of them. For tests. */
    int inUse(int desk) {
        return inUse[desk];
    }
}
