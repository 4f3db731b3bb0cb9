package mergedesk.compile;

import static mergedesk.compile.ScenarioFixture.DAILY;
import static mergedesk.compile.ScenarioFixture.WEEKDAYS;
import static mergedesk.compile.ScenarioFixture.agents;
import static mergedesk.compile.ScenarioFixture.hours;
import static mergedesk.compile.ScenarioFixture.pause;
import static mergedesk.compile.ScenarioFixture.shift;
import static mergedesk.compile.ScenarioFixture.shifts;
import static mergedesk.compile.ScenarioFixture.staffing;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Set;
import mergedesk.program.Program;
import mergedesk.scenario.Desk;
import mergedesk.scenario.Staffing;
import mergedesk.scenario.TimeFrame;
import mergedesk.scenario.WeeklyHours;
import mergedesk.units.Ticks;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Doors, staffing, shifts and breaks as lists of steps "second action subject value", by hand. Desk 0 is always open unless a test says otherwise. */
class TimetableTest {
    private static final String OPEN = "0 OPEN 0 0";

    private final ScenarioFixture fixture = new ScenarioFixture();

    @Test
    void officeHoursOpenCloseAndStaffEachDay() {
        fixture.from("2011-01-07T00:00", 4, ChronoUnit.DAYS);
        fixture.desks.put("desk", ScenarioFixture.desk(hours(WEEKDAYS, "08:30", "17:00")));
        fixture.groups.put("agents", agents(12));
        assertThat(fixture.timetable())
                .containsExactly(
                        "30600 OPEN 0 0",
                        "30600 STAFF 0 12",
                        "61200 CLOSE 0 0",
                        "61200 STAFF 0 0",
                        "289800 OPEN 0 0",
                        "289800 STAFF 0 12",
                        "320400 CLOSE 0 0",
                        "320400 STAFF 0 0");
    }

    @Test
    void startDuringOpeningHoursOpensAtTickZero() {
        fixture.from("2011-01-07T10:00", 8, ChronoUnit.HOURS);
        fixture.desks.put("desk", ScenarioFixture.desk(hours(WEEKDAYS, "08:30", "17:00")));
        assertThat(fixture.timetable()).containsExactly("0 OPEN 0 0", "25200 CLOSE 0 0");
    }

    @Test
    void hoursThatMeetAtNoonOrMidnightDoNotCloseBetween() {
        fixture.from("2011-01-07T00:00", 3, ChronoUnit.DAYS);
        WeeklyHours.TimeRange morning = range("09:00", "12:00");
        WeeklyHours.TimeRange evening = range("12:00", "00:00");
        WeeklyHours.TimeRange night = range("00:00", "03:00");
        fixture.desks.put(
                "desk",
                ScenarioFixture.desk(new WeeklyHours(
                        Map.of(DayOfWeek.FRIDAY, List.of(morning, evening), DayOfWeek.SATURDAY, List.of(night)))));
        assertThat(fixture.timetable()).containsExactly("32400 OPEN 0 0", "97200 CLOSE 0 0");
    }

    /** Friday 7 January 2011. The second period is open over midnight; the third is shorter than the last entry, which the reader would refuse. */
    @Test
    void lastEntryLiesBeforeTheDeskClosesAndNotBeforeItOpens() {
        fixture.from("2011-01-07T00:00", 3, ChronoUnit.DAYS);
        fixture.desks.put(
                "desk",
                ScenarioFixture.desk(new WeeklyHours(Map.of(
                                DayOfWeek.FRIDAY, List.of(range("09:00", "12:00"), range("20:00", "00:00")),
                                DayOfWeek.SATURDAY, List.of(range("00:00", "00:10"), range("10:00", "10:05")))))
                        .with(Desk::lastEntry, Duration.ofMinutes(15)));
        assertThat(fixture.timetable())
                .containsExactly(
                        "32400 OPEN 0 0", "42300 LAST 0 0", "43200 CLOSE 0 0", "72000 OPEN 0 0", "86100 LAST 0 0", "87000 CLOSE 0 0", "122400 OPEN 0 0", "122400 LAST 0 0",
                        "122700 CLOSE 0 0");
    }

