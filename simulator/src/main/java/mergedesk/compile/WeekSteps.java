package mergedesk.compile;

import java.time.DayOfWeek;
import java.time.LocalTime;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.ToIntFunction;
import mergedesk.program.Blends;
import mergedesk.scenario.Staffing;
import mergedesk.scenario.WeeklyHours;
import mergedesk.scenario.WeeklyShare;

/** A whole number as a function of the wall-clock time of the week: 0 at midnight of each day unless it says otherwise, then in steps. */
final class WeekSteps {
    private final Map<DayOfWeek, TreeMap<Long, Integer>> byDay = new EnumMap<>(DayOfWeek.class);

    private WeekSteps() {
        for (DayOfWeek day : DayOfWeek.values()) {
            byDay.put(day, new TreeMap<>(Map.of(0L, 0)));
        }
    }

    /** {@code value} inside the hours, 0 outside. */
    static WeekSteps of(WeeklyHours hours, int value) {
        WeekSteps steps = new WeekSteps();
        hours.byDay()
                .forEach((day, ranges) -> ranges.forEach(range -> {
                    TreeMap<Long, Integer> ofDay = steps.byDay.get(day);
                    ofDay.put(WallTime.ticks(range.from()), value);
                    ofDay.putIfAbsent(WallTime.endTicks(range.to()), 0);
                }));
        return steps;
    }

    /** A table of agents. */
    static WeekSteps of(Staffing staffing) {
        return of(staffing.byDay(), Integer::intValue);
    }

    /** A table of shares, in millionths. */
    static WeekSteps of(WeeklyShare share) {
        return of(share.byDay(), Blends::millionths);
    }

    private static <N> WeekSteps of(Map<DayOfWeek, Map<LocalTime, N>> table, ToIntFunction<N> whole) {
        WeekSteps steps = new WeekSteps();
        table.forEach((day, numbers) -> numbers.forEach((time, number) -> steps.byDay.get(day).put(WallTime.ticks(time), whole.applyAsInt(number))));
        return steps;
    }

    /** So large a part of each number, as whole numbers: what is over at one time of the week is carried to the next, so that the sum over the week is kept to half an agent for the last time of it. */
    WeekSteps part(int part, int whole) {
        WeekSteps steps = new WeekSteps();
        double[] over = {0}; // value times ticks
        byDay.forEach((day, ofDay) -> ofDay.forEach((from, value) -> {
            Long next = ofDay.higherKey(from);
            long ticks = (next == null ? WallTime.DAY_TICKS : next) - from;
            double exact = (double) value * part / whole;
            over[0] += exact * ticks;
            int number = (int) Math.min(Math.ceil(exact), Math.max(Math.floor(exact), Math.floor(over[0] / ticks + 0.5)));
            over[0] -= (double) number * ticks;
            steps.byDay.get(day).put(from, number);
        }));
        return steps;
    }

    /** The number at a time of a day. */
    int at(DayOfWeek day, long wallTicks) {
        return byDay.get(day).floorEntry(wallTicks).getValue();
    }

    /** For how many ticks of a week it has each of its values but 0. */
    SortedMap<Integer, Long> ticksByValue() {
        SortedMap<Integer, Long> ticks = new TreeMap<>();
        byDay.values().forEach(steps -> steps.forEach((from, value) -> {
            Long next = steps.higherKey(from);
            if (value != 0) {
                ticks.merge(value, (next == null ? WallTime.DAY_TICKS : next) - from, Long::sum);
            }
        }));
        return ticks;
    }

    /** The times of a day later than {@code after} and before {@code before} at which the number may change, in order. */
    List<Long> changesBetween(DayOfWeek day, long after, long before) {
        return List.copyOf(byDay.get(day).subMap(after, false, before, false).keySet());
    }
}
