package mergedesk.scenario;

import java.util.Map;
import mergedesk.units.With;

/** Contacts of one council about one service by one channel, going to one desk. */
public record Flow(
        @Meaning(value = "Council the contacts belong to.", required = true)
        String council,

        @Meaning(value = "Service they are about.", required = true)
        String service,

        @Meaning(value = "Channel they come by.", byDefault = "phone")
        String channel,

        @Meaning(value = "Desk that receives them.", required = true)
        String desk,

        @Meaning(
                "Expected volume, averaged over the reference year that begins at time.start: 120000 / year, 10 / min.")
        @Limits(least = 0, most = 1e10)
        Rate volume,

        @Meaning("Expected volume per head of the council's population, instead of volume: 1.2 / year.")
        @Limits(least = 0, most = 1e4)
        Rate volumePerHead,

        @Meaning("Recorded arrivals to replay, instead of a volume.")
        Trace trace,

        @Only(because = "deferred work is always kept, so nobody has to try again and counts twice")
        @Meaning(value = "What the published number counted.", byDefault = "callers")
        Basis basis,

        @Only(because = "deferred work is always kept, so nobody has to try again and counts twice")
        @Meaning(
                value =
                        "Share of the counted attempts that were redials; with basis attempts or after_ivr they are taken out, as the model makes its own.",
                byDefault = "0 %",
                form = Meaning.Form.SHARE)
        @Limits(least = 0, below = 1)
        double redials,

        @Meaning(value = "Shape of the week, a name from profiles; flat: the same rate always.", byDefault = "flat")
        String profile,

        @Meaning("Shape of the year, a name from seasons.") String season,

        @Meaning(value = "Growth of volume per year, from time.start on.", byDefault = "0 %", form = Meaning.Form.SHARE)
        @Limits(above = -1, most = 10)
        double growth,

        @Meaning(value = "1 is served first; a larger number waits behind.", byDefault = "1")
        @Limits(least = 1, most = 1000)
        int priority,

        @Meaning("Applications that its contacts need, beside those of the service: each council may have its own. Where both name an application, this holds.")
        Map<String, Need> needs,

        @Meaning(value = "Talk time of an agent of speed 1.", required = true)
        Distribution work,

        @Only(because = "deferred work may go half done from one group to another, so it is as much for all: write speed for a group")
        @Meaning("Talk time where a group works otherwise, by group: {west: {distribution: ..., mean: ...}}; its speed counts too.")
        Map<String, Distribution> workByGroup,

        @Only(because = "deferred work is one stretch of work: add it to work")
        @Meaning("After-call work that follows; none when absent.")
        Distribution afterCall,

        @Only(because = "deferred work waits as long as it takes, so nobody gives up")
        @Meaning("Time a person waits before giving up; endless when absent.")
        Distribution patience,

        @Only(Channel.Kind.CHAT)
        @Meaning("In a chat: time from the first answer until the person leaves, if the chat is not over by then; never when absent.")
        Distribution patienceInChat,

        @Only(because = "deferred work is kept whatever there is before it, so nobody leaves at once")
        @Meaning(
                value = "Chance that a person who must wait leaves at once.",
                byDefault = "0 %",
                form = Meaning.Form.SHARE)
        @Limits(least = 0, most = 1)
        double balk,

        @Only(because = "deferred work is kept whatever there is before it, so nobody leaves at once")
        @Meaning(
                value = "Chance of leaving at once when so many or more wait already by the same kind of channel: {3: 10 %, 6: 100 %}; where balk is higher, that holds.",
                form = Meaning.Form.SHARE)
        @Limits(least = 0, most = 1)
        Map<Integer, Double> balkAt,

        @Only(because = "nobody waits for deferred work, so nobody leaves a message instead")
        @Meaning("A message that people may leave after a wait, and wait no longer; none when absent.")
        Message message,

        @Only(because = "deferred work is always kept, so nobody has to try again")
        @Meaning("Whether people who were not served try again.")
        Retry retry,

        @Only(because = "self-service stands before a desk at which somebody waits: write it at the flow of calls, visits or chats")
        @Meaning("Self-service that some people try first.")
        SelfService selfService,

        @Only(Channel.Kind.DEFERRED)
        @Meaning("Deferred work: how soon an agent should first take it up. 24 h, 4 working hours, 1 working day.")
        WorkingTime respondWithin,

        @Only(Channel.Kind.DEFERRED)
        @Meaning("Deferred work: how soon it should be finished. 24 h, 8 working hours, 5 working days.")
        WorkingTime resolveWithin,

        @Only(Channel.Kind.DEFERRED)
        @Meaning("Deferred work that is on the desk when the simulation starts; none when absent.")
        OpeningBacklog openingBacklog,

        @Only(Channel.Kind.DEFERRED)
        @Meaning("Deferred work: what makes it tickets, with priorities, holds and reassignments; plain work when absent.")
        Ticket ticket,

        @Meaning(
                "Overrides the key that random draws of this flow hang on, so that a renamed flow meets the same people.")
        String key) implements With<Flow> {
    /** Calls by phone of people who wait as long as it takes; how many there are is not said yet. */
    public static Flow of(String council, String service, String desk, Distribution work) {
        return new Flow(
                council, service, "phone", desk, null, null, null, Basis.CALLERS, 0, "flat", null, 0, 1, Map.of(), work, Map.of(), null, null, null, 0, Map.of(), null, null, null, null, null, null, null, null);
    }

    /** The same with one contact a year, if it says how many come; see {@link Scenario#bare}. None stays none. */
    Flow bare() {
        Flow one = isSome(volume) ? with(Flow::volume, Rate.ONE_A_YEAR) : this;
        return isSome(volumePerHead) ? one.with(Flow::volumePerHead, Rate.ONE_A_YEAR) : one;
    }

    private static boolean isSome(Rate rate) {
        return rate != null && rate.count() != 0;
    }

    /** What a published volume counted. */
    public enum Basis {
        CALLERS,
        ATTEMPTS,
        AFTER_IVR
    }
}
