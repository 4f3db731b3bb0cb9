package mergedesk.scenario;

import java.time.Duration;
import mergedesk.units.With;

/** A place with opening hours and a queue. */
public record Desk(
        @Meaning(value = "Name as it is shown; the key when absent.", byDefault = Meaning.OWN_KEY)
        String name,

        @Meaning(value = "Opening hours by day: {mon-fri: 08:30-17:00}, or always.", byDefault = "always")
        WeeklyHours opening,

        @Meaning(value = "Whether the desk opens on bank holidays.", byDefault = "false")
        boolean opensOnBankHolidays,

        @Meaning("Telephone lines, waiting and talking together; unlimited when absent.")
        @Limits(least = 1, most = 1_000_000)
        Integer lines,

        @Meaning(value = "Target wait T of the service level.", byDefault = "20 s")
        Duration answerWithin,

        @Meaning(value = "Abandoning sooner than this counts as a short abandon.", byDefault = "5 s")
        Duration shortAbandon,

        @Meaning(
                value = "Agents of a contact's own council take it first; others, even idle ones, only after it has waited this long. A percentile of waits may be just this time.",
                byDefault = "0 s")
        Duration homeFirst,

        @Meaning(
                value =
                        "At closing time: serve those who wait, keep them waiting for the next opening as long as their patience lasts, or disconnect: cut them off.",
                byDefault = "serve")
        AtClose atClose,

        @Meaning(value = "How long before closing time nobody new may enter; who is inside is served.", byDefault = "0 s")
        Duration lastEntry,

        @Meaning("People who may wait at once, of all live channels together; who would be one more is blocked. Unlimited when absent.")
        @Limits(least = 0, most = 1_000_000)
        Integer queueCapacity,

        @Meaning(
                value = "At a counter: true: people say what they came for and wait for whoever can serve that; false: they stand in one line, and nobody is served before the one in front.",
                byDefault = "true")
        boolean ticketMachine,

        @Meaning(
                value =
                        "Which deferred work is taken first. due: what is due first, by respond_within or resolve_within, then what is never due, by priority; priority: by priority of the flow or ticket, then what came first; arrival: what came first.",
                byDefault = "due")
        DeferredOrder deferredOrder) implements With<Desk> {
    /** A desk that is always open but on bank holidays, with lines without end and room for everybody. */
    public static Desk named(String name) {
        return new Desk(
                name, WeeklyHours.ALWAYS, false, null, Duration.ofSeconds(20), Duration.ofSeconds(5), Duration.ZERO, AtClose.SERVE, Duration.ZERO, null, true, DeferredOrder.DUE);
    }

    /** What happens to those who wait when the desk closes. */
    public enum AtClose {
        SERVE,
        KEEP,
        DISCONNECT
    }

    /** Which deferred work is taken first. */
    public enum DeferredOrder {
        DUE,
        PRIORITY,
        ARRIVAL
    }
}
