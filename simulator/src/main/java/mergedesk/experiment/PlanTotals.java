package mergedesk.experiment;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import mergedesk.experiment.FlowKinds.Kind;
import mergedesk.program.Program;

/**
 * What a Program says about work and agents, hour by hour on its calendar, before anything is simulated: expected calls of each flow, planned agents of each desk, what
 * these could do. Agents are taken at their best speed, with as many chats as they do most of, and never idle, so that what is more than they can do is so for certain, on average.
 *
 * <p>Flows that wait in one queue and have the same shapes of days are looked at together: cost is flows × days and kinds of flows × intervals.
 */
final class PlanTotals {
    private static final double SECOND = 1e-6;
    static final long HOUR_TICKS = 3_600_000_000L;
    static final int HOURS = 25; // more than any clock shows on a day

    private final Program program;
    private final MeanLengths means;
    private final ExpectedCalls expected;
    private final Rota rota;
    private final FlowKinds flowKinds;
    private final List<List<Kind>> kindsOfDesk; // as many desks as are looked at
    private final double[] bestSpeed; // of each group
    private final int[][] groupsOfDesk;
    private final DeskPlan[] desks;
    private final double[] groupSeconds;
    private final double[] closedGroupSeconds;
    private final DeferredPlan deferred;
    private final ApplicationPlan applications;
    private final int firstDay;
    private final int endDay;
    private double lookedAtSeconds;
    private int dayInProgress = -1;
    private long hourInProgress = -1;

    /** A stretch of time in which nothing planned changes; {@code wall}: what the clock shows when it begins, in ticks since midnight. */
    private record Stretch(int day, int row, long from, long to, long wall) {
        double seconds() {
            return (to - from) * SECOND;
        }
    }

    PlanTotals(Program program) {
        this(program, 0, Integer.MAX_VALUE);
    }

    /** Of the days from the first until before the end. */
    PlanTotals(Program program, int firstDay, int endDay) {
        this.program = program;
        this.firstDay = firstDay;
        this.endDay = endDay;
        means = new MeanLengths(program.lengths());
        expected = new ExpectedCalls(program);
        deferred = new DeferredPlan(program, means);
        rota = new Rota(program);
        flowKinds = new FlowKinds(program, expected);
        kindsOfDesk = flowKinds.ofDesks();
        bestSpeed = IntStream.range(0, program.groupCount()).mapToDouble(this::bestSpeed).toArray();
        applications = new ApplicationPlan(program, means, bestSpeed);
        groupsOfDesk = new int[program.deskCount()][];
        Map<Integer, List<Integer>> groups = new LinkedHashMap<>();
        IntStream.range(0, program.groupCount()).forEach(group -> groups.computeIfAbsent(program.groups().desk()[group], desk -> new ArrayList<>()).add(group));
        Arrays.setAll(groupsOfDesk, desk -> groups.getOrDefault(desk, List.of()).stream().mapToInt(Integer::intValue).toArray());
        desks = IntStream.range(0, program.deskCount()).mapToObj(desk -> new DeskPlan(program.calendar().firstCivilDay())).toArray(DeskPlan[]::new);
        groupSeconds = new double[program.groupCount()];
        closedGroupSeconds = new double[program.groupCount()];
        if (desks() > 0) {
            expected.walk(rota, this::take);
        }
        closeHour();
        closeDay();
        closeDeferred();
    }

    private double bestSpeed(int group) {
        int services = program.serviceCount();
        return Arrays.stream(program.groups().speed(), group * services, (group + 1) * services).max().orElse(1) * program.groups().chats().best(group);
    }

    /** How many desks were looked at, from the first on; nothing is known of the others. */
    int desks() {
        return kindsOfDesk.size();
    }

    private void take(int day, int row, long from, long to) {
        if (day < firstDay || day >= endDay) {
            return;
        }
        Stretch stretch = new Stretch(day, row, from, to, wallTicks(day, row, from));
        long hour = (long) day * HOURS + stretch.wall / HOUR_TICKS;
        if (hour != hourInProgress) {
            closeHour();
            hourInProgress = hour;
        }
        if (day != dayInProgress) {
            closeDay();
            dayInProgress = day;
            kindsOfDesk.forEach(kinds -> kinds.forEach(this::layOut));
        }
        for (int desk = 0; desk < kindsOfDesk.size(); desk++) {
            takeDesk(desk, stretch);
        }
        deferred.take(expected, day, row, from, to, stretch.wall);
        applications.take(expected, rota, day, row, from, to, stretch.wall);
        lookedAtSeconds += stretch.seconds();
    }

    private long wallTicks(int day, int row, long tick) {
        Program.Calendar calendar = program.calendar();
        return calendar.intervalWallTicks()[row] + tick - calendar.dayStartTick()[day] - calendar.intervalStartTicks()[row];
    }

    private void layOut(Kind kind) {
        kind.calls = 0;
        kind.work = 0;
        kind.callsOfFlow = kind.flows.stream().mapToDouble(expected::ofDay).toArray();
        for (int flow : kind.flows) {
            kind.calls += expected.ofDay(flow);
            kind.work += expected.ofDay(flow) == 0 || flowKinds.isAlone(flow) ? 0 : expected.ofDay(flow) * handleSeconds(flow, 0);
        }
    }

    private double handleSeconds(int flow, long wall) {
        return means.leastHandling(program.contacts(), flow, wall);
    }

