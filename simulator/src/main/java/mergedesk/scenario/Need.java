package mergedesk.scenario;

import mergedesk.units.With;

/** What contacts of a service need an application for, and what becomes of them while it is down. */
public record Need(
        @Meaning(value = "Share of the contacts that need it; which ones, chance decides, the same at all attempts.", byDefault = "100 %", form = Meaning.Form.SHARE)
        @Limits(least = 0, most = 1)
        double share,

        @Meaning(
                value = "Calls, visits and chats that need it while it is down. slower: work goes at speed. pauses: agent and person wait for it together. comes_back: an agent tells them, and they come again. goes_on: it makes no difference.",
                byDefault = "slower")
        WhenDown whenDown,

        @Meaning(
                value = "Deferred work that needs it while it is down. held: nobody takes it up, what is in hand is put back, and its clocks stand until it is up again. slower: work goes at speed. pauses: the agent waits for it. goes_on: it makes no difference.",
                byDefault = "held")
        Deferred deferred,

        @Meaning(value = "slower: speed of work while it is down, on paper or from memory; an assumption.", byDefault = "40 %", form = Meaning.Form.RATIO)
        @Limits(least = 0.01, most = 1)
        double speed,

        @Meaning("comes_back: talk in which they are told: {distribution: constant, mean: 45 s}.")
        Distribution told,

        @Meaning("comes_back: time until they come again: {mean: 2 h}.")
        Distribution after) implements With<Need> {
    /** All contacts need it, and are served without it at less than half of the speed. */
    public static final Need OF_ALL = new Need(1, WhenDown.SLOWER, Deferred.HELD, 0.4, null, null);

    /** What becomes of people's contacts. */
    public enum WhenDown {
        SLOWER,
        PAUSES,
        COMES_BACK,
        GOES_ON
    }

    /** What becomes of deferred work. */
    public enum Deferred {
        HELD,
        SLOWER,
        PAUSES,
        GOES_ON
    }
}
