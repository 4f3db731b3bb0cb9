package mergedesk.kernel;

import java.util.Arrays;
import mergedesk.program.Program;
import mergedesk.random.DailyFactor;
import mergedesk.random.Exponential;
import mergedesk.random.Streams;
import mergedesk.units.Ticks;

/**
 * Who comes when and with what: first attempts, laid out interval by interval, outside the event queue.
 *
 * <p>A flow's arrivals of a civil day are a Poisson process of unit rate, inverted through the day's expected cumulative count, which is
 * linear between the points of its shape, and rounded down to a tick (Çinlar 1975). With unit-rate times S1 &lt; S2 … (sums of exponential gaps,
 * keyed by ordinal), expected count N of the day after busyness and cumulative share C, the arrival between the points s and e is
 * {@code s + (S − N C(s)) (e − s) / (N C(e) − N C(s))}: intervals have no part in it. n traced contacts of a
 * block come at n uniform moments of it, in order: at the partial sums of n + 1 exponential gaps over the sum of all.
 *
 * <p>At the start of an interval all flows lay out their arrivals as (ticks since the start, flow) packed in a {@code long}, which are then
 * sorted by buckets: equal ticks come in flow order, and ordinals ascend with time. Then keys and lengths of work are drawn, one after the other,
 * which a processor can overlap.
 */
final class Demand {
    private static final int FLOW_BITS = 20;
    private static final double MOST_A_DAY = 1 << 24;
    private static final int FEW = 64; // arrivals of an interval, for which there is room at first
    private static final int FLOW_MASK = (1 << FLOW_BITS) - 1;

    private final State s;
    private final Contacts contacts;
    private final Epoch epoch;
    private final Program.Demand demand;
    private final Program.Calendar calendar;
    private final Lengths lengths;
    private final long arrivalsEndTick;

    private long runKey;
    private final DailyFactor[] busyness;
    private final double[] factor; // today's busyness, by factor
    private final long[] gapKey; // today's key of gaps, by flow
    private final long[] contactDayKey; // today's key of contacts, by flow
    private final double[] expected; // today's count after busyness, by flow
    private final double[] unitTime; // unit-rate time of the next arrival, since its day or block began, by flow
    private final long[] nextTick; // when that is, by flow; NEVER when the day brings no more
    private final int[] piece; // row of the shape or block of the trace in which it lies, by flow
    private final int[] lastPiece; // row of the shape at which the day ends, by flow
    private final double[] ticksPerUnit; // of the block, by traced flow
    private final int[] inBlock; // contacts of the block to lay out, by traced flow
    private final int[] gap; // ordinal of the last gap drawn, by flow
    private final int[] drawn; // ordinal of the next contact to draw for, by flow
    private final int[] taken; // ordinal of the next contact to take, by flow

    private long baseTick;
    private long[] block = new long[FEW];
    private long[] spare = new long[FEW];
    private long[] blockKey = new long[FEW]; // keys of the contacts in the block
    private long[] blockWorkTicks = new long[FEW]; // their lengths of work
    private int[] bucket = new int[FEW + 1];
    private int blockSize;
    private int blockHead;
    private long headTick;

    Demand(State state, Lengths lengths) {
        s = state;
        contacts = state.contacts;
        epoch = state.epoch;
        this.lengths = lengths;
        Program program = state.program;
        demand = program.demand();
        calendar = program.calendar();
        arrivalsEndTick = program.horizon().cut() ? Ticks.NEVER : program.horizon().endTick();
        int flows = program.flowCount();
        factor = new double[demand.factorKey().length];
        busyness = new DailyFactor[demand.factorKey().length];
        for (int f = 0; f < busyness.length; f++) {
            busyness[f] = new DailyFactor(demand.factorShape()[f], demand.factorCorrelation()[f]);
        }
        gapKey = new long[flows];
        contactDayKey = new long[flows];
        expected = new double[flows];
        unitTime = new double[flows];
        nextTick = new long[flows];
        piece = new int[flows];
        lastPiece = new int[flows];
        ticksPerUnit = new double[flows];
        inBlock = new int[flows];
        gap = new int[flows];
        drawn = new int[flows];
        taken = new int[flows];
    }

    void reset(long newRunKey) {
        runKey = newRunKey;
        blockSize = 0;
        blockHead = 0;
        headTick = Ticks.NEVER;
        System.arraycopy(demand.traceOffset(), 0, piece, 0, piece.length);
    }

    /** Tick of the next first attempt of this interval; NEVER when the interval has no more. */
    long headTick() {
        return headTick;
    }

    /** The next arrival happens: its contact. */
    int take() {
        int i = blockHead++;
        headTick = blockHead < blockSize ? baseTick + (block[blockHead] >>> FLOW_BITS) : Ticks.NEVER;
        int flow = (int) block[i] & FLOW_MASK;
        return contacts.take(flow, s.day, taken[flow]++, blockKey[i], blockWorkTicks[i], s.countedInterval);
    }

    /** Flow of the arrival that happened last in this interval. */
    int lastFlow() {
        return (int) block[blockHead - 1] & FLOW_MASK;
    }

