package mergedesk.compile;

import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;
import mergedesk.program.Program;
import mergedesk.scenario.Trace;
import mergedesk.units.Ticks;

/**
 * Recorded arrivals as blocks of ticks.
 *
 * <p>Exact times become blocks of length zero. A counted interval is cut where an interval of the calendar ends, where the run starts and
 * where it ends; its count is divided in proportion to the lengths, by rounding the running total. Arrivals before the start and, with
 * drain, from the end on are left out.
 */
final class TraceBlocks {
    private final TimeTables time;
    private final long[] cuts;
    private final List<Block> blocks = new ArrayList<>();
    private final List<Integer> offsets = new ArrayList<>(List.of(0));

    TraceBlocks(TimeTables time) {
        this.time = time;
        this.cuts = cuts(time);
    }

    /** Adds the next flow. {@code trace} is null for a flow with a volume. */
    void add(Trace trace) {
        List<Block> added = new ArrayList<>();
        if (trace != null) {
            addTimes(trace.times(), added);
            trace.counts().forEach(count -> addCount(count, Ticks.of(trace.interval()), added));
        }
        added.sort(Comparator.comparingLong(Block::startTick).thenComparingLong(Block::endTick));
        blocks.addAll(added);
        offsets.add(blocks.size());
    }

    int[] offsets() {
        return offsets.stream().mapToInt(Integer::intValue).toArray();
    }

    long[] startTicks() {
        return blocks.stream().mapToLong(Block::startTick).toArray();
    }

    long[] endTicks() {
        return blocks.stream().mapToLong(Block::endTick).toArray();
    }

    int[] counts() {
        return blocks.stream().mapToInt(Block::count).toArray();
    }

    private void addTimes(List<LocalDateTime> times, List<Block> added) {
        TreeMap<Long, Integer> countByTick = new TreeMap<>();
        times.forEach(at -> countByTick.merge(time.clock().tick(at), 1, Integer::sum));
        countByTick.forEach((tick, count) -> addWithin(tick, tick, count, added));
    }

    private void addCount(Trace.Count counted, long lengthTicks, List<Block> added) {
        long start = time.clock().tick(counted.start());
        long end = start + lengthTicks;
        long from = start;
        long before = 0;
        for (int next = firstCutAfter(start); from < end; next++) {
            long to = next < cuts.length ? Math.min(cuts[next], end) : end;
            long through = Math.round(counted.count() * ((to - start) / (double) lengthTicks));
            addWithin(from, to, (int) (through - before), added);
            before = through;
            from = to;
        }
    }

    private void addWithin(long from, long to, int count, List<Block> added) {
        if (count > 0 && from >= 0 && from < time.planEndTick()) {
            added.add(new Block(from, to, count));
        }
    }

    /** Index of the first cut that is later than a tick. */
    private int firstCutAfter(long tick) {
        int low = 0;
        int high = cuts.length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (cuts[middle] <= tick) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    /** Where blocks must end: the ends of all intervals of the calendar, tick 0 and the end of arrivals. */
    private static long[] cuts(TimeTables time) {
        Program.Calendar calendar = time.days().calendar();
        List<Long> cuts = new ArrayList<>(List.of(0L, time.planEndTick()));
        for (int day = 0; day < calendar.dayCount(); day++) {
            int kind = calendar.dayKind[day];
            for (int row = calendar.kindOffset[kind]; row < calendar.kindOffset[kind + 1]; row++) {
                cuts.add(calendar.dayStartTick[day] + calendar.intervalEndTicks[row]);
            }
        }
        return cuts.stream().mapToLong(Long::longValue).sorted().distinct().toArray();
    }

    private record Block(long startTick, long endTick, int count) {}
}
