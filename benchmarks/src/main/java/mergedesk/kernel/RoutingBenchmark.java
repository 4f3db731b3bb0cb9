package mergedesk.kernel;

import java.util.concurrent.TimeUnit;
import mergedesk.bench.Cost;
import mergedesk.program.Program;
import mergedesk.units.Ticks;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/**
 * Routing: the calls of the Erlang-A desk and its 50 agents, divided among councils. Each council's calls wait in a queue of their own and look
 * at its own agents first; a freed agent takes the longest wait of all queues. One operation of {@link Cost} is one call.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
public class RoutingBenchmark {
    private static final int DAYS = 35;

    @Param({"1", "5", "25"})
    public int councils;

    private final TableRecorder table = new TableRecorder();
    private Kernel kernel;
    private long seed;

    @Setup
    public void compile() {
        kernel = new Kernel(desk(councils, DAYS), state -> table);
    }

    /** The desk, divided evenly; 50 must be a multiple. */
    static Program desk(int councils, int days) {
        StringBuilder names = new StringBuilder("councils:\n");
        StringBuilder flows = new StringBuilder("flows:\n");
        StringBuilder groups = new StringBuilder("groups:\n");
        for (int i = 0; i < councils; i++) {
            names.append("  c%d: {}\n".formatted(i));
            flows.append("""
                      f%d: {council: c%d, service: general, desk: desk, volume: %d / day, work: {distribution: exponential, mean: 5 min},
                        patience: {distribution: exponential, mean: 3 min}}
                    """.formatted(i, i, 14_400 / councils));
            groups.append("  g%d: {desk: desk, employer: c%d, staffing: %d}\n".formatted(i, i, 50 / councils));
        }
        return ErlangADesk.compiled("name: Routing\ntime: {start: 2001-01-01, zone: UTC, length: " + days
                + " days}\nservices: {general: {}}\n" + "desks: {desk: {answer_within: 20 s}}\n" + names + flows
                + groups);
    }

    @Benchmark
    public long run(Cost cost) {
        table.clear();
        kernel.reset(++seed, 0);
        cost.begin();
        kernel.runUntil(Ticks.NEVER);
        long calls = table.figures(1).calls();
        cost.end(calls);
        return calls;
    }
}
