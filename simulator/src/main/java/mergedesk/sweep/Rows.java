package mergedesk.sweep;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import mergedesk.experiment.KpiTable;
import mergedesk.observe.RunSummary;
import mergedesk.observe.Scopes;
import mergedesk.stats.KeptMeasures;
import mergedesk.stats.Measure;
import mergedesk.stats.Sample;
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
        long[] wholes = new long[layout.wholes()];
        double[] reals = new double[layout.reals()];
        for (int i = 0; i < rows.length; i++) {
            Kept kept = layout.kept().get(i);
            int at = layout.first(i);
            if (!kept.isCounted()) {
                reals[at] = rows[i] < 0 ? Double.NaN : real(i, table, run);
                continue;
            }
            wholes[at] = rows[i] < 0 ? RunRow.NONE : kept.measure().numerator().of(run, rows[i]);
            if (kept.isRatio()) {
                wholes[at + 1] = rows[i] < 0 ? RunRow.NONE : kept.measure().denominator().of(run, rows[i]);
            }
        }
        return new RunRow(point, replication, wholes, reals, times(run), seconds);
    }

    private double real(int kept, KpiTable table, RunSummary run) {
        Measure measure = layout.kept().get(kept).measure();
        int row = rows[kept];
        if (measure.isExact()) {
            return table.isExact(measure) ? table.value(measure, row) : measure.given(run, row);
        }
        return WaitQuantiles.of(new Sample(List.of(run), false), flowsOfTimes[layout.histogram(kept)]).quantile(measure.probability(), measure.scale()).value();
    }

    private byte[][] times(RunSummary run) {
        byte[][] times = new byte[flowsOfTimes.length][];
        for (int i = 0; i < times.length; i++) {
            times[i] = flowsOfTimes[i] == null ? null : histogram(run, flowsOfTimes[i]).bytes();
        }
        return times;
    }

    private static Histogram histogram(RunSummary run, int[] flows) {
        int end = Arrays.stream(flows).map(flow -> run.waitBins()[flow][run.waitBins()[flow].length - 1]).max().orElse(0) + 1;
        int[] byBin = new int[end];
        for (int flow : flows) {
            for (int i = 0; i < run.waitBins()[flow].length; i++) {
                byBin[run.waitBins()[flow][i]] += run.waitCounts()[flow][i];
            }
        }
        return Histogram.of(byBin);
    }
}
