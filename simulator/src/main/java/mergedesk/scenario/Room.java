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
        Failures failures) implements With<Room> {
    /** A room that needs nothing and never fails. */
    public static Room in(String datacentre) {
        return new Room(null, datacentre, List.of(), null);
    }
}
