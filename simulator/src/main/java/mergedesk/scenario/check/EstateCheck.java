package mergedesk.scenario.check;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import mergedesk.scenario.Application;
import mergedesk.scenario.Channel;
import mergedesk.scenario.Failures;
import mergedesk.scenario.Flow;
import mergedesk.scenario.Host;
import mergedesk.scenario.RepairCrew;
import mergedesk.scenario.Room;
import mergedesk.scenario.Scenario;
import mergedesk.scenario.tree.Places;

/** Whether applications run somewhere, nothing needs itself, and what fails takes time to do so. */
final class EstateCheck {
    private static final int MOST = 10_000;
    private static final double SHORTEST_SECONDS = 60;
    private static final int MOST_NAMED = 10;

    private final Scenario scenario;
    private final Places places;
    private final DistributionCheck distributions;

    EstateCheck(Scenario scenario, Places places) {
        this.scenario = scenario;
        this.places = places;
        distributions = new DistributionCheck(places);
    }

    void check() {
        Map.of("applications", scenario.applications(), "datacentres", scenario.datacentres(), "supplies", scenario.supplies(), "rooms", scenario.rooms(), "hosts", scenario.hosts(), "links", scenario.links(),
                        "repair_crews", scenario.repairCrews())
                .forEach((section, entries) -> {
                    if (entries.size() > MOST) {
                        places.fault(section, "more than 10,000 entries", "join those that fail together");
                    }
                });
        scenario.supplies().forEach((id, supply) -> checkFailures(supply.failures(), "supplies." + id + ".failures"));
        scenario.rooms().forEach((id, room) -> checkFailures(room.failures(), "rooms." + id + ".failures"));
        scenario.hosts().forEach((id, host) -> checkFailures(host.failures(), "hosts." + id + ".failures"));
        scenario.links().forEach((id, link) -> checkFailures(link.failures(), "links." + id + ".failures"));
        scenario.applications().forEach((id, application) -> check(id, application, "applications." + id));
        scenario.repairCrews().forEach((id, crew) -> check(crew, "repair_crews." + id));
        refuseCircles("supplies", needs(scenario.supplies().keySet(), id -> scenario.supplies().get(id).needs()));
        refuseCircles("applications", needs(scenario.applications().keySet(), id -> scenario.applications().get(id).needs()));
    }

    private void check(String id, Application application, String path) {
        checkFailures(application.failures(), path + ".failures");
        if (scenario.supplies().containsKey(id)) {
            places.faultAtKey(path, "a supply has this name, too, and needs could mean both", "call one of the two otherwise");
        }
        int hosts = application.hosts().size();
        refuseTwice(application.hosts(), path + ".hosts");
        refuseTwice(application.needs(), path + ".needs");
        if (application.needed() != null && application.needed() > hosts && places.sound(path + ".hosts")) {
            places.fault(path + ".needed", FailoverCheck.thereAre(hosts), "write at most that many, or name more hosts");
        }
        refuseClosed(application.hosts(), path + ".hosts");
        refuseClosed(application.standby(), path + ".standby");
        new FailoverCheck(scenario, places).check(application, path);
        boolean fails = application.failures() != null || !application.needs().isEmpty();
        if (hosts == 0 && !fails && !scenario.hosts().isEmpty() && places.sound(path)) {
            places.fault(path + ".hosts", "the application is hosted nowhere", "name its hosts; or, where a supplier runs it, write failures, or name the supplier in needs");
        }
    }

    private void check(RepairCrew crew, String path) {
        if (places.sound(path) && (crew.crews() == null) == (crew.flow() == null)) {
            places.fault(path, crew.flow() == null ? "nobody repairs" : "both a number of crews and a desk", "write exactly one of crews and flow");
        }
        Flow flow = crew.flow() == null ? null : scenario.flows().get(crew.flow());
        if (flow == null || !places.sound("flows." + crew.flow())) {
            return;
        }
        String name = path + ".flow";
        Channel channel = scenario.channels().get(flow.channel());
        if (channel != null && channel.kind() != Channel.Kind.DEFERRED) {
            places.fault(name, "it comes by " + flow.channel() + ", and a repair is work that nobody waits for on a line", "name a flow of a channel of kind: deferred");
        } else if (flow.ticket() != null) {
            places.fault(name, "its work is tickets, with holds and parts of their own", "name a flow of deferred work without ticket, with priority where repairs come first");
        }
        if (places.sound("services") && !scenario.needs(flow).isEmpty()) {
            places.fault(name, "it needs " + String.join(", ", scenario.needs(flow).keySet()) + ", which its repairs would wait for", "name a flow of a service that needs no application");
        }
    }

