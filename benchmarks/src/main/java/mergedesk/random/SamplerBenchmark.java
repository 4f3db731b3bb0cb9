package mergedesk.random;

import java.util.concurrent.TimeUnit;
import java.util.function.DoubleSupplier;
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

/** One draw by each sampler, its random bits included. One operation of {@link Cost} is one draw. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class SamplerBenchmark {
    private static final int BLOCK = 4_096;

    @Param
    public Sampler sampler;

    private DoubleSupplier draw;

    @Setup
    public void make() {
        draw = sampler.create(1);
    }

    @Benchmark
    @OperationsPerInvocation(BLOCK)
    public double draw(Cost cost) {
        cost.begin();
        double sum = 0;
        for (int i = 0; i < BLOCK; i++) {
            sum += draw.getAsDouble();
        }
        cost.end(BLOCK);
        return sum;
    }
}
