package mergedesk.observe;

import java.util.Arrays;
import java.util.stream.IntStream;
import mergedesk.observe.Scopes.Kind;
import mergedesk.program.Needs;
import mergedesk.program.OpenHours;
import mergedesk.program.Plan;
import mergedesk.program.Program;

/**
 * How much of the time contacts of each flow would have what they need: at a moment the product, over the applications that the flow needs, of 1 − share that needs it × whether it is down.
 *
 * <p>A flow weighs in sums what it is expected to bring, first attempts in the window before busyness, in millionths of all, one at least; where nobody is expected anywhere all weigh the same. Times are added up in
 * milliseconds. Nothing is kept where no contact needs anything that fails. A flow that a plan moves counts, with all its weight, at the desk at which it is.
 */
final class UserAvailability {
    private static final long MILLION = 1_000_000;
    private static final long TICKS_PER_MILLISECOND = 1_000;

    private Program program;
    private final Needs needs;
    private final OpenTime doors;
    private final int[] deskRow; // of the scopes, by flow
    private long[] weight; // by flow
    private long[] openWeight; // the same for each millisecond while the flow's desk is open, so that hours of opening weigh nothing
    private final boolean[] down; // by application
    private final double[] lacks; // now, by flow
    private final long[] sinceTick; // up to when it has been counted
    private final double[] lost; // ticks × what was lacking in the window
    private final double[] lostOpen; // the same while the flow's desk was open
    private final int[] now; // by flow, as what its contacts come, see Plan.Rules
    private final long[] ticks; // by flow, in the window, while contacts come as it; only with a plan
    private final long[] openTicks; // the same while its desk was open

    UserAvailability(Program program, Scopes scopes, OpenTime doors) {
        needs = program.needs();
        this.doors = doors;
        int flows = scopes.has(Feature.FAILURES) && needs.any() ? program.flowCount() : 0;
        deskRow = IntStream.range(0, flows).map(flow -> scopes.row(Kind.DESK, program.contacts().flowDesk()[flow])).toArray();
        down = new boolean[flows == 0 ? 0 : needs.applications()];
        lacks = new double[flows];
        sinceTick = new long[flows];
        lost = new double[flows];
        lostOpen = new double[flows];
        now = new int[flows];
        ticks = new long[flows];
        openTicks = new long[flows];
        on(program);
    }

    /** Goes on with a Program of other amounts. */
    void on(Program other) {
        program = other;
        weight = weights(program, deskRow.length);
        openWeight = openWeights(program, weight);
    }

    private static long[] weights(Program program, int flows) {
        double[] expected = new double[flows];
        double[] ofDay = new double[flows];
        Program.Calendar calendar = program.calendar();
        Program.Horizon horizon = program.horizon();
        for (int day = 0; flows > 0 && day < calendar.dayCount(); day++) {
            double counted = Math.min(horizon.endTick(), calendar.dayStartTick()[day + 1]) - Math.max(horizon.warmUpEndTick(), calendar.dayStartTick()[day]);
            if (counted > 0) {
                program.demand().volumes().layOut(day, ofDay);
                for (int flow = 0; flow < flows; flow++) {
                    expected[flow] += ofDay[flow] * counted / (calendar.dayStartTick()[day + 1] - calendar.dayStartTick()[day]);
                }
            }
        }
        for (int flow = 0; flow < flows; flow++) {
            for (int block = program.demand().traceOffset()[flow]; block < program.demand().traceOffset()[flow + 1]; block++) {
                expected[flow] += program.demand().traceCount()[block];
            }
        }
        double all = Arrays.stream(expected).sum();
        return IntStream.range(0, flows).mapToDouble(flow -> expected[program.plan().laneOf(flow)]).mapToLong(of -> Math.max(1, all == 0 ? MILLION / flows : Math.round(MILLION * (of / all)))).toArray();
    }

