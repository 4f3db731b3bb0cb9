package mergedesk.scenario.check;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import mergedesk.scenario.Application;
import mergedesk.scenario.Failover;
import mergedesk.scenario.Host;
import mergedesk.scenario.Room;
import mergedesk.scenario.Scenario;
import mergedesk.scenario.tree.Places;

/** Whether a standby is another than the hosts, as far apart as it must be, and how it comes to serve. */
final class FailoverCheck {
    private final Scenario scenario;
    private final Places places;
    private final DistributionCheck distributions;

    FailoverCheck(Scenario scenario, Places places) {
        this.scenario = scenario;
        this.places = places;
        distributions = new DistributionCheck(places);
    }

    void check(Application application, String path) {
        List<String> standby = application.standby();
        Set<String> hosts = new HashSet<>(application.hosts());
        Map<String, String> hostByPlace = hostByPlace(application);
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < standby.size(); i++) {
            String host = standby.get(i);
            String at = path + ".standby[" + i + "]";
            if (hosts.contains(host)) {
                places.fault(at, "it is one of the hosts that it is to stand in for", "name another host, or remove it");
            } else if (!seen.add(host)) {
                places.fault(at, host + " stands here twice", "remove one of the two");
            } else {
                checkApart(application.apart(), host, hostByPlace, at);
            }
        }
        if (standby.isEmpty()) {
            refuseWithoutStandby(path);
        } else if (!places.written(path + ".failover")) {
            places.fault(path + ".standby", "how the standby comes to serve is missing", "write failover: {takes: {mean: 5 min}} beside it");
        }
        if (!standby.isEmpty() && application.hosts().isEmpty()) {
            places.fault(path + ".standby", "there are no hosts for which it could stand in", "write hosts");
        }
        if (application.standbyNeeded() != null && application.standbyNeeded() > standby.size() && !standby.isEmpty()) {
            places.fault(path + ".standby_needed", thereAre(standby.size()), "write at most that many, or name more hosts");
        }
        if (application.failover() != null) {
            check(application.failover(), path + ".failover");
        }
    }

    static String thereAre(int hosts) {
        return hosts == 1 ? "there is 1 host" : "there are " + hosts + " hosts";
    }

    private void refuseWithoutStandby(String path) {
        for (String key : List.of("standby_needed", "failover", "apart")) {
            if (places.written(path + "." + key)) {
                places.fault(path + "." + key, "there is no standby", "write standby: [host], or remove it");
            }
        }
    }

    private void check(Failover failover, String path) {
        distributions.checkFamilyOrMean(failover.takes(), path + ".takes");
        distributions.checkFamilyOrMean(failover.otherwise(), path + ".otherwise");
        distributions.checkFamilyOrMean(failover.backTakes(), path + ".back_takes");
        if (failover.works() < 1 && !places.written(path + ".otherwise")) {
            places.fault(path + ".works", "how long it takes when it does not work is missing", "write otherwise: {mean: 1 h} beside it");
        }
        if (failover.back() == Failover.Back.NEVER && places.written(path + ".back_takes")) {
            places.fault(path + ".back_takes", "with back: never nothing goes back", "remove it, or write another back");
        }
    }

    /** Rooms, or datacentres, of hosts and standby differ. */
    private void checkApart(Application.Apart apart, String standby, Map<String, String> hostByPlace, String path) {
        String place = place(standby, apart);
        if (hostByPlace.containsKey(place)) {
            String what = apart.name().toLowerCase(Locale.ROOT);
            places.fault(path, "it is in " + what + " " + place + " like " + hostByPlace.get(place) + ", and must be apart: " + what, "name a host in another " + what);
        }
    }

    /** Where no standby may be: the first host that is there. */
    private Map<String, String> hostByPlace(Application application) {
        Map<String, String> first = new HashMap<>();
        application.hosts().forEach(host -> first.putIfAbsent(place(host, application.apart()), host));
        first.remove("");
        return first;
    }

    /** Empty where nothing is asked, or not known. */
    private String place(String host, Application.Apart apart) {
        Host named = apart == null ? null : scenario.hosts().get(host);
        Room room = named == null || named.room() == null ? null : scenario.rooms().get(named.room());
        if (room == null) {
            return "";
        }
        return apart == Application.Apart.ROOM ? named.room() : String.valueOf(room.datacentre());
    }
}
