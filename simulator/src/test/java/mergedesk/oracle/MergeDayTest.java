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
import org.apache.commons.math3.distribution.BinomialDistribution;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** scenarios/oracles/merge-day and split-day: two desks that become one at noon, or one that becomes two, against their chains over time. Abandoned by event. */
class MergeDayTest {
    private static final double TICKS_PER_MINUTE = 60 * Ticks.PER_SECOND;
    private static final double TALKS = 1 / 5.0;
    private static final double LEAVES = 1 / 4.0;
    private static final double A = 1.2;
    private static final double B = 0.6;
    private static final int OF_A = 7;
    private static final int OF_B = 4;
    private static final int MOST = 80; // inside
    private static final double HALF_DAY = 240;
    private static final int STEPS = 12_000; // of a half-day

    private static final int DAYS = 10_000;
    private static final int MANY_DAYS = 60_000;
    /** Of those few who give up after closing, so many can be known in few days. */
    private static final double VAGUE = 0.05;

    /** Numbers inside, in M/M/s + M over time; {@link #abandoned} grows. */
    private static final class Desk {
        private final double comes;
        private final int agents;
        private double[] p;
        private double abandoned;

        Desk(double comes, int agents, double[] p) {
            this.comes = comes;
            this.agents = agents;
            this.p = p;
        }

        static double[] empty() {
            double[] p = new double[MOST + 1];
            p[0] = 1;
            return p;
        }

        /** For a half-day: Runge and Kutta's fourth order. */
        double after(int halfDays) {
            double step = HALF_DAY / STEPS;
            for (int i = 0; i < halfDays * STEPS; i++) {
                double before = waiting();
                double[] k1 = change(p);
                double[] k2 = change(plus(p, step / 2, k1));
                double[] k3 = change(plus(p, step / 2, k2));
                double[] k4 = change(plus(p, step, k3));
                p = plus(plus(plus(plus(p, step / 6, k1), step / 3, k2), step / 3, k3), step / 6, k4);
                abandoned += LEAVES * step / 2 * (before + waiting());
            }
            return abandoned;
        }

        private double[] change(double[] from) {
            double[] change = new double[from.length];
            for (int n = 0; n <= MOST; n++) {
                double up = n < MOST ? comes * from[n] : 0;
                double down = (Math.min(n, agents) * TALKS + Math.max(0, n - agents) * LEAVES) * from[n];
                change[n] -= up + down;
                if (n < MOST) {
                    change[n + 1] += up;
                }
                if (n > 0) {
                    change[n - 1] += down;
                }
            }
            return change;
        }

        private double waiting() {
            double waiting = 0;
            for (int n = agents; n <= MOST; n++) {
                waiting += (n - agents) * p[n];
            }
            return waiting;
        }
    }

    private static double[] plus(double[] p, double step, double[] change) {
        double[] sum = p.clone();
        Arrays.setAll(sum, n -> p[n] + step * change[n]);
        return sum;
    }

    /** Two that are independent, together. */
    private static double[] sum(double[] p, double[] q) {
        double[] sum = new double[MOST + 1];
        for (int i = 0; i <= MOST; i++) {
            for (int j = 0; i + j <= MOST; j++) {
                sum[i + j] += p[i] * q[j];
            }
        }
        return sum;
    }

    /** Counts who gives up, by half-day and by desk of the day's own words: 0 and 1 before noon, 2 and 3 after, 4 from closing on. */
    private static final class Abandoned implements Recorder {
        private final State state;
        private final int[] count = new int[5];

        Abandoned(State state) {
            this.state = state;
        }

        @Override
        public void starts(long replication) {
            Arrays.fill(count, 0);
        }

        @Override
        public void abandoned(int contact, long waitTicks) {
            double minute = (state.contacts.arrivalTick(contact) + waitTicks) / TICKS_PER_MINUTE;
            int half = (int) Math.min(2, minute / HALF_DAY);
            count[half == 2 ? 4 : 2 * half + state.contacts.origin(contact)]++;
        }
    }

    /** By replication, by place of {@link Abandoned}. */
    private static double[][] days(String oracle, int replications) {
        Program program = ScenarioCompiler.compile(OracleRun.file(oracle).scenario());
        Abandoned[] abandoned = new Abandoned[1];
        Kernel kernel = new Kernel(program, state -> abandoned[0] = new Abandoned(state));
        double[][] days = new double[5][replications];
        for (int r = 0; r < replications; r++) {
            kernel.reset(20091101, r);
            kernel.runUntil(Ticks.NEVER);
            for (int place = 0; place < days.length; place++) {
                days[place][r] = abandoned[0].count[place];
            }
        }
        return days;
    }

    private static void agrees(double theory, double[]... found) {
        agrees(theory, Agreement.DEFAULT, found);
    }

    private static void agrees(double theory, double precision, double[]... found) {
        double[] sums = new double[found[0].length];
        Arrays.setAll(sums, r -> Arrays.stream(found).mapToDouble(of -> of[r]).sum());
        Estimate mean = Sample.mean(sums, 1, Estimate.Method.MEAN);
        assertThat(Agreement.fault(mean, theory, 0, precision)).isEmpty();
    }

    @Test
    void desksMergeAsTheirChainsDo() {
        merge(DAYS, VAGUE);
    }

    @Tag("nightly")
    @Test
    void desksMergeAsTheirChainsDoOnManyDays() {
        merge(MANY_DAYS, Agreement.DEFAULT);
    }

