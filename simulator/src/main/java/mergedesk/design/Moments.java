package mergedesk.design;

/** Count, mean and sum of squared deviations of answers as they come, by Welford's recurrence (1962), and sums of their half-widths. */
final class Moments {
    private int count;
    private double mean;
    private double squares;
    private double halfWidths;
    private double squaredHalfWidths;

    /** {@code halfWidth}: of y, NaN if unknown. */
    void add(double y, double halfWidth) {
        count++;
        double off = y - mean;
        mean += off / count;
        squares += off * (y - mean);
        halfWidths += halfWidth;
        squaredHalfWidths += halfWidth * halfWidth;
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

    /** Half-width of the mean that comes of those of the answers: at most, if these share what made them; otherwise, if they are independent. */
    double noise(boolean shared) {
        return (shared ? halfWidths : Math.sqrt(squaredHalfWidths)) / count;
    }
}
