package mergedesk.scenario;

import java.time.Duration;
import java.util.Map;
import mergedesk.units.With;

/** Who calls because an application is down: each of its users at most once in an outage, or so many a minute as long as it lasts. */
public record Incidents(
        @Meaning(value = "Users who are at work with it, by the flow as which they call, such as {chester_ict_calls: 1000}; a flow may have a volume of 0 beside them.", form = Meaning.Form.COUNT)
        @Limits(least = 1, most = 10_000_000)
        Map<String, Integer> users,

        @Meaning(value = "Chance that a user calls, if nothing keeps the user from it; an assumption.", byDefault = "30 %", form = Meaning.Form.SHARE)
        @Limits(least = 0, most = 1)
        double calls,

        @Meaning("Working time from the beginning of the outage until the call: {mean: 60 min}; needed beside users.")
        Distribution delay,

        @Meaning(value = "When users work; not on bank holidays.", byDefault = "{mon-fri: 09:00-17:00}")
        WeeklyHours working,

        @Meaning(value = "Users who have not called when it is up again. cancelled: they never do. call: they do.", byDefault = "cancelled")
        AfterRecovery afterRecovery,

        @Meaning("Word to all users that it is known; none when absent.") Announcement announcement,

        @Meaning("A ticket for the outage, to which later calls are only added; none when absent.") ParentTicket parentTicket,

        @Meaning("Calls as long as it is down, at a constant rate and by the flow as which they come: {ict_calls: 9 / min}.")
        @Limits(above = 0, most = 1e10)
        Map<String, Rate> surge) implements With<Incidents> {
    /** What becomes of users who have not called when it is up again. */
    public enum AfterRecovery {
        CANCELLED,
        CALL
    }

    /** Word to all users. */
    public record Announcement(
            @Meaning(value = "Time from the beginning of an outage until it is out.", required = true)
            Duration after,

            @Meaning(value = "Share of those who would call later than that and do not call.", required = true, form = Meaning.Form.SHARE)
            @Limits(least = 0, most = 1)
            double lowers) implements With<Announcement> {}

    /** One ticket for all. */
    public record ParentTicket(
            @Meaning(value = "Time from the beginning of an outage until there is one.", required = true)
            Duration after,

            @Meaning(value = "Talk time of who calls later than that.", required = true)
            Distribution work) implements With<ParentTicket> {}
}