    /** A civil day begins. */
    void startDay(int day) {
        int civilDay = calendar.firstCivilDay() + day;
        for (int f = 0; f < factor.length; f++) {
            factor[f] = busyness[f].of(day, Streams.dayKey(runKey, Streams.BUSYNESS, demand.factorKey()[f], civilDay));
        }
        demand.volumes().layOut(day, expected);
        double today = 0;
        for (int flow = 0; flow < expected.length; flow++) {
            long key = demand.flowKey()[flow];
            double count = expected[flow];
            for (int level = 0; level < 3; level++) {
                int f = demand.flowFactors()[flow * 3 + level];
                count *= f < 0 ? 1 : factor[f];
            }
            expected[flow] = count;
            today += count;
            contactDayKey[flow] = Streams.dayKey(runKey, Streams.CONTACT, key, civilDay);
            gap[flow] = 0;
            if (isTraced(flow)) {
                gapKey[flow] = Streams.dayKey(runKey, Streams.TRACE, key, civilDay);
                beginBlock(flow, day);
            } else {
                gapKey[flow] = Streams.dayKey(runKey, Streams.ARRIVAL, key, civilDay);
                int shape = demand.volumes().shape(flow, day);
                piece[flow] = demand.shapeOffset()[shape];
                lastPiece[flow] = demand.shapeOffset()[shape + 1] - 1;
                seek(flow, day, Exponential.of(Streams.ordinalKey(gapKey[flow], 0)));
            }
            drawn[flow] = 0;
            taken[flow] = 0;
        }
        if (today > MOST_A_DAY) {
            throw new LimitExceeded("more than 16,777,216 contacts are expected on one day: lower the volumes, or the cv of busyness, which made it so busy");
        }
    }

    /**
     * Lays out the arrivals of an interval of the day, the one after the last, which spans the ticks from start to end and begins when the wall clock shows
     * {@code wallTicks}.
     */
    void layOut(int day, long startTick, long endTick, long wallTicks) {
        baseTick = startTick;
        blockSize = 0;
        for (int flow = 0; flow < expected.length; flow++) {
            while (nextTick[flow] < endTick) {
                if (isTraced(flow)) {
                    layOutBlock(flow, day, startTick, endTick);
                } else {
                    layOutPiece(flow, day, startTick, endTick);
                }
            }
        }
        sort(endTick - startTick);
        while (blockSize > 0 && baseTick + (block[blockSize - 1] >>> FLOW_BITS) >= arrivalsEndTick) {
            blockSize--;
        }
        for (int i = 0; i < blockSize; i++) {
            drawContact(i, wallTicks);
        }
        blockHead = 0;
        headTick = blockSize > 0 ? baseTick + (block[0] >>> FLOW_BITS) : Ticks.NEVER;
        skipBeforeStart();
    }

    /** Nobody comes any more. */
    void stop() {
        headTick = Ticks.NEVER;
    }

    /** Takes arrivals before tick 0 out without letting them happen; their ordinals are used up. */
    private void skipBeforeStart() {
        while (headTick < 0) {
            taken[(int) block[blockHead] & FLOW_MASK]++;
            blockHead++;
            headTick = blockHead < blockSize ? baseTick + (block[blockHead] >>> FLOW_BITS) : Ticks.NEVER;
        }
    }

    /** The flow's next arrival comes at this unit-rate time: finds the piece of the day in which that is, and the tick. */
    private void seek(int flow, int day, double unit) {
        int last = lastPiece[flow];
        int row = piece[flow];
        while (row < last && unit >= expected[flow] * demand.shapeCumulative()[row + 1]) {
            row++;
        }
        piece[flow] = row;
        unitTime[flow] = unit;
        nextTick[flow] = row == last ? Ticks.NEVER : tick(flow, day, row, unit);
    }

    private long tick(int flow, int day, int row, double unit) {
        double begin = expected[flow] * demand.shapeCumulative()[row];
        double end = expected[flow] * demand.shapeCumulative()[row + 1];
        long lengthTicks = demand.shapeTicks()[row + 1] - demand.shapeTicks()[row];
        long ticks = (long) ((unit - begin) * (lengthTicks / (end - begin)));
        return calendar.dayStartTick()[day] + demand.shapeTicks()[row] + Math.min(ticks, lengthTicks - 1);
    }

    /** Lays out what the piece of the next arrival has inside the interval. */
    private void layOutPiece(int flow, int day, long startTick, long endTick) {
        int row = piece[flow];
        double begin = expected[flow] * demand.shapeCumulative()[row];
        double end = expected[flow] * demand.shapeCumulative()[row + 1];
        long lengthTicks = demand.shapeTicks()[row + 1] - demand.shapeTicks()[row];
        double ticksPerUnit = lengthTicks / (end - begin);
        long from = calendar.dayStartTick()[day] + demand.shapeTicks()[row];
        long key = gapKey[flow];
        double unit = unitTime[flow];
        long tick = nextTick[flow];
        int ordinal = gap[flow];
        int size = blockSize;
        while (tick < endTick && unit < end) {
            if (size == block.length) {
                grow();
            }
            block[size++] = (tick - startTick) << FLOW_BITS | flow;
            unit += Exponential.of(Streams.ordinalKey(key, ++ordinal));
            tick = from + Math.min((long) ((unit - begin) * ticksPerUnit), lengthTicks - 1);
        }
        blockSize = size;
        gap[flow] = ordinal;
        if (unit < end) {
            unitTime[flow] = unit;
            nextTick[flow] = tick;
        } else {
            seek(flow, day, unit);
        }
    }