    private void takeDesk(int desk, Stretch stretch) {
        DeskPlan sums = desks[desk];
        boolean isOpen = rota.isOpen(desk);
        int agents = rota.agentsAt(desk);
        sums.peakAgents = Math.max(sums.peakAgents, agents);
        for (int group : agents == 0 ? new int[0] : groupsOfDesk[desk]) {
            double present = rota.agentsOf(group) * stretch.seconds();
            groupSeconds[group] += present;
            closedGroupSeconds[group] += isOpen ? 0 : present;
            sums.capacity += isOpen ? present * bestSpeed[group] : 0;
        }
        if (isOpen) {
            sums.openSeconds += stretch.seconds();
            if (agents == 0) {
                sums.empty(stretch.seconds(), stretch.day, stretch.wall);
            }
        }
        for (Kind kind : kindsOfDesk.get(desk)) {
            double calls = calls(kind, stretch);
            kind.all += calls;
            if (rota.letsIn(desk) && calls > 0) {
                double seconds = secondsEach(kind, stretch);
                sums.work += calls * seconds;
                kind.liveSeconds += calls * seconds;
                if (flowKinds.isAlone(kind.flows.get(0))) {
                    sums.calls.add(seconds, calls);
                } else {
                    kind.open += calls;
                }
                kind.unserved += agents > 0 && !isAnybodyThere(kind.groups) ? calls : 0;
            } else {
                kind.closed += calls;
            }
        }
    }

    /** Calls that come in a stretch. */
    private double calls(Kind kind, Stretch at) {
        int first = kind.flows.get(0);
        double planned = kind.calls == 0 ? 0 : kind.calls * expected.share(program.demand().volumes().shape(first, at.day), at.day, at.row, at.from, at.to);
        if (!expected.isRecorded(first)) {
            return planned;
        }
        expected.pass(first, at.from);
        return planned + expected.recorded(first, at.from, at.to);
    }

    /** Work of one of them, on average. */
    private double secondsEach(Kind kind, Stretch at) {
        int first = kind.flows.get(0);
        return flowKinds.isAlone(first) ? handleSeconds(first, at.wall) : kind.work / kind.calls;
    }

    private boolean isAnybodyThere(int[] groups) {
        for (int group : groups) {
            if (rota.agentsOf(group) > 0) {
                return true;
            }
        }
        return false;
    }

    private void closeHour() {
        int day = (int) (hourInProgress / HOURS);
        int hour = (int) (hourInProgress % HOURS);
        for (DeskPlan desk : desks) {
            desk.closeHour(day, hour);
        }
        applications.closeHour(day, hour);
    }

    private void closeDay() {
        for (int desk = 0; desk < kindsOfDesk.size(); desk++) {
            for (Kind kind : kindsOfDesk.get(desk)) {
                tell(kind, desks[desk]);
            }
            desks[desk].closeDay();
        }
    }

    /** What came of a day's calls while the desk was open, flow by flow: handle times differ. */
    private void tell(Kind kind, DeskPlan desk) {
        for (int i = 0; kind.open > 0 && i < kind.callsOfFlow.length; i++) {
            if (kind.callsOfFlow[i] > 0) {
                desk.calls.add(handleSeconds(kind.flows.get(i), 0), kind.open * kind.callsOfFlow[i] / kind.calls);
            }
        }
        kind.open = 0;
    }

    DeskPlan desk(int desk) {
        return desks[desk];
    }

    private void closeDeferred() {
        double[] time = IntStream.range(0, groupSeconds.length)
                .mapToDouble(group -> program.groups().desk()[group] < desks() ? workSeconds(group) : Double.NaN)
                .toArray();
        Map<BitSet, Double> live = new HashMap<>();
        for (List<Kind> kinds : kindsOfDesk) {
            for (Kind kind : kinds) {
                BitSet groups = new BitSet();
                Arrays.stream(kind.groups).forEach(groups::set);
                live.merge(groups, kind.liveSeconds, Double::sum);
            }
        }
        deferred.close(time, live);
    }

    /** Whether more deferred work comes to the desk than agents have time for, at the best speed of each group. */
    Optional<DeferredPlan.Shortage> shortage(int desk) {
        return deferred.shortage(desk);
    }

    /** What applications that slow with load let agents do. */
    ApplicationPlan applications() {
        return applications;
    }

    /** How long all this is, in seconds. */
    double lookedAtSeconds() {
        return lookedAtSeconds;
    }

    /** What a group's agents could do in their planned time, in seconds of work at speed 1. */
    double workSeconds(int group) {
        return groupSeconds[group] * bestSpeed[group];
    }

    /** Planned time of a group's agents, in seconds. */
    double seconds(int group) {
        return groupSeconds[group];
    }

    /** That part of it in which the desk is closed. */
    double closedSeconds(int group) {
        return closedGroupSeconds[group];
    }

    /** Who asks about flows. */
    interface Flows {
        /**
         * A flow.
         *
         * @param calls of it and those that are like it
         * @param closed those that come while the desk is closed
         * @param unserved those that come while somebody is there, but nobody who may take them
         */
        void take(int flow, double calls, double closed, double unserved);
    }

    /** Tells of all flows to which anybody comes, in no order. */
    void flows(Flows flows) {
        for (List<Kind> kinds : kindsOfDesk) {
            for (Kind kind : kinds) {
                kind.flows.forEach(flow -> flows.take(flow, kind.all, kind.closed, kind.unserved));
            }
        }
    }
}
