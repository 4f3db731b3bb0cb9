package mergedesk.scenario;

import mergedesk.units.With;

/** A resolved ticket comes back: a part more for the group that had it last, with new times by which it is due. */
public record Reopening(
        @Meaning(value = "Chance of it, each time a ticket is resolved.", required = true, form = Meaning.Form.SHARE)
        @Limits(least = 0, below = 1)
        double chance,

        @Meaning(value = "Time from being resolved until then; who would come later than closes_after finds it closed and does not.", required = true)
        Distribution after) implements With<Reopening> {}
