package mergedesk.scenario.check;

import java.util.List;
import mergedesk.scenario.Application;
import mergedesk.scenario.Need;
import mergedesk.scenario.Scenario;
import mergedesk.scenario.tree.Places;

/** Whether applications can carry what needs them. */
final class ApplicationCheck {
    private static final int MOST = 1_000;

    private final Scenario scenario;
    private final Places places;
    private final DistributionCheck distributions;

    ApplicationCheck(Scenario scenario, Places places) {
        this.scenario = scenario;
        this.places = places;
        distributions = new DistributionCheck(places);
    }

    void check() {
        if (scenario.applications().size() > MOST) {
            places.fault("applications", "more than 1,000 applications", "join those that are down and slow together");
        }
        scenario.services().forEach((id, service) -> service.needs().forEach((application, need) -> checkNeed(need, "services." + id + ".needs." + application)));
        scenario.applications().forEach((id, application) -> checkCapacity(application, "applications." + id));
    }

    private void checkNeed(Need need, String path) {
        boolean comesBack = need.whenDown() == Need.WhenDown.COMES_BACK;
        for (String key : List.of("told", "after")) {
            boolean written = places.written(path + "." + key);
            if (written && !comesBack) {
                places.fault(path + "." + key, "nobody is told to come again", "write when_down: comes_back, or remove " + key);
            } else if (!written && comesBack && places.sound(path + ".when_down")) {
                places.fault(path + "." + key, "comes_back needs " + key, key.equals("told") ? "write told: {distribution: constant, mean: 45 s}" : "write after: {mean: 2 h}");
            }
        }
        distributions.checkFamilyOrMean(need.told(), path + ".told");
        distributions.checkFamilyOrMean(need.after(), path + ".after");
        boolean slower = need.whenDown() == Need.WhenDown.SLOWER || need.deferred() == Need.Deferred.SLOWER;
        if (places.written(path + ".speed") && !slower && places.sound(path + ".when_down") && places.sound(path + ".deferred")) {
            places.fault(path + ".speed", "nothing is slower", "write when_down: slower or deferred: slower, or remove speed");
        }
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
