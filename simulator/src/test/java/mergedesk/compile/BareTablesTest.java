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

import java.time.temporal.ChronoUnit;
import mergedesk.program.Program;
import mergedesk.scenario.CalendarSpan;
import mergedesk.scenario.Scenario;
import mergedesk.units.InCommon;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Tables of a bare scenario, given the amounts, are those that the scenario itself would have. */
class BareTablesTest {
    private final ScenarioFixture fixture = new ScenarioFixture();

    @ParameterizedTest
    @CsvSource({"1, 1", "7, 1", "1, 4", "0, 3", "5, 0", "0, 0", "12, 30"})
    void timetableAndPayAreThoseOfTheAmounts(int first, int second) {
        fixture.length = new CalendarSpan(2, ChronoUnit.WEEKS);
        fixture.desks.put("desk", ScenarioFixture.desk(hours(WEEKDAYS, "08:00", "17:30")));
        fixture.groups.put("first", agents(first));
        fixture.groups.put("table", agents(staffing(WEEKDAYS, "09:00", 3, "12:00", 5, "16:00", 0)));
        fixture.groups.put("shifts", shifts(shift(2, WEEKDAYS, "08:00", "12:00", false, pause("10:00", 10), pause("10:00", 5)), shift(1, DAILY, "20:00", "04:00", true)));
        fixture.groups.put("nobody", shifts(shift(0, WEEKDAYS, "08:00", "12:00", false)));
        fixture.groups.put("second", agents(second));
        fixture.groups.put("last", shifts(shift(3, DAILY, "08:00", "16:00", false, pause("12:00", 30))));
        Scenario scenario = fixture.scenario();
        Program program = ScenarioCompiler.compile(scenario);
        TimeAxis time = new InCommon().of(TimeAxis.COMMON, scenario.time());
        Holidays holidays = new InCommon().of(Holidays.COMMON, scenario.bankHolidays());
        assertThat(Fingerprint.of(program.timetable())).isEqualTo(Fingerprint.of(DoorsAndStaff.of(DoorsAndStaff.From.of(scenario, time, holidays, program.groups().firstAgent()))));
        assertThat(Fingerprint.of(program.pay())).isEqualTo(Fingerprint.of(PayTable.of(Phases.only(scenario), Numbering.of(scenario), time.horizon())));
    }
}
