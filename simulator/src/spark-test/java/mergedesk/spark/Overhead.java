package mergedesk.spark;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.DoubleAdder;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;
import mergedesk.api.SmallSweep;
import mergedesk.api.SweepFile;
import mergedesk.api.Sweeps;
import mergedesk.api.Watcher;
import mergedesk.experiment.Progress;
import mergedesk.store.RunBatch;
import mergedesk.sweep.Chunks;
import mergedesk.sweep.RunExecutor;
import mergedesk.sweep.Sweeping;

/**
 * How much longer a sweep takes on Spark than on threads: pairs of both, one after the other, so that what else the machine does meets both. On a machine that others use too, the same run takes
 * a third more at times; what is outside the runs says more there.
 *
 * <p>Arguments: local or cluster (two workers), calls a minute (the length of a run), replications of a point, pairs.
 */
final class Overhead {
    private static final double SECOND = 1e-9;
    private static final OperatingSystemMXBean PROCESS = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();

    private Overhead() {}

    /** Times the runs without what goes before and after. */
    private record Timed(RunExecutor executor, AtomicLong nanos, AtomicLong processor, DoubleAdder inRuns) implements RunExecutor {
        @Override
        public void run(Chunks chunks, Consumer<RunBatch> taken, Progress progress) {
            long start = System.nanoTime();
            long processorBefore = PROCESS.getProcessCpuTime();
            executor.run(chunks, batch -> {
                inRuns.add(batch.seconds());
                taken.accept(batch);
            }, progress);
            nanos.addAndGet(System.nanoTime() - start);
            processor.addAndGet(PROCESS.getProcessCpuTime() - processorBefore);
        }

        @Override
        public void close() {
            executor.close();
        }
    }

    public static void main(String[] args) throws Exception {
        Path folder = Files.createTempDirectory("overhead");
        try (Cluster cluster = args[0].equals("cluster") ? new Cluster(folder.resolve("cluster"), 2) : null) {
            Map<String, String> settings = cluster == null ? Map.of("spark.master", "local[2]") : cluster.driver();
            SweepFile sweep = sweep(folder, args[1], args[2]);
            double[] ratios = new double[Integer.parseInt(args[3])];
            double[] processorRatios = new double[ratios.length];
            double[][] outside = new double[2][ratios.length];
            for (int pair = -1; pair < ratios.length; pair++) { // the first warms up
                double[] seconds = new double[2];
                double[] all = new double[2];
                double[] processor = new double[2];
                double[] inRuns = new double[2];
                Sweeping.Outcome outcome = null;
                for (int turn = 0; turn < 2; turn++) {
                    int engine = (pair + turn) & 1;
                    AtomicLong nanos = new AtomicLong();
                    AtomicLong used = new AtomicLong();
                    DoubleAdder runSeconds = new DoubleAdder();
                    Function<SweepFile, RunExecutor> made = engine == 0 ? Sweeps.threads(2) : file -> new SparkExecutor(file, settings, System.out::println);
                    Path out = folder.resolve("out" + pair + "-" + engine);
                    long start = System.nanoTime();
                    outcome = Sweeps.run(sweep, out, file -> new Timed(made.apply(file), nanos, used, runSeconds), Watcher.NONE);
                    all[engine] = (System.nanoTime() - start) * SECOND;
                    seconds[engine] = nanos.get() * SECOND;
                    processor[engine] = used.get() * SECOND;
                    inRuns[engine] = runSeconds.sum();
                    remove(out);
                }
                double ratio = seconds[1] / seconds[0] - 1;
                System.out.printf(Locale.ROOT, "pair %d: %d runs, threads %.2f s (%.1f runs/s, processor %.2f s, in runs %.2f s), spark %.2f s (%.1f runs/s, processor %.2f s, in runs %.2f s), %+.1f %%; with start and end %.2f s and %.2f s%n",
                        pair, outcome.done(), seconds[0], outcome.done() / seconds[0], processor[0], inRuns[0], seconds[1], outcome.done() / seconds[1], processor[1], inRuns[1], 100 * ratio, all[0], all[1]);
                if (pair >= 0) {
                    ratios[pair] = 100 * ratio;
                    processorRatios[pair] = 100 * (processor[1] / processor[0] - 1);
                    for (int engine = 0; engine < 2; engine++) {
                        outside[engine][pair] = 100 * (processor[engine] / inRuns[engine] - 1);
                    }
                }
            }
            print("time", ratios);
            print("processor time of this process", processorRatios);
            print("processor time outside the runs, of the time in them, threads", outside[0]);
            print("the same, spark", outside[1]);
        }
        remove(folder);
    }

    private static void print(String what, double[] ratios) {
        Arrays.sort(ratios);
        double median = (ratios[ratios.length / 2] + ratios[(ratios.length - 1) / 2]) / 2;
        System.out.printf(Locale.ROOT, "%s: median %+.1f %%, all %s%n", what, median, Arrays.stream(ratios).mapToObj(ratio -> String.format(Locale.ROOT, "%+.1f", ratio)).toList());
    }

    private static SweepFile sweep(Path folder, String callsPerMinute, String replications) throws IOException {
        Path file = new SmallSweep(folder, "{replications: " + replications + "}").file();
        Files.writeString(file, Files.readString(file).replace("factors:", "set: [flows.calls.volume=" + callsPerMinute + " / min]\nfactors:").replace(", 90 min]", ", 30 min]"));
        return SweepFile.read(file);
    }

    private static void remove(Path folder) throws IOException {
        List<Path> all = new ArrayList<>();
        try (Stream<Path> files = Files.walk(folder)) {
            files.sorted(Comparator.reverseOrder()).forEach(all::add);
        }
        for (Path file : all) {
            Files.deleteIfExists(file);
        }
    }
}
