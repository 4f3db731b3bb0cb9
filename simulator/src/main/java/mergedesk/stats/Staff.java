package mergedesk.stats;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import mergedesk.units.Ticks;

/**
 * The contracted staff of a scope: exact, because it follows from the scenario and not from a run.
 *
 * <p>A normal week has no bank holiday and no clock change, and breaks are not paid. Money is whole pence, rounded half to even once in each group, so that
 * what groups cost adds up to what they cost together.
 *
 * @param parts one for each phase of a plan in which somebody is paid, or would be, in order
 * @param yearPence what they cost a year, in pence; empty when the cost of some of them is not given, or nobody is there
 */
public record Staff(List<Part> parts, Optional<BigInteger> yearPence) {
    /**
     * Those of a phase of a plan; of a scenario without one there is one phase.
     *
     * @param phase its number
     * @param weekTicks paid time of a normal week, of all agents together, times the share of the time that the phase lasts, in ticks
     * @param openDays days of the week on which one of the desks opens: bit 0 is Monday
     */
    public record Part(int phase, BigInteger weekTicks, int openDays) {
        private Part plus(Part other) {
            return new Part(phase, weekTicks.add(other.weekTicks), openDays | other.openDays);
        }
    }

    /** Hours of a full-time week: National Joint Council for local government services, Green Book, part 2, paragraph 6.1. */
    public static final int FULL_TIME_HOURS = 37;

    private static final BigDecimal HOUR = BigDecimal.valueOf(3_600 * Ticks.PER_SECOND);
    private static final BigDecimal FULL_TIME = HOUR.multiply(BigDecimal.valueOf(FULL_TIME_HOURS));
    private static final MathContext DIGITS = MathContext.DECIMAL128;

    /** Nobody. */
    public static final Staff NONE = new Staff(List.of(), Optional.empty());

    /** One group; {@code fullTimePence}: yearly cost of one full-time agent. */
    public static Staff group(List<Part> parts, Optional<BigInteger> fullTimePence) {
        List<Part> joined = joined(parts.stream());
        return new Staff(joined, fullTimePence.map(pence ->
                new BigDecimal(weekTicks(joined).multiply(pence)).divide(FULL_TIME, 0, RoundingMode.HALF_EVEN).toBigIntegerExact()));
    }

    private static List<Part> joined(Stream<Part> parts) {
        return List.copyOf(parts.collect(Collectors.toMap(Part::phase, part -> part, Part::plus, TreeMap::new)).values());
    }

    /** Both together. */
    public Staff plus(Staff other) {
        boolean unknown = costsUnknown() || other.costsUnknown();
        Optional<BigInteger> pence = unknown
                ? Optional.empty()
                : Stream.of(yearPence, other.yearPence).flatMap(Optional::stream).reduce(BigInteger::add);
        return new Staff(joined(Stream.concat(parts.stream(), other.parts.stream())), pence);
    }

    /** Whether somebody works here who costs nobody knows what. */
    private boolean costsUnknown() {
        return yearPence.isEmpty() && weekTicks(parts).signum() > 0;
    }

    private static BigInteger weekTicks(List<Part> parts) {
        return parts.stream().map(Part::weekTicks).reduce(BigInteger.ZERO, BigInteger::add);
    }

    double fullTimeEquivalents() {
        return new BigDecimal(weekTicks(parts)).divide(FULL_TIME, DIGITS).doubleValue();
    }

    /** Those of a phase, which lasts such a part of the time; NaN where that is none of it. */
    public double fullTimeEquivalents(int phase, double share) {
        BigInteger ticks = weekTicks(parts.stream().filter(part -> part.phase == phase).toList());
        return share == 0 ? Double.NaN : new BigDecimal(ticks).divide(FULL_TIME, DIGITS).doubleValue() / share;
    }

    /** The mean of the phases; NaN when somebody is paid in one of them in which no desk ever opens, or there is none. */
    double hoursPerOpenDay() {
        List<Part> open = parts.stream().filter(part -> part.openDays != 0).toList();
        boolean unknown = open.isEmpty() || parts.stream().anyMatch(part -> part.openDays == 0 && part.weekTicks.signum() > 0);
        return unknown
                ? Double.NaN
                : open.stream().map(part -> new BigDecimal(part.weekTicks).divide(HOUR.multiply(BigDecimal.valueOf(Integer.bitCount(part.openDays))), DIGITS)).reduce(BigDecimal.ZERO, BigDecimal::add).doubleValue();
    }

    /** NaN when the cost is not known. */
    double poundsPerYear() {
        return yearPence.map(pence -> new BigDecimal(pence, 2).doubleValue()).orElse(Double.NaN);
    }
}
