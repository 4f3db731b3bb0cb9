package mergedesk.compile;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.format.TextStyle;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.ToLongFunction;
import mergedesk.program.CalendarPeriods;
import mergedesk.program.Periods;
import mergedesk.program.Program;

/** Divides the days of the window by the calendar, as local dates go. */
final class PeriodTable {
    private final List<LocalDate> dates;
    private final long[] dayStartTick;
    private final Program.Horizon horizon;

    private PeriodTable(TimeAxis time) {
        dates = time.days().dates();
        dayStartTick = time.days().calendar().dayStartTick();
        horizon = time.horizon();
    }

    /** {@code steps}, {@code areDrawn}: see {@link Phases}. */
    static CalendarPeriods of(TimeAxis time, List<Long> steps, boolean areDrawn) {
        Program.Horizon horizon = time.horizon();
        if (horizon.batchTicks() < horizon.endTick() - horizon.warmUpEndTick()) {
            return CalendarPeriods.NONE;
        }
        PeriodTable table = new PeriodTable(time);
        return new CalendarPeriods(
                table.whole(date -> 12L * date.getYear() + date.getMonthValue(), date -> date.toString().substring(0, date.toString().length() - 3)),
                table.whole(PeriodTable::mondayOf, date -> LocalDate.ofEpochDay(mondayOf(date)).toString()),
                table.weekdays(),
                table.consecutive(LocalDate::toEpochDay, LocalDate::toString),
                table.phases(steps, areDrawn));
    }

    private static long mondayOf(LocalDate date) {
        return date.toEpochDay() - date.getDayOfWeek().ordinal();
    }

    /** Consecutive periods; none where none of them begins and ends within the window, or there is but one. */
    private Periods whole(ToLongFunction<LocalDate> key, Function<LocalDate, String> name) {
        Periods periods = consecutive(key, name);
        int turns = 0; // a whole period lies between two
        for (int day = 0; day < dates.size(); day++) {
            boolean inside = dayStartTick[day] >= horizon.warmUpEndTick() && dayStartTick[day] <= horizon.endTick();
            turns += inside && key.applyAsLong(dates.get(day)) != key.applyAsLong(dates.get(day).minusDays(1)) ? 1 : 0;
        }
        return turns > 1 && periods.count() > 1 ? periods : Periods.NONE;
    }

    /** Days one after the other of the same key are a period. */
    private Periods consecutive(ToLongFunction<LocalDate> key, Function<LocalDate, String> name) {
        int[] ofDay = new int[dates.size()];
        List<String> names = new ArrayList<>();
        long last = 0;
        for (int day = 0; day < ofDay.length; day++) {
            if (counts(day) && (names.isEmpty() || key.applyAsLong(dates.get(day)) != last)) {
                last = key.applyAsLong(dates.get(day));
                names.add(name.apply(dates.get(day)));
            }
            ofDay[day] = counts(day) ? names.size() - 1 : -1;
        }
        return new Periods(ofDay, List.copyOf(names));
    }

    private Periods phases(List<Long> steps, boolean areDrawn) {
        Periods periods = consecutive(date -> Phases.at(steps, dayStartTick[(int) dates.get(0).until(date, ChronoUnit.DAYS)]), LocalDate::toString);
        return periods.count() > 1 && !areDrawn ? periods : Periods.NONE;
    }

    private Periods weekdays() {
        TreeSet<DayOfWeek> present = new TreeSet<>();
        for (int day = 0; day < dates.size() && present.size() < DayOfWeek.values().length; day++) {
            if (counts(day)) {
                present.add(dates.get(day).getDayOfWeek());
            }
        }
        if (present.size() < 2) {
            return Periods.NONE;
        }
        List<DayOfWeek> order = List.copyOf(present);
        int[] ofDay = new int[dates.size()];
        for (int day = 0; day < ofDay.length; day++) {
            ofDay[day] = counts(day) ? order.indexOf(dates.get(day).getDayOfWeek()) : -1;
        }
        return new Periods(ofDay, order.stream().map(PeriodTable::name).toList());
    }

    /** Whether the window has a part of the day. */
    private boolean counts(int day) {
        return dayStartTick[day] < horizon.endTick() && dayStartTick[day + 1] > horizon.warmUpEndTick();
    }

    /** As {@code Mon}, the word of intervals of the week. */
    static String name(DayOfWeek day) {
        return day.getDisplayName(TextStyle.SHORT, Locale.ENGLISH);
    }
}
