package mergedesk.scenario;

import mergedesk.units.With;

/** What is different for tickets of one priority. */
public record TicketPriority(
        @Meaning("How soon an agent should first take it up; as in the flow when absent.")
        WorkingTime respondWithin,

        @Meaning("How soon it should be resolved, not counting time on hold; as in the flow when absent.")
        WorkingTime resolveWithin,

        @Meaning("Work of a part; as in the flow when absent.")
        Distribution work,

        @Meaning(value = "Agents who work on it together, at most: one takes it up, others join before any other deferred work, and it goes on as fast as all of them together.", byDefault = "1")
        @Limits(least = 1, most = 100)
        int people) implements With<TicketPriority> {}
