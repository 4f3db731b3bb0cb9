package mergedesk.experiment;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Consumer;
import mergedesk.kernel.Events;
import mergedesk.kernel.Kernel;
import mergedesk.observe.KeptRows;
import mergedesk.observe.RunSummary;
import mergedesk.observe.Scopes;
import mergedesk.program.Program;
import mergedesk.program.Programs;
import mergedesk.units.Ticks;

/**
 * Runs replications of one Program on threads of this machine. Results come in order of replication and do not depend on the number of
 * threads: a replication is run from its start to its end by one thread with a kernel of its own.
 */
public final class Replicator implements AutoCloseable {
    private static final ThreadMXBean CLOCK = ManagementFactory.getThreadMXBean();
    private static final int SLICES = 50; // progress is told this many times in a replication
    private static final long EVENTS_BETWEEN_LOOKS = 200_000; // a wish to stop is heard within some hundredths of a second
    private static final double SHARE_OF_EMPTYING = 0.01; // how much of a replication's progress is left for what comes after the horizon

    private static final int AHEAD_PER_THREAD = 8; // enough that no thread waits for another's slow replication, and few in memory

    private final Engines engines;
    private final Program program;
    private final long seed;
    private final Progress progress;
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
        this.engines = engines;
        program = engines.programs().planned();
        this.seed = seed;
        this.progress = progress;
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
        if (isStopped()) {
            return null;
        }
        Engines.Engine engine = null;
        long startNanos = CLOCK.getCurrentThreadCpuTime();
        try {
            Map<String, Long> decided = Map.of();
            Optional<Map<String, Long>> more = Optional.of(decided);
            List<RunSummary> summaries = List.of();
            while (more.isPresent()) {
                decided = more.get();
                engine = null; // what fails in making the next is no fault of the last
                engine = engines.borrow(seed, replication, decided);
                engine.kernel().reset(seed, replication);
                if (!runToEnd(engine.kernel())) {
                    return null;
                }
                summaries = finish(engine, decided);
                engines.giveBack(engine);
                more = engines.rules().next(seed, replication, decided, summaries);
                more.ifPresent(again -> progress.planned(1));
            }
            return summaries;
        } catch (RuntimeException | Error e) { // memory that is full, too: what is finished must not be lost
            throw engine == null
                    ? new SimulationFault(seed, replication, e)
                    : new SimulationFault(seed, replication, engine.kernel().now(), event(engine.kernel()), e);
        } finally {
            cpuNanos.add(CLOCK.getCurrentThreadCpuTime() - startNanos);
        }
    }

    private List<RunSummary> finish(Engines.Engine engine, Map<String, Long> decided) {
        List<RunSummary> summaries = engine.totals().finish();
        if (!engines.programs().differ()) {
            return summaries;
        }
        double[] given = engines.given(engine);
        return summaries.stream().map(run -> run.withPlan(given, decided)).toList();
    }

    /**
     * One slice of the horizon after the other, and then until everybody has left. False when progress says stop; it is asked after every slice and every
     * so many events, because one simulated moment may have any number of them.
     */
    private boolean runToEnd(Kernel kernel) {
        long endTick = program.horizon().endTick();
        for (int i = 1; i <= SLICES; i++) {
            long sliceEnd = i < SLICES ? endTick / SLICES * i : endTick;
            while (!kernel.runUntil(sliceEnd, EVENTS_BETWEEN_LOOKS)) {
                if (isStopped()) {
                    return false;
                }
            }
            progress.advanced((1 - SHARE_OF_EMPTYING) / SLICES);
            if (isStopped()) {
                return false;
            }
        }
        while (!kernel.runUntil(Ticks.NEVER, EVENTS_BETWEEN_LOOKS)) {
            progress.emptying(kernel.peopleInSystem());
            if (isStopped()) {
                return false;
            }
        }
        progress.advanced(SHARE_OF_EMPTYING);
        return true;
    }

    private boolean isStopped() {
        return closed || progress.stopped();
    }

    private String event(Kernel kernel) {
        String meaning = Events.meaning(kernel.eventCode());
        if (kernel.eventGroup() >= 0) {
            return meaning + ", group " + program.names().groups().get(kernel.eventGroup());
        }
        return kernel.eventFlow() >= 0 ? meaning + ", flow " + program.names().flows().get(kernel.eventFlow()) : meaning;
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