    private void refuseClosed(List<String> names, String path) {
        for (int i = 0; i < names.size(); i++) {
            Host host = scenario.hosts().get(names.get(i));
            Room room = host == null ? null : scenario.rooms().get(host.room());
            if (room != null && room.closed() && places.sound("rooms." + host.room())) {
                places.fault(path + "[" + i + "]", names.get(i) + " stands in " + host.room() + ", which is closed", "move it to another room first, or open this one");
            }
        }
    }

    private void refuseTwice(List<String> names, String path) {
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < names.size(); i++) {
            if (!seen.add(names.get(i))) {
                places.fault(path + "[" + i + "]", names.get(i) + " stands here twice", "remove one of the two");
            }
        }
    }

    private void checkFailures(Failures failures, String path) {
        if (failures == null) {
            return;
        }
        distributions.checkFamilyOrMean(failures.every(), path + ".every");
        distributions.checkFamilyOrMean(failures.repair(), path + ".repair");
        boolean isKnown = failures.every() != null && failures.every().orExponential().family() != null && places.sound(path + ".every");
        if (isKnown && failures.every().orExponential().meanSeconds() < SHORTEST_SECONDS) {
            places.fault(path + ".every", "it works for less than 1 min on average", "write 1 min or more");
        }
    }

    /** By name, what it needs of its own kind. */
    private static Map<String, List<String>> needs(Collection<String> names, Function<String, List<String>> needs) {
        Map<String, List<String>> all = new LinkedHashMap<>();
        names.forEach(name -> all.put(name, needs.apply(name).stream().filter(names::contains).toList()));
        return all;
    }

    /** One fault for each circle: from everything that leads to one the first such need is followed until a name comes again. */
    private void refuseCircles(String section, Map<String, List<String>> needs) {
        Set<String> left = leadingToCircles(needs);
        Set<String> seen = new HashSet<>();
        for (String from : left) {
            List<String> way = new ArrayList<>();
            String name = from;
            while (seen.add(name)) {
                way.add(name);
                name = needs.get(name).stream().filter(left::contains).findFirst().orElseThrow();
            }
            if (way.contains(name)) {
                refuseCircle(section, way.subList(way.indexOf(name), way.size()));
            }
        }
    }

    private void refuseCircle(String section, List<String> circle) {
        String first = circle.get(0);
        int at = indexOfNeed(section, first, circle.get(1 % circle.size()));
        String middle = circle.size() <= MOST_NAMED
                ? String.join(" needs ", circle)
                : String.join(" needs ", circle.subList(0, MOST_NAMED)) + " needs …, and " + (circle.size() - MOST_NAMED) + " names later one";
        places.fault(section + "." + first + ".needs[" + at + "]", "this goes in a circle: " + middle + " needs " + first, "remove one of these needs");
    }

    /** What is left when whoever needs only what needs nothing further is taken away, again and again. */
    private static Set<String> leadingToCircles(Map<String, List<String>> needs) {
        Map<String, List<String>> neededBy = new HashMap<>();
        Map<String, Integer> left = new LinkedHashMap<>(); // how many needs of each are left
        Deque<String> leaving = new ArrayDeque<>();
        needs.forEach((name, needed) -> {
            left.put(name, needed.size());
            needed.forEach(one -> neededBy.computeIfAbsent(one, first -> new ArrayList<>()).add(name));
            if (needed.isEmpty()) {
                leaving.add(name);
            }
        });
        while (!leaving.isEmpty()) {
            String name = leaving.remove();
            left.remove(name);
            for (String other : neededBy.getOrDefault(name, List.of())) {
                if (left.merge(other, -1, Integer::sum) == 0) {
                    leaving.add(other);
                }
            }
        }
        return left.keySet();
    }

    private int indexOfNeed(String section, String name, String needed) {
        List<String> all = section.equals("supplies") ? scenario.supplies().get(name).needs() : scenario.applications().get(name).needs();
        return all.indexOf(needed);
    }
}
