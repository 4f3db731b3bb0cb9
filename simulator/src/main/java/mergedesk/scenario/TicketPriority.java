package mergedesk.scenario;

import mergedesk.units.With;

/** What is different for tickets of one priority. */
public record TicketPriority(
        @Meaning("How soon an agent should first take it up; as in the flow when absent.")
        WorkingTime respondWithin,

        @Meaning("How soon it should be resolved, not counting time on hold; as in the flow when absent.")
        WorkingTime resolveWithin,

        @Meaning("Work of a part; as in the flow when absent.")
        Distribution work) implements With<TicketPriority> {}
