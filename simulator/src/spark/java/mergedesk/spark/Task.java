package mergedesk.spark;

import java.io.Serializable;
import java.util.List;
import mergedesk.sweep.Chunk;

/** What a worker does at a time. */
record Task(List<Chunk> chunks) implements Serializable {
    private static final long serialVersionUID = 1L;

    Task {
        chunks = List.copyOf(chunks);
    }

    int runs() {
        return chunks.stream().mapToInt(Chunk::size).sum();
    }
}
