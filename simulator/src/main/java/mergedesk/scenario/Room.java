package mergedesk.scenario;

import java.util.List;
import mergedesk.units.With;

/** A machine room: what stands in it is down when the room is. */
public record Room(
        @Meaning(value = "Name as it is shown; the key when absent.", byDefault = Meaning.OWN_KEY)
        String name,

        @Meaning(value = "Datacentre in which it is.", required = true)
        String datacentre,

        @Meaning("Supplies without which it is down, and everything in it: [feed_north, cooling].")
        List<String> needs,

        @Meaning("How the room itself fails: fire, water, its own cooling; never when absent.")
        Failures failures,

        @Meaning("Racks for which it has space; no limit when absent.") @Limits(above = 0, most = 1e6)
        Double racks,

        @Meaning("Power that its machines may draw together at full load, without overhead: 40 kW; no limit when absent.") @Limits(above = 0, most = 1e9)
        Watts limit,

        @Meaning(value = "What it draws beside its machines; 0.6 W for each of their watts when absent (assumption: a PUE of 1.6, 1.4 to 2.5; old rooms 2.0).", byDefault = "{share: 60 %}")
        Overhead overhead,

        @Meaning("Rent a year, such as £40,000 / year, for as long as there is the room.") @Limits(least = 0, most = 1e9)
        Money rent,

        @Meaning(value = "Whether it is closed: what stands in it is off and draws nothing, it costs nothing, and nothing may run there. A step of a plan closes or opens it.", byDefault = "false")
        boolean closed) implements With<Room> {
    /** A room that needs nothing and never fails. */
    public static Room in(String datacentre) {
        return new Room(null, datacentre, List.of(), null, null, null, Overhead.USUAL, null, false);
    }
}
