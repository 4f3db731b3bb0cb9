package mergedesk.scenario;

import java.time.Duration;
import java.time.LocalDateTime;
import java.util.List;
import mergedesk.units.With;

/** Something of the estate is down at a stated time, in every run: what would happen if. Freezes do not prevent it. */
public record Outage(
        @Meaning("Supplies that are down.") List<String> supplies,
        @Meaning("Rooms that are down.") List<String> rooms,
        @Meaning("Hosts that are down.") List<String> hosts,
        @Meaning("Applications of which the software is down.") List<String> applications,

        @Meaning(value = "When it begins: 2027-03-15T09:30.", required = true) LocalDateTime from,

        @Meaning(value = "How long it lasts; up to a year.", required = true)
        @Limits(above = 0, most = 366 * 86_400)
        Duration lasts) implements With<Outage>, TakesDown {}
