package mergedesk.scenario.sweep;

import java.util.List;
import java.util.Map;
import mergedesk.scenario.Meaning;

/** What a sweep file says: a scenario, which numbers of it move, to which values, how often each is run, and what is kept of a run. */
public record Sweep(
        @Meaning(value = "Title of reports.", required = true)
        String name,

        @Meaning("What the sweep is to answer.")
        String question,

        @Meaning("The scenario file, seen from this one. Only a factor with scenarios does without.")
        String scenario,

        @Meaning("Values that hold at every point, over those of the scenario, written as with --set: [\"time.length=4 weeks\"].")
        List<String> set,

        @Meaning(value = "What moves: one entry a factor, by the name that tables and charts give it.", required = true)
        Map<String, Factor> factors,

        @Meaning(value = "Which combinations of the factors' values are the points.", byDefault = "{}")
        PointPlan design,

        @Meaning(value = "How often each point is run.", byDefault = "{}")
        SweepRuns runs,

        @Meaning("What is kept of each run: measures of kpis.csv, [sl_answered_of_offered, wait_p95 in desk one, answer_rate in every council]. Default: offered, sl_answered_of_offered, abandonment_rate, wait_mean_answered, occupancy, as far as the scenario has them, and the measures of its targets.")
        List<String> measures) {
    /** Most factors. */
    public static final int MOST_FACTORS = 100;
    /** Most points. */
    public static final int MOST_POINTS = 10_000_000;
}
