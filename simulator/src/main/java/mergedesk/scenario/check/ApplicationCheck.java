package mergedesk.scenario.check;

import mergedesk.scenario.Application;
import mergedesk.scenario.Scenario;
import mergedesk.scenario.tree.Places;

/** Whether applications can carry what needs them. */
final class ApplicationCheck {
    private static final int MOST = 1_000;

    private final Scenario scenario;
    private final Places places;

    ApplicationCheck(Scenario scenario, Places places) {
        this.scenario = scenario;
        this.places = places;
    }

    void check() {
        if (scenario.applications().size() > MOST) {
            places.fault("applications", "more than 1,000 applications", "join those that are down and slow together");
        }
        scenario.applications().forEach((id, application) -> checkCapacity(application, "applications." + id));
    }

    private void checkCapacity(Application application, String path) {
        boolean capacity = places.written(path + ".capacity");
        boolean response = places.written(path + ".response");
        if (capacity != response) {
            places.fault(path + (capacity ? ".response" : ".capacity"),
                    capacity ? "capacity needs response" : "response needs capacity",
                    capacity ? "write response: {transactions: 1 / min}, or remove capacity" : "write capacity: 40 / s, or remove response");
        } else if (capacity && places.sound(path) && load(application) >= 1) {
            places.fault(path + ".response.transactions", "one contact in service alone is as much as the application can carry, or more", "write fewer than the capacity; both are per length of time");
        }
    }

    private static double load(Application application) {
        return application.response().transactions().perMeanYear() / application.capacity().perMeanYear();
    }
}
