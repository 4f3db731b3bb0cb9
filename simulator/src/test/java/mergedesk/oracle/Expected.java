package mergedesk.oracle;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import mergedesk.observe.Count;
import mergedesk.stats.Estimate;
import mergedesk.stats.Sample;

/**
 * One number that a scenario must give.
 *
 * @param scope where, as in {@link OracleRun#kpi}
 * @param measure identifier in kpis.csv, or words for a number that is made from columns
 * @param source who says so
 * @param theory the exact or published value
 * @param error standard error of a published value, 0 for an exact one
 * @param from how the run gives it
 */
record Expected(String scope, String measure, String source, double theory, double error, From from) {
    private static final double SECOND = 1e-6;

    /** Where the simulated number comes from. */
    interface From {
        Estimate in(OracleRun run);
    }

    /** An exact value of a row of kpis.csv. */
    static Expected exact(String measure, double theory) {
        return exact(measure, "overall", theory);
    }

    static Expected exact(String measure, String scope, double theory) {
        return new Expected(scope, measure, "exact", theory, 0, run -> run.kpi(measure, scope));
    }

    /** An exact mean number by Little's law: events per second of the window, times the mean time that each lasts, in seconds. */
    static Expected exactRate(String words, double theory, double seconds, int column) {
        return new Expected("overall", words, "exact", theory, 0, run -> run.ratio(seconds / SECOND, column, Count.WINDOW));
    }

    /** A published value of a row of kpis.csv with its 95 % half-width. */
    static Expected published(String source, String measure, String scope, double mean, double halfWidth) {
        return new Expected(scope, measure, source, mean, Agreement.standardError(halfWidth), run -> run.kpi(measure, scope));
    }

    static Expected published(String source, String measure, double mean, double halfWidth) {
        return published(source, measure, "overall", mean, halfWidth);
    }

    /** A published mean of a number that kpis.csv does not have: columns of all contacts, times {@code scale}. */
    static Expected publishedMean(String source, String words, double mean, double halfWidth, double scale, int... columns) {
        return new Expected("overall", words, source, mean, Agreement.standardError(halfWidth), run -> run.mean(scale, columns));
    }

    /** A published standard deviation over replications, of the same. {@code n}: replications behind the published one. */
    static Expected spread(String source, String words, double deviation, int n, double scale, int... columns) {
        double error = n == 0 ? 0 : deviation / Math.sqrt(2.0 * n);
        return new Expected("overall", words, source, deviation, error, run -> deviation(run.column(scale, columns)));
    }

    /**
     * Standard deviation of x with its interval by the delta method: the mean of squared deviations is a mean, and the error of a root is half that of
     * its square, relatively.
     */
    private static Estimate deviation(double[] x) {
        double mean = Sample.mean(x, 1, Estimate.Method.MEAN).value();
        double[] squares = new double[x.length];
        for (int r = 0; r < x.length; r++) {
            squares[r] = (x[r] - mean) * (x[r] - mean) * x.length / (x.length - 1.0);
        }
        Estimate variance = Sample.mean(squares, 1, Estimate.Method.MEAN);
        double root = Math.sqrt(variance.value());
        return new Estimate(root, variance.halfWidth() / (2 * root), variance.n(), variance.method());
    }

    /** What is wrong in this run; empty when nothing is. */
    String fault(OracleRun run, double precision) {
        String fault = Agreement.fault(from.in(run), theory, error, precision);
        return fault.isEmpty() ? "" : "%s, %s, %s (%s): %s".formatted(run.scenario(), measure, scope, source, fault);
    }

    /** Distance from theory in standard errors. */
    double z(OracleRun run) {
        return Agreement.z(from.in(run), theory, error);
    }

    /** All that is wrong in a run, a line each, and a table of distances on standard output when {@code -Doracle.table=true}. */
    static List<String> faults(OracleRun run, double precision, List<Expected> expected) {
        List<String> faults = new ArrayList<>();
        for (Expected one : expected) {
            String fault = one.fault(run, precision);
            if (!fault.isEmpty()) {
                faults.add(fault);
            }
            if (Boolean.getBoolean("oracle.table")) {
                Estimate simulated = one.from.in(run);
                double error = 100 * Agreement.standardError(simulated) / Math.abs(one.theory);
                System.out.printf(Locale.ROOT, "%-40s %-45s %-18s %-8s theory %-12.6g simulated %-12.6g s %5.2f %%  z %+5.2f%n", run.scenario(), one.measure,
                        one.scope, one.source, one.theory, simulated.value(), error, one.z(run));
            }
        }
        return faults;
    }
}
