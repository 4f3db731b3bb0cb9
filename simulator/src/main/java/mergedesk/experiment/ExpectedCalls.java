package mergedesk.experiment;

import java.util.stream.IntStream;
import mergedesk.program.Program;

/**
 * How many calls of each flow are expected at a desk's door, from the start of the counted time to its end, stretch by stretch in which nothing planned changes. Whom
 * self-service fails is expected at once.
 */
final class ExpectedCalls {
    private static final int[] NOBODY = {};

    private final Program program;
    private final double[][] shareOfRow; // [shape][row of its kind of day]; null where not asked for
    private final double[] expected; // calls of each flow on the day in progress
    private final double[] coming; // the same, before self-service, where there is any
    private final int[] nextBlock; // of each flow, in the recorded arrivals
    private final int[][] recordedBefore; // by flow, recorded ones whom self-service fails and who come as contacts of this one

    ExpectedCalls(Program program) {
        this.program = program;
        shareOfRow = new double[program.demand().shapeOffset().length - 1][];
        nextBlock = IntStream.range(0, program.flowCount()).map(flow -> program.demand().traceOffset()[flow]).toArray();
        expected = new double[program.flowCount()];
        coming = new double[program.portals().any() ? expected.length : 0];
        recordedBefore = new int[program.flowCount()][];
        for (int flow = 0; flow < recordedBefore.length; flow++) {
            recordedBefore[flow] = NOBODY;
        }
        int[] elsewhere = IntStream.range(0, program.flowCount()).filter(flow -> program.portals().becomes()[flow] != flow && hasRecords(flow)).toArray();
        for (int flow : elsewhere) {
            int becomes = program.portals().becomes()[flow];
            recordedBefore[becomes] = IntStream.concat(IntStream.of(recordedBefore[becomes]), IntStream.of(flow)).toArray();
        }
    }

    private boolean hasRecords(int flow) {
        return program.demand().traceOffset()[flow + 1] > program.demand().traceOffset()[flow];
    }

    /** Whether recorded arrivals are among the calls of the flow: its own, or of flows whose people come as its contacts after self-service. */
    boolean isRecorded(int flow) {
        return hasRecords(flow) || recordedBefore[flow].length > 0;
    }

    /** Who is told of the stretches. */
    interface Stretches {
        /**
         * A stretch of an interval.
         *
         * @param row of the interval in the calendar
         */
        void take(int day, int row, long from, long to);
    }

    /** Goes through the counted time once; the rota, which is new, goes with it. */
    void walk(Rota rota, Stretches stretches) {
        Program.Calendar calendar = program.calendar();
        Program.Horizon horizon = program.horizon();
        for (int day = 0; day < calendar.dayCount() && calendar.dayStartTick()[day] < horizon.endTick(); day++) {
            program.demand().volumes().layOut(day, expected);
            System.arraycopy(expected, 0, coming, 0, coming.length);
            program.portals().divide(expected);
            for (int row = calendar.kindOffset()[calendar.dayKind()[day]]; row < calendar.kindOffset()[calendar.dayKind()[day] + 1]; row++) {
                long start = calendar.dayStartTick()[day] + calendar.intervalStartTicks()[row];
                long from = Math.max(start, horizon.warmUpEndTick());
                long end = Math.min(calendar.dayStartTick()[day] + calendar.intervalEndTicks()[row], horizon.endTick());
                while (from < end) {
                    rota.to(from);
                    long to = Math.min(end, rota.next());
                    stretches.take(day, row, from, to);
                    from = to;
                }
            }
        }
    }

    /** Calls of a flow on the day in progress, but for recorded ones. */
    double ofDay(int flow) {
        return expected[flow];
    }

    /** Calls of a flow in a part of the stretch in progress. */
    double number(int flow, int day, int row, long from, long to) {
        double planned = expected[flow] == 0 ? 0 : expected[flow] * share(program.demand().volumes().shape(flow, day), day, row, from, to);
        return planned + recorded(flow, from, to);
    }

    /** Whether anybody of a flow is expected in a part of the stretch in progress, before self-service, which there is somewhere. */
    boolean isAnybody(int flow, int day, int row, long from, long to) {
        return (coming[flow] > 0 && share(program.demand().volumes().shape(flow, day), day, row, from, to) > 0) || inBlocks(flow, from, to) > 0;
    }

    /** Share of the calls of a day of this shape that come in a part of the stretch in progress. */
    double share(int shape, int day, int row, long from, long to) {
        long dayStart = program.calendar().dayStartTick()[day];
        boolean whole = from - dayStart == program.calendar().intervalStartTicks()[row] && to - dayStart == program.calendar().intervalEndTicks()[row];
        return whole ? shareOfRow(shape, day, row) : program.demand().shareBefore(shape, to - dayStart) - program.demand().shareBefore(shape, from - dayStart);
    }

    private double shareOfRow(int shape, int day, int row) {
        Program.Calendar calendar = program.calendar();
        int first = calendar.kindOffset()[calendar.dayKind()[day]];
        if (shareOfRow[shape] == null) {
            shareOfRow[shape] = IntStream.range(first, calendar.kindOffset()[calendar.dayKind()[day] + 1])
                    .mapToDouble(r -> program.demand().shareBefore(shape, calendar.intervalEndTicks()[r])
                            - program.demand().shareBefore(shape, calendar.intervalStartTicks()[r]))
                    .toArray();
        }
        return shareOfRow[shape][row - first];
    }

    /** Leaves the recorded arrivals of a flow behind that come before a tick; nobody will ask for them any more. */
    void pass(int flow, long tick) {
        passBlocks(flow, tick);
        for (int before : recordedBefore[flow]) {
            passBlocks(before, tick);
        }
    }

    private void passBlocks(int flow, long tick) {
        Program.Demand demand = program.demand();
        while (nextBlock[flow] < demand.traceOffset()[flow + 1] && demand.traceEndTick()[nextBlock[flow]] <= tick && demand.traceStartTick()[nextBlock[flow]] < tick) {
            nextBlock[flow]++;
        }
    }

    /** Recorded arrivals that come to the flow's desk in a stretch of time: those of the flow but for whom self-service keeps or sends elsewhere, and those whom it fails and sends here. */
    double recorded(int flow, long from, long to) {
        double sum = inBlocks(flow, from, to) * (1 - program.portals().lost(flow));
        for (int before : recordedBefore[flow]) {
            sum += inBlocks(before, from, to) * program.portals().tries()[before] * (1 - program.portals().contained()[before]);
        }
        return sum;
    }

    /** A block is spread evenly, or at one tick. */
    private double inBlocks(int flow, long from, long to) {
        Program.Demand demand = program.demand();
        double sum = 0;
        for (int block = nextBlock[flow]; block < demand.traceOffset()[flow + 1] && demand.traceStartTick()[block] < to; block++) {
            long start = demand.traceStartTick()[block];
            long end = demand.traceEndTick()[block];
            double inside = start == end ? (start >= from ? 1 : 0) : Math.max(0, Math.min(end, to) - Math.max(start, from)) / (double) (end - start);
            sum += demand.traceCount()[block] * inside;
        }
        return sum;
    }
}