    private static void merge(int replications, double ofFew) {
        Desk a = new Desk(A, OF_A, Desk.empty());
        Desk b = new Desk(B, OF_B, Desk.empty());
        double ofA = a.after(1);
        double ofB = b.after(1);
        Desk merged = new Desk(A + B, OF_A + OF_B, sum(a.p, b.p));
        double later = merged.after(1);
        double drained = new Desk(0, OF_A + OF_B, merged.p).after(2);
        assertThat(new double[] {ofA, ofB, later, drained}).containsExactly(new double[] {28.1547, 15.9365, 25.0336, 0.0766}, within(5.1e-5));

        double[][] days = days("merge-day", replications);

        agrees(ofA, days[0]);
        agrees(ofB, days[1]);
        agrees(later, days[2], days[3]);
        agrees(drained, ofFew, days[4]);
    }

    /** A busy of A, b busy of B, w waiting, which is none while anybody is idle; the agents of A take first. */
    private static final class Ranked {
        private final double[][] busy; // [a][b] with nobody waiting
        private final double[] waiting; // how many wait while all are busy; 0 is that of busy
        private double abandoned;

        Ranked() {
            this(new double[OF_A + 1][OF_B + 1], new double[MOST + 1]);
            busy[0][0] = 1;
        }

        private Ranked(double[][] busy, double[] waiting) {
            this.busy = busy;
            this.waiting = waiting;
        }

        private double at(int w) {
            return w == 0 ? busy[OF_A][OF_B] : waiting[w];
        }

        private Ranked change() {
            Ranked change = new Ranked(new double[OF_A + 1][OF_B + 1], new double[MOST + 1]);
            for (int a = 0; a <= OF_A; a++) {
                for (int b = 0; b <= OF_B; b++) {
                    double p = busy[a][b];
                    boolean all = a == OF_A && b == OF_B;
                    change.busy[a][b] -= ((A + B) + (a + b) * TALKS) * p;
                    if (!all) {
                        change.busy[a < OF_A ? a + 1 : a][a < OF_A ? b : b + 1] += (A + B) * p;
                    } else {
                        change.waiting[1] += (A + B) * p;
                    }
                    if (a > 0) {
                        change.busy[a - 1][b] += a * TALKS * p;
                    }
                    if (b > 0) {
                        change.busy[a][b - 1] += b * TALKS * p;
                    }
                }
            }
            for (int w = 1; w <= MOST; w++) {
                double down = ((OF_A + OF_B) * TALKS + w * LEAVES) * waiting[w];
                change.waiting[w] -= down + (w < MOST ? (A + B) * waiting[w] : 0);
                if (w < MOST) {
                    change.waiting[w + 1] += (A + B) * waiting[w];
                }
                if (w == 1) {
                    change.busy[OF_A][OF_B] += down;
                } else {
                    change.waiting[w - 1] += down;
                }
            }
            return change;
        }

        private Ranked plus(double step, Ranked change) {
            double[][] sum = new double[OF_A + 1][];
            Arrays.setAll(sum, a -> MergeDayTest.plus(busy[a], step, change.busy[a]));
            return new Ranked(sum, MergeDayTest.plus(waiting, step, change.waiting));
        }

        private double meanWaiting() {
            double mean = 0;
            for (int w = 1; w <= MOST; w++) {
                mean += w * waiting[w];
            }
            return mean;
        }

        Ranked afterHalfDay() {
            double step = HALF_DAY / STEPS;
            Ranked now = this;
            double lost = 0;
            for (int i = 0; i < STEPS; i++) {
                Ranked k1 = now.change();
                Ranked k2 = now.plus(step / 2, k1).change();
                Ranked k3 = now.plus(step / 2, k2).change();
                Ranked k4 = now.plus(step, k3).change();
                Ranked next = now.plus(step / 6, k1).plus(step / 3, k2).plus(step / 3, k3).plus(step / 6, k4);
                lost += LEAVES * step / 2 * (now.meanWaiting() + next.meanWaiting());
                now = next;
            }
            now.abandoned = lost;
            return now;
        }

        /** Numbers inside of one desk after the split, each who waits being its own with this chance. */
        double[] apart(boolean ofA) {
            double chance = ofA ? A / (A + B) : B / (A + B);
            double[] inside = new double[MOST + 1];
            for (int a = 0; a <= OF_A; a++) {
                for (int b = 0; b <= OF_B; b++) {
                    inside[ofA ? a : b] += busy[a][b];
                }
            }
            for (int w = 1; w <= MOST; w++) {
                for (int own = 0; own <= w; own++) {
                    int number = (ofA ? OF_A : OF_B) + own;
                    if (number <= MOST) {
                        inside[number] += waiting[w] * new BinomialDistribution(null, w, chance).probability(own);
                    }
                }
            }
            return inside;
        }
    }

    @Test
    void aDeskSplitsAsItsChainDoes() {
        split(DAYS, VAGUE);
    }

    @Tag("nightly")
    @Test
    void aDeskSplitsAsItsChainDoesOnManyDays() {
        split(MANY_DAYS, Agreement.DEFAULT);
    }

    private static void split(int replications, double ofFew) {
        Ranked one = new Ranked().afterHalfDay();
        Desk a = new Desk(A, OF_A, one.apart(true));
        Desk b = new Desk(B, OF_B, one.apart(false));
        double ofA = a.after(1);
        double ofB = b.after(1);
        double drained = new Desk(0, OF_A, a.p).after(2) + new Desk(0, OF_B, b.p).after(2);
        assertThat(new double[] {one.abandoned, ofA, ofB, drained}).containsExactly(new double[] {23.8448, 29.4226, 16.4672, 0.2047}, within(5.1e-5));

        double[][] days = days("split-day", replications);

        agrees(one.abandoned, days[0], days[1]);
        agrees(ofA, days[2]);
        agrees(ofB, days[3]);
        agrees(drained, ofFew, days[4]);
    }
}
