package mergedesk.stats;

import mergedesk.observe.RunSummary;

/** Exact measures of runs that go by plans of their own: how they are kept, and what is left of them when observations are no longer kept one by one. */
final class GivenSums {
    private double[] means = {};
    private double[] squares = {}; // of deviations from the mean
    private int count;

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

    /** The next run (Welford 1962). */
    void add(RunSummary run) {
        double[] given = run.given();
        if (count == 0) {
            means = new double[given.length];
            squares = new double[given.length];
        }
        count++;
        for (int i = 0; i < given.length; i++) {
            double off = given[i] - means[i];
            means[i] += off / count;
            squares[i] += off * (given[i] - means[i]);
        }
    }

    /** The same from what is left of all runs. */
    Estimate estimate(Measure measure, int row) {
        int rows = means.length / Measure.exactOnes().size();
        int at = Measure.exactOnes().indexOf(measure) * rows + row;
        if (row >= rows || Double.isNaN(means[at])) {
            return Estimate.EMPTY;
        }
        double halfWidth = count < 2 ? Double.NaN : Sums.student(count) * Math.sqrt(squares[at] / (count - 1) / count);
        return new Estimate(means[at], halfWidth, count, Estimate.Method.MEAN);
    }
}
