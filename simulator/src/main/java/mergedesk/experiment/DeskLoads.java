package mergedesk.experiment;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.IntStream;
import mergedesk.program.Program;
import mergedesk.program.Program.ByTime;
import mergedesk.stats.Erlang.Patience;

/**
 * What a Program says about each desk by interval of the week, before anything is simulated. Taken is the time that counts, of all its dates, in which the desk is
 * open and somebody is planned to be there.
 */
final class DeskLoads {
    private static final double SECOND = 1e-6;
    private static final double ROUNDING = 1e-9;

    private final Program program;
    private final MeanLengths means;
    private final int intervals;
    private final int[][] flowsOfDesk;
    private final int[][] groupsOfDesk;
    private final double[][] calls; // [flow][interval of the week]; null for desks not looked at
    private final double[][] callsByWork; // [row of the table of work][interval of the week]
    private final double[][] callsByPatience; // [row of the table of patience][interval of the week]
    private final double[][] agentSeconds; // [group][interval of the week]
    private final double[][] openSeconds; // [desk][interval of the week]
    private final ExpectedCalls expected;

    /**
     * A desk in an interval of the week.
     *
     * @param calls expected in all these intervals together
     * @param arrivalsPerSecond above 0
     * @param agents mean number, rounded
     * @param handleSeconds mean of talk and after-call work at the agents' speed, over these calls
     * @param patience of these calls
     */
    record Load(double calls, double arrivalsPerSecond, int agents, double handleSeconds, List<Patience> patience) {
        /** Whether formulas make the same of both, but for rounding: the number of calls is no part of it. */
        boolean isLike(Load other) {
            boolean isSame = agents == other.agents
                    && isClose(arrivalsPerSecond, other.arrivalsPerSecond)
                    && isClose(handleSeconds, other.handleSeconds)
                    && patience.size() == other.patience.size();
            for (int i = 0; isSame && i < patience.size(); i++) {
                isSame = patience.get(i).rate() == other.patience.get(i).rate()
                        && isClose(patience.get(i).share(), other.patience.get(i).share());
            }
            return isSame;
        }

        private static boolean isClose(double a, double b) {
            return Math.abs(a - b) <= ROUNDING * b;
        }
    }

    /** Looks at all desks. */
    DeskLoads(Program program) {
        this(program, program.deskCount());
    }

    /** Looks at the first so many desks; nothing is known of the others. */
    DeskLoads(Program program, int deskCount) {
        this.program = program;
        means = new MeanLengths(program.lengths());
        intervals = program.calendar().intervalsPerWeek();
        flowsOfDesk = ofDesk(deskOfCalls(program), deskCount);
        groupsOfDesk = ofDesk(program.groups().desk(), deskCount);
        calls = new double[program.flowCount()][];
        for (int[] flows : flowsOfDesk) {
            IntStream.of(flows).forEach(flow -> calls[flow] = new double[intervals]);
        }
        callsByWork = rows(program.contacts().work());
        callsByPatience = rows(program.contacts().patience());
        agentSeconds = new double[program.groupCount()][intervals];
        openSeconds = new double[deskCount][intervals];
        expected = new ExpectedCalls(program);
        Rota rota = new Rota(program);
        expected.walk(rota, (day, row, from, to) -> add(rota, day, row, from, to));
    }

    /** Desk of each flow; none for deferred work, which comes when nobody calls. */
    private static int[] deskOfCalls(Program program) {
        int[] desks = program.contacts().flowDesk().clone();
        for (int flow = 0; flow < desks.length; flow++) {
            desks[flow] = program.isDeferred(flow) ? Integer.MAX_VALUE : desks[flow];
        }
        return desks;
    }

    /** Flows, or groups, of each desk. */
    private static int[][] ofDesk(int[] desks, int deskCount) {
        int[] count = new int[deskCount];
        IntStream.of(desks).filter(desk -> desk < deskCount).forEach(desk -> count[desk]++);
        int[][] members = IntStream.of(count).mapToObj(int[]::new).toArray(int[][]::new);
        for (int i = desks.length - 1; i >= 0; i--) {
            if (desks[i] < deskCount) {
                members[desks[i]][--count[desks[i]]] = i;
            }
        }
        return members;
    }

    /** Numbers of calls for each row of a table; a flow that has one row has all its calls in it. */
    private double[][] rows(ByTime table) {
        double[][] rows = new double[table.length().length][];
        for (int flow = 0; flow < calls.length; flow++) {
            for (int row = table.offset()[flow]; calls[flow] != null && row < table.offset()[flow + 1]; row++) {
                rows[row] = table.isConstant(flow) ? calls[flow] : new double[intervals];
            }
        }
        return rows;
    }

    /** Flows that come to a desk. */
    int[] flowsOf(int desk) {
        return flowsOfDesk[desk];
    }

    /** Groups that work at a desk. */
    int[] groupsOf(int desk) {
        return groupsOfDesk[desk];
    }

    /** The desk in an interval of the week; empty when nobody comes while it is open and staffed. */
    Optional<Load> at(int desk, int interval) {
        double all = 0;
        double work = 0;
        for (int flow : flowsOfDesk[desk]) {
            all += calls[flow][interval];
            work += calls[flow][interval] > 0 ? workSeconds(flow, interval) : 0;
        }
        if (all == 0) {
            return Optional.empty();
        }
        double seconds = openSeconds[desk][interval];
        double present = 0;
        for (int group : groupsOfDesk[desk]) {
            present += agentSeconds[group][interval];
        }
        return Optional.of(new Load(all, all / seconds, (int) Math.rint(present / seconds), work / all, patience(desk, interval, all)));
    }

