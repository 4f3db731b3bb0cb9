package mergedesk.experiment;

import java.util.List;
import java.util.concurrent.TimeUnit;
import mergedesk.api.ScenarioFile;
import mergedesk.bench.Cost;
import mergedesk.bench.Project;
import mergedesk.compile.ScenarioCompiler;
import mergedesk.kernel.Kernel;
import mergedesk.observe.EventCount;
import mergedesk.observe.RunSummary;
import mergedesk.observe.Totals;
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

/** P4, warmed: a replication of a shipped scenario, from its file. One operation of {@link Cost} is one event. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
public class WholeYearBenchmark {
    /** Path of the scenario below scenarios/. */
    @Param({"oracles/erlang-a-desk.yaml", "councils/cheshire/merged.yaml", "councils/cheshire/channels.yaml"})
    public String scenario;

    private Program program;
    private Kernel kernel;
    private Totals totals;
    private long replication;

    @Setup
    public void compile() {
        var file = ScenarioFile.read(Project.root().resolve("scenarios").resolve(scenario), List.of());
        program = ScenarioCompiler.compile(file.scenario());
        kernel = new Kernel(program, state -> totals = new Totals(state));
    }

    @Benchmark
    public long run(Cost cost) {
        cost.begin();
        kernel.reset(1, ++replication);
        kernel.runUntil(Ticks.NEVER);
        long events = EventCount.of(program, RunSummary.sum(totals.finish())::total);
        cost.end(events);
        return events;
    }
}
