package mergedesk.compile;

import static mergedesk.compile.ScenarioFixture.DAILY;
import static mergedesk.compile.ScenarioFixture.WEEKDAYS;
import static mergedesk.compile.ScenarioFixture.english;
import static mergedesk.compile.ScenarioFixture.hours;
import static mergedesk.compile.ScenarioFixture.profile;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import mergedesk.program.DayTable;
import mergedesk.program.Program;
import mergedesk.scenario.BankHolidays;
import mergedesk.scenario.Desk;
import mergedesk.scenario.Flow;
import mergedesk.scenario.Rate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Dates against the government's lists; volume, shape and catch-up by hand around Easter 2011 (Good Friday 22 April, royal wedding 29 April). */
class BankHolidaysTest {
    private static final long HALF_HOUR = 1_800_000_000L;

    private final ScenarioFixture fixture = new ScenarioFixture().from("2011-04-18T00:00", 21, ChronoUnit.DAYS).flow("calls");

    BankHolidaysTest() {
        fixture.flow("calls", Flow::volume, new Rate(100, Rate.Per.DAY));
        fixture.profiles.put("office", profile(WEEKDAYS, "09:00", 1.0, "10:00", 0.0));
    }

    /** Weekdays only: the lists on gov.uk leave out days that a substitute replaces. */
    @ParameterizedTest
    @CsvSource({
        "1995, 01-02 04-14 04-17 05-08 05-29 08-28 12-25 12-26",
        "1999, 01-01 04-02 04-05 05-03 05-31 08-30 12-27 12-28 12-31",
        "2000, 01-03 04-21 04-24 05-01 05-29 08-28 12-25 12-26",
        "2002, 01-01 03-29 04-01 05-06 06-03 06-04 08-26 12-25 12-26",
        "2011, 01-03 04-22 04-25 04-29 05-02 05-30 08-29 12-26 12-27",
        "2012, 01-02 04-06 04-09 05-07 06-04 06-05 08-27 12-25 12-26",
        "2015, 01-01 04-03 04-06 05-04 05-25 08-31 12-25 12-28",
        "2020, 01-01 04-10 04-13 05-08 05-25 08-31 12-25 12-28",
        "2021, 01-01 04-02 04-05 05-03 05-31 08-30 12-27 12-28",
        "2022, 01-03 04-15 04-18 05-02 06-02 06-03 08-29 09-19 12-26 12-27",
        "2023, 01-02 04-07 04-10 05-01 05-08 05-29 08-28 12-25 12-26",
        "1970, 03-27 03-30 05-25 08-31 12-25 12-28",
        "1977, 01-03 04-08 04-11 05-30 06-07 08-29 12-26 12-27",
        "1978, 01-02 03-24 03-27 05-01 05-29 08-28 12-25 12-26",
        "1965, 04-16 04-19 05-31 08-30 12-27 12-28",
        "1973, 04-20 04-23 05-28 08-27 11-14 12-25 12-26",
        "1974, 01-01 04-12 04-15 05-27 08-26 12-25 12-26",
        "1969, 04-04 04-07 05-26 09-01 12-25 12-26",
        "1964, 03-27 03-30 05-18 08-03 12-25 12-28",
    })
    void datesAreThoseOfTheList(int year, String list) {
        String weekdays = EnglishBankHolidays.of(year).stream()
                .filter(day -> day.getDayOfWeek().getValue() <= 5)
                .map(day -> day.toString().substring(5))
                .collect(Collectors.joining(" "));
        assertThat(weekdays).isEqualTo(list);
    }

    @ParameterizedTest
    @CsvSource({
        "1900-04-15",
        "1943-04-25",
        "1954-04-18",
        "1981-04-19",
        "2008-03-23",
        "2038-04-25",
        "2100-03-28",
        "2200-04-06"
    })
    void easterIsWhereTheTablesHaveIt(LocalDate easter) {
        assertThat(EnglishBankHolidays.easterSunday(easter.getYear())).isEqualTo(easter);
    }

    @Test
    void christmasOnASaturdayIsAHolidayTogetherWithItsSubstitute() {
        assertThat(EnglishBankHolidays.of(2021))
                .contains(LocalDate.of(2021, 12, 25), LocalDate.of(2021, 12, 26), LocalDate.of(2021, 12, 27));
    }

    @Test
    void holidaysHaveTheirVolumeAndNothingIsSubtractedFromOthers() {
        fixture.bankHolidays = english(0.25, null, List.of());
        double ordinary = days()[0];
        assertThat(relative()).startsWith(1, 1, 1, 1, 0.25, 1, 1, 0.25, 1, 1, 1, 0.25);
        fixture.bankHolidays = null;
        assertThat(days()[0]).isEqualTo(ordinary);
        assertThat(relative()).startsWith(1, 1, 1, 1, 1);
    }

