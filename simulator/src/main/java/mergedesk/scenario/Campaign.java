package mergedesk.scenario;

import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import mergedesk.units.With;

/** A list of people whom a desk's agents call when nobody calls them: reminders, appointments. Who calls in goes first; these calls count apart. */
public record Campaign(
        @Meaning(value = "Name as it is shown; the key when absent.", byDefault = Meaning.OWN_KEY)
        String name,

        @Meaning(value = "Council on whose behalf they call.", required = true)
        String council,

        @Meaning(value = "Service it is about; the skill that agents need.", required = true)
        String service,

        @Meaning(value = "Desk whose agents call.", required = true)
        String desk,

        @Meaning("Groups that take part; when absent all of the desk with the skill.")
        List<String> groups,

        @Meaning("People on the list; without end when absent.") @Limits(least = 1, most = 10_000_000)
        Integer list,

        @Meaning("When they call: {mon-fri: 10:00-12:00}; the desk's opening hours when absent. Not on bank holidays on which the desk is closed.")
        WeeklyHours hours,

        @Meaning(
                value = "preview: an agent looks at the case, then calls. progressive: the telephone system calls for an agent who is held for it. "
                        + "predictive: it calls for idle agents, whom nobody holds, and more people than these if overdial says so.",
                byDefault = "progressive")
        Mode mode,

        @Meaning("Preview: time an agent looks at the case before the call.")
        Distribution review,

        @Meaning(value = "Time from a dial until somebody answers or it is given up; 1 s or more on average.", required = true)
        Distribution dialling,

        @Meaning(value = "Chance that somebody answers; or answered_by_time.", form = Meaning.Form.SHARE)
        @Limits(least = 0, most = 1)
        Double answered,

        @Meaning(
                value = "The same by time of day of the dial: each holds from its own minute until the next, the last of the day also before the first.",
                form = Meaning.Form.SHARE)
        @Limits(least = 0, most = 1)
        Map<LocalTime, Double> answeredByTime,

        @Meaning(value = "Predictive: dials under way for each idle agent.", byDefault = "1")
        @Limits(above = 0, most = 20)
        double overdial,

        @Meaning(value = "Idle agents who are left for people who call in, at a dial and when somebody answers.", byDefault = "0")
        @Limits(least = 0, most = 100_000)
        int reserve,

        @Meaning(value = "How often somebody who does not answer is called at most, each time when the list has been gone through.", byDefault = "1")
        @Limits(least = 1, most = 100)
        int attempts,

        @Meaning(value = "Talk time of an agent of speed 1.", required = true)
        Distribution work,

        @Meaning("After-call work that follows; none when absent.")
        Distribution afterCall) implements With<Campaign> {
    /** Progressive, of a list without an end, of whom a share answers; no after-call work. */
    public static Campaign of(String council, String service, String desk, Distribution dialling, double answered, Distribution work) {
        return new Campaign(null, council, service, desk, List.of(), null, null, Mode.PROGRESSIVE, null, dialling, answered, Map.of(), 1, 0, 1, work, null);
    }

    /** Who dials, and for whom. */
    public enum Mode {
        PREVIEW,
        PROGRESSIVE,
        PREDICTIVE
    }
}
