package mergedesk.stats;

/**
 * What rooms and their machines draw in a scope: exact, because it follows from the scenario and not from a run.
 *
 * @param machines what the machines draw, in milliwatts
 * @param overhead what the rooms draw beside, in milliwatts
 * @param milligramsPerKwh carbon dioxide of a kilowatt-hour
 * @param yearPence rent a year; {@link #NOT_KNOWN} while that of some room is not
 */
public record Power(long machines, long overhead, long milligramsPerKwh, long yearPence) {
    /** Instead of a rent. */
    public static final long NOT_KNOWN = -1;

    private static final double YEAR_HOURS = 8_760;
    private static final double MILLIWATTS_OF_KILOWATT = 1e6;
    private static final double MILLIGRAMS_OF_KILOGRAM = 1e6;
    private static final double PENCE_OF_POUND = 100;

    /** No room. */
    public static final Power NONE = new Power(0, 0, 0, NOT_KNOWN);

    /** NaN where no machine draws anything. */
    double machineKwh() {
        return machines == 0 ? Double.NaN : machines / MILLIWATTS_OF_KILOWATT * YEAR_HOURS;
    }

    /** NaN where nothing is said to draw anything. */
    double kwh() {
        return machines + overhead == 0 ? Double.NaN : (machines + overhead) / MILLIWATTS_OF_KILOWATT * YEAR_HOURS;
    }

    /** NaN where no machine draws anything. */
    double usageEffectiveness() {
        return machines == 0 ? Double.NaN : (double) (machines + overhead) / machines;
    }

    double carbonKilograms() {
        return kwh() * milligramsPerKwh / MILLIGRAMS_OF_KILOGRAM;
    }

    /** NaN when the rent of some room is not known. */
    double poundsPerYear() {
        return yearPence < 0 ? Double.NaN : yearPence / PENCE_OF_POUND;
    }
}