    @Test
    void tableOfStaffingStepsOnlyWhenTheNumberChanges() {
        fixture.from("2011-01-03T00:00", 2, ChronoUnit.DAYS);
        fixture.groups.put("agents", agents(staffing(WEEKDAYS, "08:30", 10, "09:00", 10, "12:00", 8, "17:00", 0)));
        assertThat(fixture.timetable())
                .containsExactly(
                        OPEN,
                        "30600 STAFF 0 10",
                        "43200 STAFF 0 8",
                        "61200 STAFF 0 0",
                        "117000 STAFF 0 10",
                        "129600 STAFF 0 8",
                        "147600 STAFF 0 0");
        assertThat(fixture.compile().groups().firstAgent()).containsExactly(0, 10);
    }

    @Test
    void lastNumberHoldsUntilMidnightAndDaysWithoutEntriesHaveNobody() {
        fixture.from("2011-01-07T00:00", 2, ChronoUnit.DAYS);
        fixture.groups.put("agents", agents(staffing(WEEKDAYS, "12:00", 8)));
        assertThat(fixture.timetable()).containsExactly(OPEN, "43200 STAFF 0 8", "86400 STAFF 0 0");
    }

    @Test
    void staffingBeforeTheStartIsInForceAtTickZero() {
        fixture.from("2011-01-03T10:00", 4, ChronoUnit.HOURS);
        fixture.groups.put("agents", agents(staffing(DAILY, "08:00", 3, "09:00", 4, "10:00", 5, "12:00", 6)));
        assertThat(fixture.timetable()).containsExactly(OPEN, "0 STAFF 0 5", "7200 STAFF 0 6");
    }

    @Test
    void staffingFollowsTheWallClockThroughARepeatedAndASkippedHour() {
        fixture.groups.put("agents", agents(staffing(DAILY, "01:00", 1, "01:30", 2, "02:00", 3)));
        fixture.from("2011-10-30T00:00", 4, ChronoUnit.HOURS);
        assertThat(fixture.timetable())
                .containsExactly(
                        OPEN,
                        "3600 STAFF 0 1",
                        "5400 STAFF 0 2",
                        "7200 STAFF 0 1",
                        "9000 STAFF 0 2",
                        "10800 STAFF 0 3");
        fixture.from("2011-03-27T00:00", 4, ChronoUnit.HOURS);
        assertThat(fixture.timetable()).containsExactly(OPEN, "3600 STAFF 0 3");
    }

    /** Whoever is left at the end is served as planned: it may be days before the desk opens again. */
    @ParameterizedTest
    @EnumSource
    void goesOnForSevenDaysAfterTheDayOfTheEnd(TimeFrame.End end) {
        fixture.from("2011-01-03T00:00", 17, ChronoUnit.HOURS);
        fixture.end = end;
        fixture.desks.put("desk", ScenarioFixture.desk(hours(Set.of(DayOfWeek.MONDAY), "09:00", "17:00")));
        fixture.groups.put("agents", shifts(shift(1, Set.of(DayOfWeek.MONDAY), "09:00", "17:00", false)));
        assertThat(fixture.timetable(Ticks.NEVER))
                .containsExactly(
                        "32400 OPEN 0 0",
                        "32400 START 0 0",
                        "61200 CLOSE 0 0",
                        "61200 END 0 0",
                        "637200 OPEN 0 0",
                        "637200 START 0 0",
                        "666000 CLOSE 0 0",
                        "666000 END 0 0");
    }

    @Test
    void shiftThatEndsExactlyAtTheStartIsOver() {
        fixture.from("2011-01-04T06:00", 2, ChronoUnit.HOURS);
        fixture.groups.put("agents", shifts(shift(1, DAILY, "22:00", "06:00", true)));
        assertThat(fixture.timetable()).containsExactly(OPEN);
    }

    @Test
    void breaksMayFallOnTheStartOfAShiftButNotOnItsEnd() {
        fixture.groups.put(
                "agents", shifts(shift(1, DAILY, "09:00", "17:00", false, pause("09:00", 1), pause("17:00", 1))));
        assertThat(fixture.timetable())
                .containsExactly(OPEN, "32400 START 0 0", "32400 BREAK 0 60000000", "61200 END 0 0");
    }

