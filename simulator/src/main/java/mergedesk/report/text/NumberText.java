package mergedesk.report.text;

import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * Numbers for readers: commas between thousands, a full stop, rounded half to even; the same in every locale.
 *
 * <p>Works on {@link BigDecimal}, because the digits of {@code Double.toString} differ between Java versions.
 */
public final class NumberText {
    private static final int MOST_DECIMALS = 4;

    private NumberText() {}

    /** The number with so many decimals, such as 12,345.6; with -2 rounded to hundreds, such as 12,300. What is no number at all is a dash. */
    public static String fixed(double number, int decimals) {
        if (!Double.isFinite(number)) {
            return Double.isNaN(number) ? ValueText.NOTHING : number > 0 ? "infinite" : "-infinite";
        }
        BigDecimal rounded = new BigDecimal(number).setScale(decimals, RoundingMode.HALF_EVEN);
        String digits = rounded.abs().toPlainString();
        int point = digits.indexOf('.');
        int whole = point < 0 ? digits.length() : point;
        StringBuilder text = new StringBuilder(digits);
        for (int comma = whole - 3; comma > 0; comma -= 3) {
            text.insert(comma, ',');
        }
        return rounded.signum() < 0 ? text.insert(0, '-').toString() : text.toString();
    }

    /** The number as {@link #fixed} writes it, to reckon on with what readers see. */
    static double round(double number, int decimals) {
        return new BigDecimal(number).setScale(decimals, RoundingMode.HALF_EVEN).doubleValue();
    }

    /** The number without decimals. */
    public static String whole(double number) {
        return fixed(number, 0);
    }

    /** A count, such as 12,345. */
    public static String count(long number) {
        return fixed((double) number, 0);
    }

    /** A count of what is named: 1 desk, 12,345 desks. */
    public static String count(long number, String noun) {
        return count(number) + " " + noun + (number == 1 ? "" : "s");
    }

    /** The number with about three digits: 0.123, 1.23, 12.3, 123, 1,234; whole numbers without decimals. */
    public static String brief(double number) {
        boolean whole = number == StrictMath.rint(number);
        return fixed(number, whole ? 0 : clamp(2 - magnitude(number)));
    }

    /** Three digits, whatever the size, and none after the point: 342,000. */
    public static String rounded(double number) {
        return fixed(number, Math.min(0, 2 - magnitude(number)));
    }

    /** Decimals that show the first two digits of a half-width above 0, and no more of the value than that can support; negative from 100 on. */
    static int decimalsFor(double halfWidth) {
        return Math.min(MOST_DECIMALS, 1 - magnitude(halfWidth));
    }

    /** Decimals beyond which nobody reads a number: four digits, or none after the point. */
    static int mostDecimals(double number) {
        return clamp(3 - magnitude(number));
    }

    /** Whether nothing but noughts would be written. */
    static boolean isZero(double number, int decimals) {
        return Double.isFinite(number) && new BigDecimal(number).setScale(decimals, RoundingMode.HALF_EVEN).signum() == 0;
    }

    /** So many decimals, or as many more as it takes that something is written of a number above nought; not for what is nought but for rounding. */
    static int showing(double number, int decimals) {
        int enough = decimals;
        while (number > 0 && isZero(number, enough) && enough < MOST_DECIMALS) {
            enough++;
        }
        return isZero(number, enough) ? decimals : enough;
    }

    /** Power of ten of the first digit: 0 for 1 to 9.99, 2 for 100 to 999, -1 for 0.1 to 0.99. */
    private static int magnitude(double number) {
        if (!Double.isFinite(number)) {
            return 0;
        }
        BigDecimal exact = new BigDecimal(number);
        return exact.precision() - exact.scale() - 1;
    }

    private static int clamp(int decimals) {
        return Math.max(0, Math.min(MOST_DECIMALS, decimals));
    }
}
