package mergedesk.experiment;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.stream.IntStream;
import mergedesk.program.Needs;
import mergedesk.program.Program;

/**
 * Work that comes and needs an application that slows with load, and how much of it agents can do while it answers them: with n contacts in service n × pace(n), of which the most is taken for all n that agents can have.
 *
 * <p>All agents who may take any of this work are taken to do nothing else, so that what is more than they can do is so for certain, on average. Where they are too few for it however fast the application is, that is their desk's matter, and
 * of the application it is asked what more agents could do.
 */
final class ApplicationPlan {
    private static final double SECOND = 1e-6;
    private static final double ROUNDING = 1e-9;

    private final Program program;
    private final MeanLengths means;
    private final PieceWork pieces;
    private final double[] bestSpeed; // of each group
    private final List<Slow> slow = new ArrayList<>(); // applications that slow with load and that anybody needs

    /** Seconds of work that come, and that can be done: with agents as planned, if nothing slowed them, with as many agents as do most. */
    private static final class Sums {
        double work;
        double planned;
        double unslowed;
        double most;

        void add(Sums other) {
            work += other.work;
            planned += other.planned;
            unslowed += other.unslowed;
            most += other.most;
        }

        double capacity() {
            return work > unslowed * (1 + ROUNDING) ? Math.max(planned, most) : planned;
        }
    }

    /** One of them. */
    private static final class Slow {
        final int application;
        final List<int[]> rows = new ArrayList<>(); // flow and row of its need
        final BitSet groups = new BitSet(); // that may take them
        final BusyHours hours;
        Sums hour = new Sums(); // of people
        final Sums run = new Sums(); // with deferred work
        boolean defers;
        double speed; // of the fastest group
        double most; // work done in a second, with as many agents as do most
        double agents; // what those who are there could do in a second, if nothing slowed them
        double pace; // what they can

        Slow(int application, BusyHours hours) {
            this.application = application;
            this.hours = hours;
        }
    }

    /**
     * An application that lets too little be done.
     *
     * @param hours in which more work for people comes; may be none, where only with deferred work there is too much
     * @param comes seconds of work in the run, deferred work with it
     * @param can seconds that can be done in the run
     */
    record Shortage(int application, BusyHours hours, double comes, double can) {}

    ApplicationPlan(Program program, MeanLengths means, double[] bestSpeed) {
        this.program = program;
        this.means = means;
        this.bestSpeed = bestSpeed;
        pieces = new PieceWork(program, means);
        Needs needs = program.needs();
        IntStream.range(0, needs.applications()).filter(application -> needs.load()[application] > 0).forEach(this::look);
    }

    private void look(int application) {
        Slow one = new Slow(application, new BusyHours(program.calendar().firstCivilDay()));
        for (int flow = 0; flow < program.flowCount(); flow++) {
            for (int row = program.needs().offset()[flow]; row < program.needs().offset()[flow + 1]; row++) {
                if (program.needs().application()[row] == application) {
                    one.rows.add(new int[] {flow, row});
                    one.groups.or(DeferredPlan.groupsOf(program, flow));
                    one.defers |= program.isDeferred(flow);
                }
            }
        }
        if (!one.rows.isEmpty()) {
            one.speed = one.groups.stream().mapToDouble(group -> bestSpeed[group]).max().orElse(1);
            one.most = most(one);
            slow.add(one);
        }
    }

    /** What comes in the stretch in progress, and who is there. */
    void take(ExpectedCalls expected, Rota rota, int day, int row, long from, long to, long wallTicks) {
        for (Slow one : slow) {
            double people = 0;
            double deferred = 0;
            for (int[] need : one.rows) {
                int flow = need[0];
                expected.pass(flow, from);
                double share = expected.number(flow, day, row, from, to) * program.needs().share()[need[1]];
                if (program.isDeferred(flow)) {
                    deferred += share * pieces.seconds(flow, wallTicks);
                } else if (rota.letsIn(program.contacts().flowDesk()[flow])) {
                    people += share * means.leastHandling(program.contacts(), flow, wallTicks);
                }
            }
            Sums here = capacity(one, rota, (to - from) * SECOND);
            here.work = people;
            one.hour.add(here);
            here.work += deferred;
            one.run.add(here);
        }
    }

    private Sums capacity(Slow one, Rota rota, double seconds) {
        double all = 0;
        for (int group = one.groups.nextSetBit(0); group >= 0; group = one.groups.nextSetBit(group + 1)) {
            all += rota.agentsOf(group) * bestSpeed[group];
        }
        if (all != one.agents) {
            one.agents = all;
            one.pace = fastest(one, all);
        }
        Sums here = new Sums();
        here.unslowed = all * seconds;
        here.planned = one.pace * seconds;
        here.most = one.most * seconds;
        return here;
    }

    /** Work done in a second by agents who could do so much, by as few of them at once as do most. */
    private double fastest(Slow one, double all) {
        double best = 0;
        for (int n = 1; n < all / one.speed + 1; n++) {
            best = Math.max(best, Math.min(n * one.speed, all) * program.needs().pace(one.application, n));
        }
        return best;
    }

    /** The same with any number of agents, up to where load alone would stop all work: beyond, where the limit of slowness holds, nobody plans to be. */
    private double most(Slow one) {
        double load = program.needs().load()[one.application];
        int few = (int) Math.max(1, 1 / (2 * load)); // n × (1 - n × load) is largest there, or at the next
        return one.speed * Math.max(few * program.needs().pace(one.application, few), (few + 1) * Math.max(0, 1 - (few + 1) * load));
    }

    /** The hour of a day that began at this hour of the wall clock is over. */
    void closeHour(int day, int hour) {
        for (Slow one : slow) {
            if (one.hour.work > 0) {
                one.hours.close(day, hour, one.hour.work, one.hour.capacity());
            }
            one.hour = new Sums();
        }
    }

    /** The applications that let too little be done, in order. */
    List<Shortage> shortages() {
        return slow.stream()
                .filter(one -> one.hours.any() || one.defers && one.run.work > one.run.capacity() * (1 + ROUNDING))
                .map(one -> new Shortage(one.application, one.hours, one.run.work, one.run.capacity()))
                .toList();
    }
}
