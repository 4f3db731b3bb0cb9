package mergedesk.experiment;

import java.util.concurrent.TimeUnit;
import mergedesk.bench.Cost;
import mergedesk.kernel.ErlangADesk;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/** P6: replications of the Erlang-A desk by threads, in wall time. One operation of {@link Cost} is one replication of half a million calls. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
public class ReplicationBenchmark {
    private static final int REPLICATIONS = 12;

    @Param({"1", "2"})
    public int threads;

    private Replicator replicator;

    @Setup
    public void start() {
        replicator = new Replicator(ErlangADesk.withCalls(504_000), 1, threads, Progress.NONE);
    }

    @TearDown
    public void stop() {
        replicator.close();
    }

    @Benchmark
    public int run(Cost cost) {
        cost.begin();
        int finished = replicator.run(0, REPLICATIONS, summaries -> {});
        cost.end(finished);
        return finished;
    }
}
