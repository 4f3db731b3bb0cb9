package mergedesk.results;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/**
 * How a number stands in a CSV file.
 *
 * <p>Twelve significant digits, half to even, no exponent, a full stop, no trailing zeros; NaN is an empty cell.
 * {@code Double.toString} would be shorter to write, but JDK 19 changed its answers, and the same run must give the
 * same bytes on JDK 17 and 25.
 */
final class CsvNumber {
    private static final MathContext TWELVE_DIGITS = new MathContext(12, RoundingMode.HALF_EVEN);

    private CsvNumber() {}

    static String of(double number) {
        if (Double.isNaN(number)) {
            return "";
        }
        if (Double.isInfinite(number)) {
            return number > 0 ? "inf" : "-inf";
        }
        BigDecimal rounded = new BigDecimal(number).round(TWELVE_DIGITS);
        return rounded.signum() == 0 ? "0" : rounded.stripTrailingZeros().toPlainString();
    }
}
