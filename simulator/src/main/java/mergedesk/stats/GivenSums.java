package mergedesk.stats;

import java.util.stream.Stream;
import mergedesk.observe.RunSummary;

/** Exact measures of runs that go by plans of their own: how they are kept, and what is left of them when observations are no longer kept one by one. */
final class GivenSums {
    private RunningMean[] means = {};

    /** The value of one run; NaN when it has none. */
    static double of(RunSummary run, Measure measure, int row) {
        int rows = run.given().length / Measure.exactOnes().size();
        return row < rows ? run.given()[Measure.exactOnes().indexOf(measure) * rows + row] : Double.NaN;
    }

    /** The mean of values by run, with its interval; empty where any run has none, such as a cost that nobody knows. */
    static Estimate estimate(double[] values) {
        for (double value : values) {
            if (Double.isNaN(value)) {
                return Estimate.EMPTY;
            }
        }
        return Sample.mean(values, 1, Estimate.Method.MEAN);
    }

    /** The next run. */
    void add(RunSummary run) {
        double[] given = run.given();
        if (means.length == 0) {
            means = Stream.generate(RunningMean::new).limit(given.length).toArray(RunningMean[]::new);
        }
        for (int i = 0; i < given.length; i++) {
            means[i].add(given[i]);
        }
    }

    /** The same from what is left of all runs. */
    Estimate estimate(Measure measure, int row) {
        int rows = means.length / Measure.exactOnes().size();
        return row < rows ? means[Measure.exactOnes().indexOf(measure) * rows + row].estimate(Estimate.Method.MEAN) : Estimate.EMPTY;
    }
}
