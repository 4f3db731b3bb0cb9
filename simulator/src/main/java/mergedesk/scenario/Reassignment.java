package mergedesk.scenario;

import mergedesk.units.With;

/** Tickets that one group gives to another when it has done its part. Only the other may take them up then. */
public record Reassignment(
        @Meaning(value = "Group that has done its part.", required = true)
        String from,

        @Meaning(value = "Group that gets the ticket.", required = true)
        String to,

        @Meaning(value = "Chance of it, after each part of the first group.", required = true, form = Meaning.Form.SHARE)
        @Limits(least = 0, most = 1)
        double chance) implements With<Reassignment> {}
