package mergedesk.stats;

/**
 * One measure from what runs left of it one by one, in any order of their numbers, and its estimate from all of them: sums only, so that memory does not grow with the runs.
 *
 * <p>Totals and ratios are summed exactly, see {@link RatioSums}; the order in which runs are added moves no bit of them. Exact measures of runs that differ are summed as doubles: add them in the order of the
 * runs. A run without a value, NaN or no denominator at all, is an observation like any other of a ratio, and empties the mean of an exact measure. Of one thread.
 */
public final class Accumulated {
    private final Measure measure;
    private final RatioSums sums = new RatioSums();
    private final WaitSums waits;
    private int count;
    private final RunningMean mean = new RunningMean();

    /** Nothing so far. */
    public Accumulated(Measure measure) {
        this.measure = measure;
        waits = measure.isQuantile() ? new WaitSums() : null;
    }

    /** The next run of a total ({@code below} is 1) or a ratio: numerator and denominator in the units of the counters. */
    public void add(long above, long below) {
        sums.add(above, below, false);
        count++;
    }

    /** The next run of a quantile: how many waits in each bin of {@link mergedesk.observe.WaitBins}, ascending. */
    public void add(short[] bins, int[] counts) {
        waits.close(waits.count(bins, counts));
        count++;
    }

    /** The next run of an exact measure. */
    public void add(double value) {
        mean.add(value);
        count++;
    }

    /** Runs so far. */
    public int count() {
        return count;
    }

    /** The estimate; empty without a run. */
    public Estimate estimate() {
        if (count == 0) {
            return Estimate.EMPTY;
        }
        if (measure.isQuantile()) {
            return WaitQuantiles.of(waits, count, false).quantile(measure.probability(), measure.scale());
        }
        if (measure.isExact()) {
            Estimate estimate = mean.estimate(Estimate.Method.MEAN);
            return mean.isConstant() ? Estimate.exact(estimate.value(), count) : estimate;
        }
        boolean isMean = measure.denominator() == null;
        return sums.estimate(count, Student.of(count), isMean ? measure.scale(1) : measure.scale(), isMean ? Estimate.Method.MEAN : Estimate.Method.RATIO);
    }
}
