package mergedesk.experiment;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import mergedesk.bench.Cost;
import mergedesk.kernel.ErlangADesk;
import mergedesk.observe.EventCount;
import mergedesk.observe.RecorderBenchmark;
import mergedesk.observe.RunSummary;
import mergedesk.program.Program;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is timed runs what it says. */
class BenchmarksOfRunsTest {
    @Test
    void replicationsDoNotDependOnThreads() {
        Program program = ErlangADesk.withCalls(28_800);
        Map<Integer, Long> events = new HashMap<>();
        for (int threads : List.of(1, 2)) {
            try (Replicator replicator = new Replicator(program, 1, threads, Progress.NONE)) {
                replicator.run(0, 4, summaries -> events.merge(threads, EventCount.of(program, RunSummary.sum(summaries)::total), Long::sum));
            }
        }
        assertThat(events.get(1)).isEqualTo(events.get(2)).isBetween(330_000L, 347_000L);
    }

    @ParameterizedTest
    @ValueSource(strings = {"merged", "channels"})
    void yearIsTheShippedCheshire(String file) {
        WholeYearBenchmark benchmark = new WholeYearBenchmark();
        benchmark.scenario = "councils/cheshire/" + file + ".yaml";
        benchmark.compile();
        Cost cost = new Cost();

        long events = benchmark.run(cost);

        assertThat(events).isEqualTo(cost.operations).isGreaterThan(3_000_000);
    }

    @Test
    void recordersAreGivenTheSameEvents() {
        for (RecorderBenchmark.Measures measures : RecorderBenchmark.Measures.values()) {
            RecorderBenchmark benchmark = new RecorderBenchmark();
            benchmark.measures = measures;
            benchmark.compile();
            Cost cost = new Cost();
            long end = benchmark.run(cost);
            assertThat(cost.operations).isBetween(1_400_000L, 1_550_000L);
            assertThat(end).isGreaterThan(35 * 86_400_000_000L);
        }
    }
}
