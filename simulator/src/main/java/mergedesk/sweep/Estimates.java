package mergedesk.sweep;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import mergedesk.stats.Accumulated;
import mergedesk.stats.Estimate;
import mergedesk.store.Histogram;
import mergedesk.store.Layout;
import mergedesk.store.ResultStore;
import mergedesk.store.RunRow;

/** The estimates of all measures at all points from the runs of a store, made one point after the other. */
public final class Estimates {
    /** Takes the estimates of one point, in the order of the layout; a measure without any run that has it is {@link Estimate#EMPTY}. */
    public interface Look {
        void at(int point, List<Estimate> estimates);
    }

    private final Layout layout;
    private List<Accumulated> sums;
    private int point = -1;

    private Estimates(Layout layout) {
        this.layout = layout;
        begin();
    }

    private void begin() {
        sums = new ArrayList<>();
        layout.kept().forEach(kept -> sums.add(new Accumulated(kept.measure())));
    }

    /** Of the points that have runs, in order. Memory: the quantiles of all points, nothing else. */
    public static void each(ResultStore store, Look look) {
        Map<Integer, List<Estimate>> quantiles = quantiles(store);
        Estimates estimates = new Estimates(store.contents().layout());
        Consumer<Estimates> end = ended -> look.at(ended.point, ended.with(quantiles.getOrDefault(ended.point, List.of())));
        store.eachRun(0, row -> estimates.add(row, end));
        estimates.end(end);
    }

    private void end(Consumer<Estimates> told) {
        if (point >= 0) {
            told.accept(this);
        }
        begin();
    }

    private void add(RunRow row, Consumer<Estimates> told) {
        if (row.point() != point) {
            end(told);
            point = row.point();
        }
        for (int i = 0; i < sums.size(); i++) {
            int at = layout.first(i);
            if (layout.histogram(i) >= 0) {
                continue;
            }
            if (!layout.kept().get(i).isCounted()) {
                sums.get(i).add(row.reals()[at]);
            } else if (row.wholes()[at] != RunRow.NONE) {
                sums.get(i).add(row.wholes()[at], layout.kept().get(i).isRatio() ? row.wholes()[at + 1] : 1);
            }
        }
    }

    private List<Estimate> with(List<Estimate> quantiles) {
        Iterator<Estimate> next = quantiles.iterator();
        List<Estimate> all = new ArrayList<>();
        for (int i = 0; i < sums.size(); i++) {
            all.add(layout.histogram(i) < 0 ? sums.get(i).estimate() : next.hasNext() ? next.next() : Estimate.EMPTY);
        }
        return all;
    }

    /** By point, in the order of the layout. */
    private static Map<Integer, List<Estimate>> quantiles(ResultStore store) {
        Layout layout = store.contents().layout();
        Map<Integer, List<Estimate>> all = new TreeMap<>();
        Estimates quantiles = new Estimates(layout);
        Consumer<Estimates> end = ended -> all.put(ended.point, ended.ofTimes());
        store.eachTimes((at, times) -> {
            if (at != quantiles.point) {
                quantiles.end(end);
                quantiles.point = at;
            }
            quantiles.add(times);
        });
        quantiles.end(end);
        return all;
    }

    private void add(byte[][] times) {
        for (int i = 0; i < sums.size(); i++) {
            int histogram = layout.histogram(i);
            if (histogram >= 0 && times[histogram] != null) {
                Histogram of = Histogram.read(times[histogram]);
                sums.get(i).add(of.bins(), of.counts());
            }
        }
    }

    private List<Estimate> ofTimes() {
        List<Estimate> estimates = new ArrayList<>();
        for (int i = 0; i < sums.size(); i++) {
            if (layout.histogram(i) >= 0) {
                estimates.add(sums.get(i).estimate());
            }
        }
        return estimates;
    }
}
