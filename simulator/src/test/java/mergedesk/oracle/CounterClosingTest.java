package mergedesk.oracle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import mergedesk.compile.ScenarioCompiler;
import mergedesk.kernel.Agents;
import mergedesk.kernel.Boundary;
import mergedesk.kernel.Happening;
import mergedesk.kernel.Kernel;
import mergedesk.kernel.Recorder;
import mergedesk.kernel.State;
import mergedesk.program.Program;
import mergedesk.stats.Estimate;
import mergedesk.stats.Sample;
import mergedesk.units.Ticks;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** An afternoon at a counter, from the empty room to the empty room, against its birth-death chain over time. */
class CounterClosingTest {
    private static final int REPLICATIONS = 20_000;
    private static final double TICKS_PER_MINUTE = 60 * Ticks.PER_SECOND;

    /** The number inside, 0 .. ROOM: times in minutes. */
    private static final int CLERKS = 2;
    private static final int ROOM = CLERKS + 6;
    private static final double COME = 0.25;
    private static final double SERVED = 1 / 8.0;
    private static final double LEAVE = 1 / 20.0;
    private static final double OPEN = 180;
    private static final int STEPS = 18_000;

    private static double leftBefore;
    private static double balked;
    private static double inside;
    private static double waitingAtClosing;
    private static double leftAfter;
    private static double emptying;

    private static int waiting(int number) {
        return Math.max(0, number - CLERKS);
    }

    private static double departures(int number) {
        return Math.min(number, CLERKS) * SERVED + waiting(number) * LEAVE;
    }

    private static double[] change(double[] p) {
        double[] change = new double[p.length];
        for (int n = 0; n <= ROOM; n++) {
            double up = n < ROOM ? COME * p[n] : 0;
            double down = departures(n) * p[n];
            change[n] -= up + down;
            if (n < ROOM) {
                change[n + 1] += up;
            }
            if (n > 0) {
                change[n - 1] += down;
            }
        }
        return change;
    }

    private static double[] plus(double[] p, double step, double[] change) {
        double[] sum = p.clone();
        Arrays.setAll(sum, n -> p[n] + step * change[n]);
        return sum;
    }

    /** Runge and Kutta's fourth order up to closing time, then the chain of nothing but departures by first steps. */
    @BeforeAll
    static void solve() {
        double[] p = new double[ROOM + 1];
        p[0] = 1;
        double step = OPEN / STEPS;
        double queue = 0;
        double full = 0;
        for (int i = 0; i < STEPS; i++) {
            double[] k1 = change(p);
            double[] k2 = change(plus(p, step / 2, k1));
            double[] k3 = change(plus(p, step / 2, k2));
            double[] k4 = change(plus(p, step, k3));
            double[] next = plus(plus(plus(plus(p, step / 6, k1), step / 3, k2), step / 3, k3), step / 6, k4);
            queue += step / 2 * (meanQueue(p) + meanQueue(next));
            full += step / 2 * (p[ROOM] + next[ROOM]);
            p = next;
        }
        leftBefore = LEAVE * queue;
        balked = COME * full;
        double lost = 0;
        double minutes = 0;
        for (int n = 1; n <= ROOM; n++) {
            lost += waiting(n) * LEAVE / departures(n);
            minutes += 1 / departures(n);
            inside += n * p[n];
            waitingAtClosing += waiting(n) * p[n];
            leftAfter += lost * p[n];
            emptying += minutes * p[n];
        }
    }

    private static double meanQueue(double[] p) {
        double mean = 0;
        for (int n = 0; n <= ROOM; n++) {
            mean += waiting(n) * p[n];
        }
        return mean;
    }

    /** Those of the issue, of six digits. */
    @Test
    void theChainGivesTheNumbersOfTheScenario() {
        assertThat(leftBefore).isCloseTo(8.22271, within(5e-6));
        assertThat(balked).isCloseTo(0.380436, within(5e-7));
        assertThat(inside).isCloseTo(2.59368, within(5e-6));
        assertThat(leftAfter).isCloseTo(0.272839, within(5e-7));
        assertThat(emptying).isCloseTo(12.8540, within(5e-5));
    }

