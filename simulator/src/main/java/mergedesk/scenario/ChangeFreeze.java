package mergedesk.scenario;

import java.time.LocalDate;

/** Days on which nothing is changed: windows of maintenance that would touch one of them do not happen. */
public record ChangeFreeze(
        @Meaning(value = "First day.", required = true) LocalDate from,
        @Meaning(value = "Last day.", required = true) LocalDate to) {
    /** Whether the day is one of them. */
    public boolean holds(LocalDate date) {
        return !date.isBefore(from) && !date.isAfter(to);
    }
}
