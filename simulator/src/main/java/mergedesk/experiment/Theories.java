package mergedesk.experiment;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import mergedesk.observe.Scopes;
import mergedesk.program.Program;
import mergedesk.program.Program.Lengths;
import mergedesk.results.Study;
import mergedesk.stats.Erlang;
import mergedesk.stats.Measure;
import mergedesk.stats.Observations;

/**
 * Erlang's formulas beside the simulated numbers.
 *
 * <p>Where a desk is one stationary queue of equal agents with exponential times, the formulas are exact. Elsewhere they are what a planner's
 * spreadsheet would say: each interval of the week as if it were in steady state with its own mean rate and agents (SIPP, Green, Kolesar and
 * Soares 2001), weighted by its arrivals, with mean handle time and mean patience; and the line says why they differ.
 */
final class Theories {
    private final Program program;
    private final DeskLoads loads;
    private final Observations observations;
    private final Scopes scopes;
    private final List<Study.Theory> lines = new ArrayList<>();

    Theories(Program program, Observations observations, Scopes scopes) {
        this.program = program;
        this.observations = observations;
        this.scopes = scopes;
        loads = new DeskLoads(program);
    }

    List<Study.Theory> all() {
        for (int desk = 0; desk < program.deskCount(); desk++) {
            int[] flows = flowsOf(desk);
            if (flows.length > 0) {
                add(desk, flows);
            }
        }
        return lines;
    }

    private int[] flowsOf(int desk) {
        return IntStream.range(0, program.flowCount())
                .filter(flow -> program.contacts().flowDesk[flow] == desk)
                .toArray();
    }

    private void add(int desk, int[] flows) {
        double handle = mean(flows, true);
        double patience = mean(flows, false);
        List<String> why = reasons(desk, flows);
        double theta = Double.isInfinite(patience) ? 0 : 1 / patience;
        String model = theta == 0 ? "Erlang C" : "Erlang A";
        if (noQueue(desk)) {
            int lines = program.desks().lines[desk];
            put(
                    desk,
                    "Erlang B",
                    "blocked_share",
                    (l, s) -> OptionalDouble.of(Erlang.blocked(l * handle, Math.min(lines, s))),
                    why);
            return;
        }
        double target = program.desks().answerWithinTicks[desk] * 1e-6;
        put(desk, model, "delayed_share", inSteadyState(handle, theta, Erlang.Steady::delayed), why);
        put(
                desk,
                model,
                "sl_answered_of_offered",
                inSteadyState(handle, theta, steady -> steady.answeredWithin(target)),
                why);
        put(desk, model, "wait_mean_all", inSteadyState(handle, theta, Erlang.Steady::waitAll), why);
        if (theta > 0) {
            put(desk, model, "abandonment_rate", inSteadyState(handle, theta, Erlang.Steady::abandoned), why);
        }
    }

    /** Empty where there is no steady state. */
    private interface Formula {
        OptionalDouble at(double arrivalsPerSecond, int agents);
    }

    private static Formula inSteadyState(double handle, double theta, ToDoubleFunction<Erlang.Steady> measure) {
        return (lambda, agents) -> Erlang.steady(lambda, 1 / handle, agents, theta).stream()
                .mapToDouble(measure)
                .findFirst();
    }

    private void put(int desk, String model, String measure, Formula formula, List<String> why) {
        double sum = 0;
        double weight = 0;
        boolean isSteady = true;
        double lastRate = -1;
        int lastAgents = -1;
        OptionalDouble last = OptionalDouble.empty();
        for (int i = 0; i < program.calendar().intervalsPerWeek; i++) {
            double rate = loads.arrivalsPerSecond(desk, i);
            int agents = loads.agents(desk, i);
            if (rate > 0) {
                if (rate != lastRate || agents != lastAgents) {
                    last = formula.at(rate, agents);
                    lastRate = rate;
                    lastAgents = agents;
                }
                isSteady &= last.isPresent();
                sum += rate * last.orElse(0);
                weight += rate;
            }
        }
        if (weight > 0) {
            OptionalDouble value = isSteady ? OptionalDouble.of(sum / weight) : OptionalDouble.empty();
            List<String> reasons = new ArrayList<>(why);
            note(
                    reasons,
                    !isSteady,
                    "more people who never give up come than can be answered, so that the queue grows");
            lines.add(new Study.Theory(
                    program.names().desks().get(desk),
                    model,
                    measure,
                    value,
                    observations.estimate(Measure.byId(measure).orElseThrow(), scopes.row(Scopes.Kind.DESK, desk)),
                    reasons.isEmpty(),
                    reasons.isEmpty() ? "exact" : String.join("; ", reasons)));
        }
    }

