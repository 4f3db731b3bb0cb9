package mergedesk.peer;

import java.util.concurrent.TimeUnit;
import mergedesk.bench.Cost;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** P2: the Erlang-A desk, warmed. One operation of {@link Cost} is one event. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
public class DeskBenchmark {
    @Param
    public Contender contender;

    private Desk desk;
    private long seed;

    @Setup
    public void open() {
        desk = contender.create();
    }

    @Benchmark
    public Desk.Figures run(Cost cost) {
        cost.begin();
        Desk.Figures figures = desk.run(contender.calls(), ++seed);
        cost.end(figures.events());
        return figures;
    }
}
