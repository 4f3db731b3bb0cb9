package mergedesk.compile;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import mergedesk.scenario.Desk;
import mergedesk.scenario.Flow;
import mergedesk.scenario.Scenario;
import mergedesk.scenario.WeeklyHours;

/** When one desk is open, on the clock on the wall and in ticks, before the start and after the end too. */
final class DeskHours {
    private final CivilClock clock;
    private final WeekSteps week;
    private final boolean opensOnHolidays;
    private final Holidays holidays;
    private final Map<LocalDate, List<Part>> parts = new LinkedHashMap<>();

    DeskHours(Desk desk, CivilClock clock, Holidays holidays) {
        this.clock = clock;
        this.week = WeekSteps.of(desk.opening(), 1);
        this.opensOnHolidays = desk.opensOnBankHolidays();
        this.holidays = holidays;
    }

    /** When contacts of a flow find an open door: always, if they are deferred work. */
    static DeskHours ofFlow(Scenario scenario, Flow flow, CivilClock clock, Holidays holidays) {
        Desk desk = scenario.desks().get(flow.desk());
        return new DeskHours(
                scenario.isDeferred(flow) ? desk.with(Desk::opening, WeeklyHours.ALWAYS).with(Desk::opensOnBankHolidays, true) : desk, clock, holidays);
    }

    /**
     * A stretch of time in which the wall clock runs evenly and the desk neither opens nor closes.
     *
     * @param wall what calendar and clock show at fromTick
     */
    record Part(long fromTick, long toTick, LocalDateTime wall, boolean open) {
        long ticks() {
            return toTick - fromTick;
        }

        private LocalDateTime wallEnd() {
            return wall.plus(ticks(), ChronoUnit.MICROS);
        }

        private Part between(LocalDateTime from, LocalDateTime to) {
            LocalDateTime begin = from.isAfter(wall) ? from : wall;
            LocalDateTime end = to.isBefore(wallEnd()) ? to : wallEnd();
            long start = fromTick + ChronoUnit.MICROS.between(wall, begin);
            return new Part(start, start + Math.max(0, ChronoUnit.MICROS.between(begin, end)), begin, open);
        }
    }

    /** The parts of a civil day, in order; none when the zone skipped it. */
    List<Part> of(LocalDate date) {
        return parts.computeIfAbsent(date, this::partsOf);
    }

    private List<Part> partsOf(LocalDate date) {
        boolean dayOff = !opensOnHolidays && holidays.contains(date);
        List<Part> all = new ArrayList<>();
        for (CivilClock.Stretch stretch : clock.stretches(date)) {
            long from = stretch.wallTicks();
            long end = from + stretch.toTick() - stretch.fromTick();
            List<Long> cuts = new ArrayList<>(week.changesBetween(stretch.date().getDayOfWeek(), from, end));
            cuts.add(end);
            for (long to : cuts) {
                long start = stretch.fromTick() + from - stretch.wallTicks();
                all.add(new Part(
                        start,
                        start + to - from,
                        stretch.date().atStartOfDay().plus(from, ChronoUnit.MICROS),
                        !dayOff && week.at(stretch.date().getDayOfWeek(), from) > 0));
                from = to;
            }
        }
        return all;
    }

    /** The parts in which the wall clock shows a time from {@code from} up to {@code to}, in order; an hour that comes twice gives two. */
    List<Part> showing(LocalDateTime from, LocalDateTime to) {
        List<Part> showing = new ArrayList<>();
        for (LocalDate date = from.toLocalDate().minusDays(1);
                !date.isAfter(to.toLocalDate().plusDays(1));
                date = date.plusDays(1)) {
            for (Part part : of(date)) {
                if (part.wall().isBefore(to) && part.wallEnd().isAfter(from)) {
                    showing.add(part.between(from, to));
                }
            }
        }
        return showing;
    }

    /** Whether the desk is open at a tick, at which the wall clock shows {@code wall}. */
    boolean openAt(LocalDateTime wall, long tick) {
        for (int days : new int[] {0, -1, 1}) {
            for (Part part : of(wall.toLocalDate().plusDays(days))) {
                if (part.fromTick() <= tick && tick < part.toTick()) {
                    return part.open();
                }
            }
        }
        return false;
    }
}
