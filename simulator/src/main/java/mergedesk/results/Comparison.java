package mergedesk.results;

import java.util.List;
import java.util.stream.Stream;
import mergedesk.stats.Estimate;
import mergedesk.stats.Measure;
import mergedesk.units.With;

/**
 * Two scenarios side by side, as plain data: what {@code compare} found out.
 *
 * <p>Both ran on common random numbers: observation i of A and of B met the same callers, so a difference is estimated
 * from the differences of the pairs. Times in seconds, shares 0..1, wherever the name does not say otherwise.
 *
 * @param question what the comparison is to answer; empty when nobody asked
 * @param differences B minus A, the ones that matter most first
 * @param measures title, unit and equation of every measure in {@code differences}
 * @param names what people call the places: A's names, and B's for what A has not
 */
public record Comparison(
        String question,
        Side a,
        Side b,
        List<Difference> differences,
        List<Measure> measures,
        List<String> warnings,
        PlaceNames names) implements With<Comparison> {

    /** The same with further warnings after those that it has. */
    public Comparison warnedOf(List<String> further) {
        List<String> all = Stream.concat(warnings.stream(), further.stream()).toList();
        return with(Comparison::warnings, all);
    }

    /** One of the two: what ran and what it is called. */
    public record Side(Study.Manifest manifest, String name, String description) {}

    /**
     * A measure in a scope on both sides.
     *
     * @param valueA A's own estimate; NaN when it has none
     * @param valueB B's own estimate; NaN when it has none
     * @param difference B minus A over pairs; empty when either side has no value
     * @param sentence what it means in plain English, for the report; empty: the report words it
     */
    public record Difference(
            String measure,
            Scope scope,
            double valueA,
            double valueB,
            Estimate difference,
            String sentence) {

        /** Whether the interval excludes zero: only then do the runs show a difference. Without an interval they do not. */
        public boolean isShown() {
            return Math.abs(difference.value()) > difference.halfWidth();
        }
    }
}
