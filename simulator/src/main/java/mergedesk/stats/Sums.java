package mergedesk.stats;

/** Sums in a fixed order, so that the same numbers give the same bits, and the half-width that follows from them. */
final class Sums {
    private Sums() {}

    static double total(double[] x) {
        double sum = 0;
        for (double v : x) {
            sum += v;
        }
        return sum;
    }

    /** Whether one value only is other than 0. */
    static boolean restOnOne(double[] x) {
        int found = 0;
        for (double v : x) {
            found += v == 0 ? 0 : 1;
        }
        return found == 1;
    }

    /** t s / (√n scale) for deviations of x from {@code centre}; NaN for fewer than two values. */
    static double halfWidth(double[] x, double centre, double scale) {
        int n = x.length;
        if (n < 2) {
            return Double.NaN;
        }
        double squares = 0;
        for (double v : x) {
            squares += (v - centre) * (v - centre);
        }
        return Student.of(n) * Math.sqrt(squares / (n - 1) / n) / scale;
    }
}
