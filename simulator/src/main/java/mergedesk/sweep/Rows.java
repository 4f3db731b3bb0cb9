package mergedesk.sweep;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import mergedesk.experiment.KpiTable;
import mergedesk.observe.RunSummary;
import mergedesk.observe.Scopes;
import mergedesk.observe.Waits;
import mergedesk.stats.KeptMeasures;
import mergedesk.stats.Measure;
import mergedesk.stats.WaitQuantiles;
import mergedesk.store.Histogram;
import mergedesk.store.Kept;
import mergedesk.store.Layout;
import mergedesk.store.RunRow;

/** Makes rows of a store from what runs leave, of one Program or of several that differ in amounts. Thread-safe. */
final class Rows {
    private final Layout layout;
    private final Scopes scopes;
    private final KeptMeasures measures;
    private final int[] rows; // of the scopes, by measure that is kept; -1 where there is no such place, or the measure has no value there
    private final int[][] flowsOfTimes; // by histogram, the flows or sorts of deferred work whose times it has; null where there is no such place

    Rows(Layout layout, KpiTable table) {
        this.layout = layout;
        scopes = table.scopes();
        rows = layout.kept().stream().mapToInt(kept -> row(kept, table)).toArray();
        flowsOfTimes = new int[layout.times().size()][];
        for (int i = 0; i < rows.length; i++) {
            if (layout.histogram(i) >= 0 && rows[i] >= 0) {
                boolean ofDeferredWork = layout.times().get(layout.histogram(i)).ofDeferredWork();
                flowsOfTimes[layout.histogram(i)] = (ofDeferredWork ? scopes.deferredSorts() : scopes.flows())[rows[i]];
            }
        }
        boolean[] wanted = new boolean[scopes.rows().size()];
        Arrays.stream(rows).filter(row -> row >= 0).forEach(row -> wanted[row] = true);
        measures = KeptMeasures.of(scopes, layout.kept().stream().map(Kept::measure).distinct().toList(), row -> wanted[row]);
    }

    /** Whether they are made in the same way where results are called and counted by this table. */
    boolean areOf(KpiTable table) {
        return scopes == table.scopes();
    }

    private static int row(Kept kept, KpiTable table) {
        List<Scopes.Row> all = table.scopes().rows();
        return IntStream.range(0, all.size())
                .filter(row -> kept.place().isSameAs(table.scope(all.get(row))) && table.exists(kept.measure(), all.get(row).kind()))
                .findFirst()
                .orElse(-1);
    }

    /** What recorders have to keep for it. */
    KeptMeasures measures() {
        return measures;
    }

    /** The row of one run, of which results are called and counted by the table; batches are counted together. */
    RunRow row(int point, int replication, KpiTable table, List<RunSummary> batches, double seconds) {
        RunSummary run = RunSummary.sum(batches);
        Waits[] waits = waits(run);
        long[] wholes = new long[layout.wholes()];
        double[] reals = new double[layout.reals()];
        for (int i = 0; i < rows.length; i++) {
            Kept kept = layout.kept().get(i);
            int at = layout.first(i);
            if (!kept.isCounted()) {
                reals[at] = rows[i] < 0 ? Double.NaN : kept.measure().isExact() ? exact(kept.measure(), rows[i], table, run) : quantile(kept.measure(), waits[layout.histogram(i)]);
                continue;
            }
            wholes[at] = rows[i] < 0 ? RunRow.NONE : kept.measure().numerator().of(run, rows[i]);
            if (kept.isRatio()) {
                wholes[at + 1] = rows[i] < 0 ? RunRow.NONE : kept.measure().denominator().of(run, rows[i]);
            }
        }
        return new RunRow(point, replication, wholes, reals, times(waits), seconds);
    }

    private static double exact(Measure measure, int row, KpiTable table, RunSummary run) {
        return table.isExact(measure) ? table.value(measure, row) : measure.given(run, row);
    }

    private static double quantile(Measure measure, Waits waits) {
        return WaitQuantiles.of(waits).quantile(measure.probability(), measure.scale()).value();
    }

    /** By histogram; null where there is no such place. */
    private Waits[] waits(RunSummary run) {
        Waits[] waits = new Waits[flowsOfTimes.length];
        Arrays.setAll(waits, i -> flowsOfTimes[i] == null ? null : run.waits(flowsOfTimes[i]));
        return waits;
    }

    private static byte[][] times(Waits[] waits) {
        byte[][] times = new byte[waits.length][];
        Arrays.setAll(times, i -> waits[i] == null ? null : Histogram.of(waits[i].bins(), waits[i].counts()).bytes());
        return times;
    }
}
