package mergedesk.scenario.check;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import mergedesk.scenario.Flow;
import mergedesk.scenario.Incidents;
import mergedesk.scenario.Scenario;
import mergedesk.scenario.tree.Places;

/** Whether there is somebody who calls when an application is down, and what is said of them is said of somebody. */
final class IncidentCheck {
    private static final long MOST_USERS = 10_000_000;
    private static final List<String> OF_USERS = List.of("calls", "delay", "after_recovery", "announcement");

    private final Scenario scenario;
    private final Places places;
    private final DistributionCheck distributions;

    IncidentCheck(Scenario scenario, Places places) {
        this.scenario = scenario;
        this.places = places;
        distributions = new DistributionCheck(places);
    }

    void check() {
        scenario.applications().forEach((id, application) -> {
            if (application.incidents() != null) {
                check(application.incidents(), "applications." + id + ".incidents");
            }
        });
    }

    private void check(Incidents incidents, String path) {
        boolean users = places.written(path + ".users");
        if (!users && !places.written(path + ".surge")) {
            places.fault(path + ".users", "nobody calls", "write users: {it_calls: 1000}, or surge: {it_calls: 9 / min}, with flows as which they call");
        } else if (users && !places.written(path + ".delay")) {
            places.fault(path + ".delay", "users need the time after which they call", "write delay: {mean: 60 min}");
        }
        for (String key : OF_USERS) {
            if (!users && places.written(path + "." + key)) {
                places.fault(path + "." + key, key + " is about users, and there are none", "write users: {it_calls: 1000}, or remove " + key);
            }
        }
        long all = places.sound(path + ".users") ? incidents.users().values().stream().mapToLong(Integer::longValue).sum() : 0;
        if (all > MOST_USERS) {
            places.fault(path + ".users", "more than 10,000,000 users (" + all + ")", "write fewer, or surge");
        }
        distributions.checkFamilyOrMean(incidents.delay(), path + ".delay");
        if (incidents.parentTicket() != null) {
            distributions.checkTimeless(incidents.parentTicket().work(), path + ".parent_ticket.work");
            checkParent(incidents, path + ".parent_ticket");
        }
    }

    /** The short call must be what the flow's own keys leave it. */
    private void checkParent(Incidents incidents, String path) {
        Set<String> flows = new TreeSet<>(incidents.users().keySet());
        flows.addAll(incidents.surge().keySet());
        for (String id : flows) {
            Flow flow = scenario.flows().get(id);
            boolean ticket = flow != null && flow.ticket() != null;
            if (ticket || (flow != null && !flow.workByGroup().isEmpty())) {
                places.fault(path, "flow " + id + " has " + (ticket ? "ticket" : "work_by_group") + ", which says how long its work is", "name another flow, or remove parent_ticket");
            }
        }
    }
}
