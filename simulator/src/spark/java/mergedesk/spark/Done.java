package mergedesk.spark;

import java.io.Serializable;
import java.util.List;
import mergedesk.store.RunBatch;

/**
 * What came of a task.
 *
 * @param seconds how long it took, with all but what a worker prepares once for all
 */
record Done(List<RunBatch> batches, double seconds) implements Serializable {
    private static final long serialVersionUID = 1L;

    int runs() {
        return batches.stream().mapToInt(RunBatch::size).sum();
    }
}
