package mergedesk.scenario;

import mergedesk.units.With;

/** How an application's time to answer grows with its load: that with nothing to do ÷ (1 − load), up to a limit. */
public record Response(
        @Meaning(value = "Transactions of each contact that is in service and needs it, after-call work and deferred work in hand included: 1 / min.", required = true)
        @Limits(above = 0, most = 1e15)
        Rate transactions,

        @Meaning(
                value = "How many times as long as with nothing to do it takes at most: 10 means that more than 90 % of load slows no further.",
                byDefault = "10",
                form = Meaning.Form.RATIO)
        @Limits(least = 1, most = 1000)
        double slowest) implements With<Response> {}
