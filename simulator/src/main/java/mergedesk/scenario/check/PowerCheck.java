package mergedesk.scenario.check;

import java.util.List;
import java.util.Map;
import mergedesk.scenario.Host;
import mergedesk.scenario.PowerDraw;
import mergedesk.scenario.Room;
import mergedesk.scenario.Scenario;
import mergedesk.scenario.text.Numbers;
import mergedesk.scenario.tree.Places;

/** Whether what stands in a room fits there and can be fed, and power is known of all machines or of none. */
final class PowerCheck {
    private static final int POINTS = 11;
    private static final double ROUNDING = 1e-9;

    private final Scenario scenario;
    private final Places places;

    PowerCheck(Scenario scenario, Places places) {
        this.scenario = scenario;
        this.places = places;
    }

    void check() {
        boolean any = scenario.hosts().values().stream().anyMatch(host -> host.watts() != null);
        scenario.hosts().forEach((id, host) -> {
            String path = "hosts." + id;
            if (any && host.watts() == null && places.sound(path)) {
                places.fault(path, "other hosts have watts, and this one has none: sums over its room would be too small", "write watts: {full: 400 W}, or host_defaults for all");
            } else if (host.watts() != null && places.sound(path + ".watts")) {
                check(host.watts(), path + ".watts");
            }
        });
        if (places.sound("hosts")) {
            Map<String, List<Host>> hosts = scenario.hostsByRoom();
            scenario.rooms().forEach((id, room) -> check(room, hosts.getOrDefault(id, List.of()), "rooms." + id));
        }
    }

    private void check(PowerDraw draw, String path) {
        if (!draw.curve().isEmpty() && draw.curve().size() != POINTS) {
            places.fault(path + ".curve", "there are " + draw.curve().size() + " shares, and 11 are needed", "write one for loads of 0 %, 10 %, 20 % and so on to 100 %");
        }
        if (!draw.curve().isEmpty() && draw.idle() != null) {
            places.fault(path + ".idle", "the curve begins with the share at no load", "keep one of idle and curve");
        }
    }

    private void check(Room room, List<Host> hosts, String path) {
        if (!places.sound(path)) {
            return;
        }
        double racks = hosts.stream().mapToDouble(Host::racks).sum();
        if (room.racks() != null && racks > room.racks() + ROUNDING) {
            places.fault(path + ".racks", "its hosts take " + Numbers.plain(racks) + " racks", "move hosts to another room, or write " + Numbers.plain(racks) + " or more");
        }
        double watts = hosts.stream().filter(host -> host.watts() != null).mapToDouble(host -> host.watts().full().watts()).sum();
        if (room.limit() != null && watts > room.limit().watts() + ROUNDING) {
            places.fault(path + ".limit", "its hosts draw " + Numbers.plain(watts) + " W at full load", "move hosts to another room, or write \"" + Numbers.plain(watts) + " W\" or more");
        }
    }
}
