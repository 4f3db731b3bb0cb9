package mergedesk.stats;

/**
 * A number with its uncertainty.
 *
 * @param value the estimate; NaN when it is empty (0/0)
 * @param halfWidth half of the 95 % interval, in the unit of the value; 0 when it is exact; NaN when there is none (an empty value, or fewer than two observations that it rests on)
 * @param n observations behind the interval: replications or batches; 0 when the value is empty
 * @param method how value and interval were made
 */
public record Estimate(double value, double halfWidth, long n, Method method) {
    /** Nothing was observed. */
    public static final Estimate EMPTY = new Estimate(Double.NaN, Double.NaN, 0, Method.NONE);

    /** What is known without a run; {@code n} observations would all say the same. Empty when the value is NaN. */
    public static Estimate exact(double value, long n) {
        return Double.isNaN(value) ? EMPTY : new Estimate(value, 0, n, Method.EXACT);
    }

    /** The same with an interval that is one of {@code several} which all hold the truth together with 95 % at least (Bonferroni). */
    public Estimate amongst(int several) {
        return new Bonferroni(several).of(this);
    }

    /** Whether there is no value. */
    public boolean isEmpty() {
        return Double.isNaN(value);
    }

    /** How a value and its interval were made; {@link #id()} stands in kpis.csv. */
    public enum Method {
        /** No observation. */
        NONE("none"),
        /** Computed from the scenario, not observed. */
        EXACT("exact"),
        /** Mean over replications, Student interval. */
        MEAN("mean"),
        /** Ratio of totals over replications, delta method (linearised) with Student quantile. */
        RATIO("ratio_of_totals"),
        /** Quantile of the pooled contacts, interval by inverting the ratio F(q). */
        QUANTILE("pooled_quantile"),
        /** As MEAN, over batches of steady-state runs. */
        BATCH_MEAN("batch_mean"),
        /** As RATIO, over batches. */
        BATCH_RATIO("batch_ratio_of_totals"),
        /** As QUANTILE, over batches. */
        BATCH_QUANTILE("batch_pooled_quantile"),
        /** Mean of paired differences on common random numbers, Student interval. */
        PAIRED("paired_difference");

        private final String id;

        Method(String id) {
            this.id = id;
        }

        public String id() {
            return id;
        }
    }
}
