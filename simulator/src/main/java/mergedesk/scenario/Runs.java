package mergedesk.scenario;

import mergedesk.units.With;

/** How many replications, and the seed. */
public record Runs(
        @Meaning("Replications; when absent, until the first target's half-width is at most 1 point, at least 20.")
        @Limits(least = 1, most = 1_000_000)
        Integer replications,

        @Meaning(value = "Most replications when their number is found by itself.", byDefault = "400")
        @Limits(least = 1, most = 1_000_000)
        int maxReplications,

        @Meaning(value = "Seed of all random draws.", byDefault = "1")
        long seed) implements With<Runs> {
    /** As many replications as the first target needs, at most 400, with seed 1. */
    public static final Runs USUAL = new Runs(null, 400, 1);
}
