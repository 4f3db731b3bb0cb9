package mergedesk.experiment;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import mergedesk.experiment.DeskLoads.Load;
import mergedesk.program.Program;
import mergedesk.program.Program.ByTime;
import mergedesk.program.Program.Contacts;
import mergedesk.program.Program.Lengths;
import mergedesk.program.Timetable;
import mergedesk.stats.Erlang;
import mergedesk.stats.Erlang.Patience;
import mergedesk.units.Ticks;

/**
 * Whether Erlang's formulas hold exactly for a desk: one queue of equal agents who are always there, calls at the same rate at every moment, exponential times,
 * and a run that is looked at only when it has forgotten that it began empty.
 *
 * <p>Erlang B asks for less: the loss depends on the mean of all talk times only, whatever they are and whoever calls (Sevastyanov 1957), nobody waits, and so
 * patience and priority mean nothing. Each reason is one against the formula beside which it stands.
 *
 * <p>Moments are compared, not means of the intervals of the week: an event of seven days is the same in each of them. The conditions are sufficient, not
 * necessary: to say "exact" where it is not does harm, to be too careful with the warm-up does little.
 */
final class Conditions {
    private static final double SAME = 1e-9;

    private final Program program;
    private final DeskLoads loads;
    private final BitSet afterSelfService;
    private final BitSet uneven; // flows whose contacts come at changing rates between the start and the end

    Conditions(Program program, DeskLoads loads) {
        this.program = program;
        this.loads = loads;
        afterSelfService = program.portals().concerned();
        uneven = uneven();
    }

    /**
     * Why the formulas do not hold exactly; empty when they do.
     *
     * @param load of some interval of the week; all are alike where it matters
     * @param isLoss whether nobody ever waits, as there are no more lines than agents (Erlang B)
     */
    List<String> unmet(int desk, Load load, boolean isLoss) {
        int[] flows = loads.flowsOf(desk);
        boolean isConstant = !isChanging(desk);
        boolean isEven = all(flows, flow -> !uneven.get(flow));
        List<String> why = new ArrayList<>();
        note(why, !program.horizon().cut(), "the run starts and ends empty");
        note(why, !isConstant, "staff or opening hours change, taken interval by interval");
        note(why, !isEven, "calls come at a changing rate, taken as the mean of each interval of the week");
        note(why, !all(flows, flow -> !isRecorded(flow)), "arrivals are replayed from a log");
        note(why, !all(flows, flow -> !isBusy(flow)), "some days are busier than planned");
        boolean isAlways = all(flows, program.contacts().work()::isConstant);
        boolean isPlainWork = all(flows, flow -> isPlainWork(flow, flows[0]));
        boolean isWrappedUp = !all(flows, flow -> !isWrappedUp(flow));
        note(why, isLoss && !isAlways, "talk time changes, taken interval by interval");
        note(why, !isLoss && !isPlainWork, "talk time is not the same exponential for all");
        note(why, !isLoss && !all(flows, this::isPlainPatience), "patience is not exponential, or changes");
        note(why, isWrappedUp && !isLoss, "after-call work makes handle time non-exponential");
        note(why, isWrappedUp && isLoss, "after-call work keeps agents when their line is free again, so that callers wait");
        note(why, !all(flows, flow -> !isComingBack(desk, flow, isLoss)), "people try again");
        note(why, IntStream.of(flows).anyMatch(afterSelfService::get), "people try self-service first");
        note(why, IntStream.of(flows).anyMatch(program.needs()::concerns), "work waits for applications");
        note(why, IntStream.of(flows).anyMatch(flow -> IntStream.of(program.incidents().flow()).anyMatch(of -> of == flow)), "people call because of outages");
        note(why, program.defersAt(desk), "agents have deferred work in hand when calls come");
        note(why, IntStream.of(flows).anyMatch(this::isOneOfSeveral), "agents have several chats at once, taken as the same agents so much faster");
        note(why, IntStream.of(flows).anyMatch(flow -> flow >= program.campaigns().firstFlow()), "idle agents make calls");
        note(why, !isOnePool(desk, flows, isLoss), isLoss ? "not every caller may have every agent, at equal speed" : "not one queue of equal agents");
        note(why, !isLoss && program.desks().lines()[desk] < Integer.MAX_VALUE, "lines are limited");
        note(why, !isLoss && !all(flows, flow -> !program.contacts().messages().concerns(flow)), "people may leave a message");
        note(why, !isLoss && !all(flows, flow -> !program.contacts().balkAt().concerns(flow)), "people look how many wait");
        note(why, !isLoss && program.desks().queueCapacity()[desk] < Integer.MAX_VALUE, "the queue is limited");
        boolean isStationary = isConstant && isEven && (isAlways || !isLoss);
        boolean isForgetful = isLoss ? isShortTailed(flows) && isSettled(load, true) : isSettled(load, false);
        note(why, program.horizon().cut() && isStationary && !isForgetful, "the warm-up may be too short to forget that the desk began empty");
        return why;
    }

