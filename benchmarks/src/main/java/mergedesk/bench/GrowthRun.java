package mergedesk.bench;

import com.sun.management.ThreadMXBean;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import mergedesk.api.ScenarioFile;
import mergedesk.compile.ScenarioCompiler;
import mergedesk.kernel.Kernel;
import mergedesk.observe.EventCount;
import mergedesk.observe.RunSummary;
import mergedesk.observe.Totals;
import mergedesk.program.Program;
import mergedesk.units.Ticks;

/** P11: replications of a scenario, warmed, in a process of its own. */
public final class GrowthRun {
    private static final long NANOS_PER_SECOND = 1_000_000_000;

    private final Program program;
    private final Kernel kernel;
    private Totals totals;
    private long replication;

    /**
     * What one scenario took.
     *
     * @param times how many times as much of the axis as to begin with
     * @param events of a replication, on average
     * @param nanos processor time of an event
     * @param liveBytes of the heap at the end of a replication, its Program and State included
     */
    record Point(int times, long events, double nanos, long liveBytes) {}

    private GrowthRun(Path scenario) {
        program = ScenarioCompiler.compile(ScenarioFile.read(scenario, List.of()).scenario());
        kernel = new Kernel(program, state -> totals = new Totals(state));
    }

    /** Runs the scenario of a file for so many seconds twice, the first time to warm up; prints events, their nanoseconds and live bytes. */
    public static void main(String[] arguments) {
        GrowthRun run = new GrowthRun(Path.of(arguments[0]));
        double seconds = Double.parseDouble(arguments[1]);
        run.replicate(seconds);
        double[] measured = run.replicate(seconds);
        System.gc();
        long live = ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
        System.out.println((long) measured[0] + " " + measured[1] + " " + live + (run.kernel.now() > 0 ? "" : " and nothing was run"));
    }

    /** Events of a replication and nanoseconds of an event, of as many replications as take so many seconds of the processor. */
    private double[] replicate(double seconds) {
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long start = threads.getCurrentThreadCpuTime();
        long events = 0;
        long first = replication;
        long nanos;
        do {
            kernel.reset(1, ++replication);
            kernel.runUntil(Ticks.NEVER);
            events += EventCount.of(program, RunSummary.sum(totals.finish())::total);
            nanos = threads.getCurrentThreadCpuTime() - start;
        } while (nanos < seconds * NANOS_PER_SECOND);
        return new double[] {(double) events / (replication - first), (double) nanos / events};
    }

    /** A point of an axis, from a process of its own. */
    static Point of(Growth axis, int times, double seconds) {
        try {
            Path scenario = Files.createTempFile("growth", ".yaml");
            try {
                Files.writeString(scenario, axis.yaml(times));
                String[] printed = Processes.java(GrowthRun.class, "-Xmx1g", scenario.toString(), Double.toString(seconds)).split(" ");
                return new Point(times, Long.parseLong(printed[0]), Double.parseDouble(printed[1]), Long.parseLong(printed[2]));
            } finally {
                Files.delete(scenario);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
