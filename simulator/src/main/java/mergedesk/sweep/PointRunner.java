package mergedesk.sweep;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.BooleanSupplier;
import mergedesk.compile.Fingerprint;
import mergedesk.experiment.IdleEngines;
import mergedesk.experiment.KpiTable;
import mergedesk.experiment.PlanRules;
import mergedesk.experiment.Progress;
import mergedesk.experiment.Runner;
import mergedesk.experiment.SimulationFault;
import mergedesk.observe.RunSummary;
import mergedesk.store.Layout;
import mergedesk.store.RunBatch;
import mergedesk.store.RunFailure;
import mergedesk.store.RunRow;

/**
 * Runs replications of points, wherever: on a thread of this process, in a task of a cluster. What comes of them is a pure function of the point source, the layout and the chunk. Thread-safe.
 *
 * <p>Points that were run last are remembered compiled, so that a slow point whose replications come in several chunks is compiled once.
 */
public final class PointRunner {
    private static final ThreadMXBean CLOCK = ManagementFactory.getThreadMXBean();
    private static final int REMEMBERED = 16;

    private final PointSource source;
    private final Layout layout;
    private final BooleanSupplier stopped;
    private final IdleEngines idle = new IdleEngines();
    private final ThreadLocal<Fingerprint> fingerprints = ThreadLocal.withInitial(Fingerprint::new);
    private final ThreadLocal<Rows> rows = new ThreadLocal<>(); // of the last point
    private final Map<Integer, CompletableFuture<Compiled>> compiled = new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Integer, CompletableFuture<Compiled>> eldest) {
            return size() > REMEMBERED;
        }
    };

    /** A point that is ready to run. */
    private record Compiled(Runner runner, KpiTable table, Rows rows, String fingerprint) {}

    /** @param stopped whether runs are to be given up */
    public PointRunner(PointSource source, Layout layout, BooleanSupplier stopped) {
        this.source = source;
        this.layout = layout;
        this.stopped = stopped;
    }

    /** What comes of the runs of a chunk, failures included; empty when they were given up. */
    public Optional<RunBatch> run(Chunk chunk) {
        Compiled point;
        try {
            point = compiled(chunk.point());
        } catch (PointFault fault) {
            return Optional.of(none(chunk, fault.getMessage()));
        } catch (RuntimeException | Error e) { // whatever it is, it is this point's
            return Optional.of(none(chunk, SimulationFault.ofEvaluation(source.seed(chunk.point()), chunk.to(), e).what()));
        }
        List<RunRow> rows = new ArrayList<>(chunk.size());
        List<RunFailure> failures = new ArrayList<>();
        long seed = source.seed(chunk.point());
        long start = CLOCK.getCurrentThreadCpuTime();
        for (int replication = chunk.from(); replication < chunk.to(); replication++) {
            try {
                Optional<List<RunSummary>> run = point.runner.run(seed, replication);
                if (run.isEmpty()) {
                    boolean nothing = replication == chunk.from();
                    return nothing ? Optional.empty() : Optional.of(new RunBatch(chunk.point(), chunk.from(), replication, point.fingerprint, rows, failures));
                }
                long end = CLOCK.getCurrentThreadCpuTime();
                rows.add(point.rows.row(chunk.point(), replication, point.table, run.get(), (end - start) * 1e-9));
                start = end; // asking twice would cost a twentieth of a short run
            } catch (SimulationFault fault) {
                failures.add(failure(chunk.point(), replication, fault));
                start = CLOCK.getCurrentThreadCpuTime();
            } catch (RuntimeException | Error e) {
                failures.add(failure(chunk.point(), replication, SimulationFault.ofEvaluation(seed, replication + 1, e)));
                start = CLOCK.getCurrentThreadCpuTime();
            }
        }
        return Optional.of(new RunBatch(chunk.point(), chunk.from(), chunk.to(), point.fingerprint, rows, failures));
    }

    private RunFailure failure(int point, int replication, SimulationFault fault) {
        return new RunFailure(point, replication, fault.what(), fault.command(source.command(point)));
    }

    /** A point without any run; said once. */
    private RunBatch none(Chunk chunk, String message) {
        RunFailure failure = new RunFailure(chunk.point(), RunFailure.EVERY, message, source.command(chunk.point()));
        return new RunBatch(chunk.point(), chunk.from(), chunk.to(), "", List.of(), chunk.from() == 0 ? List.of(failure) : List.of());
    }

    /** Threads that ask for a point that another compiles wait for it. */
    private Compiled compiled(int point) {
        CompletableFuture<Compiled> mine = new CompletableFuture<>();
        CompletableFuture<Compiled> known;
        synchronized (compiled) {
            known = compiled.putIfAbsent(point, mine);
        }
        if (known != null) {
            return join(known);
        }
        try {
            mine.complete(compile(point));
        } catch (RuntimeException | Error e) {
            mine.completeExceptionally(e);
        }
        return join(mine);
    }

    private static Compiled join(CompletableFuture<Compiled> point) {
        try {
            return point.join();
        } catch (CompletionException e) {
            if (e.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            if (e.getCause() instanceof Error cause) {
                throw cause;
            }
            throw e;
        }
    }

    private Compiled compile(int point) {
        ReadyPoint ready = source.ready(point);
        PlanRules rules = ready.rules();
        if (rows.get() == null || !rows.get().areOf(rules.table())) {
            rows.set(new Rows(layout, rules.table()));
        }
        Runner runner = new Runner(rules, rows.get().measures(), idle, new Progress() {
            @Override
            public void planned(double more) {}

            @Override
            public void advanced(double replications) {}

            @Override
            public boolean stopped() {
                return stopped.getAsBoolean();
            }
        });
        return new Compiled(runner, rules.table(), rows.get(), ready.fingerprint(fingerprints.get()));
    }
}
