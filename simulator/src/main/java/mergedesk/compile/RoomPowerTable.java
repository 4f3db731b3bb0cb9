package mergedesk.compile;

import java.util.List;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import java.util.function.ToLongFunction;
import java.util.stream.DoubleStream;
import mergedesk.program.Program;
import mergedesk.program.RoomPower;
import mergedesk.scenario.Electricity;
import mergedesk.scenario.Host;
import mergedesk.scenario.Room;
import mergedesk.scenario.Scenario;

/** What the machines of each room draw at their usual load, and the room beside: the mean of the phases of a plan, each by the time that it lasts. Space and limits are those of the start. */
final class RoomPowerTable {
    private static final double MILLI = 1e3;
    private static final double MILLION = 1e6;

    private final Phases phases;
    private final Program.Horizon horizon;
    private final Scenario scenario; // at first
    private final Keys rooms;

    private RoomPowerTable(Phases phases, Program.Horizon horizon) {
        this.phases = phases;
        this.horizon = horizon;
        scenario = phases.scenarios().get(0);
        rooms = new Keys("room", scenario.rooms().keySet());
    }

    static RoomPower of(Phases phases, Program.Horizon horizon) {
        boolean isGiven = phases.scenarios().stream().anyMatch(phase -> phase.hosts().values().stream().anyMatch(host -> host.watts() != null) || phase.rooms().values().stream().anyMatch(room -> room.rent() != null));
        return isGiven ? new RoomPowerTable(phases, horizon).compile() : RoomPower.NONE;
    }

    private RoomPower compile() {
        Keys datacentres = new Keys("datacentre", scenario.datacentres().keySet());
        Electricity electricity = scenario.electricity();
        return new RoomPower(
                scenario.rooms().values().stream().mapToInt(room -> datacentres.of(room.datacentre())).toArray(),
                overTime(this::machines),
                overTime(this::overhead),
                ofHosts(scenario, host -> host.watts() == null ? 0 : host.watts().full().watts() * MILLI),
                ofRooms(room -> room.limit() == null ? RoomPower.NOT_GIVEN : whole(room.limit().watts() * MILLI)),
                ofHosts(scenario, host -> host.racks() * MILLION),
                ofRooms(room -> room.racks() == null ? RoomPower.NOT_GIVEN : whole(room.racks() * MILLION)),
                rents(),
                whole(electricity.carbon().gramsPerKwh() * MILLI));
    }

    /** The mean of the phases, each by the time that it lasts. */
    private long[] overTime(Function<Scenario, long[]> ofPhase) {
        double[] means = new double[rooms.size()];
        for (int phase = 0; phase < phases.scenarios().size(); phase++) {
            long[] values = ofPhase.apply(phases.scenarios().get(phase));
            for (int room = 0; room < means.length; room++) {
                means[room] += phases.share(phase, horizon) * values[room];
            }
        }
        return DoubleStream.of(means).mapToLong(Math::round).toArray();
    }

    private long[] rents() {
        long[] rents = overTime(phase -> ofRooms(phase, room -> room.closed() || room.rent() == null ? 0 : room.rent().pence()));
        int number = 0;
        for (String id : scenario.rooms().keySet()) {
            boolean isKnown = phases.scenarios().stream().map(phase -> phase.rooms().get(id)).allMatch(room -> room.closed() || room.rent() != null);
            rents[number] = isKnown ? rents[number] : RoomPower.NOT_GIVEN;
            number++;
        }
        return rents;
    }

    private long[] machines(Scenario phase) {
        return ofHosts(phase, host -> host.watts() == null || phase.rooms().get(host.room()).closed() ? 0 : PowerCurve.watts(host.watts(), host.load()) * MILLI);
    }

    /** A sum over the hosts of each room, rounded once for each host. */
    private long[] ofHosts(Scenario phase, ToDoubleFunction<Host> value) {
        long[] sums = new long[rooms.size()];
        phase.hosts().values().forEach(host -> sums[rooms.of(host.room())] += whole(value.applyAsDouble(host)));
        return sums;
    }

    private long[] ofRooms(ToLongFunction<Room> value) {
        return ofRooms(scenario, value);
    }

    private static long[] ofRooms(Scenario phase, ToLongFunction<Room> value) {
        return phase.rooms().values().stream().mapToLong(value).toArray();
    }

    private long[] overhead(Scenario phase) {
        long[] machines = machines(phase);
        List<Room> all = List.copyOf(phase.rooms().values());
        long[] overhead = new long[machines.length];
        for (int room = 0; room < overhead.length; room++) {
            overhead[room] = all.get(room).closed() ? 0 : whole(all.get(room).overhead().fixed().watts() * MILLI + all.get(room).overhead().share() * machines[room]);
        }
        return overhead;
    }

    private static long whole(double value) {
        return Math.round(value);
    }
}
