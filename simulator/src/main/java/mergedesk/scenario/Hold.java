package mergedesk.scenario;

import mergedesk.units.With;

/** A ticket waits for somebody who is not of the desk, the customer or a supplier: its clock stands still, and the agent is free. */
public record Hold(
        @Meaning(value = "Chance that it happens, in each part.", required = true, form = Meaning.Form.SHARE)
        @Limits(least = 0, most = 1)
        double chance,

        @Meaning("Work before it, beside the work of the part; it waits as soon as it is taken up when absent.")
        Distribution after,

        @Meaning(value = "How long it waits, night and day.", required = true)
        Distribution length) implements With<Hold> {}
