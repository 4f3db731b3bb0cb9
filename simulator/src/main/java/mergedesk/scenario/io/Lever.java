package mergedesk.scenario.io;

import java.util.Locale;
import mergedesk.scenario.text.Numbers;

/**
 * One number of a scenario that may be moved to reach a target: {@code groups.north.staffing}, {@code flows.tax.volume}.
 *
 * @param path as in {@code --set path=value}
 * @param kind what kind of number it is
 * @param value its present value, in {@code unit}
 * @param unit what follows the number when it is written, such as {@code / year}, {@code min} or {@code %}; empty for plain numbers
 * @param place where it stands, {@code file:line:column}
 */
public record Lever(String path, Kind kind, double value, String unit, String place) {
    /** Kinds of numbers. */
    public enum Kind {
        /** Agents, lines: whole numbers only. */
        WHOLE_NUMBER,
        /** A volume. */
        RATE,
        /** A length of time. */
        TIME,
        /** A share; the value is in percent when the unit is %. */
        SHARE,
        /** A multiplier or the like. */
        NUMBER
    }

    /** The option that gives the number another value, for {@link HeldScenario#with}: {@code flows.tax.volume=13 / year}. */
    public String set(double other) {
        return path + "=" + text(other);
    }

    /** Another value as the user would write it: {@code 13 / year}. */
    public String text(double other) {
        if (kind == Kind.WHOLE_NUMBER && other != Math.rint(other)) {
            throw new IllegalArgumentException(
                    String.format(Locale.ROOT, "other: found %s, but %s is a whole number", other, path));
        }
        String number = Numbers.plain(other);
        return unit.isEmpty() ? number : (kind == Kind.RATE ? Numbers.withoutZeros(number) : number) + " " + unit;
    }
}
