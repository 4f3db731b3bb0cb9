package mergedesk.spark;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import mergedesk.api.FrozenSweep;
import mergedesk.api.Sweeps;
import mergedesk.store.RunBatch;
import mergedesk.sweep.Chunk;
import mergedesk.sweep.PointRunner;
import org.apache.spark.TaskContext;
import org.apache.spark.broadcast.Broadcast;
import scala.collection.Iterator;
import scala.runtime.AbstractFunction1;

/** The part that runs in worker processes. A process reads the sweep once, for all its threads and all tasks of a session. */
final class Work extends AbstractFunction1<Iterator<byte[]>, byte[]> implements Serializable {
    private static final long serialVersionUID = 1L;
    private static final double SECOND = 1e-9;

    /** Of the latest session: a process seldom sees another. */
    private static Prepared prepared;

    private final String session;
    private final Broadcast<byte[]> sweep;

    private record Prepared(String session, PointRunner runner) {}

    /**
     * @param session a name that no other has
     * @param sweep a {@link FrozenSweep}
     */
    Work(String session, Broadcast<byte[]> sweep) {
        this.session = session;
        this.sweep = sweep;
    }

    /** From a {@link Task} to its {@link Done}. */
    @Override
    public byte[] apply(Iterator<byte[]> partition) {
        PointRunner runner = runner();
        Task task = Bytes.read(Task.class, partition.next());
        long start = System.nanoTime();
        List<RunBatch> batches = new ArrayList<>();
        for (Chunk chunk : task.chunks()) {
            batches.add(runner.run(chunk).orElseThrow(Work::stopped));
        }
        return Bytes.of(new Done(List.copyOf(batches), (System.nanoTime() - start) * SECOND));
    }

    private static RuntimeException stopped() {
        TaskContext.get().killTaskIfInterrupted(); // throws what Spark knows as that
        return new IllegalStateException("runs were given up though nobody asked for it");
    }

    private PointRunner runner() {
        synchronized (Work.class) {
            if (prepared == null || !prepared.session.equals(session)) {
                prepared = new Prepared(session, Sweeps.runner(Bytes.read(FrozenSweep.class, sweep.value()), () -> TaskContext.get().isInterrupted()));
            }
            return prepared.runner;
        }
    }

    /** For a driver that was its own worker. */
    static void forget(String session) {
        synchronized (Work.class) {
            if (prepared != null && prepared.session.equals(session)) {
                prepared = null;
            }
        }
    }
}
