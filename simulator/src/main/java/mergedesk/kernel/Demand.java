package mergedesk.kernel;

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
 * <p>At the start of an interval all flows lay out their {@link Arrivals}, which are then sorted. Then keys and lengths of work are drawn, one after the other,
 * which a processor can overlap.
 */
final class Demand {
    private static final double MOST_A_DAY = 1 << 24;

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

    private final Islands islands;
    private final Arrivals[] byIsland;
    private Arrivals arrivals; // of the island in turn

    Demand(State state, Islands islands, Lengths lengths) {
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
        this.islands = islands;
        byIsland = new Arrivals[islands.common() + 1]; // nobody comes to what all have in common, where that is apart
        for (int island = 0; island < byIsland.length; island++) {
            byIsland[island] = new Arrivals();
        }
        arrivals = byIsland[0];
    }

    /** From now on the arrivals are those of the island. */
    void enter(int island) {
        arrivals = byIsland[island];
    }

    void reset(long newRunKey) {
        runKey = newRunKey;
        stop();
        System.arraycopy(demand.traceOffset(), 0, piece, 0, piece.length);
    }

    /** First attempts of this interval on the island in turn. */
    Arrivals arrivals() {
        return arrivals;
    }

    /** The next arrival happens: its contact. */
    int take(Arrivals a) {
        int i = a.next();
        int flow = a.flow(i);
        return contacts.take(flow, s.day, taken[flow]++, a.key(i), a.workTicks(i), s.countedInterval);
    }

    /** Flow of the arrival that happened last in this interval on the island in turn. */
    int lastFlow() {
        return arrivals.flow(arrivals.last());
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
        for (int island = 0; island < islands.count(); island++) {
            layOut(byIsland[island], islands.flows(island), day, startTick, endTick, wallTicks);
        }
    }

    private void layOut(Arrivals a, int[] flows, int day, long startTick, long endTick, long wallTicks) {
        a.begin(startTick);
        for (int flow : flows) {
            while (nextTick[flow] < endTick) {
                if (isTraced(flow)) {
                    layOutBlock(a, flow, day, startTick, endTick);
                } else {
                    layOutPiece(a, flow, day, startTick, endTick);
                }
            }
        }
        a.sort(endTick - startTick, arrivalsEndTick);
        for (int i = 0; i < a.size(); i++) {
            drawContact(a, i, wallTicks);
        }
        a.start();
        while (a.headTick() < 0) {
            taken[a.flow(a.next())]++; // before tick 0: does not happen, but its ordinal is used up
        }
    }

    /** Nobody comes any more. */
    void stop() {
        for (Arrivals a : byIsland) {
            a.stop();
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
    private void layOutPiece(Arrivals a, int flow, int day, long startTick, long endTick) {
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
        while (tick < endTick && unit < end) {
            a.add(tick - startTick, flow);
            unit += Exponential.of(Streams.ordinalKey(key, ++ordinal));
            tick = from + Math.min((long) ((unit - begin) * ticksPerUnit), lengthTicks - 1);
        }
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
    private void layOutBlock(Arrivals a, int flow, int day, long startTick, long endTick) {
        int b = piece[flow];
        long from = demand.traceStartTick()[b];
        long lengthTicks = demand.traceEndTick()[b] - from;
        long tick = nextTick[flow];
        int left = inBlock[flow];
        while (left > 0 && tick < endTick) {
            a.add(tick - startTick, flow);
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

    /** Who the contact in the block is. What a person's work is like is settled here, for all attempts. */
    private void drawContact(Arrivals a, int i, long wallTicks) {
        int flow = a.flow(i);
        long key = Streams.ordinalKey(contactDayKey[flow], drawn[flow]++);
        a.is(i, key, workTicks(flow, key, wallTicks + a.ticks(i)));
    }

    private long workTicks(int flow, long key, long wallTicks) {
        return lengths.draw(epoch.work(flow, wallTicks), Streams.bits(key, Streams.WORK));
    }

    /** The contact becomes one of another flow: the same person with that flow's work, as it is for who comes now. */
    void become(int contact, int flow) {
        contacts.become(contact, flow, workTicks(flow, contacts.key(contact), s.now + s.wallOffsetTicks));
    }
}
