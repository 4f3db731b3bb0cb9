package mergedesk.compile;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;
import mergedesk.program.Deferred;
import mergedesk.program.OpenHours;
import mergedesk.scenario.CalendarSpan;
import mergedesk.scenario.Desk;
import mergedesk.scenario.Flow;
import mergedesk.scenario.OpeningBacklog;
import mergedesk.scenario.Scenario;
import mergedesk.scenario.TimeFrame;
import mergedesk.scenario.WorkingTime;
import mergedesk.units.InCommon;
import mergedesk.units.Ticks;

/** When deferred work is due, what is taken first, and what is on the desks when the run starts. */
final class DeferredTable {
    /** So long before the oldest work calendars of the past begin, so that every desk has opened and closed by then. */
    private static final int WEEKS_BEFORE = 2;

    private static final double ROUNDING = 1e-9; // 0.07 × 100 is a little more than 7, others a little less

    private final Phases phases;
    private final Scenario scenario; // of the first phase
    private final Numbering numbers;
    private final Holidays holidays;
    private final List<Flow> flows;

    DeferredTable(Phases phases, Numbering numbers, Holidays holidays) {
        this.phases = phases;
        scenario = phases.scenarios().get(0);
        this.numbers = numbers;
        this.holidays = holidays;
        this.flows = List.copyOf(scenario.flows().values());
    }

    /** A piece of work that came before the start. */
    private record Piece(int flow, int sort, long tick, long openTicks, long respondDueTick, long resolveDueTick) {
        static final Comparator<Piece> OLDEST_FIRST = Comparator.comparingLong(Piece::tick).thenComparingInt(Piece::flow);
    }

    Deferred compile() {
        List<Piece> backlog = backlog();
        List<WorkingTime> respond = targets(Flow::respondWithin, TicketTable.Sort::respondWithin);
        List<WorkingTime> resolve = targets(Flow::resolveWithin, TicketTable.Sort::resolveWithin);
        return new Deferred(
                respond.stream().mapToInt(DeferredTable::clock).toArray(),
                respond.stream().mapToLong(DeferredTable::length).toArray(),
                resolve.stream().mapToInt(DeferredTable::clock).toArray(),
                resolve.stream().mapToLong(DeferredTable::length).toArray(),
                byDue(),
                backlog.stream().mapToInt(Piece::flow).toArray(),
                backlog.stream().mapToInt(Piece::sort).toArray(),
                backlog.stream().mapToLong(Piece::tick).toArray(),
                backlog.stream().mapToLong(Piece::openTicks).toArray(),
                backlog.stream().mapToLong(Piece::respondDueTick).toArray(),
                backlog.stream().mapToLong(Piece::resolveDueTick).toArray(),
                BlendTable.of(scenario.groups().values()));
    }

    private boolean[] byDue() {
        boolean[] byDue = new boolean[scenario.desks().size()];
        int d = 0;
        for (Desk desk : scenario.desks().values()) {
            byDue[d++] = desk.deferredOrder() == Desk.DeferredOrder.DUE;
        }
        return byDue;
    }

    /** By sort, flows first; null where nothing is due. */
    private List<WorkingTime> targets(Function<Flow, WorkingTime> ofFlow, Function<TicketTable.Sort, WorkingTime> ofSort) {
        List<WorkingTime> targets = new ArrayList<>();
        flows.forEach(flow -> targets.add(ofFlow.apply(flow)));
        TicketTable.sorts(flows).forEach(sort -> targets.add(ofSort.apply(sort)));
        return targets;
    }

    /** The number of a clock, see {@link Deferred}. */
    static int clock(WorkingTime target) {
        if (target == null) {
            return Deferred.ROUND_THE_CLOCK;
        }
        return switch (target.clock()) {
            case ROUND_THE_CLOCK -> Deferred.ROUND_THE_CLOCK;
            case WORKING_HOURS -> Deferred.WORKING_HOURS;
            case WORKING_DAYS -> Deferred.WORKING_DAYS;
        };
    }

    /** Ticks of that clock, or days. */
    static long length(WorkingTime target) {
        if (target == null) {
            return Ticks.NEVER;
        }
        return target.clock() == WorkingTime.Clock.WORKING_DAYS ? target.length().toDays() : Ticks.of(target.length());
    }

