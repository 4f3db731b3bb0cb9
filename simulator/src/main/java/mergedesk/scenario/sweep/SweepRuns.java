package mergedesk.scenario.sweep;

import mergedesk.scenario.Limits;
import mergedesk.scenario.Meaning;
import mergedesk.units.Internal;
import mergedesk.units.With;

/** How often the points of a sweep are run. */
public record SweepRuns(
        @Meaning("Replications of each point. Default: 10; with half_width or budget, those of the first round.")
        @Limits(least = 1, most = 1_000_000)
        Integer replications,

        @Meaning("Further rounds of a point until the half-width of the first measure is at most so much: 1 % for a share, 2 s for a time.")
        String halfWidth,

        @Meaning("Runs of all points together. After the first round, each further round goes to the points of which the first measure is known least.")
        @Limits(least = 1, most = 1_000_000_000)
        Long budget,

        @Meaning(value = "Replications of a further round of a point.", byDefault = "10")
        @Limits(least = 1, most = 100_000)
        int round,

        @Meaning(value = "Most replications of a point.", byDefault = "400")
        @Limits(least = 1, most = 1_000_000)
        int maxReplications,

        @Meaning(value = "Seed of all random draws of the runs.", byDefault = "1")
        long seed,

        @Meaning(value = "Whether all points meet the same people at the same moments, so that differences are known best; else each has a seed of its own.", byDefault = "true")
        boolean commonRandomNumbers) implements With<SweepRuns> {
    /** Replications of each point where nothing is said. */
    public static final int USUAL = 10;

    /** So many replications of each point, which all meet the same people. */
    public static SweepRuns of(int replications) {
        return new SweepRuns(replications, null, null, 10, 400, 1, true);
    }

    /** Replications of a point's first round. */
    @Internal
    public int first() {
        return replications == null ? USUAL : replications;
    }
}
