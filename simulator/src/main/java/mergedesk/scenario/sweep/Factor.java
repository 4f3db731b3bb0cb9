package mergedesk.scenario.sweep;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import mergedesk.scenario.Meaning;
import mergedesk.units.Internal;
import mergedesk.units.With;

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
        List<String> scenarios) implements With<Factor> {
    /** Most values of one factor. */
    public static final int MOST_VALUES = 100_000;

    private static final Factor EMPTY = new Factor(null, List.of(), List.of(), null, null, null, false, Map.of(), List.of());

    /**
     * The number at a path with these values.
     *
     * @param path as {@code --set} has it: {@code groups.north.staffing}, {@code flows.*.volume}
     * @param values each as the scenario would have it: {@code 5}, {@code "50 / h"}; texts and numbers
     */
    public static Factor of(String path, Object... values) {
        return EMPTY.with(Factor::path, path).with(Factor::values, Stream.of(values).map(Factor::text).toList());
    }

    /** The number at a path anywhere between two values, or at the ends, as the design has it; in steps {@code with(Factor::step, "10 / h")}. */
    public static Factor between(String path, Object from, Object to) {
        return EMPTY.with(Factor::path, path).with(Factor::from, text(from)).with(Factor::to, text(to));
    }

    /** A value with a name that says several things, each as {@code --set} has it: {@code groups.a.staffing=10}; further ones with {@link #orLevel}. */
    public static Factor level(String name, String... sets) {
        return EMPTY.orLevel(name, sets);
    }

    /** The same with a further value that has a name. */
    public Factor orLevel(String name, String... sets) {
        Map<String, List<String>> more = new LinkedHashMap<>(levels);
        more.put(name, List.of(sets));
        return with(Factor::levels, more);
    }

    /** Whole scenarios as values, by the paths of their files. */
    public static Factor ofScenarios(String... paths) {
        return EMPTY.with(Factor::scenarios, List.of(paths));
    }

    /** Whether {@code from} or {@code to} is written. */
    @Internal
    public boolean hasRange() {
        return from != null || to != null;
    }

    /** The same with other values. */
    @Internal
    public Factor withValues(List<String> others) {
        return new Factor(path, paths, others, null, null, null, multiply, levels, scenarios);
    }

    /** The numbers that move, one or more; none where levels or scenarios say what does. */
    @Internal
    public List<String> moved() {
        return path != null ? List.of(path) : paths;
    }

    /** Numbers as the language reads them: without an exponent. */
    private static String text(Object value) {
        return value instanceof Double || value instanceof Float ? new BigDecimal(value.toString()).toPlainString() : String.valueOf(value);
    }
}
