package mergedesk.scenario.bind;

import java.util.Set;
import mergedesk.scenario.Limits;
import mergedesk.scenario.text.Misread;
import mergedesk.scenario.text.Numbers;
import mergedesk.scenario.text.PowerUnits;
import mergedesk.scenario.text.Respelling;
import mergedesk.scenario.text.Syntax;
import mergedesk.scenario.text.Syntaxes;
import mergedesk.scenario.text.Times;
import mergedesk.scenario.tree.Faults;
import mergedesk.scenario.tree.Tree;

/** Reads single values and keeps them inside their limits. */
public final class Leaves {
    private static final int LONGEST_VALUE = 200;
    private static final int LONGEST_TEXT = 10_000;
    private static final Set<Syntax<?>> COUNTS = Set.of(Times.RATE, Numbers.WHOLE, Numbers.COUNT, Numbers.MONEY);

    private final Faults faults;

    Leaves(Faults faults) {
        this.faults = faults;
    }

    /** The value, or null when it cannot be; then a fault says why. */
    <T> T read(Syntax<T> syntax, Limits limits, Tree node, String path) {
        if (!(node instanceof Tree.Leaf leaf)) {
            faults.add(node, path, "a single value is needed here", "write " + example(syntax));
            return null;
        }
        if (leaf.text() == null) {
            faults.add(leaf, path, "the key has no value", "write " + example(syntax) + ", or remove the key");
            return null;
        }
        try {
            String text = leaf.text().strip();
            refuseLonger(text, syntax == Syntaxes.TEXT ? LONGEST_TEXT : LONGEST_VALUE);
            return value(syntax, limits, text);
        } catch (Misread misread) {
            faults.add(leaf, path, misread);
            return null;
        }
    }

    /** The size of a value, to compare it with others; null when it cannot be read. */
    <T> Double size(Syntax<T> syntax, Limits limits, Tree node, String path) {
        T value = read(syntax, limits, node, path);
        return value == null ? null : syntax.magnitude().applyAsDouble(value);
    }

    /**
     * The value that {@code text} says; {@code limits} may be null.
     *
     * @throws Misread when it says none, or one outside its limits, or may mean two
     */
    public static <T> T value(Syntax<T> syntax, Limits limits, String text) {
        T value;
        try {
            value = syntax.reader().apply(text);
        } catch (Misread misread) {
            throw Respelling.advised(syntax, text, misread);
        }
        refuseDoubtful(syntax, limits, text, value);
        return limits != null && syntax.numeric() ? inside(limits, syntax, value) : value;
    }

    /**
     * Refuses 60.000 where people and things are counted, since it may be 60 or 60,000: to take one for the other makes a volume a thousandth of itself.
     *
     * <p>Where a thousand times as much is more than the key allows, nobody means it.
     */
    private static <T> void refuseDoubtful(Syntax<T> syntax, Limits limits, String text, T value) {
        String thousands = COUNTS.contains(syntax) ? Numbers.withThousands(text) : null;
        if (thousands != null && (limits == null || 1_000 * syntax.magnitude().applyAsDouble(value) <= limits.most())) {
            throw new Misread(
                    "this may be a number with a decimal point, or one with thousands",
                    "write \"" + thousands + "\" or \"" + Numbers.withoutZeros(text) + '"');
        }
    }

    private static void refuseLonger(String text, int most) {
        if (text.length() > most) {
            throw new Misread("the value has more than " + Numbers.grouped(most) + " characters", "shorten it");
        }
    }

    private static String example(Syntax<?> syntax) {
        return syntax == Syntaxes.TEXT ? syntax.example() : "a value such as \"" + syntax.example() + "\"";
    }

    /**
     * The value itself.
     *
     * @throws Misread when it is outside its limits
     */
    public static <T> T inside(Limits limits, Syntax<T> syntax, T value) {
        double size = syntax.magnitude().applyAsDouble(value);
        if (size < limits.least()) {
            throw limits.least() == 0
                    ? new Misread("the value cannot be negative", "write " + written(0, syntax) + " or more")
                    : new Misread("the value is too small", "write " + written(limits.least(), syntax) + " or more");
        }
        if (size <= limits.above()) {
            throw new Misread("the value must be more than " + written(limits.above(), syntax), "write a larger value");
        }
        if (size > limits.most()) {
            throw new Misread("the value is too large", "write " + written(limits.most(), syntax) + " or less");
        }
        if (size >= limits.below()) {
            throw new Misread(
                    "the value must be less than " + written(limits.below(), syntax), "write a smaller value");
        }
        return value;
    }

    private static String written(double limit, Syntax<?> syntax) {
        if (syntax == Numbers.SHARE) {
            return Numbers.plain(limit * 100) + " %";
        }
        if (syntax == Times.DURATION) {
            return Numbers.plain(limit) + " s";
        }
        if (syntax == Times.RATE) {
            return Numbers.plain(limit) + " / year";
        }
        if (syntax == PowerUnits.WATTS) {
            return Numbers.plain(limit) + " W";
        }
        if (syntax == PowerUnits.CARBON) {
            return Numbers.plain(limit) + " g / kWh";
        }
        return syntax == Numbers.MONEY ? "£" + Numbers.plain(limit) : Numbers.plain(limit);
    }
}
