package mergedesk.store;

import java.io.Serializable;

/**
 * What is kept of one run: a row of the table of runs.
 *
 * @param point number of the point, from 0
 * @param replication number of the replication, from 0
 * @param wholes numerators and denominators in the units of the counters, see {@link Layout}; {@link #NONE} where the scenario has no such place
 * @param reals values of exact measures and of quantiles of the run; NaN where there is none
 * @param times histograms, see {@link Histogram}; null where the scenario has no such place
 * @param seconds processor time that the run took
 */
public record RunRow(int point, int replication, long[] wholes, double[] reals, byte[][] times, double seconds) implements Serializable {
    /** No number. */
    public static final long NONE = Long.MIN_VALUE;

    private static final long serialVersionUID = 1L;
}
