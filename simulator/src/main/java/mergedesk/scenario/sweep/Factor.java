package mergedesk.scenario.sweep;

import java.util.List;
import java.util.Map;
import mergedesk.scenario.Meaning;

/**
 * Something that moves in a sweep: one number, several together, or whole files. Either its values are listed, or they lie in a range, in steps or anywhere.
 */
public record Factor(
        @Meaning("The number that moves, as in --set: groups.north.staffing. A * stands for every entry of a table: flows.*.volume.")
        String path,

        @Meaning("Several that move together, instead of path.")
        List<String> paths,

        @Meaning("Its values, each as the scenario would have it: [10 / min, 12 / min].")
        List<String> values,

        @Meaning("Lowest value of a range, as the scenario would have it.")
        String from,

        @Meaning("Highest value of the range.")
        String to,

        @Meaning("Only every so much from the lowest on; without it, anything in the range, or as many as the design needs.")
        String step,

        @Meaning(value = "Whether values multiply what the scenario says: 0.9 or 90 % for a tenth less. Whole numbers, of agents or lines, are rounded to the nearest.", byDefault = "false")
        boolean multiply,

        @Meaning("Values with a name that say several things at once, each written as with --set: {small: [groups.a.staffing=10, desks.a.lines=15]}; instead of path and values.")
        Map<String, List<String>> levels,

        @Meaning("Whole scenario files as values, seen from this one, instead of path and values; one factor at most. They need to have all that other factors move.")
        List<String> scenarios) {
    /** Most values of one factor. */
    public static final int MOST_VALUES = 100_000;

    /** Whether {@code from} or {@code to} is written. */
    public boolean hasRange() {
        return from != null || to != null;
    }

    /** The same with other values. */
    public Factor withValues(List<String> others) {
        return new Factor(path, paths, others, null, null, null, multiply, levels, scenarios);
    }

    /** The numbers that move, one or more; none where levels or scenarios say what does. */
    public List<String> moved() {
        return path != null ? List.of(path) : paths;
    }
}
