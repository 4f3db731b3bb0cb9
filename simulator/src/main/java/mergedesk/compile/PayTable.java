package mergedesk.compile;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import mergedesk.program.Pay;
import mergedesk.program.Program;
import mergedesk.scenario.AgentGroup;
import mergedesk.scenario.Desk;
import mergedesk.scenario.Scenario;
import mergedesk.scenario.Shift;

/**
 * The paid hours of a normal week: what the table of staffing, the opening hours or the shifts say of a week without a bank holiday or a clock change.
 *
 * <p>Shifts are laid out on a plain calendar of three weeks, of which the second counts: night shifts of the Sunday before reach into it. Breaks are not
 * paid; those that meet are taken one after the other, and what would lie beyond the end of the shift is not taken.
 */
final class PayTable {
    private static final LocalDateTime SOME_MONDAY = LocalDateTime.of(2001, 1, 1, 0, 0);
    private static final long WEEK_TICKS = 7 * WallTime.DAY_TICKS;
    private static final ShiftSpans.Span WEEK = new ShiftSpans.Span(WEEK_TICKS, 2 * WEEK_TICKS);
    private static final Predicate<LocalDate> NO_DAY_OFF = date -> false;

    private final Phases phases;
    private final Numbering numbers;
    private final Program.Horizon horizon;
    private final List<Row> rows = new ArrayList<>();

    private PayTable(Phases phases, Numbering numbers, Program.Horizon horizon) {
        this.phases = phases;
        this.numbers = numbers;
        this.horizon = horizon;
    }

    private record Row(int agents, long weekTicks, int desk, int employer, int openDays, int phase) {}

    static Pay of(Phases phases, Numbering numbers, Program.Horizon horizon) {
        return new PayTable(phases, numbers, horizon).compile();
    }

    private Pay compile() {
        Scenario first = phases.scenarios().get(0);
        List<AgentGroup> groups = List.copyOf(first.groups().values());
        int[] offset = new int[groups.size() + 1];
        int number = 0;
        for (String id : first.groups().keySet()) {
            for (int phase = 0; phase < phases.scenarios().size(); phase++) {
                add(phase, phases.scenarios().get(phase).groups().get(id), phases.share(phase, horizon));
            }
            offset[++number] = rows.size();
        }
        return new Pay(
                offset,
                rows.stream().mapToInt(Row::agents).toArray(),
                rows.stream().mapToLong(Row::weekTicks).toArray(),
                rows.stream().mapToInt(Row::desk).toArray(),
                rows.stream().mapToInt(Row::employer).toArray(),
                rows.stream().mapToInt(Row::openDays).toArray(),
                rows.stream().mapToInt(Row::phase).toArray(),
                IntStream.range(0, phases.scenarios().size()).mapToDouble(phase -> phases.share(phase, horizon)).toArray(),
                groups.stream().mapToLong(group -> group.cost() == null ? Pay.NOT_GIVEN : group.cost().pence()).toArray());
    }

    private static int openDays(Desk desk) {
        return desk.opening().byDay().entrySet().stream()
                .filter(day -> !day.getValue().isEmpty())
                .mapToInt(day -> 1 << day.getKey().ordinal())
                .reduce(0, (a, b) -> a | b);
    }

    private void add(int phase, AgentGroup group, double lasts) {
        int number = numbers.desks().of(group.desk());
        int employer = GroupTable.employer(group, numbers);
        Desk desk = phases.scenarios().get(phase).desks().get(group.desk());
        double share = lasts * (group.inPost() == null ? 1 : group.inPost().paid() / (double) group.inPost().atFirst());
        if (GroupTable.isByShift(group)) {
            ShiftSpans spans = normalWeeks();
            group.shifts().forEach(shift -> rows.add(new Row(shift.agents(), part(paidTicks(shift, spans), share), number, employer, openDays(desk), phase)));
        } else {
            Headcount.written(group, desk.opening()).ticksByValue().forEach((agents, ticks) -> rows.add(new Row(agents, part(ticks, share), number, employer, openDays(desk), phase)));
        }
    }

    private static long part(long ticks, double share) {
        return share == 1 ? ticks : Math.round(ticks * share);
    }

    private static ShiftSpans normalWeeks() {
        LocalDate first = SOME_MONDAY.toLocalDate();
        List<LocalDate> weeks = first.minusDays(1).datesUntil(first.plusWeeks(3)).toList();
        return new ShiftSpans(new CivilClock(ZoneOffset.UTC, SOME_MONDAY), weeks, NO_DAY_OFF);
    }

    private static long paidTicks(Shift shift, ShiftSpans spans) {
        List<ShiftSpans.Span> breaks = spans.breaks(shift).stream()
                .sorted(Comparator.comparingLong(ShiftSpans.Span::fromTick))
                .toList();
        long paid = 0;
        for (ShiftSpans.Span presence : spans.presence(shift)) {
            paid += ticksInWeek(presence);
            long free = presence.fromTick();
            for (ShiftSpans.Span pause : breaks) {
                if (pause.fromTick() >= presence.fromTick() && pause.fromTick() < presence.toTick()) {
                    long from = Math.max(free, pause.fromTick());
                    free = Math.min(from + pause.ticks(), presence.toTick());
                    paid -= ticksInWeek(new ShiftSpans.Span(from, free));
                }
            }
        }
        return paid;
    }

    private static long ticksInWeek(ShiftSpans.Span span) {
        return Math.max(0, Math.min(span.toTick(), WEEK.toTick()) - Math.max(span.fromTick(), WEEK.fromTick()));
    }
}
