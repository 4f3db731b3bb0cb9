package mergedesk.sweep;

import java.io.Serializable;

/** Replications of one point that are run together: {@code from} (inclusive) to {@code to} (exclusive). */
public record Chunk(int point, int from, int to) implements Serializable {
    private static final long serialVersionUID = 1L;

    /** How many. */
    public int size() {
        return to - from;
    }
}