    private List<Piece> backlog() {
        List<Piece> pieces = new ArrayList<>();
        long oldestTicks = 0;
        for (Flow flow : flows) {
            oldestTicks = Math.max(oldestTicks, flow.openingBacklog() == null ? 0 : Ticks.of(flow.openingBacklog().oldest()));
        }
        if (flows.stream().allMatch(flow -> flow.openingBacklog() == null)) {
            return pieces;
        }
        long days = oldestTicks / WallTime.DAY_TICKS + 1 + 7 * WEEKS_BEFORE;
        Past past = new Past(days);
        int firstSort = flows.size();
        for (int flow = 0; flow < flows.size(); flow++) {
            OpeningBacklog backlog = flows.get(flow).openingBacklog();
            List<TicketTable.Sort> sorts = TicketTable.sortsOf(flows.get(flow));
            int[] sortOf = backlog == null || sorts.isEmpty() ? new int[0] : shuffled(sorts.stream().mapToDouble(TicketTable.Sort::chance).toArray(), backlog.items());
            for (int i = 0; backlog != null && i < backlog.items(); i++) {
                double left = (backlog.items() - i) / (double) backlog.items();
                long tick = -(long) (Ticks.of(backlog.oldest()) * left);
                Flow of = flows.get(flow);
                pieces.add(sorts.isEmpty()
                        ? past.piece(flow, flow, tick, of.respondWithin(), of.resolveWithin())
                        : past.piece(flow, firstSort + sortOf[i], tick, sorts.get(sortOf[i]).respondWithin(), sorts.get(sortOf[i]).resolveWithin()));
            }
            firstSort += sorts.size();
        }
        pieces.sort(Piece.OLDEST_FIRST);
        return pieces;
    }

    /** Which of several each of so many items is: as many of each as its share says, by the largest remainder, and mixed as evenly as can be. */
    static int[] shuffled(double[] shares, int items) {
        int[] parts = parts(shares, items);
        int[] given = new int[parts.length];
        int[] which = new int[items];
        for (int i = 0; i < items; i++) {
            long most = 0;
            for (int part = 0; part < parts.length; part++) {
                long behind = (i + 1L) * parts[part] - (long) given[part] * items;
                which[i] = behind > most ? part : which[i];
                most = Math.max(most, behind);
            }
            given[which[i]]++;
        }
        return which;
    }

    /** Whole numbers in proportion to the shares, of this sum: rounded down, and one more where most was cut off, the first of equals first. */
    private static int[] parts(double[] shares, int items) {
        double sum = Arrays.stream(shares).sum();
        double[] exact = Arrays.stream(shares).map(share -> share / sum * items).toArray();
        int[] parts = Arrays.stream(exact).mapToInt(part -> (int) (part + ROUNDING)).toArray();
        List<Integer> byRemainder = IntStream.range(0, parts.length).boxed().sorted(Comparator.comparingDouble(part -> parts[part] - exact[part])).toList();
        for (int i = 0, left = items - Arrays.stream(parts).sum(); i < left; i++) {
            parts[byRemainder.get(i)]++;
        }
        return parts;
    }

    /** The desks' doors on a calendar that begins before the start, and ends where that of the run does: so no holiday of the run is missed. */
    private final class Past {
        private final long shift; // tick 0 on that calendar
        private final long[] starts;
        private final OpenHours hours;

        Past(long days) {
            LocalDate first = scenario.time().start().toLocalDate().minusDays(days);
            List<LocalDate> dates = TimeAxis.of(scenario.time()).days().dates();
            LocalDate end = dates.get(dates.size() - 1).plusDays(1).minusDays(TimeAxis.DAYS_AFTER_END);
            TimeFrame frame = scenario.time()
                    .with(TimeFrame::start, first.atStartOfDay())
                    .with(TimeFrame::length, CalendarSpan.ofDays(first.until(end, ChronoUnit.DAYS)))
                    .with(TimeFrame::end, TimeFrame.End.DRAIN);
            TimeAxis axis = TimeAxis.of(frame);
            shift = axis.clock().tick(scenario.time().start());
            starts = axis.days().calendar().dayStartTick();
            Phases doors = phases.doors(shift);
            hours = new OpenHours(PhasedTimetable.of(doors, axis, phase -> DoorsAndStaff.From.of(phase, axis, holidays, new int[] {0}), new InCommon()), starts, scenario.desks().size());
        }

        Piece piece(int flow, int sort, long tick, WorkingTime respond, WorkingTime resolve) {
            int desk = numbers.desks().of(flows.get(flow).desk());
            long at = tick + shift;
            int found = Arrays.binarySearch(starts, at);
            int day = found >= 0 ? found : -found - 2;
            return new Piece(flow, sort, tick, hours.openTicks(desk, day, at, shift), due(desk, day, at, respond), due(desk, day, at, resolve));
        }

        private long due(int desk, int day, long at, WorkingTime target) {
            long due = hours.due(desk, day, at, hours.isOpen(desk, day, at), clock(target), length(target));
            return due == Ticks.NEVER ? due : due - shift;
        }
    }
}
