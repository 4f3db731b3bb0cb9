package mergedesk.scenario.tree;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import mergedesk.scenario.Distribution.Shape;

/**
 * What stays of a length of time on which something else is laid, which may say it in another way: by another family, as a judged time, as a mixture, by time of day.
 *
 * <p>Who writes another family with a number of its own, {@code {distribution: exponential, mean: 8 min}}, says all of the length, and nothing stays. Who writes the family alone keeps
 * what that family uses of the numbers below. Everything else goes over what stands there key by key.
 */
final class OtherLength {
    /** Keys that say a length of time, each in its way. */
    private static final List<String> WAYS = List.of("distribution", "likely", "mixture", "by_time");
    /** Keys that say how long it is. */
    private static final Set<String> SIZES = Set.of("mean", "low", "likely", "high", "branches", "values", "file", "mixture");
    private static final Set<String> OF_ALL_FAMILIES = Set.of("distribution", "shift", "at_zero");

    private OtherLength() {}

    /** What of {@code lower} holds when {@code upper} goes over it: all of it, where it is no length of time. */
    static Tree.Table kept(Tree.Table lower, Tree.Table upper) {
        Optional<Shape> below = family(lower);
        Optional<Shape> above = named(upper);
        if (isOtherWay(lower, upper)) {
            return without(lower, lower.entries().keySet());
        }
        if (below.isPresent() && above.isPresent() && !above.equals(below)) {
            boolean saysAll = upper.entries().keySet().stream().anyMatch(SIZES::contains);
            return without(lower, lower.entries().keySet().stream().filter(key -> saysAll || !isUsed(key, above.get())).toList());
        }
        if (below.equals(Optional.of(Shape.HYPEREXPONENTIAL))) {
            return upper.get("branches") != null ? without(lower, List.of("mean", "cv")) : hasAny(upper, "mean", "cv") ? lower.without("branches") : lower;
        }
        return lower;
    }

    /** Whether the upper table says a length in a way in which the lower one does not, and more than the family of what stands there. */
    private static boolean isOtherWay(Tree.Table lower, Tree.Table upper) {
        boolean shared = WAYS.stream().anyMatch(way -> lower.get(way) != null && upper.get(way) != null);
        boolean above = WAYS.stream().anyMatch(way -> upper.get(way) != null) && !upper.entries().keySet().equals(Set.of("distribution"));
        boolean meanAlone = upper.get("mean") != null && family(lower).map(family -> !family.uses("mean")).orElse(lower.get("by_time") != null);
        return isLength(lower) && !shared && (above || meanAlone);
    }

    private static boolean isLength(Tree.Table table) {
        return WAYS.stream().anyMatch(way -> table.get(way) != null);
    }

    /** The family of a length that is the same at all times. */
    private static Optional<Shape> family(Tree.Table length) {
        if (length.get("distribution") != null) {
            return named(length);
        }
        return length.get("likely") != null ? Optional.of(Shape.PERT) : length.get("mixture") != null ? Optional.of(Shape.MIXTURE) : Optional.empty();
    }

    private static Optional<Shape> named(Tree.Table length) {
        String name = length.get("distribution") instanceof Tree.Leaf leaf && leaf.text() != null ? leaf.text() : "";
        return Stream.of(Shape.values()).filter(shape -> shape.name().toLowerCase(Locale.ROOT).equals(name)).findFirst();
    }

    private static boolean isUsed(String key, Shape family) {
        return OF_ALL_FAMILIES.contains(key) || family.uses(key);
    }

    private static boolean hasAny(Tree.Table table, String... keys) {
        return Stream.of(keys).anyMatch(key -> table.get(key) != null);
    }

    private static Tree.Table without(Tree.Table table, Iterable<String> keys) {
        Map<String, Tree.Entry> entries = new LinkedHashMap<>(table.entries());
        keys.forEach(entries::remove);
        return new Tree.Table(table.place(), entries);
    }
}
