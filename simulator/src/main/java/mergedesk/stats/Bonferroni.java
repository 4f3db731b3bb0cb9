package mergedesk.stats;

/**
 * Widens intervals of 95 % so that several of them hold the truth together with 95 % at least (Bonferroni): each misses it with 5 % divided by their number.
 *
 * <p>Remembers the factor of the number of observations that it met last, as those that are looked at together have the same as a rule. Not thread-safe.
 */
public final class Bonferroni {
    private final int several;
    private long n;
    private double factor;

    /** @param several how many are looked at, 1 or more */
    public Bonferroni(int several) {
        this.several = several;
    }

    /** The estimate with the wider interval; what is exact, or has none, stays. */
    public Estimate of(Estimate estimate) {
        if (estimate.n() < 2 || estimate.method() == Estimate.Method.EXACT) {
            return estimate;
        }
        if (estimate.n() != n) {
            n = estimate.n();
            factor = Student.of((int) n, several) / Student.of((int) n);
        }
        return new Estimate(estimate.value(), estimate.halfWidth() * factor, n, estimate.method());
    }
}
