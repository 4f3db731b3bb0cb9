package mergedesk.scenario;

import java.time.Duration;
import java.util.List;
import mergedesk.units.With;

/** What is off from a step of a plan on, because of it, in every run. Freezes do not prevent it. */
public record Downtime(
        @Meaning("Supplies that are off.") List<String> supplies,
        @Meaning("Rooms that are off.") List<String> rooms,
        @Meaning("Hosts that are off.") List<String> hosts,
        @Meaning("Applications of which the software is off.") List<String> applications,

        @Meaning(value = "For how long, up to a year.", required = true)
        @Limits(above = 0, most = 366 * 86_400)
        Duration lasts) implements With<Downtime>, TakesDown {}
