package mergedesk.experiment;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import mergedesk.observe.KeptRows;
import mergedesk.observe.RunSummary;
import mergedesk.observe.Scopes;
import mergedesk.program.Program;
import mergedesk.program.Programs;

/**
 * Runs replications of one scenario, or of several side by side, on threads of this machine. Results come in order of replication and do not depend on the number of
 * threads: a replication is run from its start to its end by one thread with a kernel of its own.
 */
public final class Replicator implements AutoCloseable {
    private static final ThreadMXBean CLOCK = ManagementFactory.getThreadMXBean();
    private static final int AHEAD_PER_THREAD = 8; // enough that no thread waits for another's slow replication, and few in memory

    private final List<Side> sides;
    private final Progress progress;
    private final long seed;
    private final ExecutorService threads;
    private final int mostAhead;
    private volatile boolean closed;

    /** One of the scenarios, as far as it has come. */
    private static final class Side {
        private final SideProgress progress;
        private final Runner runner;
        private final LongAdder cpuNanos = new LongAdder();
        private volatile SimulationFault failure; // which ended it

        private Side(Engines engines, Progress all, BooleanSupplier closed) {
            progress = new SideProgress(all);
            runner = new Runner(engines, progress, () -> closed.getAsBoolean() || progress.stopped());
        }
    }

    /** A replication that is under way. */
    private record Ahead(Side side, Future<List<RunSummary>> result) {}

    /** With engines of its own that keep everything. */
    public Replicator(Program program, long seed, int threadCount, Progress progress) {
        this(List.of(new Engines(PlanRules.none(Programs.always(program)), KeptRows.all(new Scopes(program)))), seed, threadCount, progress);
    }

    /** With engines that others use before and after, of each scenario. */
    Replicator(List<Engines> each, long seed, int threadCount, Progress progress) {
        sides = each.stream().map(engines -> new Side(engines, progress, () -> closed)).toList();
        this.progress = progress;
        this.seed = seed;
        mostAhead = AHEAD_PER_THREAD * threadCount;
        threads = Executors.newFixedThreadPool(threadCount, task -> {
            Thread thread = new Thread(task, "replication");
            thread.setDaemon(true);
            return thread;
        });
    }

    /**
     * Runs replications {@code from} (inclusive) to {@code to} (exclusive) of one scenario and hands over what each leaves, in their order, as soon as those before have been. Returns how many: fewer
     * when progress says stop, then only those before the first unfinished one. No more than a few are under way or waiting for their turn at any time.
     *
     * @throws SimulationFault when a replication fails, after all before it have been handed over
     */
    public int run(int from, int to, Consumer<List<RunSummary>> inOrder) {
        int handedOver = runAll(from, to, ofSides -> inOrder.accept(ofSides.get(0)));
        failure(0).ifPresent(fault -> {
            throw fault;
        });
        return handedOver;
    }

    /**
     * The same of all scenarios: each replication of all of them before the next, handed over together. One that fails ends there, and leaves nothing of this replication and those that follow, here and in further calls; when the first does,
     * all end.
     */
    int runAll(int from, int to, Consumer<List<List<RunSummary>>> inOrder) {
        Deque<Ahead> ahead = new ArrayDeque<>();
        long next = 0;
        long runs = (long) (to - from) * sides.size();
        List<List<RunSummary>> ofSides = new ArrayList<>();
        int handedOver = 0;
        while (next < runs || !ahead.isEmpty()) {
            while (next < runs && ahead.size() < mostAhead) {
                ahead.add(submit(sides.get((int) (next % sides.size())), (int) (from + next / sides.size())));
                next++;
            }
            Optional<List<RunSummary>> result = waitFor(ahead.remove());
            if (result.isEmpty() || sides.get(0).failure != null) {
                break; // those ahead find out for themselves
            }
            ofSides.add(result.get());
            if (ofSides.size() == sides.size()) {
                inOrder.accept(List.copyOf(ofSides));
                ofSides.clear();
                handedOver++;
            }
        }
        return handedOver;
    }

    /** Tells progress of so many more replications of every scenario that has not failed. */
    void plan(int replications) {
        sides.forEach(side -> side.progress.planned(replications));
    }

    private void fail(Side side, SimulationFault fault) {
        side.failure = fault;
        side.progress.end();
        int place = sides.indexOf(side);
        if (place == 0) {
            progress.failed(fault);
        } else {
            progress.failedAside(place, fault);
        }
    }

    /** What ended a scenario. */
    Optional<SimulationFault> failure(int side) {
        return Optional.ofNullable(sides.get(side).failure);
    }

    private Ahead submit(Side side, int replication) {
        return new Ahead(side, threads.submit(() -> replicate(side, replication)));
    }

    /** What a replication left: nothing, of a scenario that has failed. Empty when it was given up. */
    private Optional<List<RunSummary>> waitFor(Ahead ahead) {
        try {
            List<RunSummary> result = ahead.result.get();
            return ahead.side.failure == null ? Optional.ofNullable(result) : Optional.of(List.of());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof SimulationFault fault) {
                if (ahead.side.failure == null) { // the first in order
                    fail(ahead.side, fault);
                }
                return Optional.of(List.of());
            }
            throw new IllegalStateException("a replication ended in an unforeseen way: " + e.getCause(), e.getCause());
        }
    }

    private List<RunSummary> replicate(Side side, int replication) {
        if (side.failure != null) {
            return List.of();
        }
        long startNanos = CLOCK.getCurrentThreadCpuTime();
        try {
            return side.runner.run(seed, replication).orElse(null);
        } finally {
            side.cpuNanos.add(CLOCK.getCurrentThreadCpuTime() - startNanos);
        }
    }

    /** Processor time that replications of a scenario have taken so far, in seconds, all threads together. */
    double cpuSeconds(int side) {
        return sides.get(side).cpuNanos.sum() * 1e-9;
    }

    /** Replications that are still under way find out for themselves. */
    @Override
    public void close() {
        closed = true;
        threads.shutdownNow();
    }
}
