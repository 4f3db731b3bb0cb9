package mergedesk.scenario;

import java.time.Duration;
import java.time.LocalDateTime;
import java.time.ZoneId;

/** When the scenario starts, how long it lasts and how a run ends. */
public record TimeFrame(
        @Meaning(value = "Local date, or date and time, at which the simulation starts.", required = true)
        LocalDateTime start,

        @Meaning(value = "Time zone of all wall-clock times.", byDefault = "Europe/London")
        ZoneId zone,

        @Meaning(value = "Horizon: for example 8 h, 28 days, 12 months, 1 year.", required = true)
        CalendarSpan length,

        @Meaning(
                value =
                        "Length of the intervals by which results are reported: 15, 30 or 60 min. Changes nothing that happens.",
                byDefault = "30 min")
        Duration interval,

        @Meaning(
                value =
                        "drain: arrivals stop at the end and the system empties; cut: steady state, contacts that arrive between warm-up and end count.",
                byDefault = "drain")
        End end,

        @Meaning(value = "Time at the start that is simulated but not counted (with end: cut).", byDefault = "0 s")
        Duration warmUp,

        @Meaning(
                value =
                        "With end: cut, the number of batches that a replication's window is divided into; 1: each replication is one observation. They are joined to 30 where they divide: prefer 30, 60, 120.",
                byDefault = "1")
        @Limits(least = 1, most = 10_000)
        int batches) {

    /** How a run ends. */
    public enum End {
        DRAIN,
        CUT
    }
}
