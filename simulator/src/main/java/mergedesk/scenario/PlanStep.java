package mergedesk.scenario;

import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import mergedesk.units.With;

/** A step of the plan: from a moment on the scenario says something else, as a file does that extends another. It is laid over all that the steps before it have changed. */
public record PlanStep(
        @Meaning(value = "Name as it is shown; the key when absent.", byDefault = Meaning.OWN_KEY)
        String name,

        @Meaning("When it happens: 2027-04-01, which is its first moment, or 2027-04-01T12:00. Needed, unless it waits for others with after; with both, the later.")
        LocalDateTime on,

        @Meaning("Steps after which it happens at the earliest: [systems]; it waits for all of them to begin.")
        List<String> after,

        @Meaning("What must have happened first, by the run's own results: {missed: {measure: sl_answered_of_offered, at_least: 70 %}, months: 3}; it is looked at from its date on, and after the steps for which it waits. It happens when the last of these months is over, or delay after that.")
        StepRule when,

        @Meaning("How long after them, such as 3 months; at once when absent.")
        CalendarSpan delay,

        @Meaning("How much later it may happen than planned, anew in each replication, in whole days: {low: 0 weeks, likely: 4 weeks, high: 26 weeks}, in days or weeks, as months differ; never when absent.")
        Distribution slips,

        @Meaning("By when it should have happened, such as 2027-12-31, the first moment of that day, or, where it ends posts, the last should have gone: the report says how likely that is.")
        LocalDateTime by,

        @Meaning("How long it holds, such as 90 days; what it changed is then as if it had never been. To the end of the run when absent.")
        CalendarSpan lasts,

        @Meaning("Steps that end with this one: what they changed is as if it had never been, and those that have not begun by then do not begin any more.")
        List<String> ends,

        @Meaning("What holds from then on, written as in the scenario: {groups: {team: {staffing: 9}}}; not needed beside down, release or ends.")
        Change change,

        @Meaning("What is off from then on, while it is moved: {applications: [crm], lasts: 8 h}; nothing when absent.")
        Downtime down,

        @Meaning("Posts that end, announced then: {posts: {chester: 4, vale_royal: 3}}; whoever goes does so later.")
        Release release,

        @Meaning(value = "Who goes when, of these posts.", filledByReader = true)
        List<Exit> exits,

        @Meaning(value = "The scenario after this step and all before it, without a plan.", filledByReader = true)
        Scenario then,

        @Meaning(value = "The scenario after the end of one that lasts for a time, without a plan.", filledByReader = true)
        Scenario afterwards) implements With<PlanStep> {
    /** Sections of a scenario of which a step may change something. */
    public static final List<String> SECTIONS = List.of("groups", "desks", "flows", "channels", "campaigns", "applications", "hosts", "rooms", "supplies", "links", "routing");

    /** One on a date, with nothing else said of it. */
    public static PlanStep on(LocalDateTime date, String name, Change change) {
        return new PlanStep(name, date, List.of(), null, null, null, null, null, List.of(), change, null, null, List.of(), null, null);
    }

    public PlanStep {
        change = change == null ? new Change(Map.of()) : change;
        exits = exits == null ? List.of() : exits;
    }
}