    @Test
    void catchUpFallsOnWorkingDaysAndOverlapsMultiply() {
        fixture.flow("calls", Flow::profile, "office");
        fixture.bankHolidays = english(0, null, List.of(1.3, 1.1));
        // Mon 18 .. Fri 22 (Good Friday), Mon 25 (Easter), Fri 29 (wedding), Mon 2 May (early May).
        assertThat(relative()).startsWith(1, 1, 1, 1, 0, 0, 0, 0, 1.69, 1.21, 1, 0, 0, 0, 0, 1.69, 1.21, 1, 1, 0, 0);
    }

    @Test
    void catchUpComesEvenAfterAHolidayBeforeTheStart() {
        fixture.from("2011-04-26T00:00", 3, ChronoUnit.DAYS);
        fixture.flow("calls", Flow::profile, "office");
        fixture.bankHolidays = english(0, null, List.of(1.5));
        double[] days = days();
        assertThat(days[0] / days[1]).isCloseTo(1.5 * 1.5, within(1e-12));
    }

    @Test
    void holidayWithoutOrdinaryContactsHasNothingToCatchUp() {
        fixture.flow("calls", Flow::profile, "office");
        fixture.bankHolidays = new BankHolidays(null, List.of(LocalDate.of(2011, 5, 7)), 0, null, List.of(2.0));
        assertThat(relative()).startsWith(1, 1, 1, 1, 1, 0, 0).doesNotContain(2);
    }

    @Test
    void holidaysMayHaveAShapeOfTheirOwn() {
        fixture.profiles.put("holiday", profile(DAILY, "00:00", 1.0, "00:30", 0.0));
        fixture.bankHolidays = english(0.5, "holiday", List.of());
        Program.Demand demand = fixture.compile().demand();
        assertThat(demand.shareBefore(DayTable.shapes(demand)[4], HALF_HOUR)).isEqualTo(1);
        assertThat(demand.shareBefore(DayTable.shapes(demand)[3], HALF_HOUR)).isEqualTo(1 / 48.0);
    }

    @Test
    void holidayProfileWithoutWeightOnTheWeekdayLeavesTheOrdinaryShape() {
        fixture.flow("calls", Flow::profile, "office");
        fixture.profiles.put("holiday", profile(Set.of(DayOfWeek.MONDAY), "00:00", 1.0, "00:30", 0.0));
        fixture.bankHolidays = english(0.5, "holiday", List.of());
        Program.Demand demand = fixture.compile().demand();
        assertThat(demand.shareBefore(DayTable.shapes(demand)[4], 19 * HALF_HOUR)).isEqualTo(0.5);
        assertThat(demand.shareBefore(DayTable.shapes(demand)[7], HALF_HOUR)).isEqualTo(1);
    }

    @Test
    void closedDeskHasNeitherStaffNorShiftsOnAHoliday() {
        fixture.from("2011-04-21T00:00", 3, ChronoUnit.DAYS);
        fixture.bankHolidays = english(0, null, List.of());
        fixture.desks.put("desk", ScenarioFixture.desk(hours(DAILY, "09:00", "17:00")));
        fixture.groups.put("constant", ScenarioFixture.agents(4));
        fixture.groups.put("shift", ScenarioFixture.shifts(ScenarioFixture.shift(1, DAILY, "09:00", "17:00", false)));
        assertThat(fixture.timetable())
                .containsExactly(
                        "32400 OPEN 0 0",
                        "32400 STAFF 0 4",
                        "32400 START 4 0",
                        "61200 CLOSE 0 0",
                        "61200 STAFF 0 0",
                        "61200 END 4 0",
                        "205200 OPEN 0 0",
                        "205200 STAFF 0 4",
                        "205200 START 4 0",
                        "234000 CLOSE 0 0",
                        "234000 STAFF 0 0",
                        "234000 END 4 0");
    }

    @Test
    void alwaysOpenDeskClosesOnAHolidayUnlessItOpensOnThem() {
        fixture.from("2011-04-21T00:00", 3, ChronoUnit.DAYS);
        fixture.bankHolidays = english(0, null, List.of());
        assertThat(fixture.timetable()).containsExactly("0 OPEN 0 0", "86400 CLOSE 0 0", "172800 OPEN 0 0");
        Desk desk = fixture.desks.get("desk");
        fixture.desks.put(
                "desk",
                desk.with(Desk::opensOnBankHolidays, true));
        assertThat(fixture.timetable()).containsExactly("0 OPEN 0 0");
    }

    private double[] days() {
        return DayTable.expected(fixture.compile().demand());
    }

    /** Expected counts over that of the first day. */
    private double[] relative() {
        double[] days = days();
        double first = days[0];
        for (int day = 0; day < days.length; day++) {
            days[day] = Math.round(days[day] / first * 1e9) / 1e9;
        }
        return days;
    }
}