    /** What an afternoon was like. */
    private static final class Afternoon implements Recorder {
        private final State state;
        private int inside;
        private int leftBefore;
        private int leftAfter;
        private int balked;
        private int atClosing;
        private long closingTick;
        private long emptyTick;

        Afternoon(State state) {
            this.state = state;
        }

        @Override
        public void starts(long replication) {
            inside = 0;
            leftBefore = 0;
            leftAfter = 0;
            balked = 0;
            atClosing = -1;
        }

        @Override
        public void reached(int boundary, int subject) {
            if (boundary == Boundary.DESK_CLOSES) {
                atClosing = inside;
                closingTick = state.now;
                emptyTick = state.now;
            }
        }

        @Override
        public void offered(int contact) {
            assertThat(atClosing).as("nobody comes after closing time").isEqualTo(-1);
            inside++;
        }

        private void goes() {
            inside--;
            emptyTick = state.now;
        }

        @Override
        public void abandoned(int contact, long waitTicks) {
            goes();
            leftBefore += atClosing < 0 ? 1 : 0;
            leftAfter += atClosing < 0 ? 0 : 1;
        }

        @Override
        public void ended(int status, int contact, int agent, long ticks) {
            assertThat(status).isEqualTo(Agents.TALKING);
            goes();
        }

        @Override
        public void happened(int what, int contact, int agent, long ticks) {
            if (what == Happening.BALKED) {
                inside--;
                balked++;
            }
        }
    }

    @Test
    void theCounterIsLikeItsChain() {
        Program program = ScenarioCompiler.compile(OracleRun.file("counter-closing").scenario());
        Afternoon[] afternoon = new Afternoon[1];
        Kernel kernel = new Kernel(program, state -> afternoon[0] = new Afternoon(state));
        double[][] found = new double[5][REPLICATIONS];
        for (int r = 0; r < REPLICATIONS; r++) {
            kernel.reset(1, r);
            kernel.runUntil(Ticks.NEVER);
            Afternoon one = afternoon[0];
            found[0][r] = one.leftBefore;
            found[1][r] = one.balked;
            found[2][r] = Math.max(0, one.atClosing); // a run that drains is over where nobody is inside at its end
            found[3][r] = one.leftAfter;
            found[4][r] = one.atClosing <= 0 ? 0 : (one.emptyTick - one.closingTick) / TICKS_PER_MINUTE;
            assertThat(one.inside).isZero();
        }
        double[] theory = {leftBefore, balked, inside, leftAfter, emptying};
        for (int i = 0; i < theory.length; i++) {
            Estimate mean = Sample.mean(found[i], 1, Estimate.Method.MEAN);
            assertThat(Agreement.fault(mean, theory[i], 0, Agreement.DEFAULT)).as("number %d", i).isEmpty();
        }
    }

    @Test
    void kpisSayTheSame() {
        OracleRun run = OracleRun.of("counter-closing", 1_000);
        double lost = leftBefore + balked + leftAfter;
        assertThat(Expected.faults(run, Agreement.DEFAULT, List.of(
                        Expected.exact("offered", OPEN * COME),
                        Expected.exact("abandoned", lost),
                        Expected.exact("answered", OPEN * COME - lost),
                        Expected.exact("abandonment_rate", lost / (OPEN * COME)))))
                .isEmpty();
    }

    /** The same afternoon where whoever waits at closing time is cut off: nobody leaves after it. */
    @Test
    void whoWaitsAtClosingTimeIsCutOff() {
        OracleRun run = OracleRun.of("counter-closing", 8_000, "desks.counter.at_close=disconnect");
        assertThat(Expected.faults(run, Agreement.DEFAULT, List.of(
                        Expected.exact("disconnected", waitingAtClosing),
                        Expected.exact("abandoned", leftBefore + balked),
                        Expected.exact("answered", OPEN * COME - leftBefore - balked - waitingAtClosing))))
                .isEmpty();
    }
}
