package mergedesk.compile;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import mergedesk.scenario.BankHolidays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Who makes up for a holiday when. Mondays of 2011: 3 January, 10, 17 ... */
class CatchUpTest {
    private static final Predicate<LocalDate> WEEKDAYS = date -> date.getDayOfWeek().getValue() <= 5;
    private static final Predicate<LocalDate> MONDAYS = date -> date.getDayOfWeek() == DayOfWeek.MONDAY;

    /** The factors of {@code days} days from a first one on, with these holidays. */
    private static double[] factors(String first, int days, List<Double> catchUp, Predicate<LocalDate> hasContacts, String... holidays) {
        List<LocalDate> dates = LocalDate.parse(first).datesUntil(LocalDate.parse(first).plusDays(days)).toList();
        return factors(dates, catchUp, hasContacts, holidays);
    }

    private static double[] factors(List<LocalDate> dates, List<Double> catchUp, Predicate<LocalDate> hasContacts, String... holidays) {
        List<LocalDate> listed = Stream.of(holidays).map(LocalDate::parse).toList();
        return CatchUp.factors(dates, new Holidays(new BankHolidays(null, listed, 0, null, catchUp)), hasContacts);
    }

    @Test
    void multipliersGoToTheWorkingDaysThatFollow() {
        // Friday 7 January is a holiday: Monday and Tuesday make up for it.
        assertThat(factors("2011-01-06", 7, List.of(1.5, 1.25), WEEKDAYS, "2011-01-07")).containsExactly(1, 1, 1, 1, 1.5, 1.25, 1);
    }

    @Test
    void catchUpsThatOverlapMultiplyAndSkipHolidays() {
        // Friday 7 and Monday 10: Tuesday has the first multiplier of both, Wednesday the second of both.
        assertThat(factors("2011-01-07", 7, List.of(1.5, 1.25), WEEKDAYS, "2011-01-07", "2011-01-10")).containsExactly(1, 1, 1, 1, 2.25, 1.5625, 1);
        assertThat(factors("2011-01-04", 4, List.of(2.0, 3.0), WEEKDAYS, "2011-01-04", "2011-01-05")).containsExactly(1, 1, 4, 9);
        assertThat(factors("2011-01-03", 4, List.of(2.0, 3.0), WEEKDAYS, "2011-01-03", "2011-01-05")).containsExactly(1, 2, 1, 3 * 2);
    }

    @Test
    void aHolidayWithoutContactsLeavesNothingToMakeUpFor() {
        assertThat(factors("2011-01-08", 4, List.of(2.0), WEEKDAYS, "2011-01-08", "2011-01-09")).containsOnly(1);
        assertThat(factors("2011-01-03", 4, List.of(), WEEKDAYS, "2011-01-03")).containsOnly(1);
    }

    @Test
    void theLastDayCountsAndWhatComesAfterItDoesNot() {
        assertThat(factors("2011-01-03", 2, List.of(2.0, 3.0), WEEKDAYS, "2011-01-03", "2011-01-04", "2011-01-05")).containsExactly(1, 1);
        assertThat(factors("2011-01-03", 2, List.of(2.0, 3.0), WEEKDAYS, "2011-01-03")).containsExactly(1, 2);
    }

    /** Where people call on Mondays only, the tenth multiplier comes ten weeks after a holiday. */
    @ParameterizedTest
    @CsvSource({
        "2011-01-03, 2011-01-10, 1", "2011-01-03, 2011-01-17, 2", "2011-01-03, 2011-03-14, 10", "2011-01-03, 2011-12-26, 51",
        "2010-12-27, 2011-12-27, 53", "2010-12-27, 2011-12-28, 0"
    })
    void holidaysOfTheYearBeforeTheCalendarAreMadeUpForInIt(String holiday, String first, int nth) {
        List<Double> catchUp = Stream.iterate(2.0, m -> m + 1).limit(60).toList();
        double[] factors = factors(first, 7, catchUp, MONDAYS, holiday);
        double[] expected = new double[7];
        for (int day = 0; day < 7; day++) {
            expected[day] = nth > 0 && MONDAYS.test(LocalDate.parse(first).plusDays(day)) ? 1 + nth : 1;
        }
        assertThat(factors).containsExactly(expected);
    }

    @Test
    void aDateThatTheZoneLeftOutTakesItsMultiplierAway() {
        List<LocalDate> dates = List.of(LocalDate.parse("2011-12-29"), LocalDate.parse("2011-12-31"));
        assertThat(factors(dates, List.of(2.0, 3.0), date -> true, "2011-12-28")).containsExactly(2, 1);
        assertThat(factors(dates, List.of(2.0, 3.0), date -> !Set.of(30).contains(date.getDayOfMonth()), "2011-12-28")).containsExactly(2, 3);
        assertThat(factors(dates, Collections.nCopies(3, 2.0), date -> true, "2011-12-28")).containsExactly(2, 2);
    }
}
