package mergedesk.experiment;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Consumer;
import mergedesk.observe.KeptRows;
import mergedesk.observe.RunSummary;
import mergedesk.observe.Scopes;
import mergedesk.program.Program;
import mergedesk.program.Programs;

/**
 * Runs replications of one Program on threads of this machine. Results come in order of replication and do not depend on the number of
 * threads: a replication is run from its start to its end by one thread with a kernel of its own.
 */
public final class Replicator implements AutoCloseable {
    private static final ThreadMXBean CLOCK = ManagementFactory.getThreadMXBean();
    private static final int AHEAD_PER_THREAD = 8; // enough that no thread waits for another's slow replication, and few in memory

    private final Runner runner;
    private final long seed;
    private final ExecutorService threads;
    private final int mostAhead;
    private final LongAdder cpuNanos = new LongAdder();
    private volatile boolean closed;

    /** With engines of its own that keep everything. */
    public Replicator(Program program, long seed, int threadCount, Progress progress) {
        this(new Engines(PlanRules.none(Programs.always(program)), KeptRows.all(new Scopes(program))), seed, threadCount, progress);
    }

    /** With engines that others use before and after. */
    Replicator(Engines engines, long seed, int threadCount, Progress progress) {
        runner = new Runner(engines, progress, () -> closed || progress.stopped());
        this.seed = seed;
        mostAhead = AHEAD_PER_THREAD * threadCount;
        threads = Executors.newFixedThreadPool(threadCount, task -> {
            Thread thread = new Thread(task, "replication");
            thread.setDaemon(true);
            return thread;
        });
    }

    /**
     * Runs replications {@code from} (inclusive) to {@code to} (exclusive) and hands over what each leaves, in their order, as soon as those before have been. Returns how many: fewer when
     * progress says stop, then only those before the first unfinished one. No more than a few are under way or waiting for their turn at any time.
     *
     * @throws SimulationFault when a replication fails, after all before it have been handed over
     */
    public int run(int from, int to, Consumer<List<RunSummary>> inOrder) {
        Deque<Future<List<RunSummary>>> ahead = new ArrayDeque<>();
        int next = from;
        int handedOver = 0;
        while (next < to || !ahead.isEmpty()) {
            while (next < to && ahead.size() < mostAhead) {
                int number = next++;
                ahead.add(threads.submit(() -> replicate(number)));
            }
            List<RunSummary> result = waitFor(ahead.remove());
            if (result == null) {
                break; // those ahead find out for themselves
            }
            inOrder.accept(result);
            handedOver++;
        }
        return handedOver;
    }

    private static List<RunSummary> waitFor(Future<List<RunSummary>> future) {
        try {
            return future.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return null;
        } catch (ExecutionException e) {
            if (e.getCause() instanceof SimulationFault fault) {
                throw fault;
            }
            throw new IllegalStateException("a replication ended in an unforeseen way: " + e.getCause(), e.getCause());
        }
    }

    private List<RunSummary> replicate(int replication) {
        long startNanos = CLOCK.getCurrentThreadCpuTime();
        try {
            return runner.run(seed, replication).orElse(null);
        } finally {
            cpuNanos.add(CLOCK.getCurrentThreadCpuTime() - startNanos);
        }
    }

    /** Processor time that replications have taken so far, in seconds, all threads together. */
    public double cpuSeconds() {
        return cpuNanos.sum() * 1e-9;
    }

    /** Replications that are still under way find out for themselves. */
    @Override
    public void close() {
        closed = true;
        threads.shutdownNow();
    }
}
