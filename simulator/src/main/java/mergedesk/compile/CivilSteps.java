package mergedesk.compile;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/**
 * Lays a function of the week on the calendar: at any moment it has the value that the wall clock says, so that a repeated hour brings
 * its steps again and a skipped hour none. On days off it is 0.
 */
final class CivilSteps {
    private final TimeAxis time;

    CivilSteps(TimeAxis time) {
        this.time = time;
    }

    /** A new value from a tick on. */
    record Change(long tick, int value) {}

    /** Where the value changes, in order, from tick 0 (before which it is 0) to the end of the calendar. */
    List<Change> changes(WeekSteps steps, Predicate<LocalDate> dayOff) {
        List<Change> all = new ArrayList<>();
        for (LocalDate date : time.days().dates()) {
            if (dayOff.test(date)) {
                all.add(new Change(time.clock().dayStart(date), 0));
            } else {
                time.clock().stretches(date).forEach(stretch -> addStretch(stretch, steps, all));
            }
        }
        List<Change> changes = new ArrayList<>();
        int value = 0;
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
