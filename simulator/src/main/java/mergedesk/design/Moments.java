package mergedesk.design;

/** Count, mean and sum of squared deviations of answers as they come, by Welford's recurrence (1962), and the sum of their squared standard errors. */
final class Moments {
    private int count;
    private double mean;
    private double squares;
    private double errors;

    /** {@code error}: standard error of y, NaN if unknown. */
    void add(double y, double error) {
        count++;
        double off = y - mean;
        mean += off / count;
        squares += off * (y - mean);
        errors += error * error;
    }

    int count() {
        return count;
    }

    /** NaN of none. */
    double mean() {
        return count == 0 ? Double.NaN : mean;
    }

    /** Σ (y − mean)². */
    double squares() {
        return squares;
    }

    /** Variance of the mean that comes of the answers' standard errors, if these are independent. */
    double noise() {
        return errors / count / count;
    }
}