    /** Groups that may take the contacts of a queue, now or later. */
    int[] servingGroups(int queue) {
        return IntStream.of(program.routing().groupsOfQueue().partnersOf(queue)).sorted().toArray();
    }

    /** Of all calls of a flow together. */
    private double workSeconds(int flow, int interval) {
        ByTime table = program.contacts().work();
        int afterCall = program.contacts().afterCall()[flow];
        double work = afterCall >= 0 ? calls[flow][interval] * means.seconds(afterCall) : 0;
        for (int row = table.offset()[flow]; row < table.offset()[flow + 1]; row++) {
            work += callsByWork[row][interval] * means.seconds(table.length()[row]);
        }
        return program.contacts().workByGroup().concerns(flow) ? byGroup(flow, interval, work) : work / speed(flow, interval);
    }

    /** The same where groups have work of their own: the agents planned do as many of these calls in a second as all of them together could. */
    private double byGroup(int flow, int interval, double work) {
        int afterCall = program.contacts().afterCall()[flow];
        double callsDone = 0;
        double time = 0;
        for (int group : servingGroups(program.routing().queueOfFlow()[flow])) {
            int own = program.contacts().workByGroup().at(flow, group);
            double each = own < 0 ? work / calls[flow][interval] : means.seconds(own) + (afterCall < 0 ? 0 : means.seconds(afterCall));
            double seconds = agentSeconds[group][interval];
            callsDone += seconds == 0 ? 0 : seconds * speedOf(group, flow) / each; // of work without length any number
            time += seconds;
        }
        return time == 0 ? work : calls[flow][interval] * time / callsDone;
    }

    /** Of an agent; with chats, of one who has as many as are done most of. */
    private double speedOf(int group, int flow) {
        double speed = program.groups().speed()[group * program.serviceCount() + program.contacts().flowService()[flow]];
        return program.contacts().kind()[flow] == Program.Contacts.CHAT ? speed * program.groups().chats().best(group) : speed;
    }

    /** Mean speed of the agents planned who may take the flow: together they do so much more than as many agents of speed 1. */
    private double speed(int flow, int interval) {
        int queue = program.routing().queueOfFlow()[flow];
        double done = 0;
        double time = 0;
        for (int group : servingGroups(queue)) {
            done += agentSeconds[group][interval] * speedOf(group, flow);
            time += agentSeconds[group][interval];
        }
        return time == 0 ? 1 : done / time;
    }

    /** Everybody with the own patience; those who balk, when they would have to wait, leave at once. */
    private List<Patience> patience(int desk, int interval, double all) {
        ByTime table = program.contacts().patience();
        TreeMap<Double, Double> callsByRate = new TreeMap<>();
        for (int flow : flowsOfDesk[desk]) {
            double balk = program.contacts().balk()[flow];
            callsByRate.merge(Double.POSITIVE_INFINITY, calls[flow][interval] * balk, Double::sum);
            for (int row = table.offset()[flow]; row < table.offset()[flow + 1]; row++) {
                for (Patience part : means.patience(table.length()[row])) {
                    callsByRate.merge(part.rate(), callsByPatience[row][interval] * (1 - balk) * part.share(), Double::sum);
                }
            }
        }
        List<Patience> parts = new ArrayList<>();
        callsByRate.forEach((rate, number) -> {
            if (number > 0) {
                parts.add(new Patience(number / all, rate));
            }
        });
        return parts;
    }

    /** A stretch of an interval in which nothing changes. */
    private void add(Rota rota, int day, int row, long from, long to) {
        int interval = program.calendar().intervalOfWeek()[row];
        double seconds = (to - from) * SECOND;
        for (int desk = 0; desk < flowsOfDesk.length; desk++) {
            if (rota.letsIn(desk) && rota.agentsAt(desk) > 0) {
                openSeconds[desk][interval] += seconds;
                for (int group : groupsOfDesk[desk]) {
                    agentSeconds[group][interval] += rota.agentsOf(group) * seconds;
                }
                for (int flow : flowsOfDesk[desk]) {
                    expected.pass(flow, from);
                    calls[flow][interval] += expected.number(flow, day, row, from, to);
                    addByTime(program.contacts().work(), callsByWork, flow, day, row, from, to);
                    addByTime(program.contacts().patience(), callsByPatience, flow, day, row, from, to);
                }
            }
        }
    }

    /** Divides the calls of a stretch where the flow's table changes. */
    private void addByTime(ByTime table, double[][] sums, int flow, int day, int row, long from, long to) {
        if (table.isConstant(flow)) {
            return;
        }
        Program.Calendar calendar = program.calendar();
        long midnight = calendar.dayStartTick()[day] + calendar.intervalStartTicks()[row] - calendar.intervalWallTicks()[row]; // by this interval's wall clock
        for (int time = table.offset()[flow]; time < table.offset()[flow + 1]; time++) {
            long start = Math.max(from, midnight + table.fromTicks()[time]);
            long end = time + 1 < table.offset()[flow + 1] ? Math.min(to, midnight + table.fromTicks()[time + 1]) : to;
            if (start < end) {
                sums[time][calendar.intervalOfWeek()[row]] += expected.number(flow, day, row, start, end);
            }
        }
    }
}
