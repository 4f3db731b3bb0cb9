package mergedesk.fuzz;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Makes inputs from seeds and has them judged, for as long as asked, until one is found that the program should not have been able to make anything wrong of.
 *
 * <p>A seed makes its input without looking at others, so one number repeats a find. A find is made smaller as long as the same complaint comes. Endless work is a
 * find, and the last: a thread cannot be stopped.
 */
final class Fuzzer implements AutoCloseable {
    private static final double MOST_CPU_SECONDS = 200;
    private static final double MOST_SECONDS = 1_200; // of a loaded machine
    private static final int MOST_FINDS = 20;
    private static final long SHRINKING_NANOS = 20_000_000_000L;

    private final Judge judge;
    private final Function<Random, Input> inputs;
    private final ExecutorService worker = Executors.newSingleThreadExecutor(this::working);
    private Thread working;
    private boolean stuck;

    /** A complaint about an input, which is that of {@code seed} made smaller. */
    record Find(long seed, Input input, String complaint) {}

    Fuzzer(Path folder, Function<Random, Input> inputs) {
        this.judge = new Judge(folder);
        this.inputs = inputs;
    }

    private Thread working(Runnable task) {
        working = new Thread(task, "fuzzed");
        working.setDaemon(true);
        return working;
    }

    /** Tries the inputs of the seeds from {@code seed} on, for so long and so many; the first find of each kind, made smaller. */
    List<Find> run(long seed, double seconds, long most) {
        long end = System.nanoTime() + (long) (seconds * 1e9);
        Map<String, Find> finds = new LinkedHashMap<>();
        for (long cases = 0; cases < most && System.nanoTime() < end && finds.size() < MOST_FINDS && !stuck; cases++) {
            Input input = inputs.apply(new Random(seed + cases));
            Optional<String> complaint = judge(input);
            if (complaint.isPresent() && !finds.containsKey(kind(complaint.get()))) {
                Input small = shrunk(input, complaint.get());
                finds.put(kind(complaint.get()), new Find(seed + cases, small, stuck ? complaint.get() : judge(small).orElse(complaint.get())));
            }
        }
        return List.copyOf(finds.values());
    }

    /** What the inputs were; those that finds were made smaller by included. */
    Judge.Counts counts() {
        return judge.counts();
    }

    /** The complaint about one input, be it that it takes too long. */
    Optional<String> judge(Input input) {
        double began = cpuSeconds();
        long start = System.nanoTime();
        Future<Optional<String>> judgement = worker.submit(() -> judge.judge(input));
        while (true) {
            try {
                return judgement.get(200, TimeUnit.MILLISECONDS);
            } catch (TimeoutException e) {
                if (cpuSeconds() - began > MOST_CPU_SECONDS || System.nanoTime() - start > MOST_SECONDS * 1e9) {
                    String where = Arrays.stream(working.getStackTrace()).limit(12).map(String::valueOf).collect(Collectors.joining("\n  "));
                    stuck = true;
                    return Optional.of("takes too long, in\n  " + where);
                }
            } catch (ExecutionException e) {
                return Optional.of(told(e.getCause()));
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        }
    }

    private static String told(Throwable thrown) {
        return thrown + Arrays.stream(thrown.getStackTrace()).limit(12).map(frame -> "\n  " + frame).collect(Collectors.joining())
                + (thrown.getCause() == null ? "" : "\ncaused by " + told(thrown.getCause()));
    }

    /** Of the whole process: a run has threads of its own. Other processes do not count, other tests at the same time do. */
    private static double cpuSeconds() {
        return ((com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean()).getProcessCpuTime() / 1e9;
    }

    private Input shrunk(Input input, String complaint) {
        if (stuck) {
            return input;
        }
        long end = System.nanoTime() + SHRINKING_NANOS;
        return Smaller.of(input, candidate -> System.nanoTime() < end && judge(candidate).map(Fuzzer::kind).equals(Optional.of(kind(complaint))));
    }

    /** Complaints of one kind differ in numbers and names only. */
    private static String kind(String complaint) {
        return complaint.lines().limit(4).collect(Collectors.joining("\n")).replaceAll("\"[^\"]*\"|[0-9.,E-]+", "#").replaceAll("[^\\p{Graph}\\n]+", " ").trim();
    }

    @Override
    public void close() throws IOException {
        worker.shutdownNow();
    }
}
