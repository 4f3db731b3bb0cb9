package mergedesk.stats;

/** The factor of a 95 % half-width by number of observations, remembered: it is slow to find, and the same for all measures of a table. Of one thread. */
public final class Student {
    private int known;
    private double factor = Double.NaN;

    /** Quantile 0.975 of Student's distribution with n − 1 degrees of freedom; NaN below two observations. */
    public double of(int n) {
        if (known != n) {
            factor = n < 2 ? Double.NaN : Sums.student(n);
            known = n;
        }
        return factor;
    }
}
