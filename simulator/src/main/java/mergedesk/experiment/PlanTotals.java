package mergedesk.experiment;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import mergedesk.program.Program;

/**
 * What a Program says about work and agents, hour by hour on its calendar, before anything is simulated: expected calls of each flow, planned agents of each desk, what
 * these could do. Agents are taken at their best speed and never idle, so that what is more than they can do is so for certain, on average.
 *
 * <p>Flows that wait in one queue and have the same shapes of days are looked at together: cost is flows × days and kinds of flows × intervals.
 */
final class PlanTotals {
    private static final double SECOND = 1e-6;
    private static final long HOUR_TICKS = 3_600_000_000L;
    private static final int HOURS = 25; // more than any clock shows on a day

    /** Kinds of flows × intervals that are looked at: a second or two. */
    private static final long MOST_LOOKED_AT = 30_000_000;

    private final Program program;
    private final MeanLengths means;
    private final ExpectedCalls expected;
    private final Rota rota;
    private final List<List<Kind>> kindsDeskPlan; // as many desks as are looked at
    private final double[] bestSpeed; // of each group
    private final int[][] groupsDeskPlan;
    private final DeskPlan[] desks;
    private final double[] groupSeconds;
    private final double[] closedGroupSeconds;
    private int dayInProgress = -1;
    private long hourInProgress = -1;

    /** Flows of a queue with the same shapes of days; one that is recorded, or whose talk time changes, is alone. */
    private static final class Kind {
        private final List<Integer> flows = new ArrayList<>();
        private final int[] groups; // which may take them
        private double calls; // on the day in progress, recorded ones left out
        private double work; // seconds, the same
        private double all;
        private double closed;
        private double unserved;

        Kind(int[] groups) {
            this.groups = groups;
        }
    }

    PlanTotals(Program program) {
        this.program = program;
        means = new MeanLengths(program.lengths());
        expected = new ExpectedCalls(program);
        rota = new Rota(program);
        kindsDeskPlan = first(kinds());
        bestSpeed = IntStream.range(0, program.groupCount()).mapToDouble(this::bestSpeed).toArray();
        groupsDeskPlan = new int[program.deskCount()][];
        Map<Integer, List<Integer>> groups = new LinkedHashMap<>();
        IntStream.range(0, program.groupCount()).forEach(group -> groups.computeIfAbsent(program.groups().desk()[group], desk -> new ArrayList<>()).add(group));
        Arrays.setAll(groupsDeskPlan, desk -> groups.getOrDefault(desk, List.of()).stream().mapToInt(Integer::intValue).toArray());
        desks = IntStream.range(0, program.deskCount()).mapToObj(desk -> new DeskPlan()).toArray(DeskPlan[]::new);
        groupSeconds = new double[program.groupCount()];
        closedGroupSeconds = new double[program.groupCount()];
        expected.walk(rota, this::take);
        closeHour();
        closeDay();
    }

    private double bestSpeed(int group) {
        int services = program.serviceCount();
        return Arrays.stream(program.groups().speed(), group * services, (group + 1) * services).max().orElse(1);
    }

    private List<List<Kind>> kinds() {
        record Key(int queue, int row, int alone) {}
        List<List<Kind>> byDesk = new ArrayList<>();
        IntStream.range(0, program.deskCount()).forEach(desk -> byDesk.add(new ArrayList<>()));
        Map<Key, Kind> kinds = new LinkedHashMap<>();
        for (int flow = 0; flow < program.flowCount(); flow++) {
            int queue = program.routing().queueOfFlow()[flow];
            Kind kind = kinds.computeIfAbsent(new Key(queue, program.demand().volumes().rowOfFlow()[flow], isAlone(flow) ? flow : -1), key -> {
                Kind made = new Kind(groupsOf(key.queue));
                byDesk.get(program.routing().queueDesk()[key.queue]).add(made);
                return made;
            });
            kind.flows.add(flow);
        }
        return byDesk;
    }

    /** The first desks, so many that looking at them takes a second or two. */
    private List<List<Kind>> first(List<List<Kind>> all) {
        long intervals = program.calendar().dayCount() * (program.calendar().intervalsPerWeek() / 7L);
        long left = MOST_LOOKED_AT / intervals;
        int desks = 0;
        while (desks < all.size() && (left -= 1 + all.get(desks).size()) >= 0) {
            desks++;
        }
        return all.subList(0, desks);
    }

    /** How many desks were looked at, from the first on; nothing is known of the others. */
    int desks() {
        return kindsDeskPlan.size();
    }

