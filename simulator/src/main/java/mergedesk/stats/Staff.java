package mergedesk.stats;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Optional;
import java.util.stream.Stream;
import mergedesk.units.Ticks;

/**
 * The contracted staff of a scope: exact, because it follows from the scenario and not from a run.
 *
 * <p>A normal week has no bank holiday and no clock change, and breaks are not paid. Money is whole pence, rounded half to even once in each group, so that
 * what groups cost adds up to what they cost together.
 *
 * @param weekTicks paid time of a normal week, of all agents together, in ticks
 * @param openDays days of the week on which one of the desks opens: bit 0 is Monday
 * @param yearPence what they cost a year, in pence; empty when the cost of some of them is not given, or nobody is there
 */
public record Staff(BigInteger weekTicks, int openDays, Optional<BigInteger> yearPence) {
    /** Hours of a full-time week: National Joint Council for local government services, Green Book, part 2, paragraph 6.1. */
    private static final int FULL_TIME_HOURS = 37;

    private static final BigDecimal HOUR = BigDecimal.valueOf(3_600 * Ticks.PER_SECOND);
    private static final BigDecimal FULL_TIME = HOUR.multiply(BigDecimal.valueOf(FULL_TIME_HOURS));
    private static final MathContext DIGITS = MathContext.DECIMAL128;

    /** Nobody. */
    public static final Staff NONE = new Staff(BigInteger.ZERO, 0, Optional.empty());

    /** One group; {@code fullTimePence}: yearly cost of one full-time agent. */
    public static Staff group(BigInteger weekTicks, int openDays, Optional<BigInteger> fullTimePence) {
        return new Staff(weekTicks, openDays, fullTimePence.map(pence ->
                new BigDecimal(weekTicks.multiply(pence)).divide(FULL_TIME, 0, RoundingMode.HALF_EVEN).toBigIntegerExact()));
    }

    /** Both together. */
    public Staff plus(Staff other) {
        boolean unknown = costsUnknown() || other.costsUnknown();
        Optional<BigInteger> pence = unknown
                ? Optional.empty()
                : Stream.of(yearPence, other.yearPence).flatMap(Optional::stream).reduce(BigInteger::add);
        return new Staff(weekTicks.add(other.weekTicks), openDays | other.openDays, pence);
    }

    /** Whether somebody works here who costs nobody knows what. */
    private boolean costsUnknown() {
        return yearPence.isEmpty() && weekTicks.signum() > 0;
    }

    double fullTimeEquivalents() {
        return new BigDecimal(weekTicks).divide(FULL_TIME, DIGITS).doubleValue();
    }

    /** NaN when no desk ever opens. */
    double hoursPerOpenDay() {
        return openDays == 0
                ? Double.NaN
                : new BigDecimal(weekTicks).divide(HOUR.multiply(BigDecimal.valueOf(Integer.bitCount(openDays))), DIGITS).doubleValue();
    }

    /** NaN when the cost is not known. */
    double poundsPerYear() {
        return yearPence.map(pence -> new BigDecimal(pence, 2).doubleValue()).orElse(Double.NaN);
    }
}