    @Test
    void shiftsNumberTheirAgentsInTheOrderOfTheList() {
        fixture.groups.put("few", agents(2));
        fixture.groups.put(
                "agents",
                shifts(
                        shift(2, WEEKDAYS, "09:00", "17:00", false, pause("12:00", 30)),
                        shift(1, WEEKDAYS, "08:00", "12:00", false)));
        assertThat(fixture.timetable())
                .containsExactly(
                        OPEN,
                        "0 STAFF 0 2",
                        "28800 START 4 0",
                        "32400 START 2 0",
                        "32400 START 3 0",
                        "43200 BREAK 2 1800000000",
                        "43200 BREAK 3 1800000000",
                        "43200 END 4 0",
                        "61200 END 2 0",
                        "61200 END 3 0");
        Program.Groups groups = fixture.compile().groups();
        assertThat(groups.firstAgent()).containsExactly(0, 2, 5);
        assertThat(groups.byShift()).containsExactly(false, true);
    }

    @Test
    void nightShiftUnderWayAtTheStartStartsAtTickZeroWithWhatIsLeftOfItsBreak() {
        fixture.from("2011-01-04T02:10", 12, ChronoUnit.HOURS);
        fixture.groups.put(
                "agents",
                shifts(shift(
                        1, Set.of(DayOfWeek.MONDAY), "22:00", "06:00", true, pause("01:40", 30), pause("02:00", 30))));
        assertThat(fixture.timetable()).containsExactly(OPEN, "0 START 0 0", "0 BREAK 0 1200000000", "13800 END 0 0");
    }

    @Test
    void nightShiftOverAClockChangeFollowsTheWallClock() {
        fixture.groups.put(
                "agents", shifts(shift(1, Set.of(DayOfWeek.SATURDAY), "22:00", "06:00", true, pause("03:00", 30))));
        fixture.from("2011-03-26T00:00", 2, ChronoUnit.DAYS);
        assertThat(fixture.timetable())
                .containsExactly(OPEN, "79200 START 0 0", "93600 BREAK 0 1800000000", "104400 END 0 0");
        fixture.from("2011-10-29T00:00", 2, ChronoUnit.DAYS);
        assertThat(fixture.timetable())
                .containsExactly(OPEN, "79200 START 0 0", "100800 BREAK 0 1800000000", "111600 END 0 0");
    }

    @Test
    void shiftThatBeginsInASkippedHourBeginsAtTheChange() {
        fixture.from("2011-03-27T00:00", 1, ChronoUnit.DAYS);
        fixture.groups.put(
                "agents", shifts(shift(1, DAILY, "01:30", "10:00", false, pause("00:30", 10), pause("10:00", 5))));
        assertThat(fixture.timetable()).containsExactly(OPEN, "3600 START 0 0", "32400 END 0 0");
    }

    @Test
    void shiftsWithoutAGapAreOne() {
        fixture.from("2011-01-03T00:00", 3, ChronoUnit.DAYS);
        fixture.groups.put("agents", shifts(shift(1, DAILY, "00:00", "00:00", false)));
        assertThat(fixture.timetable()).containsExactly(OPEN, "0 START 0 0");
        fixture.groups.put("agents", shifts(shift(1, DAILY, "08:00", "08:00", true)));
        assertThat(fixture.timetable()).containsExactly(OPEN, "0 START 0 0");
    }

    @Test
    void equalTicksAreOrderedByActionThenSubject() {
        fixture.desks.put("second", ScenarioFixture.desk(hours(DAILY, "09:00", "17:00")));
        fixture.desks.put("desk", ScenarioFixture.desk(hours(DAILY, "00:00", "09:00")));
        fixture.groups.put("b", agents(staffing(DAILY, "09:00", 2)));
        fixture.groups.put("a", agents(new Staffing(1, Map.of())));
        assertThat(fixture.timetable())
                .containsExactly(
                        "0 OPEN 0 0",
                        "0 STAFF 1 1",
                        "32400 OPEN 1 0",
                        "32400 CLOSE 0 0",
                        "32400 STAFF 0 2",
                        "32400 STAFF 1 0",
                        "61200 CLOSE 1 0");
    }

    private static WeeklyHours.TimeRange range(String from, String to) {
        return new WeeklyHours.TimeRange(LocalTime.parse(from), LocalTime.parse(to));
    }
}
