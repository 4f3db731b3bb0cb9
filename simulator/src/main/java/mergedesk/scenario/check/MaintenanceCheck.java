package mergedesk.scenario.check;

import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import mergedesk.scenario.ChangeFreeze;
import mergedesk.scenario.Maintenance;
import mergedesk.scenario.Scenario;
import mergedesk.scenario.TimeFrame;
import mergedesk.scenario.tree.Places;

/** Whether outages and windows of maintenance are of something, and windows once or every week. */
final class MaintenanceCheck {
    private static final long MOST_WINDOWS = 1_000_000;

    private final Scenario scenario;
    private final Places places;

    MaintenanceCheck(Scenario scenario, Places places) {
        this.scenario = scenario;
        this.places = places;
    }

    void check() {
        scenario.outages().forEach((id, outage) -> {
            if (outage.things() == 0 && places.sound("outages." + id)) {
                places.fault("outages." + id, "nothing is down", "write applications, hosts, rooms or supplies");
            }
        });
        scenario.plan().forEach((id, step) -> {
            if (step.down() != null && step.down().things() == 0 && places.sound("plan." + id + ".down")) {
                places.fault("plan." + id + ".down", "nothing is off", "write applications, hosts, rooms or supplies");
            }
        });
        scenario.maintenance().forEach((id, maintenance) -> check(maintenance, "maintenance." + id));
        for (Map.Entry<String, ChangeFreeze> freeze : scenario.changeFreezes().entrySet()) {
            if (freeze.getValue().from() != null && freeze.getValue().to() != null && freeze.getValue().to().isBefore(freeze.getValue().from())) {
                places.fault("change_freezes." + freeze.getKey() + ".to", "it ends before it begins, on " + freeze.getValue().from(), "write a later day, or the same");
            }
        }
        checkNumber();
    }

    private void check(Maintenance maintenance, String path) {
        if (maintenance.things() == 0 && places.sound(path)) {
            places.fault(path, "nothing is off", "write hosts, rooms, supplies or applications");
        }
        boolean once = places.written(path + ".from") || places.written(path + ".to");
        boolean weekly = places.written(path + ".every");
        if (once == weekly) {
            places.fault(
                    path + (once ? ".every" : ""),
                    once ? "it is either once or every week" : "when it happens is missing",
                    once ? "remove every, or from and to" : "write every: {sun: 02:00-04:00}, or from and to");
        } else if (once) {
            checkOnce(maintenance, path);
        }
    }

    private void checkOnce(Maintenance maintenance, String path) {
        for (String key : new String[] {"from", "to"}) {
            if (!places.written(path + "." + key)) {
                places.fault(path + "." + key, "a window that happens once has a beginning and an end", "add " + key + ": 2027-04-03T22:00");
            }
        }
        LocalDateTime from = maintenance.from();
        LocalDateTime to = maintenance.to();
        if (from == null || to == null) {
            return;
        }
        if (!to.isAfter(from)) {
            places.fault(path + ".to", "it ends when it begins, or before", "write a later moment");
        }
    }

    private void checkNumber() {
        TimeFrame time = scenario.time();
        if (time == null || time.start() == null || time.length() == null || TimeCheck.end(time) == null) {
            return;
        }
        long weeks = ChronoUnit.WEEKS.between(time.start(), TimeCheck.end(time)) + 2;
        long perWeek = scenario.maintenance().values().stream().filter(Maintenance::isWeekly).mapToLong(MaintenanceCheck::windows).sum();
        if (perWeek * weeks > MOST_WINDOWS) {
            places.fault("maintenance", "there are more than 1,000,000 windows", "make the run shorter, or join windows");
        }
    }

    private static long windows(Maintenance maintenance) {
        return maintenance.things() * maintenance.every().byDay().values().stream().mapToLong(ranges -> ranges.size()).sum();
    }
}
