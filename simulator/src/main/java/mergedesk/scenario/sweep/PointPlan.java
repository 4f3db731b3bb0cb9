package mergedesk.scenario.sweep;

import mergedesk.scenario.Limits;
import mergedesk.scenario.Meaning;
import mergedesk.units.With;

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
        long seed) implements With<PointPlan> {
    /** Every combination; of a range without steps its two ends. */
    public static PointPlan full() {
        return new PointPlan(Kind.FULL, null, 20, 4, 4, false, null, 1);
    }

    /** Of two values of each factor the part that a resolution of 3, 4 or 5 needs. */
    public static PointPlan fraction(int resolution) {
        return of(Kind.FRACTION).with(PointPlan::resolution, resolution);
    }

    /** So many points, of which each factor has one in each of as many slices of its range. */
    public static PointPlan latinHypercube(int points) {
        return of(Kind.LATIN_HYPERCUBE).with(PointPlan::points, points);
    }

    /** So many points of Sobol's sequence; best 64, 128, 256 ... */
    public static PointPlan sobol(int points) {
        return of(Kind.SOBOL).with(PointPlan::points, points);
    }

    /** So many paths that move one factor at a time, on a grid of four values. */
    public static PointPlan morris(int trajectories) {
        return of(Kind.MORRIS).with(PointPlan::trajectories, trajectories);
    }

    /** For Sobol's first and total indices, from so many base points, each with as many more as there are factors, and one. */
    public static PointPlan saltelli(int points) {
        return of(Kind.SALTELLI).with(PointPlan::points, points);
    }

    /** The rows of a CSV file that has a column for each factor. */
    public static PointPlan table(String file) {
        return of(Kind.TABLE).with(PointPlan::file, file);
    }

    private static PointPlan of(Kind kind) {
        return full().with(PointPlan::kind, kind);
    }

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
