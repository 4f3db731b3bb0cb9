package mergedesk.api;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import mergedesk.results.SweepStudy;
import mergedesk.stats.Accumulated;
import mergedesk.stats.Measure;
import mergedesk.store.Kept;
import mergedesk.store.RunRow;
import mergedesk.sweep.Onlooker;
import mergedesk.units.Internal;

/**
 * What a sweep shows so far, for whoever looks on: the mean of its first measure by level of each factor, over the runs that there are. It has no interval, and levels of which few points were run yet
 * are not comparable with others: the report says what was found. Thread-safe.
 */
@Internal
public final class SoFar implements Onlooker {
    private static final int MOST_VALUES = 1_000_000; // of factors at points: of more, levels would take too much memory to look on

    private final Optional<Kept> kept; // empty when nothing is shown of it
    private final int column;
    private final SweepLevels levels;
    private final Accumulated[][] means; // by factor and level
    private long made;
    private long failed;

    /**
     * A factor.
     *
     * @param levels its values, in order, or bands of them
     * @param values mean at each; NaN where there is no run yet
     */
    public record Factor(String name, List<String> levels, List<Double> values) {}

    private SoFar(SweepFile file) {
        kept = (long) file.design().size() * file.factors().size() > MOST_VALUES ? Optional.empty() : file.layout().kept().stream().filter(Kept::isCounted).findFirst();
        column = kept.map(of -> file.layout().first(file.layout().kept().indexOf(of))).orElse(-1);
        levels = kept.isPresent() ? new SweepLevels(file, SweepStudies.kind(file)) : null;
        means = kept.map(of -> IntStream.of(levels.counts()).mapToObj(count -> none(of, count)).toArray(Accumulated[][]::new)).orElse(new Accumulated[0][]);
    }

    private static Accumulated[] none(Kept of, int levels) {
        return Stream.generate(() -> new Accumulated(of.measure())).limit(levels).toArray(Accumulated[]::new);
    }

    /** Of a sound sweep, before its first run. */
    public static SoFar of(SweepFile file) {
        return new SoFar(file);
    }

    @Override
    public synchronized void found(RunRow row) {
        made++;
        wasThere(row);
    }

    @Override
    public synchronized void wasThere(RunRow row) {
        if (kept.isEmpty() || row.wholes()[column] == RunRow.NONE) {
            return;
        }
        int[] at = levels.at(row.point());
        for (int factor = 0; factor < at.length; factor++) {
            means[factor][at[factor]].add(row.wholes()[column], kept.get().isRatio() ? row.wholes()[column + 1] : 1);
        }
    }

    @Override
    public synchronized void failed(int runs) {
        failed += runs;
    }

    /** How many runs were made since this looks on. */
    public synchronized long made() {
        return made;
    }

    /** How many runs failed, or points of which none can be run. */
    public synchronized long failed() {
        return failed;
    }

    /** The measure; empty when there are none that can be shown, or too many points. */
    public Optional<Measure> measure() {
        return kept.map(Kept::measure);
    }

    /** Means by level of each factor. */
    public synchronized List<Factor> factors() {
        return IntStream.range(0, means.length).mapToObj(this::factor).toList();
    }

    private Factor factor(int i) {
        SweepStudy.Factor factor = levels.factors().get(i);
        List<Double> values = Stream.of(means[i]).map(mean -> mean.estimate().value()).toList();
        return new Factor(factor.name(), factor.levels().stream().map(SweepStudy.Level::text).toList(), values);
    }
}
