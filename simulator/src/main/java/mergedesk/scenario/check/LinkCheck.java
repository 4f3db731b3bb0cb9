package mergedesk.scenario.check;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import mergedesk.scenario.Scenario;
import mergedesk.scenario.tree.Places;

/** Whether a desk with links has one to wherever the applications run that its contacts need. */
final class LinkCheck {
    private final Scenario scenario;
    private final Places places;

    LinkCheck(Scenario scenario, Places places) {
        this.scenario = scenario;
        this.places = places;
    }

    void check() {
        for (String section : new String[] {"links", "applications", "hosts", "rooms", "flows", "services"}) {
            if (!places.sound(section)) {
                return;
            }
        }
        Map<String, Set<String>> sites = new LinkedHashMap<>(); // by desk
        scenario.links().values().forEach(link -> sites.computeIfAbsent(link.desk(), desk -> new TreeSet<>()).add(link.datacentre()));
        Map<String, Set<String>> runsAt = new HashMap<>(); // by application
        Set<String> told = new TreeSet<>();
        scenario.flows().values().stream().filter(flow -> sites.containsKey(flow.desk())).forEach(flow -> scenario.needs(flow).keySet().forEach(application -> {
            Set<String> needed = runsAt.computeIfAbsent(application, scenario::datacentres);
            if (!needed.isEmpty() && needed.stream().noneMatch(sites.get(flow.desk())::contains) && told.add(flow.desk() + " " + application)) {
                places.fault(
                        "links",
                        "no link joins desk " + flow.desk() + " with " + String.join(" or ", needed) + ", where " + application + " runs, which contacts there need",
                        "add one, or remove the links of the desk: without any it reaches everything");
            }
        }));
    }
}
