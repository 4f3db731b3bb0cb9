package mergedesk.results;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import mergedesk.stats.Estimate;
import mergedesk.stats.Measure;
import mergedesk.units.Internal;
import mergedesk.units.With;

/**
 * Scenarios side by side, as plain data: what {@code compare} found out. The first is the base, with which each of the others is compared.
 *
 * <p>All ran on common random numbers: observation i of each met the same callers, so a difference is estimated from the differences of the pairs. Times in seconds, shares 0..1,
 * wherever the name does not say otherwise.
 *
 * @param question what the comparison is to answer; empty when nobody asked
 * @param sides two or more, the base first
 * @param measures title, unit and equation of every measure of which there are differences
 * @param names what people call the places: the base's names, then those of the others for what it has not
 */
public record Comparison(String question, List<Side> sides, List<Measure> measures, List<String> warnings, PlaceNames names) implements With<Comparison> {
    /** So many as there are letters. */
    public static final int MOST_SIDES = 26;

    /** How a warning starts that a side has other people than the base. */
    public static final String STRANGERS = "Not the same people as on side A";

    /** The same with further warnings after those that it has. */
    @Internal
    public Comparison warnedOf(List<String> further) {
        List<String> all = Stream.concat(warnings.stream(), further.stream()).toList();
        return with(Comparison::warnings, all);
    }

    /** What all others are compared with. */
    public Side base() {
        return sides.get(0);
    }

    /** How much a measure of a place changes where it changes most, whichever way; 0 without any difference. */
    public double largestChange(String measure, Scope scope) {
        return others().stream()
                .flatMap(side -> side.difference(measure, scope).stream())
                .mapToDouble(difference -> Math.abs(difference.difference().value()))
                .filter(change -> !Double.isNaN(change))
                .max()
                .orElse(0);
    }

    /** Whether all sides have the same flows, so that everything together speaks of the same people. */
    public boolean isOfSamePeople() {
        return warnings.stream().noneMatch(warning -> warning.contains(STRANGERS));
    }

    /** What all people do who come, in all of the scenarios: see {@link Model#contacts}. */
    public String contacts() {
        List<String> words = sides.stream().map(side -> side.study().model().contacts()).distinct().toList();
        return words.size() == 1 ? words.get(0) : "contacts";
    }

    /** All but the base. */
    public List<Side> others() {
        return sides.subList(1, sides.size());
    }

    /**
     * One of the scenarios.
     *
     * @param letter by which tables call it: A for the base, then B, C …
     * @param study what ran and what it found by itself
     * @param differences its values minus the base's in every scope and measure that both have, in order; none of the base
     * @param worse councils, with the months in which each is worse off than on the base's side; none of the base, or where there are no months
     * @param down what its scenario says is down at stated times, on the dates of which there are differences
     */
    public record Side(String letter, Study study, Map<Scope, Map<String, Difference>> differences, List<WorseMonths> worse, List<Down> down) implements With<Side> {
        /** With nothing that is down at a stated time. */
        public Side(String letter, Study study, Map<Scope, Map<String, Difference>> differences, List<WorseMonths> worse) {
            this(letter, study, differences, worse, List.of());
        }

        /** Without such months either. */
        public Side(String letter, Study study, Map<Scope, Map<String, Difference>> differences) {
            this(letter, study, differences, List.of());
        }

        /** What it is called. */
        public String name() {
            return study.name();
        }

        /** All differences, by scope, then by measure. */
        public Stream<Difference> all() {
            return differences.values().stream().flatMap(ofScope -> ofScope.values().stream());
        }

        /** Its difference from the base; none when one of both has no such measure or place. */
        public Optional<Difference> difference(String measure, Scope scope) {
            return Optional.ofNullable(differences.getOrDefault(scope, Map.of()).get(measure));
        }
    }

    /**
     * Months in which a council is worse off than on the base's side, in the same run: fewer of its contacts are answered within T, by {@value #WORSE_POINTS} points or more.
     *
     * @param months in which contacts of the council come on both sides, in the mean run
     * @param number how many of them, over pairs of runs
     */
    public record WorseMonths(Scope council, double months, Estimate number) {
        /** Percentage points. */
        public static final int WORSE_POINTS = 1;
    }

    /**
     * Down in every run, because the scenario says so.
     *
     * @param date on which it begins, as that of a {@link Scope}
     * @param what by name, one or more
     * @param hours from 10:00 to 14:00
     */
    public record Down(String date, List<String> what, String hours) {}

    /** The letter of a side by its place, from 0. */
    public static String letter(int side) {
        return String.valueOf((char) ('A' + side));
    }

    /**
     * A measure in a scope on two sides.
     *
     * @param base the base's own value in the pairs; NaN when it has none
     * @param value the other's; NaN when it has none
     * @param difference value minus base over pairs; empty when either has no value
     */
    public record Difference(String measure, Scope scope, double base, double value, Estimate difference) {
        /** Whether the interval excludes zero: only then do the runs show a difference. Without an interval they do not. */
        public boolean isShown() {
            return isShown(1);
        }

        /** The same as one of {@code several} statements that hold together (Bonferroni). */
        public boolean isShown(int several) {
            return Math.abs(difference.value()) > difference.amongst(several).halfWidth();
        }
    }
}
