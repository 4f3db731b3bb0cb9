package mergedesk.store;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import mergedesk.results.Scope;
import mergedesk.stats.Measure;

/**
 * Where the numbers of a run stand: what is kept, the columns of it, and the places in a {@link RunRow}.
 *
 * <p>A counted measure has one whole number, a ratio two; the others have one real number. Quantiles have histograms beside, one for each place and sort of time, whatever their number.
 */
public final class Layout {
    /** A histogram that is kept: times of deferred work, or waits, in one place. */
    public record Times(Scope place, boolean ofDeferredWork) {
        /** What tables call the sort of time. */
        public String sort() {
            return ofDeferredWork ? "resolution" : "wait";
        }
    }

    private final List<Kept> kept;
    private final List<String> columns;
    private final int[] first; // by measure: its first place among the whole numbers, or its place among the real ones
    private final int[] histogram; // by measure: its place among the histograms, -1 where it has none
    private final List<Times> times;
    private final List<String> timesColumns;
    private final int wholes;
    private final int reals;

    public Layout(List<Kept> kept) {
        this.kept = List.copyOf(kept);
        first = new int[kept.size()];
        histogram = new int[kept.size()];
        Set<Times> sorts = new LinkedHashSet<>();
        kept.stream().filter(one -> one.measure().isQuantile()).forEach(one -> sorts.add(times(one)));
        times = List.copyOf(sorts);
        int whole = 0;
        int real = 0;
        for (int i = 0; i < first.length; i++) {
            Kept one = kept.get(i);
            first[i] = one.isCounted() ? whole : real;
            whole += one.isCounted() ? (one.isRatio() ? 2 : 1) : 0;
            real += one.isCounted() ? 0 : 1;
            histogram[i] = one.measure().isQuantile() ? times.indexOf(times(one)) : -1;
        }
        wholes = whole;
        reals = real;
        columns = distinct(kept.stream().map(Kept::column).toList());
        timesColumns = distinct(times.stream().map(one -> one.sort() + Kept.where(one.place())).toList());
    }

    private static Times times(Kept kept) {
        return new Times(kept.place(), kept.measure().subject() == Measure.Subject.DEFERRED_WORK);
    }

    /** Names that differ also for whoever does not tell capital letters from small ones, as SQL does not. */
    private static List<String> distinct(List<String> wanted) {
        Set<String> taken = new HashSet<>();
        List<String> names = new ArrayList<>();
        for (String want : wanted) {
            String name = want;
            for (int number = 2; !taken.add(name.toLowerCase(Locale.ROOT)); number++) {
                name = want + "_" + number;
            }
            names.add(name);
        }
        return List.copyOf(names);
    }

    /** What is kept, in order. */
    public List<Kept> kept() {
        return kept;
    }

    /** The histograms that are kept. */
    public List<Times> times() {
        return times;
    }

    /** The column of a measure; a ratio has two, which end in {@code _num} and {@code _den}. */
    public String column(int i) {
        return columns.get(i);
    }

    /** The column of a histogram. */
    public String timesColumn(int i) {
        return timesColumns.get(i);
    }

    /** The first place of a counted measure among the whole numbers, or the place of another among the real ones. */
    public int first(int i) {
        return first[i];
    }

    /** The histogram of a quantile; -1 for others. */
    public int histogram(int i) {
        return histogram[i];
    }

    /** Whole numbers of a row. */
    public int wholes() {
        return wholes;
    }

    /** Real numbers of a row. */
    public int reals() {
        return reals;
    }
}
