package mergedesk.observe;

import java.util.Arrays;
import java.util.stream.IntStream;
import mergedesk.observe.Scopes.Kind;
import mergedesk.program.Needs;
import mergedesk.program.OpenHours;
import mergedesk.program.Program;

/**
 * How much of the time contacts of each flow would have what they need: at a moment the product, over the applications that the flow needs, of 1 − share that needs it × whether it is down.
 *
 * <p>A flow weighs in sums what it is expected to bring, first attempts in the window before busyness, in millionths of all, one at least; where nobody is expected anywhere all weigh the same. Times are added up in
 * milliseconds. Nothing is kept where no contact needs anything that fails.
 */
final class UserAvailability {
    private static final long MILLION = 1_000_000;
    private static final long TICKS_PER_MILLISECOND = 1_000;

    private final Needs needs;
    private final OpenTime doors;
    private final int[] deskRow; // of the scopes, by flow
    private final long[] weight; // by flow
    private final long[] openWeight; // the same for each millisecond while the flow's desk is open, so that hours of opening weigh nothing
    private final boolean[] down; // by application
    private final double[] lacks; // now, by flow
    private final long[] sinceTick; // up to when it has been counted
    private final double[] lost; // ticks × what was lacking in the window
    private final double[] lostOpen; // the same while the flow's desk was open

    UserAvailability(Program program, Scopes scopes, OpenTime doors) {
        needs = program.needs();
        this.doors = doors;
        int flows = program.anythingFails() && needs.any() ? program.flowCount() : 0;
        deskRow = IntStream.range(0, flows).map(flow -> scopes.row(Kind.DESK, program.contacts().flowDesk()[flow])).toArray();
        weight = weights(program, flows);
        openWeight = openWeights(program, weight);
        down = new boolean[flows == 0 ? 0 : needs.applications()];
        lacks = new double[flows];
        sinceTick = new long[flows];
        lost = new double[flows];
        lostOpen = new double[flows];
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
        return Arrays.stream(expected).mapToLong(of -> Math.max(1, all == 0 ? MILLION / flows : Math.round(MILLION * (of / all)))).toArray();
    }

    /** Weights by flow, times the window ÷ the part of it in which the flow's desk is to be open. */
    private static long[] openWeights(Program program, long[] weight) {
        if (weight.length == 0) {
            return weight;
        }
        OpenHours hours = new OpenHours(program);
        long from = program.horizon().warmUpEndTick();
        long to = program.horizon().endTick();
        long[] openTicks = IntStream.range(0, program.deskCount()).mapToLong(desk -> hours.openTicks(desk, 0, 0, to) - hours.openTicks(desk, 0, 0, from)).toArray();
        return IntStream.range(0, weight.length)
                .mapToLong(flow -> {
                    long open = openTicks[program.contacts().flowDesk()[flow]];
                    return open == 0 ? 0 : Math.round(weight[flow] * ((double) (to - from) / open));
                })
                .toArray();
    }

    /** All applications are up. */
    void start() {
        Arrays.fill(down, false);
        Arrays.fill(lacks, 0);
    }

    /** Forgets all counts, but not what is down. */
    void clear() {
        Arrays.fill(lost, 0);
        Arrays.fill(lostOpen, 0);
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
            if (lacks[flow] > 0 && counted) {
                double ticks = lacks[flow] * (tick - sinceTick[flow]);
                lost[flow] += ticks;
                lostOpen[flow] += doors.isAnyOpen(deskRow[flow]) ? ticks : 0;
            }
            sinceTick[flow] = tick;
        }
    }

    /** Adds what was counted for a flow to the row of a summary that begins at {@code at}, of a window of so many ticks. */
    void addFlow(int flow, long windowTicks, long[] to, int at) {
        if (lacks.length > 0) {
            long openTicks = doors.ofRow(deskRow[flow]);
            to[at + Count.SUPPLIED] += weight[flow] * ((windowTicks - Math.round(lost[flow])) / TICKS_PER_MILLISECOND);
            to[at + Count.TO_SUPPLY] += weight[flow] * (windowTicks / TICKS_PER_MILLISECOND);
            to[at + Count.SUPPLIED_OPEN] += openWeight[flow] * ((openTicks - Math.round(lostOpen[flow])) / TICKS_PER_MILLISECOND);
            to[at + Count.TO_SUPPLY_OPEN] += openWeight[flow] * (openTicks / TICKS_PER_MILLISECOND);
        }
    }
}
