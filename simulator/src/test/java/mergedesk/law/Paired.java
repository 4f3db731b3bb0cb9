package mergedesk.law;

import java.util.Arrays;
import java.util.List;
import mergedesk.experiment.Summaries;
import mergedesk.observe.Count;
import mergedesk.observe.RunSummary;
import mergedesk.observe.Scopes;
import mergedesk.program.Program;

/**
 * Differences between two programs, replication by replication on common random numbers, relative to the first one's mean.
 *
 * @param mean of the relative differences, second less first
 * @param error their standard error
 */
record Paired(double mean, double error) {
    /** What is compared, as columns added up. */
    enum Quantity {
        OFFERED(Count.OFFERED),
        /** Contacts not served: gave up or were blocked. */
        LOST(Count.ABANDONED, Count.BLOCKED),
        /** Time in queues, of all who waited. */
        WAITING(Count.WAIT_ANSWERED, Count.WAIT_ABANDONED),
        ANSWERED_WITHIN(Count.ANSWERED_WITHIN),
        /** Work done. */
        TALKING(Count.TALK);

        private final int[] columns;

        Quantity(int... columns) {
            this.columns = columns;
        }
    }

    /** For each of {@code quantities}. */
    static Paired[] of(Program first, Program second, long seed, int replications, Quantity... quantities) {
        double[][] before = observe(first, seed, replications, quantities);
        double[][] after = observe(second, seed, replications, quantities);
        Paired[] differences = new Paired[quantities.length];
        for (int q = 0; q < quantities.length; q++) {
            differences[q] = of(before[q], after[q]);
        }
        return differences;
    }

    private static double[][] observe(Program program, long seed, int replications, Quantity... quantities) {
        int overall = new Scopes(program).row(Scopes.Kind.OVERALL, 0);
        double[][] values = new double[quantities.length][replications];
        List<RunSummary> summaries = Summaries.of(program, seed, replications);
        for (int r = 0; r < replications; r++) {
            RunSummary summary = summaries.get(r);
            for (int q = 0; q < quantities.length; q++) {
                values[q][r] = Arrays.stream(quantities[q].columns).mapToLong(column -> summary.total(overall, column)).sum();
            }
        }
        return values;
    }

    private static Paired of(double[] before, double[] after) {
        int n = before.length;
        double scale = Arrays.stream(before).average().orElseThrow();
        double[] differences = new double[n];
        for (int r = 0; r < n; r++) {
            differences[r] = (after[r] - before[r]) / scale;
        }
        double mean = Arrays.stream(differences).average().orElseThrow();
        double squares = Arrays.stream(differences).map(d -> (d - mean) * (d - mean)).sum();
        return new Paired(mean, Math.sqrt(squares / (n - 1) / n));
    }

    /** Mean and standard error over several scenarios, each of the same weight. */
    static Paired pooled(List<Paired> all) {
        double mean = all.stream().mapToDouble(Paired::mean).average().orElseThrow();
        double error = Math.sqrt(all.stream().mapToDouble(d -> d.error * d.error).sum()) / all.size();
        return new Paired(mean, error);
    }

    /** Distance from no difference in standard errors. */
    double z() {
        return mean == 0 ? 0 : mean / error;
    }
}
