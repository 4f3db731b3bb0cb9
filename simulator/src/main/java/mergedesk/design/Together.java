package mergedesk.design;

import java.util.ArrayList;
import java.util.List;
import org.apache.commons.math3.stat.correlation.PearsonsCorrelation;

/**
 * Two factors whose values go together from point to point, so that means by the one have in them what the other does.
 *
 * @param first number of a factor
 * @param second that of a later one
 * @param correlation of their values (Pearson), −1 to 1
 */
public record Together(int first, int second, double correlation) {
    private static final double LEAST = 0.3; // below, means by factor hardly mislead
    private static final int FEWEST_POINTS = 3;

    /** All such pairs; {@code values}: by factor, its value at each point. Factors that never move go with none. */
    public static List<Together> of(double[][] values) {
        List<Together> pairs = new ArrayList<>();
        for (int second = 1; second < values.length && values[0].length >= FEWEST_POINTS; second++) {
            for (int first = 0; first < second; first++) {
                double correlation = new PearsonsCorrelation().correlation(values[first], values[second]);
                if (Math.abs(correlation) >= LEAST) {
                    pairs.add(new Together(first, second, correlation));
                }
            }
        }
        return pairs;
    }
}
