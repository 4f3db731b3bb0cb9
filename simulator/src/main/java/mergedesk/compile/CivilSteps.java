package mergedesk.compile;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/**
 * Lays a function of the week on the calendar, a civil day at a time: at any moment it has the value that the wall clock says, so that a repeated hour brings
 * its steps again and a skipped hour none. On days off it is 0.
 */
final class CivilSteps {
    private final TimeAxis time;

    CivilSteps(TimeAxis time) {
        this.time = time;
    }

    /** A new value from a tick on. */
    record Change(long tick, int value) {}

    /** Where the value changes on a day of the calendar, in order. What was before tick 0 is in force at tick 0, before which it is 0. */
    List<Change> changes(int day, WeekSteps steps, Predicate<LocalDate> dayOff) {
        List<Change> all = values(day, steps, dayOff);
        List<Change> changes = new ArrayList<>();
        int value = day == 0 ? 0 : last(values(day - 1, steps, dayOff));
        for (int i = 0; i < all.size(); i++) {
            Change change = all.get(i);
            boolean inForce = i + 1 == all.size() || all.get(i + 1).tick() > Math.max(0, change.tick());
            if (inForce && change.value() != value) {
                value = change.value();
                changes.add(new Change(Math.max(0, change.tick()), value));
            }
        }
        return changes;
    }

    private static int last(List<Change> values) {
        return values.get(values.size() - 1).value();
    }

    /** What the wall clock says on the day, from its start on. */
    private List<Change> values(int day, WeekSteps steps, Predicate<LocalDate> dayOff) {
        LocalDate date = time.days().dates().get(day);
        List<Change> all = new ArrayList<>();
        if (dayOff.test(date)) {
            all.add(new Change(time.clock().dayStart(date), 0));
        } else {
            time.clock().stretches(date).forEach(stretch -> addStretch(stretch, steps, all));
        }
        return all;
    }

    private static void addStretch(CivilClock.Stretch stretch, WeekSteps steps, List<Change> all) {
        DayOfWeek day = stretch.date().getDayOfWeek();
        long from = stretch.wallTicks();
        long to = from + stretch.toTick() - stretch.fromTick();
        all.add(new Change(stretch.fromTick(), steps.at(day, from)));
        for (long wall : steps.changesBetween(day, from, to)) {
            all.add(new Change(stretch.fromTick() + wall - from, steps.at(day, wall)));
        }
    }
}
