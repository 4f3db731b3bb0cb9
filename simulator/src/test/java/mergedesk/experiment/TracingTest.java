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
    /** After the first call there are ten years of quarters of an hour, each of which ends with an event that is not written. */
    @Test
    void stopsWhereNothingIsWritten() {
        Program program = new Script()
                .time("start: 2011-01-03, length: 10 years, interval: 15 min")
                .calls("calls", "work: {distribution: constant, mean: 1 min}", 1)
                .agents("agents", "staffing: 1")
                .compile();
        List<String> lines = new ArrayList<>();
        assertThatThrownBy(() -> Tracing.trace(program, 1, 0, line -> lines.add(line.toString()), new Progress() {
                    @Override
                    public void planned(double more) {}

                    @Override
                    public void advanced(double replications) {}

                    @Override
                    public boolean stopped() {
                        return lines.size() >= 3;
                    }
                }))
                .isInstanceOf(CancellationException.class);
        assertThat(lines).as("offered, started, ended").hasSize(3);
    }
}
