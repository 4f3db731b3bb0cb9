package mergedesk.compile;

import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.function.ToLongFunction;
import mergedesk.program.RoomPower;
import mergedesk.scenario.Electricity;
import mergedesk.scenario.Host;
import mergedesk.scenario.Room;
import mergedesk.scenario.Scenario;

/** What the machines of each room draw at their usual load, and the room beside. */
final class RoomPowerTable {
    private static final double MILLI = 1e3;
    private static final double MILLION = 1e6;

    private final Scenario scenario;
    private final Keys rooms;

    private RoomPowerTable(Scenario scenario) {
        this.scenario = scenario;
        rooms = new Keys("room", scenario.rooms().keySet());
    }

    static RoomPower of(Scenario scenario) {
        boolean isGiven = scenario.hosts().values().stream().anyMatch(host -> host.watts() != null)
                || scenario.rooms().values().stream().anyMatch(room -> room.rent() != null);
        return isGiven ? new RoomPowerTable(scenario).compile() : RoomPower.NONE;
    }

    private RoomPower compile() {
        Keys datacentres = new Keys("datacentre", scenario.datacentres().keySet());
        long[] machines = ofHosts(host -> host.watts() == null ? 0 : PowerCurve.watts(host.watts(), host.load()) * MILLI);
        Electricity electricity = scenario.electricity();
        return new RoomPower(
                scenario.rooms().values().stream().mapToInt(room -> datacentres.of(room.datacentre())).toArray(),
                machines,
                overhead(machines),
                ofHosts(host -> host.watts() == null ? 0 : host.watts().full().watts() * MILLI),
                ofRooms(room -> room.limit() == null ? RoomPower.NOT_GIVEN : whole(room.limit().watts() * MILLI)),
                ofHosts(host -> host.racks() * MILLION),
                ofRooms(room -> room.racks() == null ? RoomPower.NOT_GIVEN : whole(room.racks() * MILLION)),
                ofRooms(room -> room.rent() == null ? RoomPower.NOT_GIVEN : room.rent().pence()),
                whole(electricity.carbon().gramsPerKwh() * MILLI));
    }

    /** A sum over the hosts of each room, rounded once for each host. */
    private long[] ofHosts(ToDoubleFunction<Host> value) {
        long[] sums = new long[rooms.size()];
        scenario.hosts().values().forEach(host -> sums[rooms.of(host.room())] += whole(value.applyAsDouble(host)));
        return sums;
    }

    private long[] ofRooms(ToLongFunction<Room> value) {
        return scenario.rooms().values().stream().mapToLong(value).toArray();
    }

    private long[] overhead(long[] machines) {
        List<Room> all = List.copyOf(scenario.rooms().values());
        long[] overhead = new long[machines.length];
        for (int room = 0; room < overhead.length; room++) {
            overhead[room] = whole(all.get(room).overhead().fixed().watts() * MILLI + all.get(room).overhead().share() * machines[room]);
        }
        return overhead;
    }

    private static long whole(double value) {
        return Math.round(value);
    }
}
