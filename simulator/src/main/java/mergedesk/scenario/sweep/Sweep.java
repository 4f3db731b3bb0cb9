package mergedesk.scenario.sweep;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import mergedesk.scenario.Meaning;
import mergedesk.units.With;

/**
 * What a sweep says: a scenario, which numbers of it move, to which values, how often each is run, and what is kept of a run.
 *
 * <p>In code it is begun with {@link #named} and says with {@link #vary}, {@link #keep} and {@link #replicate} what most do; the rest, such as a design, with {@code with(Sweep::design, PointPlan.sobol(64))}.
 * Nothing is checked before it meets its scenario.
 */
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
        List<String> measures) implements With<Sweep> {
    /** Most factors. */
    public static final int MOST_FACTORS = 100;
    /** Most points. */
    public static final int MOST_POINTS = 10_000_000;

    /** One in which nothing moves yet: every combination of what will, ten times each, and the usual measures. */
    public static Sweep named(String name) {
        return new Sweep(name, null, null, List.of(), Map.of(), PointPlan.full(), SweepRuns.of(SweepRuns.USUAL), List.of());
    }

    /** The same with a further factor: the number at a path, with these values; {@link Factor#of}. */
    public Sweep vary(String factor, String path, Object... values) {
        return vary(factor, Factor.of(path, values));
    }

    /** The same with a further factor, by the name that tables give it. */
    public Sweep vary(String factor, Factor values) {
        return plus(Sweep::factors, factor, values);
    }

    /** The same, of whose runs these measures are kept, and those of further calls, instead of the usual ones: {@code wait_p95}, {@code wait_p95 in desk one}, {@code answer_rate in every council}. */
    public Sweep keep(String... more) {
        return with(Sweep::measures, Stream.concat(measures.stream(), Stream.of(more)).toList());
    }

    /** The same with so many replications of each point. */
    public Sweep replicate(int replications) {
        return with(Sweep::runs, runs.with(SweepRuns::replications, replications));
    }
}
