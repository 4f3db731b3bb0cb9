package mergedesk.oracle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import mergedesk.compile.ScenarioCompiler;
import mergedesk.kernel.Kernel;
import mergedesk.kernel.Recorder;
import mergedesk.kernel.State;
import mergedesk.program.Program;
import mergedesk.stats.Estimate;
import mergedesk.stats.Sample;
import mergedesk.units.Ticks;
import org.junit.jupiter.api.Test;

/** scenarios/oracles/staff-fall: agents who come and go by steps of a plan, against the chain of shared case 38 over time. */
class StaffFallTest {
    private static final int REPLICATIONS = 40_000;
    private static final double TICKS_PER_MINUTE = 60 * Ticks.PER_SECOND;
    private static final double[] CALLS = {2, 3, 3, 2, 0};
    private static final int[] STAFF = {10, 12, 7, 9, 9};
    private static final double[] MINUTES = {30, 30, 30, 30, 120};
    private static final double TALKS = 1 / 4.0;
    private static final double LEAVES = 1 / 3.0;
    private static final int BUSY = 12;
    private static final int WAITING = 60;
    private static final int STEPS_PER_MINUTE = 100;

    /** [busy][waiting] over the minutes of a stretch; how many give up. */
    private static double live(double[][] p, double calls, int staff, double minutes) {
        double abandoned = 0;
        double step = 1.0 / STEPS_PER_MINUTE;
        for (int i = 0; i < minutes * STEPS_PER_MINUTE; i++) {
            double before = waiting(p);
            double[][] k1 = change(p, calls, staff);
            double[][] k2 = change(plus(p, step / 2, k1), calls, staff);
            double[][] k3 = change(plus(p, step / 2, k2), calls, staff);
            double[][] k4 = change(plus(p, step, k3), calls, staff);
            double[][] next = plus(plus(plus(plus(p, step / 6, k1), step / 3, k2), step / 3, k3), step / 6, k4);
            for (int busy = 0; busy <= BUSY; busy++) {
                p[busy] = next[busy];
            }
            abandoned += LEAVES * step / 2 * (before + waiting(p));
        }
        return abandoned;
    }

    private static double[][] change(double[][] p, double calls, int staff) {
        double[][] change = new double[BUSY + 1][WAITING + 1];
        for (int busy = 0; busy <= BUSY; busy++) {
            for (int waiting = 0; waiting <= WAITING; waiting++) {
                double here = p[busy][waiting];
                if (busy < staff) {
                    move(change, here * calls, busy, waiting, busy + 1, waiting);
                } else if (waiting < WAITING) {
                    move(change, here * calls, busy, waiting, busy, waiting + 1);
                }
                if (busy > 0) {
                    boolean takes = waiting > 0 && busy <= staff;
                    move(change, here * busy * TALKS, busy, waiting, takes ? busy : busy - 1, takes ? waiting - 1 : waiting);
                }
                if (waiting > 0) {
                    move(change, here * waiting * LEAVES, busy, waiting, busy, waiting - 1);
                }
            }
        }
        return change;
    }

    private static void move(double[][] change, double rate, int busy, int waiting, int toBusy, int toWaiting) {
        change[busy][waiting] -= rate;
        change[toBusy][toWaiting] += rate;
    }

    private static double[][] plus(double[][] p, double step, double[][] change) {
        double[][] sum = new double[BUSY + 1][WAITING + 1];
        for (int busy = 0; busy <= BUSY; busy++) {
            for (int waiting = 0; waiting <= WAITING; waiting++) {
                sum[busy][waiting] = p[busy][waiting] + step * change[busy][waiting];
            }
        }
        return sum;
    }

    private static double waiting(double[][] p) {
        double mean = 0;
        for (double[] ofBusy : p) {
            for (int waiting = 1; waiting <= WAITING; waiting++) {
                mean += waiting * ofBusy[waiting];
            }
        }
        return mean;
    }

    /** More agents take whoever waits at once. */
    private static void rise(double[][] p, int staff) {
        for (int busy = 0; busy < staff; busy++) {
            for (int waiting = 1; waiting <= WAITING; waiting++) {
                int taken = Math.min(waiting, staff - busy);
                p[busy + taken][waiting - taken] += p[busy][waiting];
                p[busy][waiting] = 0;
            }
        }
    }

    private static double[] theory() {
        double[][] p = new double[BUSY + 1][WAITING + 1];
        p[0][0] = 1;
        double[] abandoned = new double[CALLS.length];
        for (int i = 0; i < abandoned.length; i++) {
            rise(p, STAFF[i]);
            abandoned[i] = live(p, CALLS[i], STAFF[i], MINUTES[i]);
        }
        return abandoned;
    }

    /** Who gives up, by half-hour of the moment. */
    private static final class Abandoned implements Recorder {
        private final State state;
        private final int[] count = new int[CALLS.length];

        Abandoned(State state) {
            this.state = state;
        }

        @Override
        public void starts(long replication) {
            Arrays.fill(count, 0);
        }

        @Override
        public void abandoned(int contact, long waitTicks) {
            count[(int) Math.min(4, (state.contacts.arrivalTick(contact) + waitTicks) / TICKS_PER_MINUTE / 30)]++;
        }
    }

    @Test
    void nobodyIsCutOffWhenStaffFall() {
        double[] theory = theory();
        assertThat(theory).containsExactly(new double[] {2.490503, 9.415019, 38.296233, 7.336170, 0.129555}, within(1e-5));
        Program program = ScenarioCompiler.compile(OracleRun.file("staff-fall").scenario());
        Abandoned[] abandoned = new Abandoned[1];
        Kernel kernel = new Kernel(program, state -> abandoned[0] = new Abandoned(state));
        double[][] found = new double[theory.length][REPLICATIONS];
        for (int r = 0; r < REPLICATIONS; r++) {
            kernel.reset(38, r);
            kernel.runUntil(Ticks.NEVER);
            for (int i = 0; i < theory.length; i++) {
                found[i][r] = abandoned[0].count[i];
            }
        }
        for (int i = 0; i < theory.length; i++) {
            Estimate mean = Sample.mean(found[i], 1, Estimate.Method.MEAN);
            assertThat(Agreement.fault(mean, theory[i], 0, Agreement.DEFAULT)).as("half-hour " + i).isEmpty();
        }
    }
}
