package mergedesk.scenario;

import mergedesk.units.With;

/** Self-service that a share of a flow's people try before they come to a desk. The flow's volume is all of them. */
public record SelfService(
        @Meaning(value = "Channel of kind self_service that they try; while it is not available they come to the desk at once.", required = true)
        String channel,

        @Meaning(value = "Share of first attempts that try it.", required = true, form = Meaning.Form.SHARE)
        @Limits(least = 0, most = 1)
        double tries,

        @Meaning(value = "Share of these who get what they need there, and never come to a desk.", required = true, form = Meaning.Form.SHARE)
        @Limits(least = 0, most = 1)
        double contained,

        @Meaning(value = "Time after which the others come to a desk.", required = true)
        Distribution delay,

        @Meaning("Flow as which these come, such as one by email; the same flow when absent.")
        String becomes) implements With<SelfService> {}
