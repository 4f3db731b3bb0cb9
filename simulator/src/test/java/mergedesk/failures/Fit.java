package mergedesk.failures;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/**
 * What a family makes of lengths.
 *
 * @param shape         the most likely shape, common to all machines
 * @param logLikelihood at the most likely shape and scales
 * @param parameters    how many numbers were fitted: a scale for each machine, and the shape where the family has one
 * @param distance      Kolmogorov and Smirnov's: between the shares of lengths that the family puts below each length and those that lie there
 */
record Fit(Family family, double shape, double logLikelihood, int parameters, double distance) {
    static Fit of(Family family, List<Lengths> machines) {
        double shape = family.bestShape(machines);
        int parameters = machines.size() + (family == Family.EXPONENTIAL ? 0 : 1);
        return new Fit(family, shape, family.logLikelihood(machines, shape), parameters, distance(family, machines, shape));
    }

    /** All families, the likeliest first. */
    static List<Fit> all(List<Lengths> machines) {
        return Arrays.stream(Family.values())
                .map(family -> of(family, machines))
                .sorted(Comparator.comparingDouble(Fit::akaike))
                .toList();
    }

    /** Akaike's criterion: less is better; a difference of 10 leaves the worse one next to no support. */
    double akaike() {
        return 2 * (parameters - logLikelihood);
    }

    private static double distance(Family family, List<Lengths> machines, double shape) {
        double[] shares = machines.stream()
                .flatMapToDouble(machine -> {
                    double scale = family.scale(machine, shape);
                    return Arrays.stream(machine.hours()).map(hours -> family.below(hours, scale, shape));
                })
                .sorted()
                .toArray();
        double most = 0;
        for (int i = 0; i < shares.length; i++) {
            most = Math.max(most, Math.max(shares[i] - (double) i / shares.length, (i + 1.0) / shares.length - shares[i]));
        }
        return most;
    }
}
