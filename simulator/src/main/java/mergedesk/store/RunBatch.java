package mergedesk.store;

import java.io.Serializable;
import java.util.List;

/**
 * What came of some replications of one point; it enters a store as a whole or not at all.
 *
 * @param fingerprint that of the compiled point; empty where there is none
 */
public record RunBatch(int point, int from, int to, String fingerprint, List<RunRow> rows, List<RunFailure> failures) implements Serializable {
    private static final long serialVersionUID = 1L;

    /** How many replications it is about. */
    public int size() {
        return to - from;
    }

    /** Processor time that its runs took, in seconds. */
    public double seconds() {
        return rows.stream().mapToDouble(RunRow::seconds).sum();
    }
}