    private static void note(List<String> why, boolean applies, String reason) {
        if (applies) {
            why.add(reason);
        }
    }

    private static boolean all(int[] flows, IntPredicate condition) {
        return IntStream.of(flows).allMatch(condition);
    }

    /** Whether anything is planned for the desk after the start: doors, staff, shifts, breaks. */
    private boolean isChanging(int desk) {
        Rota rota = new Rota(program);
        rota.to(0);
        boolean changing = !rota.isOpen(desk);
        for (Timetable.Walk step = new Timetable.Walk(program); !changing && step.tick() < Ticks.NEVER; step.next()) {
            changing = step.tick() > 0 && desk == Timetable.desk(step.action(), step.subject(), program.groups());
        }
        return changing;
    }

    private BitSet uneven() {
        BitSet uneven = new BitSet();
        double[] firstRate = new double[program.flowCount()];
        double[] expected = new double[program.flowCount()];
        Arrays.fill(firstRate, Double.NaN);
        for (int day = 0; day < program.calendar().dayCount() && uneven.cardinality() < expected.length; day++) {
            program.demand().volumes().layOut(day, expected);
            for (int flow = uneven.nextClearBit(0); flow < expected.length; flow = uneven.nextClearBit(flow + 1)) {
                uneven.set(flow, changesRate(flow, day, expected[flow], firstRate));
            }
        }
        return uneven;
    }

    private boolean changesRate(int flow, int day, double expected, double[] firstRate) {
        Program.Demand demand = program.demand();
        int shape = demand.volumes().shape(flow, day);
        for (int row = demand.shapeOffset()[shape]; row < demand.shapeOffset()[shape + 1] - 1; row++) {
            long from = program.calendar().dayStartTick()[day] + demand.shapeTicks()[row];
            long to = program.calendar().dayStartTick()[day] + demand.shapeTicks()[row + 1];
            double rate = expected * (demand.shapeCumulative()[row + 1] - demand.shapeCumulative()[row]) / (to - from);
            if (to > 0 && from < program.horizon().endTick()) {
                firstRate[flow] = Double.isNaN(firstRate[flow]) ? rate : firstRate[flow];
                if (Math.abs(rate - firstRate[flow]) > SAME * firstRate[flow]) {
                    return true;
                }
            }
        }
        return false;
    }

    private boolean isRecorded(int flow) {
        return program.demand().traceOffset()[flow + 1] > program.demand().traceOffset()[flow];
    }

    private boolean isBusy(int flow) {
        int[] factors = program.demand().flowFactors();
        int levels = factors.length / program.flowCount();
        return IntStream.range(flow * levels, (flow + 1) * levels).anyMatch(i -> factors[i] >= 0);
    }

    /** The same exponential for all and always. */
    private boolean isPlainWork(int flow, int reference) {
        ByTime table = program.contacts().work();
        int first = table.at(reference, 0);
        Lengths lengths = program.lengths();
        return lengths.atZero()[first] == 0 && lengths.shift()[first] == 0 && lengths.kind()[first] == Lengths.EXPONENTIAL && table.isConstant(flow) && table.at(flow, 0) == first;
    }

    /** Whether a talk that has lasted is over as soon as a new exponential one of the mean of all would be, at least: what the bound on settling rests on. */
    private boolean isShortTailed(int[] flows) {
        ByTime table = program.contacts().work();
        Lengths lengths = program.lengths();
        int first = table.at(flows[0], 0);
        boolean isShort = lengths.atZero()[first] == 0
                && switch (lengths.kind()[first]) {
                    case Lengths.EXPONENTIAL, Lengths.CONSTANT, Lengths.UNIFORM, Lengths.TRIANGULAR, Lengths.BETA -> true; // a beta with a highest point, as pert has
                    case Lengths.GAMMA -> lengths.a()[first] >= 1;
                    case Lengths.WEIBULL -> lengths.a()[first] <= 1;
                    default -> false;
                };
        return isShort && all(flows, flow -> table.at(flow, 0) == first);
    }

