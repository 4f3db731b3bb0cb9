package mergedesk.compile;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.DoubleStream;
import mergedesk.program.Program;
import mergedesk.scenario.Profile;

/**
 * Numbers the shapes of a day: one for each profile and kind of day that occur together, in order of first use.
 *
 * <p>The profile flat is built in. A day on which a profile has no weight takes the flat shape; its expected count is zero.
 */
final class Shapes {
    private static final String FLAT = "flat";

    private final Days days;
    private final Map<String, WeekShape> byProfile = new LinkedHashMap<>();
    private final Map<Use, Integer> numbers = new LinkedHashMap<>();
    private final Map<Use, Double> weights = new LinkedHashMap<>();
    private final List<double[]> cumulatives = new ArrayList<>();

    Shapes(Map<String, Profile> profiles, long intervalTicks, Days days) {
        this.days = days;
        profiles.forEach((name, profile) -> byProfile.put(name, WeekShape.of(profile, intervalTicks)));
        byProfile.put(FLAT, WeekShape.flat());
    }

    /** Weight of a whole day of a kind. Range: 0 or more, in the profile's own unit. */
    double dayWeight(String profile, int kind) {
        return weights.computeIfAbsent(new Use(profile, kind), use -> sum(weightsOf(use)));
    }

    /** The number of the shape of a day of a kind. */
    int number(String profile, int kind) {
        Integer known = numbers.get(new Use(profile, kind));
        if (known != null) {
            return known;
        }
        Use shape = new Use(dayWeight(profile, kind) > 0 ? profile : FLAT, kind);
        Integer number = numbers.get(shape);
        if (number == null) {
            number = cumulatives.size();
            cumulatives.add(cumulative(weightsOf(shape)));
            numbers.put(shape, number);
        }
        numbers.put(new Use(profile, kind), number);
        return number;
    }

    /** First row of each shape, see {@link Program.Demand#shapeOffset}. */
    int[] offsets() {
        int[] offsets = new int[cumulatives.size() + 1];
        for (int shape = 0; shape < cumulatives.size(); shape++) {
            offsets[shape + 1] = offsets[shape] + cumulatives.get(shape).length;
        }
        return offsets;
    }

    /** Rows of all shapes. */
    double[] cumulative() {
        return cumulatives.stream().flatMapToDouble(DoubleStream::of).toArray();
    }

    private double[] weightsOf(Use use) {
        WeekShape shape = byProfile.get(use.profile());
        if (shape == null) {
            throw new IllegalArgumentException("No profile " + use.profile());
        }
        return shape.weights(days.kind(use.kind()));
    }

    private static double[] cumulative(double[] weights) {
        double total = sum(weights);
        double[] cumulative = new double[weights.length + 1];
        double before = 0;
        for (int slot = 0; slot < weights.length; slot++) {
            before += weights[slot];
            cumulative[slot + 1] = before / total;
        }
        return cumulative;
    }

    private static double sum(double[] weights) {
        double sum = 0;
        for (double weight : weights) {
            sum += weight;
        }
        return sum;
    }

    private record Use(String profile, int kind) {}
}
