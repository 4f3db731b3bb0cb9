package mergedesk.scenario;

import java.util.List;
import java.util.Map;
import mergedesk.units.With;

/** Agents of one desk and one employer with the same skills. Give staffing or shifts, not both. */
public record AgentGroup(
        @Meaning(value = "Name as it is shown; the key when absent.", byDefault = Meaning.OWN_KEY)
        String name,

        @Meaning(value = "Desk at which they work.", required = true)
        String desk,

        @Meaning("Council that employs them; decides which contacts are home contacts.")
        String employer,

        @Meaning("Services they can take; all services of the desk when absent.")
        List<String> skills,

        @Meaning("Security domains for which they have a clearance: [health].")
        List<String> domains,

        @Meaning("Channels whose contacts they take; all when absent. Campaigns, which call people, do not look at it.")
        List<String> channels,

        @Meaning(
                "Agents present, by interval: a whole number while the desk is open, a table by day and time, or a CSV file.")
        Staffing staffing,

        @Meaning("Shifts with breaks, instead of staffing.") List<Shift> shifts,

        @Meaning("Speed by service; 1.25 does the same work in 1/1.25 of the time. 1 when absent.")
        @Limits(least = 0.01, most = 100)
        Map<String, Double> speed,

        @Meaning("How many chats an agent may have at once, and how much slower each is then; one contact at a time when absent.")
        Chats chats,

        @Meaning("How agents divide themselves between people and deferred work; people first when absent.")
        Blend blend,

        @Meaning("Yearly cost of one full-time agent (37 paid hours a week), such as £31,000 / year.")
        @Limits(least = 0, most = 1e7)
        Money cost,

        @Meaning("Posts for which these agents stand, vacant ones included: 14. Only where a step of the plan ends some.")
        @Limits(least = 1, most = 100_000)
        Integer posts,

        @Meaning(value = "How many of the posts are vacant at the start.", byDefault = "0")
        @Limits(least = 0, most = 100_000)
        int vacancies,

        @Meaning(value = "How many of the posts agency staff fill at the start.", byDefault = "0")
        @Limits(least = 0, most = 100_000)
        int agency,

        @Meaning("Full years of service of those who are employed, of each or of a few who stand for all: [1, 3, 8, 15]. Whose posts end are spread over them evenly, which decides their notice; it is the longest, 12 weeks, when absent.")
        @Limits(least = 0, most = 60)
        List<Double> serviceYears,

        @Meaning(value = "How many of its people are still there; null: all who were at the start.", filledByReader = true)
        InPost inPost) implements With<AgentGroup> {
    private static final Staffing ONE = Staffing.of(1);

    /** A group that takes all services of its desk; it has nobody yet. */
    public static AgentGroup named(String name, String desk) {
        return new AgentGroup(name, desk, null, List.of(), List.of(), List.of(), null, List.of(), Map.of(), null, null, null, null, 0, 0, List.of(), null);
    }

    /** The same with one agent, if it says how many there are whenever its desk is open; see {@link Scenario#bare}. None stays none. */
    AgentGroup bare() {
        return staffing == null || staffing.constant() == null || staffing.constant() == 0 ? this : with(AgentGroup::staffing, ONE);
    }

    /** How many people fill its posts at the start, agency staff included; only where it has posts. */
    public int peopleAtFirst() {
        return posts - vacancies;
    }

    /** Whether the group works at the desk and has the service as a skill. */
    public boolean isFor(String atDesk, String service) {
        return atDesk.equals(desk) && (skills.isEmpty() || skills.contains(service));
    }

    /** Whether the group takes the flow where no routing row says who does: by its desk, skills and channels. */
    public boolean takes(Flow flow) {
        return isFor(flow.desk(), flow.service()) && (channels.isEmpty() || channels.contains(flow.channel()));
    }
}
