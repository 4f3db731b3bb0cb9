package mergedesk.scenario.sweep;

import mergedesk.scenario.Limits;
import mergedesk.scenario.Meaning;

/** A design: which combinations of the factors' values are the points of a sweep. */
public record PointPlan(
        @Meaning(value = "full: every combination; fraction: of two values of each factor a part that still tells them apart; latin_hypercube, sobol: points spread evenly over the ranges; morris: one factor at a time, to rank many; saltelli: for Sobol's indices; table: rows of a CSV file.", byDefault = "full")
        Kind kind,

        @Meaning("Number of points of latin_hypercube and sobol; of saltelli the number of base points, each with as many more as there are factors, and one.")
        @Limits(least = 1, most = Sweep.MOST_POINTS)
        Integer points,

        @Meaning(value = "Number of paths of morris, each with one point more than there are factors.", byDefault = "20")
        @Limits(least = 2, most = 100_000)
        int trajectories,

        @Meaning(value = "Number of values on which morris sets each factor, even.", byDefault = "4")
        @Limits(least = 2, most = 1_000)
        int grid,

        @Meaning(value = "Resolution of fraction: 3 keeps effects of factors apart from each other, 4 also from what two do together, 5 these too.", byDefault = "4")
        @Limits(least = 3, most = 5)
        int resolution,

        @Meaning(value = "Whether saltelli has points for what two factors do together, nearly twice as many.", byDefault = "false")
        boolean secondOrder,

        @Meaning("The CSV file of table, seen from this one: a column for each factor, by its name, and a row for each point.")
        String file,

        @Meaning(value = "Seed of the points of latin_hypercube, sobol, morris and saltelli.", byDefault = "1")
        long seed) {
    /** Kinds of designs. */
    public enum Kind {
        FULL,
        FRACTION,
        LATIN_HYPERCUBE,
        SOBOL,
        MORRIS,
        SALTELLI,
        TABLE
    }
}
