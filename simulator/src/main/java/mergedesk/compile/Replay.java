package mergedesk.compile;

import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import mergedesk.scenario.Trace;
import mergedesk.units.Ticks;

/**
 * One flow's recorded arrivals, laid on the calendar as blocks of ticks, and what became of those that do not fit.
 *
 * <p>An exact time becomes a block of length zero. A counted interval is as long as the wall clock says, so that one in an hour that comes twice has
 * both and one in a skipped hour what is left of it. Where the desk is open for part of it only, its contacts come in the open part; where it is closed
 * throughout, they come and are turned away. It is cut where a civil day ends and where the run starts and ends; its count is divided in proportion to
 * the lengths, by rounding the running total. What comes before the start and, with drain, from the end on is left out.
 */
final class Replay {
    private final DeskHours hours;
    private final TimeAxis time;
    private final List<Block> blocks = new ArrayList<>();
    private long recorded;
    private long outside;
    private long closed;
    private long moved;
    private int movedRows;

    private Replay(DeskHours hours, TimeAxis time) {
        this.hours = hours;
        this.time = time;
    }

    /** {@code count} contacts from one tick up to another; at one tick when the two are equal. */
    record Block(long startTick, long endTick, int count) {}

    static Replay of(Trace trace, DeskHours hours, TimeAxis time) {
        Replay replay = new Replay(hours, time);
        replay.addTimes(trace.times());
        trace.counts().forEach(row -> replay.addCount(row, Ticks.of(trace.interval())));
        replay.blocks.sort(Comparator.comparingLong(Block::startTick).thenComparingLong(Block::endTick));
        replay.refuseOverlaps();
        return replay;
    }

    /** In order, none in another. */
    List<Block> blocks() {
        return Collections.unmodifiableList(blocks);
    }

    /** Times are in order, so equal ticks are neighbours. */
    private void addTimes(List<LocalDateTime> times) {
        long before = 0;
        int count = 0;
        for (LocalDateTime at : times) {
            long tick = time.clock().tick(at);
            if (tick != before) {
                add(before, before, count);
                count = 0;
                before = tick;
            }
            count++;
            closed += isInside(tick) && !hours.openAt(at, tick) ? 1 : 0;
        }
        add(before, before, count);
        recorded += times.size();
    }

    private void addCount(Trace.Count row, long lengthTicks) {
        List<DeskHours.Part> showing = hours.showing(row.start(), row.start().plus(lengthTicks, ChronoUnit.MICROS));
        List<DeskHours.Part> open =
                showing.stream().filter(DeskHours.Part::open).toList();
        if (!open.isEmpty() && open.size() < showing.size() && row.count() > 0) {
            moved += row.count();
            movedRows++;
        }
        recorded += row.count();
        long before = outside;
        if (showing.isEmpty()) {
            long skipped = time.clock().tick(row.start());
            add(skipped, skipped, row.count());
        }
        divide(row.count(), open.isEmpty() ? showing : open);
        closed += open.isEmpty() ? row.count() - (outside - before) : 0;
    }

    private void divide(int count, List<DeskHours.Part> parts) {
        long length = parts.stream().mapToLong(DeskHours.Part::ticks).sum();
        long passed = 0;
        long before = 0;
        for (DeskHours.Part part : parts) {
            long from = part.fromTick();
            while (from < part.toTick()) {
                long to = nextCut(from, part.toTick());
                passed += to - from;
                long through = Math.round(count * (passed / (double) length));
                add(from, to, (int) (through - before));
                before = through;
                from = to;
            }
        }
    }

    private void add(long from, long to, int count) {
        if (!isInside(from)) {
            outside += count;
        } else if (count > 0) {
            blocks.add(new Block(from, to, count));
        }
    }

    private boolean isInside(long tick) {
        return tick >= 0 && tick < time.arrivalsEndTick();
    }

    /** Where a block from {@code from} must end at the latest. Parts end with their civil day as it is. */
    private long nextCut(long from, long to) {
        if (from < 0 && to > 0) {
            return 0;
        }
        long end = time.arrivalsEndTick();
        return from < end && to > end ? end : to;
    }

    private void refuseOverlaps() {
        for (int i = 1; i < blocks.size(); i++) {
            if (blocks.get(i).startTick() < blocks.get(i - 1).endTick()) {
                throw new IllegalArgumentException(
                        "recorded intervals overlap at tick " + blocks.get(i).startTick());
            }
        }
    }

    /** Contacts in the files. */
    long recorded() {
        return recorded;
    }

    /** Of these, before the start or after the end of arrivals: left out. */
    long outside() {
        return outside;
    }

    /** Of these, inside but while the desk is closed: turned away. */
    long closed() {
        return closed;
    }

    /** Of these, in counted intervals in which the desk opens or closes: spread over the open part. */
    long moved() {
        return moved;
    }

    /** Such intervals. */
    int movedRows() {
        return movedRows;
    }
}
