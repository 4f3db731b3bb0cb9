package mergedesk.stats;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import mergedesk.observe.RunSummary;

/**
 * Batches of steady-state runs, joined until they are few and long.
 *
 * <p>Neighbouring batches of one run hang together, the more the shorter they are, and an interval that takes them for independent is too short: of an
 * M/M/1 desk at 70 %, batches of 22 minutes give "95 %" intervals of the mean wait that hold it 78 times in 100. More than 30 batches tighten an interval
 * by hardly a twentieth (Schmeiser 1982), so they are joined, in equal numbers, as far as {@value #ENOUGH} are left over all replications (replicated batch
 * means: Argon and Andradottir 2006). What remains of their correlation is tested by its first lag, whose standard error is 1 / √pairs without any (von
 * Neumann 1941).
 */
final class Batches {
    static final int ENOUGH = 30;
    private static final double SIGNIFICANT = 2.326; // 1 % one-sided

    private Batches() {}

    /** The batches of all replications, in order, joined inside replications. */
    static List<RunSummary> joined(List<RunSummary> batches) {
        int each = perReplication(batches);
        int replications = each == 0 ? 0 : batches.size() / each;
        return joined(batches, replications * left(each, replications));
    }

    /** The same, or those of one replication, joined to so many, which divide them. */
    static List<RunSummary> joined(List<RunSummary> batches, int left) {
        if (left == batches.size()) {
            return batches;
        }
        List<RunSummary> joined = new ArrayList<>();
        int together = batches.size() / left;
        for (int from = 0; from < batches.size(); from += together) {
            joined.add(RunSummary.sum(batches.subList(from, from + together)));
        }
        return joined;
    }

    /** The fewest batches of a replication that divide into {@code each} and are enough together. */
    static int left(int each, int replications) {
        for (int left = 1; left < each; left++) {
            if (each % left == 0 && left * replications >= ENOUGH) {
                return left;
            }
        }
        return each;
    }

    /** All numbers of observations that a replication of {@code each} batches may be joined to, whatever the number of replications, ascending. */
    static int[] levels(int each) {
        return IntStream.rangeClosed(1, ENOUGH).map(replications -> left(each, replications)).distinct().sorted().toArray();
    }

    /** How many of the summaries come from one replication; all have the same number. */
    static int perReplication(List<RunSummary> batches) {
        return (int) batches.stream().filter(batch -> batch.replication() == batches.get(0).replication()).count();
    }

    /** Correlation of neighbours inside replications, of terms whose mean is 0; 0 where it is not significant. */
    static double correlation(double[] terms, int perReplication) {
        double products = 0;
        double squares = 0;
        int pairs = 0;
        for (int r = 0; r < terms.length; r++) {
            squares += terms[r] * terms[r];
            if (r % perReplication > 0) {
                products += terms[r - 1] * terms[r];
                pairs++;
            }
        }
        return significant(pairs == 0 || squares == 0 ? 0 : products / pairs / (squares / terms.length), pairs);
    }

    /** The correlation of so many pairs of neighbours; 0 where it may be chance. */
    static double significant(double correlation, int pairs) {
        return correlation * Math.sqrt(pairs) > SIGNIFICANT ? correlation : 0;
    }
}
