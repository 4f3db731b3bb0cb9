package mergedesk.scenario;

import java.time.LocalDateTime;
import java.util.List;
import mergedesk.units.With;

/** A planned window in which something of the estate is off: once, or every week. Whatever needs it is down, or its standby serves. */
public record Maintenance(
        @Meaning("Supplies that are off.") List<String> supplies,
        @Meaning("Rooms that are off.") List<String> rooms,
        @Meaning("Hosts that are off.") List<String> hosts,
        @Meaning("Applications of which the software is off.") List<String> applications,

        @Meaning("When it is off every week: {sun: 02:00-04:00}. Or from and to.")
        WeeklyHours every,

        @Meaning("When it is off once: 2027-04-03T22:00.") LocalDateTime from,
        @Meaning("Until then.") LocalDateTime to) implements With<Maintenance>, TakesDown {
    /** Whether it is off every week. */
    public boolean isWeekly() {
        return every != null;
    }
}
