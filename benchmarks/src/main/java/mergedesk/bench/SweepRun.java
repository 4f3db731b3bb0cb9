package mergedesk.bench;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import mergedesk.api.SweepFile;
import mergedesk.api.Sweeps;
import mergedesk.api.Watcher;
import mergedesk.compile.ScenarioCompiler;
import mergedesk.experiment.Progress;
import mergedesk.kernel.Kernel;
import mergedesk.observe.Scopes;
import mergedesk.observe.Totals;
import mergedesk.program.Program;
import mergedesk.stats.KeptMeasures;
import mergedesk.stats.Measure;
import mergedesk.store.RunBatch;
import mergedesk.sweep.Chunks;
import mergedesk.sweep.RunExecutor;
import mergedesk.units.Ticks;

/** P9: sweeps of one desk on two threads, in a process of their own: what a run takes, and what the same simulation takes by itself, in turns. */
public final class SweepRun {
    private static final OperatingSystemMXBean PROCESS = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();
    private static final int TURNS = 3; // the last counts

    private final Path folder;
    private final SweepFile sweep;
    private final int replications;
    private long cpuNanos;
    private long wallNanos;
    private double runSeconds;

    private SweepRun(Kind kind) throws IOException {
        folder = Files.createTempDirectory("mergedesk-benchmark");
        replications = kind.replications;
        Files.writeString(folder.resolve("sweep.yaml"), kind.text());
        sweep = SweepFile.read(folder.resolve("sweep.yaml"));
    }

    /** Sweeps of the desk in scenarios/sweeps. */
    enum Kind {
        /** Runs of 50 ms and more: so few of them that compilers still work would not be a sweep. */
        LONG("104 weeks", 4, 30),
        /** Runs of an hour, one at each point. */
        HOUR("1 h", 20_000, 1),
        /** A hundred thousand of them, a hundred at each point. */
        HOURS("1 h", 1_000, 100),
        /** One of them. */
        ONE("1 h", 1, 1);

        private final String length;
        private final int points;
        private final int replications;

        Kind(String length, int points, int replications) {
            this.length = length;
            this.points = points;
            this.replications = replications;
        }

        String text() {
            return """
                    name: A sweep
                    scenario: %s
                    set: ["time.start=2026-03-02T10:00", "time.length=%s"]
                    factors:
                      volume: {path: flows.calls.volume, from: 3900 / week, to: 4300 / week}
                      agents: {path: groups.agents.staffing, from: 8, to: 11}
                    design: {kind: sobol, points: %d}
                    runs: {replications: %d}
                    measures: [offered, sl_answered_of_offered, abandonment_rate, wait_p95, occupancy]
                    """.formatted(Project.root().resolve("scenarios/sweeps/cluster-desk.yaml"), length, points, replications);
        }
    }

    /**
     * What a run took, in nanoseconds.
     *
     * @param loop processor time of the simulation by itself: arrivals laid out, and the event loop
     * @param run processor time of the threads in runs: the same, with making kernels, summary and row
     * @param cpu processor time of the process in the sweep, from the first run to the last
     * @param wall wall time, the same
     */
    record Cost(double loop, double run, double cpu, double wall) {
        static Cost of(Kind kind) {
            double[] numbers = Stream.of(Processes.java(SweepRun.class, "-Xmx512m", kind.name()).split(" ")).mapToDouble(Double::parseDouble).toArray();
            return new Cost(numbers[0], numbers[1], numbers[2], numbers[3]);
        }

        Sample loopSample() {
            return new Sample(loop, loop, Double.NaN);
        }

        Sample runSample() {
            return new Sample(run, run, Double.NaN);
        }

        Sample sweepSample() {
            return new Sample(cpu, wall, Double.NaN);
        }
    }

    /** The kind. */
    public static void main(String[] arguments) throws IOException {
        Locale.setDefault(Locale.ROOT);
        SweepRun run = new SweepRun(Kind.valueOf(arguments[0]));
        try {
            String cost = "";
            for (int turn = 0; turn < TURNS; turn++) {
                cost = run.turn(run.folder.resolve("out" + turn));
            }
            System.out.println(cost);
        } finally {
            run.delete();
        }
    }

    private String turn(Path out) {
        cpuNanos = 0;
        wallNanos = 0;
        runSeconds = 0;
        long runs = Sweeps.run(sweep, out, file -> timed(Sweeps.threads(2).apply(file)), Watcher.NONE).done();
        return loopNanos() + " " + runSeconds * 1e9 / runs + " " + (double) cpuNanos / runs + " " + (double) wallNanos / runs;
    }

    /** The runs of evenly chosen points, by themselves, on the threads of the common pool: what one does slows the other. */
    private double loopNanos() {
        int points = Math.min(sweep.points(), 100);
        int most = Math.max(replications, 10);
        long nanos = IntStream.range(0, points).parallel().mapToLong(i -> {
            Program program = ScenarioCompiler.compile(sweep.scenario((int) ((long) i * sweep.points() / points)).scenario());
            Scopes scopes = new Scopes(program);
            List<Measure> measures = Sweeps.shown(sweep).layout().kept().stream().map(kept -> kept.measure()).toList();
            KeptMeasures kept = KeptMeasures.of(scopes, measures, row -> row == 0);
            Kernel kernel = new Kernel(program, state -> new Totals(state, scopes, kept.rows()));
            long start = THREADS.getCurrentThreadCpuTime();
            for (int replication = 0; replication < most; replication++) {
                kernel.reset(1, replication);
                kernel.runUntil(Ticks.NEVER);
            }
            return THREADS.getCurrentThreadCpuTime() - start;
        }).sum();
        return (double) nanos / points / most;
    }

    private RunExecutor timed(RunExecutor executor) {
        return new RunExecutor() {
            @Override
            public void run(Chunks chunks, Consumer<RunBatch> taken, Progress progress) {
                long cpu = PROCESS.getProcessCpuTime();
                long wall = System.nanoTime();
                executor.run(chunks, batch -> {
                    runSeconds += batch.seconds();
                    taken.accept(batch);
                }, progress);
                cpuNanos += PROCESS.getProcessCpuTime() - cpu;
                wallNanos += System.nanoTime() - wall;
            }

            @Override
            public void close() {
                executor.close();
            }
        };
    }

    private void delete() {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