    /** Whether agents have work after a call. */
    private boolean isWrappedUp(int flow) {
        int length = program.contacts().afterCall()[flow];
        Lengths lengths = program.lengths();
        return length >= 0 && lengths.atZero()[length] < 1 && !(lengths.kind()[length] == Lengths.CONSTANT && lengths.a()[length] + lengths.shift()[length] == 0);
    }

    /** Always the same: exponential, of several exponential branches, endless or none, with any chance of none. */
    private boolean isPlainPatience(int flow) {
        ByTime table = program.contacts().patience();
        int first = table.at(flow, 0);
        return table.isConstant(flow) && new MeanLengths(program.lengths()).isExponential(first);
    }

    private boolean isComingBack(int desk, int flow, boolean isLoss) {
        Contacts contacts = program.contacts();
        int after = contacts.retryProbability()[flow] > 0 ? contacts.retryAfter()[flow] : 0;
        return (after & Contacts.AFTER_ABANDONED) != 0 && !isLoss && mayLeave(flow)
                || (after & Contacts.AFTER_BLOCKED) != 0 && mayBlock(desk)
                || (after & Contacts.AFTER_TURNED_AWAY) != 0 && isChanging(desk)
                || (after & Contacts.AFTER_DISCONNECTED) != 0 && program.desks().atClose()[desk] == Program.Desks.DISCONNECT && isChanging(desk);
    }

    private boolean mayBlock(int desk) {
        return Math.min(program.desks().lines()[desk], program.desks().queueCapacity()[desk]) < Integer.MAX_VALUE;
    }

    private boolean mayLeave(int flow) {
        ByTime table = program.contacts().patience();
        Lengths lengths = program.lengths();
        return program.contacts().balk()[flow] > 0
                || program.contacts().balkAt().concerns(flow)
                || IntStream.range(table.offset()[flow], table.offset()[flow + 1])
                        .map(row -> table.length()[row])
                        .anyMatch(patience -> lengths.kind()[patience] != Lengths.NEVER || lengths.atZero()[patience] > 0);
    }

    /** One queue, or several where nobody waits in them, open at once to all agents of the desk and to nobody else, who are equally fast. */
    private boolean isOnePool(int desk, int[] flows, boolean isLoss) {
        Program.Routing routing = program.routing();
        int[] queues = IntStream.of(flows).map(flow -> routing.queueOfFlow()[flow]).distinct().toArray();
        int[] groups = loads.groupsOf(desk);
        boolean isAtOnce = IntStream.of(queues)
                .flatMap(queue -> IntStream.range(routing.groupsOfQueue().offset()[queue], routing.groupsOfQueue().offset()[queue + 1]))
                .allMatch(row -> routing.groupsOfQueue().afterTicks()[row] == 0);
        boolean isNobodyElses = IntStream.of(groups)
                .flatMap(group -> IntStream.range(routing.queuesOfGroup().offset()[group], routing.queuesOfGroup().offset()[group + 1]))
                .allMatch(row -> IntStream.of(queues).anyMatch(queue -> routing.queuesOfGroup().partner()[row] == queue));
        boolean isForAll = IntStream.of(queues).allMatch(queue -> Arrays.equals(loads.servingGroups(queue), groups));
        long speeds = IntStream.of(groups)
                .boxed()
                .flatMap(group -> IntStream.of(flows).mapToObj(flow -> speed(group, flow)))
                .distinct()
                .count();
        boolean isSameWork = IntStream.of(flows).noneMatch(program.contacts().workByGroup()::concerns);
        return (isLoss || queues.length == 1) && isAtOnce && isNobodyElses && isForAll && speeds == 1 && isSameWork;
    }

    /** Whether somebody has several chats of the flow at once. */
    private boolean isOneOfSeveral(int flow) {
        return program.contacts().kind()[flow] == Contacts.CHAT
                && IntStream.of(loads.servingGroups(program.routing().queueOfFlow()[flow])).anyMatch(group -> program.groups().chats().hands(group) > 1);
    }

    private double speed(int group, int flow) {
        return program.groups().speed()[group * program.serviceCount() + program.contacts().flowService()[flow]];
    }

    private boolean isSettled(Load load, boolean isLoss) {
        List<Patience> patience = isLoss ? List.of(new Patience(1, Double.POSITIVE_INFINITY)) : load.patience();
        double needed = Erlang.settling(load.arrivalsPerSecond(), 1 / load.handleSeconds(), load.agents(), patience);
        return Ticks.toSeconds(program.horizon().warmUpEndTick()) >= needed;
    }
}
