package mergedesk.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.LongStream;
import mergedesk.peer.Agreement;
import mergedesk.program.Program;
import mergedesk.units.Ticks;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Dividing the desk among councils whose agents help each other changes who answers whom, not how long people wait: it is still Erlang A. */
class RoutingBenchmarkTest {
    @ParameterizedTest
    @ValueSource(ints = {1, 5, 25})
    void wholeDeskIsErlangA(int councils) {
        Program program = RoutingBenchmark.desk(councils, 2);
        assertThat(program.queueCount()).isEqualTo(councils);
        TableRecorder table = new TableRecorder();
        Kernel kernel = new Kernel(program, state -> table);
        Agreement.assertErlangA(
                councils + " councils",
                LongStream.range(0, 30)
                        .mapToObj(replication -> {
                            table.clear();
                            kernel.reset(5, replication);
                            kernel.runUntil(Ticks.NEVER);
                            return table.figures(program.horizon().endTick());
                        })
                        .toList());
    }
}
