package mergedesk.scenario;

import java.time.Duration;
import mergedesk.units.With;

/** Deferred work that is on the desk already when the simulation starts. The oldest piece is as old as it says, the ages of the others are spread evenly below. */
public record OpeningBacklog(
        @Meaning(value = "Pieces of work on the desk at the start.", required = true)
        @Limits(least = 0, most = 1_000_000)
        int items,

        @Meaning(value = "Age of the oldest at the start; ages of the others are spread evenly below.", byDefault = "0 s")
        Duration oldest) implements With<OpeningBacklog> {
    /** So many pieces, all of them new. */
    public static OpeningBacklog of(int items) {
        return new OpeningBacklog(items, Duration.ZERO);
    }
}
