package mergedesk.stats;

/** The mean of numbers that are added one by one, with its interval (Welford 1962): no number is kept. Their order moves the last bits. Of one thread. */
public final class RunningMean {
    private int count;
    private double mean;
    private double squares; // of deviations from the mean

    /** The next number; NaN for one without a value, which leaves the mean without one. */
    public void add(double value) {
        count++;
        double off = value - mean;
        mean += off / count;
        squares += off * (value - mean);
    }

    /** How many numbers there are. */
    public int count() {
        return count;
    }

    /** Whether all numbers so far are the same. */
    boolean isConstant() {
        return squares == 0;
    }

    /** The mean, with the half-width of so many independent observations: NaN of one. Empty where there is none, or any has no value. */
    public Estimate estimate(Estimate.Method method) {
        if (count == 0 || Double.isNaN(mean)) {
            return Estimate.EMPTY;
        }
        return new Estimate(mean, Student.of(count) * Math.sqrt(squares / (count - 1) / count), count, method);
    }
}