    private boolean isAlone(int flow) {
        return isRecorded(flow) || !program.contacts().work().isConstant(flow);
    }

    private boolean isRecorded(int flow) {
        return program.demand().traceOffset()[flow + 1] > program.demand().traceOffset()[flow];
    }

    private int[] groupsOf(int queue) {
        Program.Rows rows = program.routing().groupsOfQueue();
        return Arrays.stream(rows.partner(), rows.offset()[queue], rows.offset()[queue + 1]).distinct().toArray();
    }

    private void take(int day, int row, long from, long to) {
        long wall = wallTicks(day, row, from);
        long hour = (long) day * HOURS + wall / HOUR_TICKS;
        if (hour != hourInProgress) {
            closeHour();
            hourInProgress = hour;
        }
        if (day != dayInProgress) {
            closeDay();
            dayInProgress = day;
            kindsDeskPlan.forEach(kinds -> kinds.forEach(this::layOut));
        }
        for (int desk = 0; desk < kindsDeskPlan.size(); desk++) {
            takeDesk(desk, day, row, from, to, wall);
        }
    }

    private long wallTicks(int day, int row, long tick) {
        Program.Calendar calendar = program.calendar();
        return calendar.intervalWallTicks()[row] + tick - calendar.dayStartTick()[day] - calendar.intervalStartTicks()[row];
    }

    private void layOut(Kind kind) {
        kind.calls = 0;
        kind.work = 0;
        for (int flow : kind.flows) {
            kind.calls += expected.ofDay(flow);
            kind.work += expected.ofDay(flow) == 0 || isAlone(flow) ? 0 : expected.ofDay(flow) * handleSeconds(flow, 0);
        }
    }

    private double handleSeconds(int flow, long wall) {
        int afterCall = program.contacts().afterCall()[flow];
        return means.seconds(program.contacts().work().at(flow, wall)) + (afterCall < 0 ? 0 : means.seconds(afterCall));
    }

    private void takeDesk(int desk, int day, int row, long from, long to, long wall) {
        DeskPlan sums = desks[desk];
        double seconds = (to - from) * SECOND;
        boolean isOpen = rota.isOpen(desk);
        int agents = rota.agentsAt(desk);
        sums.peakAgents = Math.max(sums.peakAgents, agents);
        for (int group : agents == 0 ? new int[0] : groupsDeskPlan[desk]) {
            double present = rota.agentsOf(group) * seconds;
            groupSeconds[group] += present;
            closedGroupSeconds[group] += isOpen ? 0 : present;
            sums.capacity += isOpen ? present * bestSpeed[group] : 0;
        }
        if (isOpen) {
            sums.openSeconds += seconds;
            if (agents == 0) {
                sums.empty(seconds, day, wall);
            }
        }
        for (Kind kind : kindsDeskPlan.get(desk)) {
            takeKind(kind, sums, isOpen, agents > 0, day, row, from, to, wall);
        }
    }

    private void takeKind(Kind kind, DeskPlan sums, boolean isOpen, boolean isStaffed, int day, int row, long from, long to, long wall) {
        int first = kind.flows.get(0);
        boolean isAlone = isAlone(first);
        if (kind.calls == 0 && !isAlone) {
            return;
        }
        double share = kind.calls == 0 ? 0 : expected.share(program.demand().volumes().shape(first, day), day, row, from, to);
        double calls = kind.calls * share;
        if (isAlone && isRecorded(first)) {
            expected.pass(first, from);
            calls += expected.recorded(first, from, to);
        }
        if (calls == 0) {
            return;
        }
        kind.all += calls;
        if (!isOpen) {
            kind.closed += calls;
            return;
        }
        sums.work += isAlone ? calls * handleSeconds(first, wall) : kind.work * share;
        kind.unserved += isStaffed && !isAnybodyThere(kind.groups) ? calls : 0;
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
        for (DeskPlan desk : desks) {
            desk.closeHour((int) (hourInProgress / HOURS), hourInProgress % HOURS * HOUR_TICKS);
        }
    }

    private void closeDay() {
        for (DeskPlan desk : desks) {
            desk.closeDay();
        }
    }

    DeskPlan desk(int desk) {
        return desks[desk];
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
        for (List<Kind> kinds : kindsDeskPlan) {
            for (Kind kind : kinds) {
                kind.flows.forEach(flow -> flows.take(flow, kind.all, kind.closed, kind.unserved));
            }
        }
    }
}
