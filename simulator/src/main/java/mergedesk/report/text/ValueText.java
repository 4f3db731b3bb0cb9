package mergedesk.report.text;

import java.util.OptionalDouble;
import java.util.stream.Stream;
import mergedesk.stats.Estimate;
import mergedesk.stats.Measure;

/**
 * How values are written, with the half-width of their interval where there is one.
 *
 * <p>Shares in per cent with one decimal, their half-widths in percentage points; seconds in s, min, h or days by size, or all by the size of {@code like}, working time in hours at most. What is not all is not written as 100 %. Only what is known is written: two digits of the half-width, and of the
 * value as many as that supports, but four at most where it is a fraction; a half-width that lies beyond these is left out, as is that of what is known exactly.
 */
public record ValueText(Measure.Unit unit, boolean isWorkingTime, OptionalDouble like) {
    /** How shares are written. */
    public static final ValueText SHARE = new ValueText(Measure.Unit.SHARE);

    private static final double MINUTE = 60;
    private static final double HOUR = 3600;
    private static final double DAY = 86_400;

    /** Keeps a number and its unit on one line. */
    private static final String SPACE = "\u00a0";

    /** Between a value and its half-width. */
    public static final String PLUS_MINUS = SPACE + "±" + SPACE;

    /** Before a number below nought, and before its pound sign. */
    private static final String MINUS = "−";

    /** What stands where there is no value. */
    public static final String NOTHING = "–";

    /** Of numbers of this unit; times, if any, of night and day. */
    public ValueText(Measure.Unit unit) {
        this(unit, false, OptionalDouble.empty());
    }

    /** Of a measure. */
    public static ValueText of(String measure) {
        return new ValueText(Measure.byId(measure).map(Measure::unit).orElse(Measure.Unit.NUMBER), measure.endsWith("_working"), OptionalDouble.empty());
    }

    /** For values that stand below each other: all in the unit of the smallest, or readers would compare 151 min with 3 h. */
    public ValueText ofAll(Stream<Estimate> column) {
        return new ValueText(unit, isWorkingTime, column.mapToDouble(one -> Math.abs(one.value())).filter(size -> size > 0).min());
    }

    /** A value: 83.1 %, 18.4 s, 5.2 min, 4.5 days, £31,000, 12,345. */
    public String text(double value) {
        return write(value, Double.NaN, "", "%", value);
    }

    /** A value with its half-width: 83.1 % ± 0.9. What is known exactly has none. */
    public String text(Estimate estimate) {
        return write(estimate.value(), estimate.halfWidth(), "", "%", estimate.value());
    }

    /** A difference with its sign: +3.1 points ± 0.4, −12.0 s ± 1.3. */
    public String difference(Estimate estimate) {
        return difference(estimate, estimate.value(), 0);
    }

    /** The same with no more digits than the two values have between which it lies. */
    public String difference(Estimate estimate, double from, double to) {
        double beside = Math.max(Math.abs(from), Math.abs(to));
        return write(estimate.value(), estimate.halfWidth(), estimate.value() > 0 ? "+" : "", "points", beside);
    }

    /** The size of a difference without its sign: 3.1 points ± 0.4. */
    public String size(Estimate difference) {
        return write(Math.abs(difference.value()), difference.halfWidth(), "", "points", difference.value());
    }

    /** From one value to another: 80.6 → 88.2 %, 16.8 s → 5.2 min. */
    public String change(double from, double to) {
        String first = text(from);
        String second = text(to);
        int unit = first.indexOf(SPACE);
        boolean same = unit >= 0 && second.endsWith(first.substring(unit));
        return (same ? first.substring(0, unit) : first) + SPACE + "→" + SPACE + second;
    }

    /** @param beside what readers compare it with, which limits its digits */
    private String write(double value, double halfWidth, String sign, String shareUnit, double beside) {
        if (Double.isNaN(value)) {
            return NOTHING;
        }
        double size = like.orElse(Math.max(Math.abs(value), Double.isNaN(halfWidth) ? 0 : halfWidth));
        double scale = 1;
        String suffix = "";
        if (unit == Measure.Unit.SHARE) {
            scale = 100;
            suffix = SPACE + shareUnit;
        } else if (unit == Measure.Unit.SECONDS) {
            boolean inDays = size >= 3 * DAY && !isWorkingTime;
            scale = size < 3 * MINUTE ? 1 : size < 3 * HOUR ? 1 / MINUTE : inDays ? 1 / DAY : 1 / HOUR;
            suffix = SPACE + (size < 3 * MINUTE ? "s" : size < 3 * HOUR ? "min" : inDays ? "days" : "h");
        }
        int decimals = decimals(value * scale, halfWidth * scale, beside * scale);
        if (unit == Measure.Unit.SHARE && shareUnit.equals("%")) {
            decimals = NumberText.showing(scale - value * scale, decimals);
        }
        String before = NumberText.isZero(value * scale, decimals) ? "" : value < 0 ? MINUS : sign;
        String number = before + (unit == Measure.Unit.POUNDS ? "£" : "") + NumberText.fixed(Math.abs(value) * scale, decimals) + suffix;
        return Double.isNaN(halfWidth) || NumberText.isZero(halfWidth * scale, decimals)
                ? number
                : number + PLUS_MINUS + NumberText.fixed(halfWidth * scale, decimals);
    }

    /** Digits after the point; negative: so many before it are not known. */
    private int decimals(double shown, double shownHalf, double beside) {
        boolean isKnown = Double.isNaN(shownHalf) || shownHalf == 0;
        if (unit == Measure.Unit.SHARE || unit == Measure.Unit.SECONDS) {
            return shownHalf > 0 && shownHalf < 0.05 ? Math.min(NumberText.decimalsFor(shownHalf) - 1, NumberText.mostDecimals(beside)) : 1;
        }
        if (unit == Measure.Unit.POUNDS) {
            return isKnown ? 0 : Math.min(0, NumberText.decimalsFor(shownHalf));
        }
        if (isKnown) {
            return shown == StrictMath.rint(shown) || Math.abs(shown) >= 1000 ? 0 : 1;
        }
        return Math.min(NumberText.decimalsFor(shownHalf), NumberText.mostDecimals(beside));
    }
}
