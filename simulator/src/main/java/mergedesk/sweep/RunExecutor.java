package mergedesk.sweep;

import java.util.function.Consumer;
import mergedesk.experiment.Progress;
import mergedesk.store.RunBatch;

/** Where the runs of a sweep are run. What comes of a run does not depend on it. */
public interface RunExecutor extends AutoCloseable {
    /**
     * Runs chunks until there are none left or progress says stop, and hands over what comes of each, in any order, on the thread that called.
     *
     * @param chunks what is to be run
     * @param taken takes each result
     */
    void run(Chunks chunks, Consumer<RunBatch> taken, Progress progress);

    @Override
    void close();
}
