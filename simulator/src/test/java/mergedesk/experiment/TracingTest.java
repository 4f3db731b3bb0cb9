package mergedesk.experiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import mergedesk.kernel.Script;
import mergedesk.program.Program;
import org.junit.jupiter.api.Test;

class TracingTest {
    /** Nobody calls for ten years of quarters of an hour, each of which ends with an event that is not written. */
    @Test
    void stopsWhereNothingIsWritten() {
        Program program = new Script()
                .time("start: 2011-01-03, length: 10 years, interval: 15 min")
                .calls("calls", "work: {distribution: constant, mean: 1 min}", 1, 3650 * 86_400.0)
                .agents("agents", "staffing: 1")
                .compile();
        List<String> lines = new ArrayList<>();
        int[] looks = new int[1];
        assertThatThrownBy(() -> Tracing.trace(program, 1, 0, line -> lines.add(line.toString()), new Progress() {
                    @Override
                    public void planned(double more) {}

                    @Override
                    public void advanced(double replications) {}

                    @Override
                    public boolean stopped() {
                        return ++looks[0] == 3;
                    }
                }))
                .isInstanceOf(CancellationException.class);
        assertThat(lines).as("of the first call only").hasSizeBetween(1, 4);
        lines.clear();
        Tracing.trace(program, 1, 0, line -> lines.add(line.toString()));
        assertThat(lines).hasSizeGreaterThan(5);
    }
}
