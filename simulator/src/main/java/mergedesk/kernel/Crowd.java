package mergedesk.kernel;

import java.util.Arrays;
import mergedesk.program.Program;

/** How many people wait at each desk, by kind of contact: for those who look before they join. Not counted where nobody does. */
final class Crowd {
    private final Epoch epoch;
    private final int[] waiting; // [desk × KINDS + kind]

    Crowd(Epoch epoch, int desks) {
        this.epoch = epoch;
        waiting = new int[desks * Program.Contacts.KINDS];
    }

    void clear() {
        Arrays.fill(waiting, 0);
    }

    /** One of the flow begins to wait (1), or does so no longer (−1). To be told only where somebody looks at queues. */
    void change(int flow, int by) {
        waiting[epoch.crowd(flow)] += by;
        assert waiting[epoch.crowd(flow)] >= 0;
    }

    /** Whether there is no room for one more of the flow to wait. */
    boolean isFull(int flow) {
        return epoch.looksAtQueues && epoch.queueCapacity[epoch.desk(flow)] < Integer.MAX_VALUE && at(epoch.desk(flow)) >= epoch.queueCapacity[epoch.desk(flow)];
    }

    /** Who comes by a contact of the flow sees so many waiting: those of the same kind. */
    int seenBy(int flow) {
        return waiting[epoch.crowd(flow)];
    }

    /** People who wait at the desk, of all live kinds. */
    int at(int desk) {
        int all = 0;
        for (int kind = 0; kind < Program.Contacts.KINDS; kind++) {
            all += kind == Program.Contacts.DEFERRED ? 0 : waiting[desk * Program.Contacts.KINDS + kind];
        }
        return all;
    }
}
