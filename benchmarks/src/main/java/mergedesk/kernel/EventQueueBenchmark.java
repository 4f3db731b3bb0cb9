package mergedesk.kernel;

import java.util.concurrent.TimeUnit;
import mergedesk.bench.Cost;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** P1: the hold model. One operation of {@link Cost} is one event taken out and put back. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class EventQueueBenchmark {
    private static final int BLOCK = 65_536;

    @Param({"10", "100", "1000", "10000", "100000", "1000000"})
    public int pending;

    @Param
    public PendingQueue queue;

    private Hold hold;

    /** Every event has been taken out about twice when the measurement begins. */
    @Setup
    public void fill() {
        hold = new Hold(queue.create(pending), pending);
        hold.run(2L * pending);
    }

    @Benchmark
    @OperationsPerInvocation(BLOCK)
    public long hold(Cost cost) {
        cost.begin();
        long now = hold.run(BLOCK);
        cost.end(BLOCK);
        return now;
    }
}
