package mergedesk.compile;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import mergedesk.program.Months;
import mergedesk.program.Program;

/** The calendar months in which results are kept: those that the window touches, where at least one of them is whole and not all there is. */
final class MonthTable {
    private MonthTable() {}

    static Months of(TimeAxis time) {
        Program.Horizon horizon = time.horizon();
        long from = horizon.warmUpEndTick();
        long end = horizon.endTick();
        if (horizon.batchTicks() < end - from) {
            return Months.NONE;
        }
        List<LocalDate> dates = time.days().dates();
        long[] dayStart = time.days().calendar().dayStartTick();
        List<Long> starts = new ArrayList<>();
        List<String> names = new ArrayList<>();
        int turns = 0; // of the month, in the window; a whole month lies between two
        for (int day = 0; day < dates.size() && dayStart[day] <= end; day++) {
            YearMonth month = YearMonth.from(dates.get(day));
            turns += dayStart[day] >= from && (day == 0 ? dates.get(0).getDayOfMonth() == 1 : !month.equals(YearMonth.from(dates.get(day - 1)))) ? 1 : 0;
            boolean counts = dayStart[day] < end && dayStart[day + 1] > from;
            if (counts && (names.isEmpty() || !names.get(names.size() - 1).equals(month.toString()))) {
                starts.add(Math.max(from, dayStart[day]));
                names.add(month.toString());
            }
        }
        return turns < 2 || names.size() < 2 ? Months.NONE : new Months(starts.stream().mapToLong(Long::longValue).toArray(), List.copyOf(names));
    }
}
