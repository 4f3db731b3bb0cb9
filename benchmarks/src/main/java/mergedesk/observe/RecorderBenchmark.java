package mergedesk.observe;

import java.util.concurrent.TimeUnit;
import mergedesk.bench.Cost;
import mergedesk.kernel.ErlangADesk;
import mergedesk.kernel.Kernel;
import mergedesk.kernel.KernelDesk;
import mergedesk.kernel.Recorder;
import mergedesk.kernel.TableRecorder;
import mergedesk.units.Ticks;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** The loop with the recorder of the table, and with that of every measure; P5 is the latter's bytes. One operation of {@link Cost} is one event. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
public class RecorderBenchmark {
    /** What is recorded. */
    public enum Measures {
        TABLE,
        ALL
    }

    private static final long CALLS = 504_000;
    private static final long SEED = 1;

    @Param
    public Measures measures;

    private final TableRecorder table = new TableRecorder();
    private Totals totals;
    private Kernel kernel;
    private long events;

    @Setup
    public void compile() {
        kernel = new Kernel(ErlangADesk.withCalls(CALLS), state -> {
            totals = new Totals(state);
            return measures == Measures.ALL ? totals : (Recorder) table;
        });
        events = new KernelDesk().run(CALLS, SEED).events();
    }

    @Benchmark
    public long run(Cost cost) {
        kernel.reset(SEED, 0);
        cost.begin();
        kernel.runUntil(Ticks.NEVER);
        cost.end(events);
        return kernel.now();
    }
}
