package mergedesk.scenario.check;

import java.time.DayOfWeek;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import mergedesk.scenario.Scenario;
import mergedesk.scenario.WeeklyHours;
import mergedesk.scenario.text.Times;
import mergedesk.scenario.tree.Places;

/** Doors: whether anybody could ever come in. */
final class DeskCheck {
    private static final int DAY_SECONDS = 24 * 3600;
    private static final int WEEK_SECONDS = 7 * DAY_SECONDS;

    private final Scenario scenario;
    private final Places places;

    DeskCheck(Scenario scenario, Places places) {
        this.scenario = scenario;
        this.places = places;
    }

    void check() {
        scenario.desks().forEach((id, desk) -> {
            String path = "desks." + id;
            if (desk.opening() != null && desk.lastEntry() != null && places.sound(path + ".opening") && places.sound(path + ".last_entry")) {
                checkLastEntry(desk.opening(), desk.lastEntry(), path + ".last_entry");
            }
        });
    }

    private void checkLastEntry(WeeklyHours opening, Duration lastEntry, String path) {
        int shortest = periods(opening).stream().mapToInt(Period::seconds).min().orElse(WEEK_SECONDS);
        if (shortest < WEEK_SECONDS && lastEntry.toSeconds() >= shortest) {
            places.fault(path, "the desk opens for " + Times.written(Duration.ofSeconds(shortest)) + " at some time of the week, so that nobody could come in", "write less");
        }
    }

    /** From a second of the week up to another, beyond its end where the desk is open over it. */
    private record Period(int from, int to) {
        int seconds() {
            return to - from;
        }
    }

    /** The stretches of the week in which the desk does not close. */
    private static List<Period> periods(WeeklyHours opening) {
        List<Period> periods = new ArrayList<>();
        for (DayOfWeek day : DayOfWeek.values()) {
            int midnight = day.ordinal() * DAY_SECONDS;
            for (WeeklyHours.TimeRange range : opening.byDay().getOrDefault(day, List.of())) {
                int from = midnight + range.from().toSecondOfDay();
                int to = midnight + (range.to().toSecondOfDay() == 0 ? DAY_SECONDS : range.to().toSecondOfDay());
                int last = periods.size() - 1;
                boolean goesOn = last >= 0 && periods.get(last).to == from;
                Period period = new Period(goesOn ? periods.remove(last).from : from, to);
                periods.add(period);
            }
        }
        int last = periods.size() - 1;
        if (last > 0 && periods.get(0).from == 0 && periods.get(last).to == WEEK_SECONDS) {
            periods.add(new Period(periods.remove(last).from, WEEK_SECONDS + periods.remove(0).to));
        }
        return periods;
    }
}
