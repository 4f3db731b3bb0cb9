package mergedesk.compile;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import mergedesk.program.Program;

/**
 * The civil days of the calendar, and the kind of any other date (the reference year and holidays before the start reach beyond it).
 *
 * <p>Kinds are the distinct pairs of weekday and clock-change pattern, numbered in order of their first day in the calendar; a date
 * outside may add kinds after them, which the Program does not hold. Days that the zone skipped are left out.
 */
final class Days {
    private final CivilClock clock;
    private final long intervalTicks;
    private final List<LocalDate> dates = new ArrayList<>();
    private final List<DayKind> kinds = new ArrayList<>();
    private final Map<DayKind, Integer> kindNumber = new LinkedHashMap<>();
    /** By day of the week, the kind of days on which the clock does not change; -1 while none was asked for. */
    private final int[] evenKind = {-1, -1, -1, -1, -1, -1, -1};

    /** Those around the date that was asked for last. */
    private CivilClock.EvenDays even = CivilClock.EvenDays.NONE;

    private final Map<LocalDate, Integer> kindByDate = new LinkedHashMap<>();
    private final Program.Calendar calendar;

    /**
     * @param first day 0
     * @param end the first date after the calendar
     */
    Days(CivilClock clock, long intervalTicks, LocalDate first, LocalDate end) {
        this.clock = clock;
        this.intervalTicks = intervalTicks;
        for (LocalDate date = first; date.isBefore(end); date = date.plusDays(1)) {
            if (clock.dayStart(date) < clock.dayStart(date.plusDays(1))) {
                dates.add(date);
            }
        }
        this.calendar = calendar(clock.dayStart(end));
    }

    /** The Program's table. */
    Program.Calendar calendar() {
        return calendar;
    }

    /** Dates of the calendar's days, by day. */
    List<LocalDate> dates() {
        return dates;
    }

    /** Kind of a date, inside the calendar or not. */
    int kindOf(LocalDate date) {
        if (!even.holds(date)) {
            even = clock.evenDays(date);
        }
        if (!even.holds(date)) {
            return kindByDate.computeIfAbsent(date, d -> numberOf(DayKind.of(clock, d)));
        }
        int weekday = date.getDayOfWeek().ordinal();
        if (evenKind[weekday] < 0) {
            evenKind[weekday] = numberOf(DayKind.of(clock, date));
        }
        return evenKind[weekday];
    }

    /** The kind of a number. */
    DayKind kind(int number) {
        return kinds.get(number);
    }

    /** Tick at which the calendar ends. */
    long endTick() {
        return calendar.dayStartTick()[dates.size()];
    }

    private int numberOf(DayKind kind) {
        Integer known = kindNumber.putIfAbsent(kind, kinds.size());
        if (known != null) {
            return known;
        }
        kinds.add(kind);
        return kinds.size() - 1;
    }

    private Program.Calendar calendar(long endTick) {
        long[] dayStart = new long[dates.size() + 1];
        int[] dayKind = new int[dates.size()];
        for (int day = 0; day < dayKind.length; day++) {
            dayStart[day] = clock.dayStart(dates.get(day));
            dayKind[day] = kindOf(dates.get(day));
        }
        dayStart[dayKind.length] = endTick;
        int[] kindOffset = new int[kinds.size() + 1];
        List<DayKind.Part> intervals = new ArrayList<>();
        for (int kind = 0; kind < kinds.size(); kind++) {
            intervals.addAll(kinds.get(kind).intervals(intervalTicks));
            kindOffset[kind + 1] = intervals.size();
        }
        return new Program.Calendar(
                (int) (7 * WallTime.DAY_TICKS / intervalTicks),
                dayStart,
                dayKind,
                kindOffset,
                intervals.stream().mapToLong(DayKind.Part::startTicks).toArray(),
                intervals.stream().mapToLong(DayKind.Part::endTicks).toArray(),
                intervals.stream().mapToLong(DayKind.Part::wallTicks).toArray(),
                intervals.stream()
                        .mapToInt(interval -> interval.intervalOfWeek(intervalTicks))
                        .toArray(),
                (int) dates.get(0).toEpochDay());
    }
}
