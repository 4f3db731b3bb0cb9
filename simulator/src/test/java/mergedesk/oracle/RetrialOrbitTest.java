package mergedesk.oracle;

import static org.assertj.core.api.Assertions.assertThat;

import mergedesk.compile.ScenarioCompiler;
import mergedesk.kernel.Happening;
import mergedesk.kernel.Kernel;
import mergedesk.kernel.Recorder;
import mergedesk.kernel.State;
import mergedesk.program.Program;
import mergedesk.stats.Estimate;
import mergedesk.stats.Sample;
import mergedesk.units.Ticks;
import org.junit.jupiter.api.Test;

/**
 * Case 17b's people between two attempts, counted as they come and go: 4.9 on average. kpis.csv has them by Little's law only ({@link SteadyStateTest}),
 * which would not notice delays of another length.
 */
class RetrialOrbitTest {
    private static final int REPLICATIONS = 30;
    private static final double AWAY = 4.9;

    /** Time integral of the number of people between two attempts, in the counted window. */
    private static final class Orbit implements Recorder {
        private final State state;
        private final Program.Horizon horizon;
        private int away;
        private long sinceTick;
        private double integral;

        Orbit(State state) {
            this.state = state;
            horizon = state.program.horizon();
        }

        @Override
        public void starts(long replication) {
            away = 0;
            sinceTick = 0;
            integral = 0;
        }

        private void change(int by) {
            long from = Math.max(sinceTick, horizon.warmUpEndTick());
            long to = Math.min(state.now, horizon.endTick());
            integral += away * (double) Math.max(0, to - from);
            sinceTick = state.now;
            away += by;
        }

        @Override
        public void happened(int what, int contact, int agent, long ticks) {
            if (what == Happening.WILL_RETURN) {
                change(1);
            }
        }

        @Override
        public void offered(int contact) {
            if (state.contacts.attempt(contact) > 0) {
                change(-1);
            }
        }

        double mean() {
            return integral / (horizon.endTick() - horizon.warmUpEndTick());
        }
    }

    @Test
    void peopleTryingAgainAreAsManyAsTheorySays() {
        Program program = ScenarioCompiler.compile(OracleRun.file("17b_retrials", "time.length=41 days", "time.batches=1").scenario());
        Orbit[] orbit = new Orbit[1];
        Kernel kernel = new Kernel(program, state -> orbit[0] = new Orbit(state));
        double[] means = new double[REPLICATIONS];
        for (int r = 0; r < REPLICATIONS; r++) {
            kernel.reset(1, r);
            kernel.runUntil(Ticks.NEVER);
            means[r] = orbit[0].mean();
        }
        Estimate mean = Sample.mean(means, 1, Estimate.Method.MEAN);
        assertThat(Agreement.fault(mean, AWAY, 0, Agreement.DEFAULT)).isEmpty();
    }
}
