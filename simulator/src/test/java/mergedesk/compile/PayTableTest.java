package mergedesk.compile;

import static mergedesk.compile.ScenarioFixture.DAILY;
import static mergedesk.compile.ScenarioFixture.WEEKDAYS;
import static mergedesk.compile.ScenarioFixture.agents;
import static mergedesk.compile.ScenarioFixture.english;
import static mergedesk.compile.ScenarioFixture.hours;
import static mergedesk.compile.ScenarioFixture.pause;
import static mergedesk.compile.ScenarioFixture.shift;
import static mergedesk.compile.ScenarioFixture.shifts;
import static mergedesk.compile.ScenarioFixture.staffing;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import mergedesk.program.Pay;
import mergedesk.scenario.AgentGroup;
import mergedesk.scenario.Money;
import mergedesk.scenario.Shift;
import org.junit.jupiter.api.Test;

/** Paid hours of a normal week, added up by hand. */
class PayTableTest {
    private static final long MINUTE = 60_000_000;

    private final ScenarioFixture fixture = new ScenarioFixture();

    /** Rows of all groups as "agents × minutes". */
    private List<String> rows() {
        Pay pay = fixture.compile().pay();
        return IntStream.range(0, pay.agents().length)
                .mapToObj(row -> {
                    assertThat(pay.weekTicks()[row] % MINUTE).isZero();
                    return pay.agents()[row] + " × " + pay.weekTicks()[row] / MINUTE;
                })
                .toList();
    }

    private List<String> rows(Shift... shifts) {
        fixture.groups.put("agents", shifts(shifts));
        return rows();
    }

    @Test
    void aNumberIsPaidWhileTheDeskIsOpen() {
        fixture.groups.put("agents", agents(3));
        assertThat(rows()).containsExactly("3 × 10080");
        assertThat(fixture.compile().pay().openDays()).containsExactly(0b1111111);
        fixture.desks.put("desk", ScenarioFixture.desk(hours(WEEKDAYS, "08:30", "17:00")));
        assertThat(rows()).containsExactly("3 × 2550");
        assertThat(fixture.compile().pay().openDays()).containsExactly(0b0011111);
    }

    @Test
    void aTableIsPaidAsItStands() {
        fixture.desks.put("desk", ScenarioFixture.desk(hours(WEEKDAYS, "09:00", "17:00")));
        fixture.groups.put("agents", agents(staffing(WEEKDAYS, "08:30", 10, "12:00", 8, "13:00", 10, "17:00", 0)));
        assertThat(rows()).containsExactlyInAnyOrder("10 × 2250", "8 × 300");
        fixture.groups.put("agents", agents(staffing(EnumSet.of(DayOfWeek.SUNDAY), "22:00", 2)));
        assertThat(rows()).as("until the end of the day").containsExactly("2 × 120");
    }

    @Test
    void shiftsArePaidWithoutTheirBreaks() {
        assertThat(rows(shift(4, WEEKDAYS, "09:00", "17:30", false, pause("12:00", 45), pause("15:00", 15)))).containsExactly("4 × 2250");
        assertThat(rows(shift(4, WEEKDAYS, "09:00", "17:00", false), shift(2, WEEKDAYS, "13:00", "17:00", false))).containsExactly("4 × 2400", "2 × 1200");
        assertThat(rows(shift(1, DAILY, "16:00", "00:00", false))).containsExactly("1 × 3360");
    }

    @Test
    void breaksThatMeetAreTakenOneAfterTheOtherAndEndWithTheShift() {
        Set<DayOfWeek> monday = EnumSet.of(DayOfWeek.MONDAY);
        assertThat(rows(shift(1, monday, "09:00", "17:00", false, pause("12:30", 60), pause("12:00", 60)))).containsExactly("1 × 360");
        assertThat(rows(shift(1, monday, "09:00", "17:00", false, pause("16:45", 60), pause("16:50", 60)))).containsExactly("1 × 465");
        assertThat(rows(shift(1, monday, "09:00", "17:00", false, pause("18:00", 60)))).as("after the shift").containsExactly("1 × 480");
    }

    @Test
    void nightShiftsArePaidInFullWhateverDayTheyEndOn() {
        assertThat(rows(shift(2, DAILY, "22:00", "06:00", true, pause("02:00", 30)))).containsExactly("2 × 3150");
        assertThat(rows(shift(2, EnumSet.of(DayOfWeek.SUNDAY), "22:00", "06:00", true, pause("02:00", 30)))).containsExactly("2 × 450");
        assertThat(rows(shift(2, DAILY, "08:00", "09:00", true))).as("nobody is paid twice at a time").containsExactly("2 × 10080");
    }

    /** Ten agents, Monday to Friday, eight hours: whatever week, day or hours of it are simulated, and wherever. */
    @Test
    void isTheSameForEveryHorizon() {
        fixture.desks.put("desk", ScenarioFixture.desk(hours(WEEKDAYS, "09:00", "17:00")));
        fixture.groups.put("number", agents(10));
        fixture.groups.put("table", agents(staffing(WEEKDAYS, "09:00", 10, "17:00", 0)));
        fixture.groups.put("shift", shifts(shift(10, WEEKDAYS, "09:00", "17:00", false)));
        fixture.bankHolidays = english(0, null, List.of());
        List<String> horizons = new ArrayList<>();
        fixture.from("2025-04-07T09:00", 8, ChronoUnit.HOURS);
        horizons.add(rows().toString());
        fixture.from("2025-04-12T00:00", 1, ChronoUnit.DAYS); // a Saturday
        horizons.add(rows().toString());
        fixture.from("2025-04-16T00:00", 6, ChronoUnit.DAYS); // Good Friday and Easter Monday
        horizons.add(rows().toString());
        fixture.from("2025-03-24T00:00", 12, ChronoUnit.MONTHS); // clock changes
        horizons.add(rows().toString());
        fixture.in("Pacific/Apia").from("2011-12-26T00:00", 7, ChronoUnit.DAYS); // without a Friday
        horizons.add(rows().toString());
        assertThat(horizons).hasSize(5).containsOnly("[10 × 2400, 10 × 2400, 10 × 2400]");
    }

    @Test
    void costsAreThoseThatWereGiven() {
        fixture.groups.put("a", agents(1));
        fixture.groups.put("b", ScenarioFixture.agents(1).with(AgentGroup::cost, new Money(3_100_050)));
        fixture.groups.put("c", ScenarioFixture.agents(0).with(AgentGroup::cost, new Money(0)));
        assertThat(fixture.compile().pay().yearPence()).containsExactly(Pay.NOT_GIVEN, 3_100_050, 0);
        assertThat(fixture.compile().pay().offset()).containsExactly(0, 1, 2, 2);
    }
}
