package mergedesk.experiment;

import java.util.Arrays;
import mergedesk.program.Program;
import mergedesk.program.Program.Lengths;
import mergedesk.program.Program.Timetable;
import org.apache.commons.math3.special.Gamma;
import org.apache.commons.math3.util.FastMath;

/**
 * What a Program says about each desk by interval of the week, before anything is simulated: arrival rate, agents, mean handle time. Means are
 * over the intervals of the horizon in which the desk is open and staffed.
 */
final class DeskLoads {
    private final Program program;
    private final double[][] arrivals; // [desk][interval of the week], per second
    private final double[][] agents;
    private final int[][] times;

    DeskLoads(Program program) {
        this.program = program;
        int desks = program.deskCount();
        int intervals = program.calendar().intervalsPerWeek;
        arrivals = new double[desks][intervals];
        agents = new double[desks][intervals];
        times = new int[desks][intervals];
        walk();
        for (int desk = 0; desk < desks; desk++) {
            for (int i = 0; i < intervals; i++) {
                arrivals[desk][i] /= Math.max(1, times[desk][i]);
                agents[desk][i] /= Math.max(1, times[desk][i]);
            }
        }
    }

    private void walk() {
        Program.Calendar calendar = program.calendar();
        Sweep sweep = new Sweep();
        for (int day = 0; day < calendar.dayCount(); day++) {
            int first = calendar.kindOffset[calendar.dayKind[day]];
            int last = calendar.kindOffset[calendar.dayKind[day] + 1];
            for (int row = first; row < last; row++) {
                long start = calendar.dayStartTick[day] + calendar.intervalStartTicks[row];
                long end = calendar.dayStartTick[day] + calendar.intervalEndTicks[row];
                if (start < 0 || start >= program.horizon().endTick()) {
                    continue;
                }
                sweep.to(start);
                add(day, row, calendar.intervalOfWeek[row], (end - start) * 1e-6, sweep);
            }
        }
    }

    private void add(int day, int row, int interval, double seconds, Sweep sweep) {
        for (int desk = 0; desk < program.deskCount(); desk++) {
            if (sweep.open[desk] && sweep.agents[desk] > 0) {
                times[desk][interval]++;
                agents[desk][interval] += sweep.agents[desk];
                for (int flow = 0; flow < program.flowCount(); flow++) {
                    if (program.contacts().flowDesk[flow] == desk) {
                        arrivals[desk][interval] += expected(flow, day, row) / seconds;
                    }
                }
            }
        }
    }

    private double expected(int flow, int day, int row) {
        Program.Demand demand = program.demand();
        int at = flow * program.calendar().dayCount() + day;
        int shape = demand.dayShape[at];
        return demand.dayExpected[at]
                * (demand.shareBefore(shape, program.calendar().intervalEndTicks[row]) - demand.shareBefore(shape, program.calendar().intervalStartTicks[row]));
    }

    /** Arrivals per second in an interval of the week; 0 where the desk is closed or unstaffed. */
    double arrivalsPerSecond(int desk, int interval) {
        return arrivals[desk][interval];
    }

    /** Agents scheduled in an interval of the week, rounded. */
    int agents(int desk, int interval) {
        return (int) Math.rint(agents[desk][interval]);
    }

    /** Whether agents and arrivals are the same in every interval in which the desk is open, and it is always open. */
    boolean isConstant(int desk) {
        int intervals = arrivals[desk].length;
        for (int i = 0; i < intervals; i++) {
            boolean sameTimes = times[desk][i] > 0 || isOutsideHorizon(i);
            boolean same = times[desk][i] == 0
                    || (agents[desk][i] == agents[desk][anyOpen(desk)]
                            && Math.abs(arrivals[desk][i] - arrivals[desk][anyOpen(desk)]) <= 1e-9 * arrivals[desk][i]);
            if (!sameTimes || !same) {
                return false;
            }
        }
        return true;
    }

    private boolean isOutsideHorizon(int interval) {
        return Arrays.stream(times).allMatch(t -> t[interval] == 0);
    }

    private int anyOpen(int desk) {
        for (int i = 0; i < times[desk].length; i++) {
            if (times[desk][i] > 0) {
                return i;
            }
        }
        return 0;
    }

    /** Mean of a distribution of lengths in seconds; infinite for endless. */
    double meanSeconds(int distribution) {
        Lengths lengths = program.lengths();
        double a = lengths.a[distribution];
        double b = lengths.b[distribution];
        int from = lengths.tableOffset[distribution];
        int to = lengths.tableOffset[distribution + 1];
        double ticks =
                switch (lengths.kind[distribution]) {
                    case Lengths.NEVER -> Double.POSITIVE_INFINITY;
                    case Lengths.CONSTANT, Lengths.EXPONENTIAL -> a;
                    case Lengths.LOGNORMAL -> FastMath.exp(a + b * b / 2);
                    case Lengths.GAMMA -> a * b;
                    case Lengths.WEIBULL -> b * Gamma.gamma(1 + a);
                    case Lengths.UNIFORM -> a + b / 2;
                    case Lengths.HYPEREXPONENTIAL -> branches(lengths.table, from, to);
                    case Lengths.EMPIRICAL -> interpolatedMean(lengths.table, from, to);
                    default -> throw new IllegalStateException("kind of length " + lengths.kind[distribution]);
                };
        return ticks * (1 - lengths.atZero[distribution]) * 1e-6;
    }

    private static double branches(double[] table, int from, int to) {
        double mean = 0;
        double before = 0;
        for (int row = from; row < to; row += 2) {
            mean += (table[row] - before) * table[row + 1];
            before = table[row];
        }
        return mean;
    }

    private static double interpolatedMean(double[] table, int from, int to) {
        if (to - from == 1) {
            return table[from];
        }
        double sum = 0;
        for (int i = from; i + 1 < to; i++) {
            sum += (table[i] + table[i + 1]) / 2;
        }
        return sum / (to - from - 1);
    }

    /** Follows the timetable: doors and numbers scheduled, by desk. */
    private final class Sweep {
        private final boolean[] open = new boolean[program.deskCount()];
        private final int[] agents = new int[program.deskCount()];
        private final int[] target = new int[program.groupCount()];
        private int step;

        void to(long tick) {
            Timetable timetable = program.timetable();
            for (; step < timetable.tick.length && timetable.tick[step] <= tick; step++) {
                int subject = timetable.subject[step];
                switch (timetable.action[step]) {
                    case Timetable.OPEN -> open[subject] = true;
                    case Timetable.CLOSE -> open[subject] = false;
                    case Timetable.STAFF -> {
                        agents[program.groups().desk[subject]] += (int) timetable.value[step] - target[subject];
                        target[subject] = (int) timetable.value[step];
                    }
                    case Timetable.SHIFT_START -> agents[deskOfAgent(subject)]++;
                    case Timetable.SHIFT_END -> agents[deskOfAgent(subject)]--;
                    default -> {
                        // breaks: shorter than intervals, left out
                    }
                }
            }
        }

        private int deskOfAgent(int agent) {
            int group = 0;
            while (program.groups().firstAgent[group + 1] <= agent) {
                group++;
            }
            return program.groups().desk[group];
        }
    }
}