    /** Mean handle time (talk and after-call) or mean patience of the flows, weighted by their expected numbers of contacts. */
    private double mean(int[] flows, boolean handle) {
        double sum = 0;
        double weight = 0;
        int days = program.calendar().dayCount();
        int intervals = program.calendar().intervalsPerWeek;
        for (int flow : flows) {
            double expected = 0;
            for (int day = 0; day < days; day++) {
                expected += program.demand().dayExpected[flow * days + day];
            }
            int[] table = handle ? program.contacts().workByInterval : program.contacts().patienceByInterval;
            double seconds = loads.meanSeconds(table[flow * intervals + intervals / 2]);
            int afterCall = program.contacts().afterCall[flow];
            seconds += handle && afterCall >= 0 ? loads.meanSeconds(afterCall) : 0;
            sum += expected * seconds;
            weight += expected;
        }
        return weight == 0 ? 1 : sum / weight;
    }

    private boolean noQueue(int desk) {
        int agents = 0;
        for (int group = 0; group < program.groupCount(); group++) {
            if (program.groups().desk[group] == desk) {
                agents += program.groups().firstAgent[group + 1] - program.groups().firstAgent[group];
            }
        }
        return program.desks().lines[desk] <= agents;
    }

    /** Why the formulas do not hold exactly; empty when they do. */
    private List<String> reasons(int desk, int[] flows) {
        List<String> why = new ArrayList<>();
        if (!program.horizon().cut()) {
            why.add("the run starts and ends empty");
        }
        if (!loads.isConstant(desk)) {
            why.add("calls or staff vary over time, taken interval by interval");
        }
        Program.Contacts contacts = program.contacts();
        boolean plain = true;
        boolean retries = false;
        boolean balks = false;
        boolean busyness = false;
        boolean wrap = false;
        for (int flow : flows) {
            plain &= sameThroughTheWeek(contacts.workByInterval, flow, flows[0], Lengths.EXPONENTIAL)
                    && sameThroughTheWeek(
                            contacts.patienceByInterval, flow, flows[0], Lengths.NEVER, Lengths.EXPONENTIAL);
            wrap |= contacts.afterCall[flow] >= 0;
            retries |= contacts.retryProbability[flow] > 0;
            balks |= contacts.balk[flow] > 0;
            for (int level = 0; level < 3; level++) {
                busyness |= program.demand().flowFactors[flow * 3 + level] >= 0;
            }
            if (program.demand().traceOffset[flow + 1] > program.demand().traceOffset[flow]) {
                why.add("arrivals are replayed from a log");
                break;
            }
        }
        note(why, !plain, "talk time or patience is not the same exponential for all");
        note(why, wrap, "after-call work makes handle time non-exponential");
        note(why, retries, "people try again");
        note(why, balks, "some leave at once");
        note(why, busyness, "some days are busier than planned");
        note(why, !onePool(desk, flows), "not one queue of equal agents");
        note(why, program.desks().lines[desk] < Integer.MAX_VALUE && !noQueue(desk), "lines are limited");
        return why;
    }

    private static void note(List<String> why, boolean applies, String reason) {
        if (applies) {
            why.add(reason);
        }
    }

    private boolean sameThroughTheWeek(int[] table, int flow, int reference, int... kinds) {
        int intervals = program.calendar().intervalsPerWeek;
        int first = table[reference * intervals];
        Lengths lengths = program.lengths();
        boolean right = IntStream.of(kinds).anyMatch(kind -> kind == lengths.kind[first]) && lengths.atZero[first] == 0;
        return right && IntStream.range(0, intervals).allMatch(i -> table[flow * intervals + i] == first);
    }

    /** One queue, open at once to all agents of the desk and to nobody else, who are equally fast and take no breaks. */
    private boolean onePool(int desk, int[] flows) {
        Program.Routing routing = program.routing();
        int queue = routing.queueOfFlow[flows[0]];
        boolean oneQueue = IntStream.of(flows).allMatch(flow -> routing.queueOfFlow[flow] == queue);
        int[] rows = IntStream.range(routing.queueOffset[queue], routing.queueOffset[queue + 1])
                .toArray();
        boolean atOnce = IntStream.of(rows).allMatch(row -> routing.rowAfterTicks[row] == 0);
        int[] serving = IntStream.of(rows)
                .map(row -> routing.rowGroup[row])
                .distinct()
                .sorted()
                .toArray();
        int[] groups = IntStream.range(0, program.groupCount())
                .filter(group -> program.groups().desk[group] == desk)
                .toArray();
        int services = program.serviceCount();
        boolean equal = IntStream.of(groups)
                .allMatch(group -> !program.groups().byShift[group]
                        && IntStream.range(0, services)
                                .allMatch(s -> program.groups().speed[group * services + s] == 1));
        boolean noOthers = IntStream.of(groups)
                .allMatch(group -> IntStream.range(routing.groupOffset[group], routing.groupOffset[group + 1])
                        .allMatch(row -> routing.groupRowQueue[row] == queue));
        return oneQueue && atOnce && Arrays.equals(serving, groups) && equal && noOthers;
    }
}