    /** Weights by flow, times the part of the window in which contacts come as it ÷ the part of that in which its desk is to be open. */
    private static long[] openWeights(Program program, long[] weight) {
        if (weight.length == 0) {
            return weight;
        }
        OpenHours hours = new OpenHours(program);
        long[] all = new long[weight.length];
        long[] open = new long[weight.length];
        Plan plan = program.plan();
        for (int phase = 0; phase <= plan.phases().size(); phase++) {
            long from = Math.max(program.horizon().warmUpEndTick(), phase == 0 ? 0 : plan.tick()[phase - 1]);
            long to = Math.min(program.horizon().endTick(), phase == plan.phases().size() ? Long.MAX_VALUE : plan.tick()[phase]);
            long[] openTicks = IntStream.range(0, from < to ? program.deskCount() : 0).mapToLong(desk -> hours.openTicks(desk, 0, 0, to) - hours.openTicks(desk, 0, 0, from)).toArray();
            for (int flow = 0; flow < (from < to ? weight.length : 0); flow++) {
                if (now(program, phase, flow) == flow) {
                    all[flow] += to - from;
                    open[flow] += openTicks[program.contacts().flowDesk()[flow]];
                }
            }
        }
        return IntStream.range(0, weight.length).mapToLong(flow -> open[flow] == 0 ? 0 : Math.round(weight[flow] * ((double) all[flow] / open[flow]))).toArray();
    }

    private static int now(Program program, int phase, int flow) {
        return phase == 0 ? program.plan().laneOf(flow) : program.plan().phases().get(phase - 1).rules().flow()[flow];
    }

    /** A phase of the plan begins, in which flows may be at other desks: all has been counted up to now. */
    void begin(int phase) {
        Arrays.setAll(now, flow -> now(program, 1 + phase, flow));
    }

    /** All applications are up. */
    void start() {
        Arrays.fill(down, false);
        Arrays.fill(lacks, 0);
        Arrays.fill(sinceTick, 0);
        Arrays.setAll(now, flow -> now(program, 0, flow));
    }

    /** Forgets all counts, but not what is down. */
    void clear() {
        Arrays.fill(lost, 0);
        Arrays.fill(lostOpen, 0);
        Arrays.fill(ticks, 0);
        Arrays.fill(openTicks, 0);
    }

    /** The application goes down, or comes back; {@code counted}: in the window. */
    void change(int application, boolean isUp, long tick, boolean counted) {
        if (lacks.length == 0) {
            return;
        }
        close(tick, counted);
        down[application] = !isUp;
        for (int flow = 0; flow < lacks.length; flow++) {
            lacks[flow] = 1 - has(flow);
        }
    }

    private double has(int flow) {
        double has = 1;
        for (int row = needs.offset()[flow]; row < needs.offset()[flow + 1]; row++) {
            has *= down[needs.application()[row]] && !isCounted(flow, row) ? 1 - needs.share()[row] : 1;
        }
        return has;
    }

    /** Whether the contacts that a row is about lack something already: those of an application and of the connection to it are the same. */
    private boolean isCounted(int flow, int row) {
        for (int other = needs.offset()[flow]; other < row; other++) {
            if (down[needs.application()[other]] && needs.applicationKey()[needs.application()[other]] == needs.applicationKey()[needs.application()[row]]) {
                return true;
            }
        }
        return false;
    }

    /** Counts up to {@code tick}: what follows belongs elsewhere, or doors turn. */
    void close(long tick, boolean counted) {
        for (int flow = 0; flow < lacks.length; flow++) {
            if (counted && now[flow] == flow && (lacks[flow] > 0 || program.plan().hasLanes())) {
                long length = tick - sinceTick[flow];
                boolean isOpen = doors.isAnyOpen(deskRow[flow]);
                lost[flow] += lacks[flow] * length;
                lostOpen[flow] += isOpen ? lacks[flow] * length : 0;
                ticks[flow] += length;
                openTicks[flow] += isOpen ? length : 0;
            }
            sinceTick[flow] = tick;
        }
    }

    /** Adds what was counted for a flow to the row of a summary that begins at {@code at}, of a window of so many ticks. */
    void addFlow(int flow, long windowTicks, long[] to, int at) {
        if (lacks.length > 0) {
            long all = program.plan().hasLanes() ? ticks[flow] : windowTicks;
            long open = program.plan().hasLanes() ? openTicks[flow] : doors.ofRow(deskRow[flow]);
            to[at + Count.SUPPLIED] += weight[flow] * ((all - Math.round(lost[flow])) / TICKS_PER_MILLISECOND);
            to[at + Count.TO_SUPPLY] += weight[flow] * (all / TICKS_PER_MILLISECOND);
            to[at + Count.SUPPLIED_OPEN] += openWeight[flow] * ((open - Math.round(lostOpen[flow])) / TICKS_PER_MILLISECOND);
            to[at + Count.TO_SUPPLY_OPEN] += openWeight[flow] * (open / TICKS_PER_MILLISECOND);
        }
    }
}
