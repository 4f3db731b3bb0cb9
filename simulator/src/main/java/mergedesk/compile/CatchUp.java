package mergedesk.compile;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.function.Predicate;

/**
 * The contacts that come after a bank holiday because they could not come on it.
 *
 * <p>The n-th multiplier of {@code catch_up} goes to the n-th working day after the holiday: a day on which contacts come and that is no
 * holiday. Catch-ups that overlap multiply: with [1.3, 1.1], the Tuesday after Easter has 1.3 × 1.3, as two days are made up for. A
 * holiday on a day that has no contacts anyway has nothing to make up for. Holidays up to a year before the calendar count.
 */
final class CatchUp {
    private CatchUp() {}

    /**
     * The product of all catch-ups of each day.
     *
     * @param dates the calendar's dates in order
     * @param hasContacts whether contacts come on an ordinary day of that date
     */
    static double[] factors(List<LocalDate> dates, Holidays holidays, Predicate<LocalDate> hasContacts) {
        double[] factors = new double[dates.size()];
        Arrays.fill(factors, 1);
        if (holidays.catchUp().isEmpty()) {
            return factors;
        }
        LocalDate end = dates.get(dates.size() - 1).plusDays(1);
        for (LocalDate date = dates.get(0).minusYears(1); date.isBefore(end); date = date.plusDays(1)) {
            if (holidays.contains(date) && hasContacts.test(date)) {
                catchUp(date, end, factors, dates, holidays, hasContacts);
            }
        }
        return factors;
    }

    private static void catchUp(
            LocalDate holiday,
            LocalDate end,
            double[] factors,
            List<LocalDate> dates,
            Holidays holidays,
            Predicate<LocalDate> hasContacts) {
        Iterator<Double> multipliers = holidays.catchUp().iterator();
        for (LocalDate date = holiday.plusDays(1);
                multipliers.hasNext() && date.isBefore(end);
                date = date.plusDays(1)) {
            if (holidays.contains(date) || !hasContacts.test(date)) {
                continue;
            }
            double multiplier = multipliers.next();
            int day = Collections.binarySearch(dates, date);
            if (day >= 0) {
                factors[day] *= multiplier;
            }
        }
    }
}