    private boolean isTraced(int flow) {
        return demand.traceOffset()[flow] < demand.traceOffset()[flow + 1];
    }

    /** The flow's next block of the trace begins, if it does on this day: finds the tick of its first contact. */
    private void beginBlock(int flow, int day) {
        int b = piece[flow];
        if (b == demand.traceOffset()[flow + 1] || demand.traceStartTick()[b] >= calendar.dayStartTick()[day + 1]) {
            nextTick[flow] = Ticks.NEVER;
            return;
        }
        inBlock[flow] = demand.traceCount()[b];
        nextTick[flow] = demand.traceStartTick()[b];
        long lengthTicks = demand.traceEndTick()[b] - demand.traceStartTick()[b];
        if (lengthTicks > 0) {
            double sum = 0;
            for (int i = 0; i <= inBlock[flow]; i++) {
                sum += Exponential.of(Streams.ordinalKey(gapKey[flow], gap[flow] + i));
            }
            unitTime[flow] = Exponential.of(Streams.ordinalKey(gapKey[flow], gap[flow]));
            ticksPerUnit[flow] = lengthTicks / sum;
            nextTick[flow] += Math.min((long) (unitTime[flow] * ticksPerUnit[flow]), lengthTicks - 1);
        }
    }

    /** Lays out what the block of the next contact has inside the interval. */
    private void layOutBlock(int flow, int day, long startTick, long endTick) {
        int b = piece[flow];
        long from = demand.traceStartTick()[b];
        long lengthTicks = demand.traceEndTick()[b] - from;
        long tick = nextTick[flow];
        int left = inBlock[flow];
        while (left > 0 && tick < endTick) {
            if (blockSize == block.length) {
                grow();
            }
            block[blockSize++] = (tick - startTick) << FLOW_BITS | flow;
            left--;
            if (lengthTicks > 0) {
                unitTime[flow] += Exponential.of(Streams.ordinalKey(gapKey[flow], ++gap[flow]));
                tick = from + Math.min((long) (unitTime[flow] * ticksPerUnit[flow]), lengthTicks - 1);
            }
        }
        inBlock[flow] = left;
        nextTick[flow] = tick;
        if (left == 0) {
            gap[flow] += lengthTicks > 0 ? 1 : 0;
            piece[flow]++;
            beginBlock(flow, day);
        }
    }

    private void grow() {
        int length = 2 * block.length;
        block = Arrays.copyOf(block, length);
        spare = new long[length];
        blockKey = new long[length];
        blockWorkTicks = new long[length];
        bucket = new int[length + 1];
    }

    /** Who the contact in the block is. What a person's work is like is settled here, for all attempts. */
    private void drawContact(int i, long wallTicks) {
        int flow = (int) block[i] & FLOW_MASK;
        long key = Streams.ordinalKey(contactDayKey[flow], drawn[flow]++);
        blockKey[i] = key;
        blockWorkTicks[i] = workTicks(flow, key, wallTicks + (block[i] >>> FLOW_BITS));
    }

    private long workTicks(int flow, long key, long wallTicks) {
        return lengths.draw(epoch.work(flow, wallTicks), Streams.bits(key, Streams.WORK));
    }

    /** The contact becomes one of another flow: the same person with that flow's work, as it is for who comes now. */
    void become(int contact, int flow) {
        contacts.become(contact, flow, workTicks(flow, contacts.key(contact), s.now + s.wallOffsetTicks));
    }

    /** Sorts the block: into as many equal stretches of the interval as there are arrivals, then by insertion. */
    private void sort(long intervalTicks) {
        int n = blockSize;
        if (inOrder(n)) {
            return;
        }
        double bucketsPerTick = n / (double) intervalTicks;
        Arrays.fill(bucket, 0, n + 1, 0);
        for (int i = 0; i < n; i++) {
            bucket[(int) ((block[i] >>> FLOW_BITS) * bucketsPerTick) + 1]++;
        }
        for (int i = 1; i < n; i++) {
            bucket[i] += bucket[i - 1];
        }
        for (int i = 0; i < n; i++) {
            spare[bucket[(int) ((block[i] >>> FLOW_BITS) * bucketsPerTick)]++] = block[i];
        }
        for (int i = 1; i < n; i++) {
            long x = spare[i];
            int j = i - 1;
            while (j >= 0 && spare[j] > x) {
                spare[j + 1] = spare[j--];
            }
            spare[j + 1] = x;
        }
        long[] sorted = spare;
        spare = block;
        block = sorted;
    }

    private boolean inOrder(int n) {
        for (int i = 1; i < n; i++) {
            if (block[i] < block[i - 1]) {
                return false;
            }
        }
        return true;
    }
}
